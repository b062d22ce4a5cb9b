package store

import (
	"context"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// rowKey identifies a row of the document.
type rowKey struct {
	table *table
	id    int64
}

// ledger collects what an edit does to the rows, each row once, before anything is written.
type ledger struct {
	ctx     context.Context // once it is done, nothing more is listed
	conn    *connection
	seen    *deal.Book // nil checks nothing
	fresh   map[rowKey]bool
	changes []change
	listed  map[rowKey]bool
	gone    map[rowKey]bool // the listed rows that are deleted
}

// put lists the row; without an effect it is only remembered as listed. The stored row is the one before.
func (l *ledger) put(t *table, stored, after row) error {
	if err := progress.Stopped(l.ctx, len(l.changes)); err != nil {
		return err
	}
	id := after[0].(int64)
	key := rowKey{t, id}
	if l.listed[key] {
		return fmt.Errorf("the edit holds %s twice", describe(t, after))
	}
	if stored == nil && !l.fresh[key] {
		return fmt.Errorf("%s: %w", describe(t, after), deal.ErrNotFound)
	}
	if err := storable(t, after); err != nil {
		return fmt.Errorf("%s: %w", describe(t, after), err)
	}
	l.listed[key] = true
	if !slices.Equal(stored, after) || stored == nil {
		l.changes = append(l.changes, change{t, id, stored, after})
	}
	return nil
}

// replace lists a row that stands for itself.
func (l *ledger) replace(t *table, after row) error {
	var stored row
	id := after[0].(int64)
	if !l.fresh[rowKey{t, id}] {
		var err error
		if stored, err = l.conn.read(t, id); err != nil {
			return err
		}
	}
	return l.put(t, stored, after)
}

// remove lists the row as one that goes. A row that the edit has put stays when it would only go with
// something that it belonged to (cascade); to put it and delete it is an error.
func (l *ledger) remove(t *table, stored row, cascade bool) error {
	id := stored[0].(int64)
	key := rowKey{t, id}
	if l.listed[key] {
		if cascade || l.gone[key] {
			return nil
		}
		return fmt.Errorf("the edit both changes and deletes %s", describe(t, stored))
	}
	l.listed[key] = true
	l.gone[key] = true
	l.changes = append(l.changes, change{t, id, stored, nil})
	return nil
}

// removeWhere lists every row for which the condition holds as one that goes with what it belongs to.
func (l *ledger) removeWhere(t *table, condition string, id int64) error {
	stored, err := l.conn.rows(t, condition, id)
	if err != nil {
		return err
	}
	if err := l.checkCount(t, id, len(stored)); err != nil {
		return err
	}
	for _, values := range stored {
		if err := l.removeOwned(t, values); err != nil {
			return err
		}
	}
	return nil
}

// checkCount refuses an edit of a deal or a scenario that has lost parts since its author saw it. Parts that
// have changed or come are noticed when they are compared; the ones that have gone are not there to be.
func (l *ledger) checkCount(t *table, owner int64, stored int) error {
	if l.seen == nil || stored >= seenParts(l.seen, t, owner) {
		return nil
	}
	return fmt.Errorf("%s of %s %d: %w", t.name, t.ownerColumn(), owner, deal.ErrConflict)
}

// removeOwned lists a row that goes with what it belongs to; with a leg go the claims about it.
func (l *ledger) removeOwned(t *table, stored row) error {
	if err := l.remove(t, stored, true); err != nil || t != legs.table {
		return err
	}
	return l.removeWhere(claims.table, "leg = ?", stored[0].(int64))
}

// belonging is a table whose rows go with the row that the condition names.
type belonging struct {
	table     *table
	condition string
}

// removeWith lists the row and what belongs to it.
func (l *ledger) removeWith(t *table, id int64, belongings ...belonging) error {
	stored, err := l.conn.read(t, id)
	if err != nil {
		return err
	}
	if stored == nil {
		return fmt.Errorf("entry %d of %s, to be deleted: %w", id, t.name, deal.ErrNotFound)
	}
	if err := l.remove(t, stored, false); err != nil {
		return err
	}
	for _, belonging := range belongings {
		if err := l.removeWhere(belonging.table, belonging.condition, id); err != nil {
			return err
		}
	}
	return nil
}
