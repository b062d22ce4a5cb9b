package store

import (
	"context"
	"errors"
	"fmt"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// Apply makes the edit, as a whole or not at all, and returns the Book that it leads to. See deal.Edit for
// how entries, IDs and conflicts work. An edit that changes nothing leaves no step to undo.
//
// Errors: deal.Problems for an entry that is not valid, deal.ErrConflict, deal.ErrNotFound, a NamedError for
// what cannot be deleted because something else names it, and FileErrors. Choosing a claim takes the choice
// from the claim that was chosen before for the same subject and field.
func (d *Document) Apply(edit deal.Edit) (deal.Applied, error) {
	return d.ApplyContext(context.Background(), edit)
}

// ApplyContext is Apply that says through the context how many entries are written, see package progress. Once the context
// is done it ends with its error and leaves the document as it was.
func (d *Document) ApplyContext(ctx context.Context, edit deal.Edit) (deal.Applied, error) {
	if err := validate(ctx, edit); err != nil {
		return deal.Applied{}, err
	}
	var applied deal.Applied
	err := d.writing(func(conn *connection) error {
		resolver := newResolver(conn)
		resolved, err := resolver.resolve(edit)
		if err != nil {
			return err
		}
		changes, err := listChanges(ctx, conn, resolved, resolver)
		if err != nil {
			return err
		}
		if err := d.commitEdit(ctx, conn, edit.Label, changes); err != nil {
			return err
		}
		applied = identities(resolved)
		if applied.Book, err = d.look(conn, changes); err != nil {
			return err
		}
		return ctx.Err()
	})
	if err != nil {
		return deal.Applied{}, err
	}
	return applied, nil
}

// commitEdit writes the changes and the step that undoes them.
func (d *Document) commitEdit(ctx context.Context, conn *connection, label string, changes []change) error {
	if len(changes) == 0 {
		return nil
	}
	if err := conn.write(progress.Part(ctx, 0, 2), changes); err != nil {
		return err
	}
	if err := conn.checkReferences(ctx, changes); err != nil {
		return err
	}
	return conn.remember(progress.Part(ctx, 1, 2), label, d.clock(), changes)
}

// listChanges turns the edit into changes of rows, having checked it against what is stored and seen.
func listChanges(ctx context.Context, conn *connection, edit deal.Edit, resolver *resolver) ([]change, error) {
	e := &editor{
		ledger: ledger{
			ctx: ctx, conn: conn, seen: edit.Seen, fresh: resolver.fresh, listed: map[rowKey]bool{}, gone: map[rowKey]bool{},
		},
		resolver: resolver,
		edit:     edit,
	}
	for _, step := range []func() error{
		e.putHeading, e.putEntries, e.putDeals, e.putRates, e.putScenarios, e.deleteEntries, e.unchoose,
		e.checkNames,
	} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := step(); err != nil {
			if edit.Seen != nil && errors.Is(err, deal.ErrNotFound) {
				// Whoever wrote the edit saw the row; that it is gone is a change made in the meantime.
				err = fmt.Errorf("%w: %w", err, deal.ErrConflict)
			}
			return nil, err
		}
	}
	return e.changes, checkSeen(edit.Seen, e.changes)
}

// identities returns the IDs of the edit's entries.
func identities(edit deal.Edit) deal.Applied {
	var applied deal.Applied
	for i := range edit.Companies {
		applied.Companies = append(applied.Companies, edit.Companies[i].ID)
	}
	for i := range edit.Sources {
		applied.Sources = append(applied.Sources, edit.Sources[i].ID)
	}
	for i := range edit.Deals {
		applied.Deals = append(applied.Deals, edit.Deals[i].ID)
	}
	for i := range edit.Claims {
		applied.Claims = append(applied.Claims, edit.Claims[i].ID)
	}
	for i := range edit.Scenarios {
		applied.Scenarios = append(applied.Scenarios, edit.Scenarios[i].ID)
	}
	return applied
}
