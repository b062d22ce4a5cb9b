package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/whatif"
)

// waterfallTool shows what each change that is tried adds to a measure.
type waterfallTool struct {
	measure *measureChoice
	box     fyne.CanvasObject
}

func newWaterfallTool(p *toolsPanel) *waterfallTool {
	t := &waterfallTool{measure: newMeasureChoice("Measure", "circular_share", "", p.asked)}
	t.box = widgets.Columns([]float32{5, 9}, t.measure.field, canvas.NewRectangle(nil))
	return t
}

func (t *waterfallTool) name() string { return "Waterfall" }

func (t *waterfallTool) asks() string {
	return "What each change that is tried adds to a measure, on the way from the document to the scenario."
}

func (t *waterfallTool) counts() string { return "change" }

func (t *waterfallTool) form() fyne.CanvasObject { return t.box }

func (t *waterfallTool) waits() bool { return false }

func (t *waterfallTool) refill(s *studied) { t.measure.fill(s.rows) }

func (t *waterfallTool) ask(s *studied) (work, error) {
	key := t.measure.key
	return func(ctx context.Context, _ whatif.Progress, _ func(answer)) (answer, error) {
		fall, err := s.study.Waterfall(ctx, key)
		if err != nil {
			return answer{}, err
		}
		return answer{chart: chart.Waterfall(fall)}, nil
	}, nil
}
