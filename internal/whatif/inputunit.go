package whatif

import (
	"fmt"
	"strconv"

	"roundtrip/internal/deal"
)

// Unit returns what the input's values are.
func (i Input) Unit() deal.ChangeUnit { return i.Field.Unit() }

// Plain writes a value of the input for a program to read, as its Header says: money in units of its currency, shares
// as fractions of one, times in months.
func (i Input) Plain(value int64) string {
	switch i.Unit() {
	case deal.UnitMoney:
		if value%100 != 0 {
			return fmt.Sprintf("%d.%02d", value/100, value%100)
		}
		return strconv.FormatInt(value/100, 10)
	case deal.UnitShare:
		return strconv.FormatFloat(float64(value)/float64(deal.Whole), 'f', -1, 64)
	}
	return strconv.FormatInt(value, 10)
}

// Header names the input and its unit for a table.
func (i Input) Header(book *deal.Book) string {
	name := i.Name(book)
	switch i.Unit() {
	case deal.UnitMoney:
		return fmt.Sprintf("%s (%s)", name, i.Currency(book))
	case deal.UnitShare:
		return name + " (fraction of one)"
	}
	return name + " (months)"
}

// bounds returns the least and the most that the input can be.
func (i Input) bounds() (least, most int64) {
	switch i.Unit() {
	case deal.UnitShare:
		return 0, int64(deal.Whole)
	case deal.UnitMonths:
		return 1, mostMonths
	}
	return 0, deal.MaxCents
}
