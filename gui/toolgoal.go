package gui

import (
	"context"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/whatif"
)

// goalTool looks for the value of an input at which a measure reaches a number.
type goalTool struct {
	measure *measureChoice
	target  *toolEntry
	input   *inputChoice
	aimed   string // the measure that the target was written for
	box     fyne.CanvasObject
}

func newGoalTool(p *toolsPanel) *goalTool {
	t := &goalTool{input: newInputChoice("by moving", 0, p.asked), target: newToolEntry("should be", "e.g. 10%", p.asked)}
	t.measure = newMeasureChoice("Measure", "circular_share", "", func() {
		t.aim()
		p.asked()
	})
	t.box = widgets.Columns([]float32{5, 2, 6, 2, 2}, t.measure.field, t.target.field, t.input.field, t.input.low.field, t.input.high.field)
	return t
}

func (t *goalTool) name() string { return "Goal seek" }

func (t *goalTool) asks() string {
	return "The value of an input at which a measure reaches a number, or how near it comes and why no nearer."
}

func (t *goalTool) counts() string { return "value" }

func (t *goalTool) form() fyne.CanvasObject { return t.box }

func (t *goalTool) waits() bool { return false }

func (t *goalTool) refill(s *studied) {
	t.measure.fill(s.rows)
	t.input.fill(s)
	t.aim()
}

// aim writes a target for another measure: half as much again as it is.
func (t *goalTool) aim() {
	row, ok := t.measure.row()
	if !ok || t.aimed == row.Key {
		return
	}
	t.aimed = row.Key
	value := row.Base * 1.5
	if row.Key == "circular_share" {
		value = 0.1
	}
	text := ""
	if row.BaseKnown && t.input.studied != nil {
		text = whatif.FormatValue(row.Unit, value, t.input.studied.book.Base)
	}
	t.target.set(text)
}

func (t *goalTool) ask(s *studied) (work, error) {
	row, _ := t.measure.row()
	target, err := row.ParseTarget(t.target.Text, s.book.Base)
	if t.target.problem(err) != nil {
		return nil, err
	}
	if err := t.input.read(); err != nil {
		return nil, err
	}
	span := t.input.span
	goal := whatif.Goal{Input: span.Input, Key: row.Key, Target: target, Low: span.Low, High: span.High}
	return func(ctx context.Context, tell whatif.Progress, _ func(answer)) (answer, error) {
		found, err := s.study.Seek(ctx, goal, tell)
		if err != nil {
			return answer{}, err
		}
		words := "Try "
		if !found.Reached {
			words = "Try the nearest, "
		}
		words += span.Input.Text(s.book, found.Value)
		return answer{chart: chart.Goal(found), take: asChange(span.Input, found.Value), words: words}, nil
	}, nil
}
