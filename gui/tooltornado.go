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
	t.spread.set(whatif.FirstSpread.Percent())
	t.box = widgets.Columns([]float32{5, 3, 6}, t.measure.field, t.spread.field, canvas.NewRectangle(nil))
	return t
}

func (t *tornadoTool) name() string { return "Tornado" }

func (t *tornadoTool) asks() string {
	return "On which input a measure hangs most: each alone through its own range, the widest bar first."
}

func (t *tornadoTool) counts() string { return "input" }

func (t *tornadoTool) form() fyne.CanvasObject { return t.box }

func (t *tornadoTool) waits() bool { return false }

func (t *tornadoTool) refill(s *studied) { t.measure.fill(s.rows) }

func (t *tornadoTool) ask(s *studied) (work, error) {
	spread, err := deal.ParsePercent(t.spread.Text)
	if t.spread.problem(err) != nil {
		return nil, err
	}
	ask := whatif.TornadoQuestion{Key: t.measure.key, Spread: spread}
	return func(ctx context.Context, tell whatif.Progress, show func(answer)) (answer, error) {
		storm, err := s.study.Tornado(ctx, ask, tell, func(soFar *whatif.Tornado) { show(answer{chart: chart.Tornado(soFar)}) })
		if err != nil {
			return answer{}, err
		}
		return answer{chart: chart.Tornado(storm)}, nil
	}, nil
}
