package store

import (
	"context"
	"database/sql/driver"
	"slices"

	"roundtrip/internal/progress"
)

// change is what an edit, or its undoing, does to one row.
type change struct {
	table  *table
	id     int64
	before row // nil: the row is new
	after  row // nil: the row goes
}

// changesUnique reports whether the row keeps its place in every UNIQUE constraint.
func (c change) changesUnique() bool {
	for i, column := range c.table.columns {
		if column.unique && c.before[i] != c.after[i] {
			return true
		}
	}
	return false
}

// read returns the row as it is stored, or nil when there is none.
func (c *connection) read(t *table, id int64) (row, error) {
	var found row
	err := c.each(t.selects+" WHERE id = ?", []driver.Value{id}, func(values row) error {
		found = slices.Clone(values)
		return nil
	})
	return found, err
}

// rows returns the rows for which the condition holds, ordered by their ID.
func (c *connection) rows(t *table, condition string, arguments ...driver.Value) ([]row, error) {
	var found []row
	err := c.each(t.selects+" WHERE "+condition+" ORDER BY id", arguments, func(values row) error {
		found = append(found, slices.Clone(values))
		return nil
	})
	return found, err
}

// write makes the changes. Rows that go, or move within a UNIQUE constraint, are deleted first, so that two
// companies can swap names. Foreign keys are deferred, so that any order would do, but rows that name no row that is
// still to come are written several times faster: tables come after those that they refer to.
func (c *connection) write(ctx context.Context, changes []change) error {
	for _, change := range changes {
		if change.before != nil && (change.after == nil || change.changesUnique()) {
			if err := c.run(change.table.deletes, change.id); err != nil {
				return err
			}
		}
	}
	written := 0
	for _, t := range tables {
		for _, change := range changes {
			if change.table != t {
				continue
			}
			if err := c.writeAfter(change); err != nil {
				return err
			}
			written++
			if err := progress.Step(ctx, written, len(changes), "entries written"); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *connection) writeAfter(change change) error {
	switch {
	case change.after == nil:
		return nil
	case change.before == nil || change.changesUnique():
		return c.run(change.table.inserts, change.after...)
	}
	arguments := append(slices.Clone(change.after[1:]), change.id)
	return c.run(change.table.updates, arguments...)
}
