package store

import (
	"database/sql/driver"

	"roundtrip/internal/deal"
)

// row is the values of one row in the order of its table's columns: int64, float64, string or nil.
type row []driver.Value

// cells goes through the columns of a row, one call a column, and either writes what the entry holds into the
// row or reads it from there. So each table has its columns, its writing and its reading in one place.
type cells struct {
	writing bool
	row     row
	at      int
	columns *[]column // collects the columns while a table is defined; nil otherwise
}

// column is what the history and the checks need to know of a column.
type column struct {
	name   string
	real   bool   // holds floating-point numbers
	unique bool   // is part of a UNIQUE constraint
	parent string // the table that the column refers to, "" for none
}

func (c *cells) next(of column) *driver.Value {
	if c.columns != nil {
		*c.columns = append(*c.columns, of)
	}
	if c.writing {
		c.row = append(c.row, nil)
	}
	c.at++
	return &c.row[c.at-1]
}

// text is a text that may be missing: "" is NULL.
func text[T ~string](c *cells, name string, field *T) {
	value := c.next(column{name: name})
	switch {
	case !c.writing:
		read, _ := (*value).(string)
		*field = T(read)
	case *field != "":
		*value = string(*field)
	}
}

// mustText is a text that is always there.
func mustText[T ~string](c *cells, of column, field *T) {
	value := c.next(of)
	if c.writing {
		*value = string(*field)
		return
	}
	read, _ := (*value).(string)
	*field = T(read)
}

// number is a number that may be missing: 0 is NULL.
func number[T ~int | ~int64](c *cells, of column, field *T) {
	value := c.next(of)
	switch {
	case !c.writing:
		read, _ := (*value).(int64)
		*field = T(read)
	case *field != 0:
		*value = int64(*field)
	}
}

// mustNumber is a number that is always there, also when it is 0.
func mustNumber[T ~int | ~int64](c *cells, of column, field *T) {
	value := c.next(of)
	if c.writing {
		*value = int64(*field)
		return
	}
	read, _ := (*value).(int64)
	*field = T(read)
}

// flag is 0 or 1.
func flag(c *cells, of column, field *bool) {
	value := c.next(of)
	if !c.writing {
		*field = *value == int64(1)
		return
	}
	*value = int64(0)
	if *field {
		*value = int64(1)
	}
}

// figure is five columns: how the figure is stated, its three numbers and whether the analyst assumed them;
// all are NULL when there is no figure.
func figure(c *cells, prefix string, f *deal.Figure) {
	stated := c.writing && f.Set()
	said := c.next(column{name: prefix + "_said"})
	if stated {
		*said = string(f.Said)
	} else if !c.writing {
		read, _ := (*said).(string)
		f.Said = deal.Said(read)
	}
	for _, part := range []struct {
		suffix string
		cents  *int64
	}{{"_low_cents", &f.Low}, {"_best_cents", &f.Best}, {"_high_cents", &f.High}} {
		value := c.next(column{name: prefix + part.suffix})
		if stated {
			*value = *part.cents
		} else if !c.writing {
			*part.cents, _ = (*value).(int64)
		}
	}
	assumed := c.next(column{name: prefix + "_assumed"})
	switch {
	case !c.writing:
		f.Assumed = *assumed == int64(1)
	case stated && f.Assumed:
		*assumed = int64(1)
	case stated:
		*assumed = int64(0)
	}
}

// reported is three columns, all NULL when the amount is not stated.
func reported(c *cells, prefix string, r *deal.Reported) {
	cents := c.next(column{name: prefix + "_cents"})
	currency := c.next(column{name: prefix + "_currency"})
	source := c.next(column{name: prefix + "_source", parent: "sources"})
	if !c.writing {
		r.Money.Cents, r.Stated = (*cents).(int64)
		read, _ := (*currency).(string)
		id, _ := (*source).(int64)
		r.Money.Currency, r.Source = deal.Currency(read), deal.SourceID(id)
		return
	}
	if !r.Stated {
		return
	}
	*cents, *currency = r.Money.Cents, string(r.Money.Currency)
	if r.Source != 0 {
		*source = int64(r.Source)
	}
}

// pin is where the analyst has put a company: two columns, NULL when it is not pinned.
func pin(c *cells, company *deal.Company) {
	x := c.next(column{name: "pinned_x", real: true})
	y := c.next(column{name: "pinned_y", real: true})
	switch {
	case !c.writing:
		company.X, company.Pinned = (*x).(float64)
		company.Y, _ = (*y).(float64)
	case company.Pinned:
		*x, *y = company.X+0, company.Y+0 // +0 makes -0 the 0 that SQLite stores
	}
}
