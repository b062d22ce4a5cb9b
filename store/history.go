package store

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
	"time"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// How much of the past a document keeps: the last steps, as long as their row images are not too large in
// all. The newest step is always kept.
const (
	mostSteps     = 1_000
	mostImageByte = 64 << 20
)

// defaultLabel is what an edit without a label is called.
const defaultLabel = "Edit"

// Undo takes the last edit back and returns its label and the Book that it leads to. It writes every row as
// it was before the edit, with its ID. Rows that another program has changed since are a deal.ErrConflict.
func (d *Document) Undo() (label string, book *deal.Book, err error) {
	return d.step(0)
}

// Redo makes the edit again that was undone last and returns its label and the Book that it leads to.
func (d *Document) Redo() (label string, book *deal.Book, err error) {
	return d.step(1)
}

// History returns the labels of the edits that Undo and Redo would take next, "" for none.
func (d *Document) History() (undo, redo string, err error) {
	err = d.reading(func(conn *connection) error {
		for undone, label := range []*string{&undo, &redo} {
			next, found, err := conn.nextStep(int64(undone))
			if err != nil {
				return err
			}
			if found {
				*label = next.label
			}
		}
		return nil
	})
	return undo, redo, err
}

// historyStep is one edit that can be undone, or redone once it is.
type historyStep struct {
	id    int64
	label string
}

// nextStep returns the step that an undo (undone 0) or a redo (undone 1) would take.
func (c *connection) nextStep(undone int64) (next historyStep, found bool, err error) {
	direction := "DESC"
	if undone == 1 {
		direction = "ASC"
	}
	query := "SELECT id, label FROM history WHERE undone = ? ORDER BY id " + direction + " LIMIT 1"
	err = c.each(query, []driver.Value{undone}, func(values row) error {
		next.id, _ = values[0].(int64)
		next.label, _ = values[1].(string)
		found = true
		return nil
	})
	return next, found, err
}

// step undoes the last step that is not undone, or redoes the first one that is.
func (d *Document) step(undone int64) (label string, book *deal.Book, err error) {
	nothing, doing := deal.ErrNothingToUndo, "undo"
	if undone == 1 {
		nothing, doing = deal.ErrNothingToRedo, "redo"
	}
	err = d.writing(func(conn *connection) error {
		next, found, err := conn.nextStep(undone)
		switch {
		case err != nil:
			return err
		case !found:
			return nothing
		}
		steps, err := conn.recall(next.id)
		if err != nil {
			return err
		}
		if undone == 0 {
			slices.Reverse(steps)
			for i := range steps {
				steps[i].before, steps[i].after = steps[i].after, steps[i].before
			}
		}
		changes, err := conn.replay(steps)
		if err != nil {
			return fmt.Errorf("%s “%s”: %w", doing, next.label, err)
		}
		if err := conn.run("UPDATE history SET undone = ? WHERE id = ?", 1-undone, next.id); err != nil {
			return err
		}
		label = next.label
		book, err = d.look(conn, changes)
		return err
	})
	if err != nil {
		return "", nil, err
	}
	return label, book, nil
}

// rememberedRow is what a step of the history knows of one row: its images before and after, "" for none.
type rememberedRow struct {
	table         *table
	id            int64
	before, after string
}

// conflict is the error for a row that is no longer as the history left it.
func (r rememberedRow) conflict() error {
	image := r.before
	if image == "" {
		image = r.after
	}
	values, err := r.table.parseImage(r.id, image)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s: %w", describe(r.table, values), deal.ErrConflict)
}

