package gui

import (
	"context"
	"fmt"

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

func (t *tableTool) counts() string { return "cell" }

func (t *tableTool) form() fyne.CanvasObject { return t.box }

func (t *tableTool) waits() bool { return false }

func (t *tableTool) refill(s *studied) {
	t.measure.fill(s.rows)
	t.across.fill(s)
	t.down.fill(s)
}

func (t *tableTool) ask(s *studied) (work, error) {
	if err := t.across.read(); err != nil {
		return nil, err
	}
	if err := t.down.read(); err != nil {
		return nil, err
	}
	ask := whatif.TableQuestion{Key: t.measure.key, Across: t.across.span, Down: t.down.span}
	if ask.Across.Input == ask.Down.Input {
		return nil, fmt.Errorf("choose two different inputs")
	}
	return func(ctx context.Context, tell whatif.Progress, _ func(answer)) (answer, error) {
		table, err := s.study.Table(ctx, ask, tell)
		if err != nil {
			return answer{}, err
		}
		return answer{chart: chart.Table(table)}, nil
	}, nil
}
