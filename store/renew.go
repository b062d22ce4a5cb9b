package store

import (
	"cmp"
	"database/sql/driver"
	"maps"
	"slices"

	"roundtrip/internal/deal"
)

// mostRenewed is how many changed rows are read again one by one; beyond, reading everything is no slower.
const mostRenewed = 200

// renew returns the Book after the changes. Of the document it reads only what they touch; the rest is taken
// over from the Book before, so that a small edit of a large document is quick.
func (c *connection) renew(book *deal.Book, changes []change) (*deal.Book, error) {
	if len(changes) > mostRenewed {
		return c.load()
	}
	touched := map[*table]map[int64]bool{}
	for _, change := range changes {
		t, id := change.entry()
		if touched[t] == nil {
			touched[t] = map[int64]bool{}
		}
		touched[t][id] = true
	}
	parts := deal.Book{
		Companies: book.Companies, Deals: book.Deals, Sources: book.Sources, Claims: book.Claims,
		Scenarios: book.Scenarios, Placed: book.Placed,
	}
	for _, step := range []func() error{
		func() error { return c.loadHeading(&parts) },
		func() error { return c.loadRates(&parts) },
		func() error { return renewed(c, companies, &parts.Companies, touched[companies.table], nil) },
		func() error { return renewed(c, sources, &parts.Sources, touched[sources.table], nil) },
		func() error { return renewed(c, claims, &parts.Claims, touched[claims.table], nil) },
		func() error { return renewed(c, deals, &parts.Deals, touched[deals.table], c.completeDeal) },
		func() error {
			return renewed(c, scenarios, &parts.Scenarios, touched[scenarios.table], c.completeScenario)
		},
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return deal.NewBook(parts), nil
}

// entry returns the table and ID of the entry that the changed row is, or is a part of.
func (c change) entry() (*table, int64) {
	switch c.table {
	case tags.table, legs.table, rights.table, changes.table:
	default:
		return c.table, c.id
	}
	values := c.after
	if values == nil {
		values = c.before
	}
	owner := c.table.at(c.table.ownerColumn())
	id, _ := values[owner].(int64)
	return tableNamed(c.table.columns[owner].parent), id
}

// renewed puts what is stored now in the place of the touched entries, in a slice of its own. complete adds
// the parts that have tables of their own; nil is for entries without.
func renewed[T any](c *connection, e entity[T], entries *[]T, touched map[int64]bool, complete func(*T) error) error {
	result := slices.Clone(*entries)
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		stored, err := c.read(e.table, id)
		if err != nil {
			return err
		}
		at, there := slices.BinarySearchFunc(result, id, func(entry T, id int64) int {
			return cmp.Compare(e.idOf(&entry), id)
		})
		if stored == nil {
			if there {
				result = slices.Delete(result, at, at+1)
			}
			continue
		}
		var entry T
		e.decode(stored, &entry)
		if complete != nil {
			if err := complete(&entry); err != nil {
				return err
			}
		}
		if there {
			result[at] = entry
		} else {
			result = slices.Insert(result, at, entry)
		}
	}
	if len(result) == 0 {
		result = nil // as a Book that is loaded has it
	}
	*entries = result
	return nil
}

// completeDeal reads the deal's tags, legs and rights.
func (c *connection) completeDeal(d *deal.Deal) error {
	owner := int64(d.ID)
	err := partsOf(c, tags, owner, func(t *tagRow) { d.Tags = append(d.Tags, t.Tag) })
	if err != nil {
		return err
	}
	err = partsOf(c, legs, owner, func(l *legRow) { d.Legs = append(d.Legs, l.Leg) })
	if err != nil {
		return err
	}
	return partsOf(c, rights, owner, func(r *rightRow) { d.Rights = append(d.Rights, r.Right) })
}

// completeScenario reads the scenario's changes.
func (c *connection) completeScenario(s *deal.Scenario) error {
	return partsOf(c, changes, int64(s.ID), func(change *changeRow) { s.Changes = append(s.Changes, change.Change) })
}

// partsOf calls take with every row of the entity's table that belongs to the owner, in their order.
func partsOf[T any](c *connection, e entity[T], owner int64, take func(*T)) error {
	query := e.selects + " WHERE " + e.ownerColumn() + " = ? ORDER BY position"
	return c.each(query, []driver.Value{owner}, func(values row) error {
		var entry T
		e.decode(values, &entry)
		take(&entry)
		return nil
	})
}