// replay makes the changes, provided that the rows are as the history left them, and returns them.
func (c *connection) replay(steps []rememberedRow) ([]change, error) {
	replayed := make([]change, len(steps))
	for i, step := range steps {
		stored, err := c.read(step.table, step.id)
		if err != nil {
			return nil, err
		}
		image, err := step.table.image(stored)
		if err != nil {
			return nil, err
		}
		if image != step.before {
			return nil, step.conflict()
		}
		after, err := step.table.parseImage(step.id, step.after)
		if err != nil {
			return nil, err
		}
		replayed[i] = change{step.table, step.id, stored, after}
	}
	if err := c.write(context.Background(), replayed); err != nil {
		return nil, err
	}
	if err := c.checkReferences(context.Background(), replayed); err != nil {
		return nil, err
	}
	return replayed, c.run("UPDATE meta SET revision = revision + 1")
}

// recall reads the rows of a step in the order in which they were changed.
func (c *connection) recall(step int64) ([]rememberedRow, error) {
	var result []rememberedRow
	query := "SELECT table_name, row_id, before, after FROM history_rows WHERE step = ? ORDER BY id"
	err := c.each(query, []driver.Value{step}, func(values row) error {
		name, _ := values[0].(string)
		remembered := rememberedRow{table: tableNamed(name)}
		if remembered.table == nil {
			return because(ErrDamaged, "the history names the table %q", name)
		}
		remembered.id, _ = values[1].(int64)
		remembered.before, _ = values[2].(string)
		remembered.after, _ = values[3].(string)
		result = append(result, remembered)
		return nil
	})
	return result, err
}

// remember writes the step that undoes the changes, in place of the steps that could have been redone.
func (c *connection) remember(ctx context.Context, label string, at time.Time, changes []change) error {
	if label == "" {
		label = defaultLabel
	}
	if err := c.forget("undone = 1"); err != nil {
		return err
	}
	step, err := c.number("SELECT coalesce(max(id), 0) + 1 FROM history")
	if err != nil {
		return err
	}
	err = c.run("INSERT INTO history (id, label, made_at, undone, size) VALUES (?, ?, ?, 0, 0)",
		step, strings.ToValidUTF8(label, "?"), at.UTC().Format(time.RFC3339))
	if err != nil {
		return err
	}
	var size int64
	for i, change := range changes {
		if err := progress.Step(ctx, i, len(changes), "entries noted for undo"); err != nil {
			return err
		}
		written, err := c.rememberRow(step, change)
		if err != nil {
			return err
		}
		size += written
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := c.run("UPDATE history SET size = ? WHERE id = ?", size, step); err != nil {
		return err
	}
	if err := c.prune(step); err != nil {
		return err
	}
	return c.run("UPDATE meta SET revision = revision + 1")
}

// rememberRow writes the images of one row and returns their length.
func (c *connection) rememberRow(step int64, change change) (int64, error) {
	var images [2]driver.Value
	var size int64
	for i, values := range []row{change.before, change.after} {
		image, err := change.table.image(values)
		if err != nil {
			return 0, err
		}
		if image != "" {
			images[i] = image
		}
		size += int64(len(image))
	}
	return size, c.run("INSERT INTO history_rows (step, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
		step, change.table.name, change.id, images[0], images[1])
}

// Begin makes the state that the document is in its beginning: no edit before it can be undone or redone any more.
func (d *Document) Begin() error {
	return d.writing(func(conn *connection) error { return conn.forget("1") })
}

// prune forgets the oldest steps beyond the bounds.
func (c *connection) prune(newest int64) error {
	oldest, err := c.number(`SELECT min(id) FROM (
		SELECT id, row_number() OVER later AS steps, sum(size) OVER later AS images FROM history
		WINDOW later AS (ORDER BY id DESC))
		WHERE id = ? OR steps <= ? AND images <= ?`, newest, int64(mostSteps), int64(mostImageByte))
	if err != nil {
		return err
	}
	return c.forget("id < ?", oldest)
}

// forget deletes the steps for which the condition holds, and their rows.
func (c *connection) forget(condition string, arguments ...driver.Value) error {
	err := c.run("DELETE FROM history_rows WHERE step IN (SELECT id FROM history WHERE "+condition+")", arguments...)
	if err != nil {
		return err
	}
	return c.run("DELETE FROM history WHERE "+condition, arguments...)
}
