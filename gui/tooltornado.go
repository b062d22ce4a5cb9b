package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// tornadoTool shows which input a measure hangs on most.
type tornadoTool struct {
	measure *measureChoice
	spread  *toolEntry
	box     fyne.CanvasObject
}

func newTornadoTool(p *toolsPanel) *tornadoTool {
	t := &tornadoTool{measure: newMeasureChoice("Measure", "circular_share", "", p.asked), spread: newToolEntry("Exact amounts by ±", "e.g. 10%", p.asked)}
	t.spread.set("10%")
	t.box = widgets.Columns([]float32{5, 3, 6}, t.measure.field, t.spread.field, canvas.NewRectangle(nil))
	return t
}

func (t *tornadoTool) name() string { return "Tornado" }

func (t *tornadoTool) asks() string {
	return "On which input a measure hangs most: each alone through its own range, the widest bar first."
}

func (t *tornadoTool) form() fyne.CanvasObject { return t.box }

func (t *tornadoTool) waits() bool { return false }

func (t *tornadoTool) refill(s *studied) { t.measure.fill(s.rows) }

func (t *tornadoTool) ask(s *studied) (work, error) {
	spread, err := deal.ParsePercent(t.spread.Text)
	if t.spread.problem(err) != nil {
		return nil, err
	}
	key := t.measure.key
	return func(ctx context.Context, tell whatif.Progress, _ func(answer)) (answer, error) {
		row, err := s.row(ctx, key)
		if err != nil {
			return answer{}, err
		}
		spans, err := s.study.Spans(spread)
		if err != nil {
			return answer{}, err
		}
		bars, err := s.study.Tornado(ctx, key, spans, tell)
		if err != nil {
			return answer{}, err
		}
		note := s.note() + " A figure with a range moves through it, an undisclosed one to all that its payer gets."
		return answer{chart: chart.Tornado(s.book, row, bars, note)}, nil
	}, nil
}
