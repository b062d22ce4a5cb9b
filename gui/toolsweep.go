package gui

import (
	"context"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// sweepTool shows what measures do while one input moves.
type sweepTool struct {
	measure *measureChoice
	beside  *measureChoice
	input   *inputChoice
	box     fyne.CanvasObject
}

func newSweepTool(p *toolsPanel) *sweepTool {
	t := &sweepTool{
		measure: newMeasureChoice("Measure", "circular_share", "", p.asked),
		beside:  newMeasureChoice("and beside it", "", "nothing else", p.asked),
		input:   newInputChoice("while this moves", 0, p.asked),
	}
	t.box = widgets.Columns([]float32{5, 4, 6, 2, 2}, t.measure.field, t.beside.field, t.input.field, t.input.low.field, t.input.high.field)
	return t
}

func (t *sweepTool) name() string { return "Sweep" }

func (t *sweepTool) asks() string {
	return "What a measure does while one input moves and everything else stays, and where it stops moving and why."
}

func (t *sweepTool) counts() string { return "value" }

func (t *sweepTool) form() fyne.CanvasObject { return t.box }

func (t *sweepTool) waits() bool { return false }

func (t *sweepTool) refill(s *studied) {
	t.measure.fill(s.rows)
	t.beside.fill(s.rows)
	t.input.fill(s)
}

func (t *sweepTool) ask(s *studied) (work, error) {
	if err := t.input.read(); err != nil {
		return nil, err
	}
	keys := []string{t.measure.key}
	if t.beside.key != "" && t.beside.key != t.measure.key {
		keys = append(keys, t.beside.key)
	}
	ask := whatif.SweepQuestion{Span: t.input.span, Keys: keys}
	return func(ctx context.Context, tell whatif.Progress, _ func(answer)) (answer, error) {
		sweep, err := s.study.Sweep(ctx, ask, tell)
		if err != nil {
			return answer{}, err
		}
		return answer{chart: chart.Sweep(sweep)}, nil
	}, nil
}

// asChange returns the change that sets the input to the value.
func asChange(input whatif.Input, value int64) *deal.Change {
	change := input.At(value)
	return &change
}
