package gui

import (
	"context"
	"fmt"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/whatif"
)

// tableTool shows a measure at every pair of values of two inputs.
type tableTool struct {
	measure *measureChoice
	across  *inputChoice
	down    *inputChoice
	box     fyne.CanvasObject
}

func newTableTool(p *toolsPanel) *tableTool {
	t := &tableTool{
		measure: newMeasureChoice("Measure", "circular_share", "", p.asked),
		across:  newInputChoice("Across", 0, p.asked),
		down:    newInputChoice("Down", 1, p.asked),
	}
	t.box = widgets.Stacked(4,
		widgets.Columns([]float32{5, 6, 2, 2}, t.measure.field, t.across.field, t.across.low.field, t.across.high.field),
		widgets.Columns([]float32{5, 6, 2, 2}, widgets.NewNote(""),
			t.down.field, t.down.low.field, t.down.high.field))
	return t
}

func (t *tableTool) name() string { return "Two-way table" }

func (t *tableTool) asks() string { return "A measure at every pair of values of two inputs." }

func (t *tableTool) form() fyne.CanvasObject { return t.box }

func (t *tableTool) waits() bool { return false }

func (t *tableTool) refill(s *studied) {
	t.measure.fill(s.rows)
	t.across.fill(s)
	t.down.fill(s)
}

// tableSteps is how many columns and rows a table has, besides the present values.
const tableSteps = 11

func (t *tableTool) ask(s *studied) (work, error) {
	if err := t.across.read(); err != nil {
		return nil, err
	}
	if err := t.down.read(); err != nil {
		return nil, err
	}
	if t.across.input == t.down.input {
		return nil, fmt.Errorf("choose two different inputs")
	}
	key := t.measure.key
	across, down := span{t.across.input, t.across.lowest, t.across.greatest}, span{t.down.input, t.down.lowest, t.down.greatest}
	return func(ctx context.Context, tell whatif.Progress, _ func(answer)) (answer, error) {
		row, err := s.row(ctx, key)
		if err != nil {
			return answer{}, err
		}
		of := chart.TableOf{Book: s.book, Row: row, Note: s.note()}
		ask := whatif.TwoWay{Key: key, Across: across.input, Down: down.input}
		ask.AcrossAt, of.Present[0] = s.steps(across, tableSteps)
		ask.DownAt, of.Present[1] = s.steps(down, tableSteps)
		if of.Table, err = s.study.Table(ctx, ask, tell); err != nil {
			return answer{}, err
		}
		if i, j := of.Present[1], of.Present[0]; i >= 0 && j >= 0 && !same(of.Table.Numbers[i][j], row.Scenario) {
			of.Present = [2]int{-1, -1} // setting an input to its own value says more than the sources do
		}
		return answer{chart: chart.Table(of)}, nil
	}, nil
}

// steps returns values evenly through the span with the present one among them, and its position or -1.
func (s *studied) steps(through span, count int) ([]int64, int) {
	values := whatif.Steps(through.low, through.high, count)
	present, ok := s.study.Present(through.input)
	if !ok || present < through.low || present > through.high {
		return values, -1
	}
	at, found := slices.BinarySearch(values, present)
	if !found {
		values = slices.Insert(values, at, present)
	}
	return values, at
}

// same reports whether two numbers are one but for what floating point may be off.
func same(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1e-9, math.Abs(a), math.Abs(b)) }
