package gui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
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
	input, low, high := t.input.input, t.input.lowest, t.input.greatest
	return func(ctx context.Context, tell whatif.Progress, _ func(answer)) (answer, error) {
		of, err := s.sweep(ctx, span{input, low, high}, keys, tell)
		if err != nil {
			return answer{}, err
		}
		shown, err := chart.Sweep(of)
		return answer{chart: shown}, err
	}, nil
}

// span is how far an input moves.
type span struct {
	input     whatif.Input
	low, high int64
}

// The points of a sweep: fewer where each takes a while.
const (
	sweepPoints      = 61
	sweepPointsLarge = 25
)

// sweep measures what is tried, and the document beside it, while the input moves. It looks where the circular
// money bends and at the present value as well, so that both are on the line.
func (s *studied) sweep(ctx context.Context, through span, keys []string, tell whatif.Progress) (chart.SweepOf, error) {
	of := chart.SweepOf{Book: s.book, Keys: keys, Note: s.note()}
	points := sweepPoints
	if s.large() {
		points = sweepPointsLarge
	}
	values := whatif.Steps(through.low, through.high, points)
	kinks, err := s.study.Kinks(ctx, through.input, through.low, through.high)
	if err != nil {
		return of, err
	}
	for _, kink := range kinks {
		values = append(values, kink.Value)
	}
	if present, ok := s.study.Present(through.input); ok && present > through.low && present < through.high {
		values = append(values, present)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	rounds := 1
	if len(s.changes) > 0 {
		rounds = 2
	}
	part := func(before int) whatif.Progress {
		return func(done, _ int) { tell(before*len(values)+done, rounds*len(values)) }
	}
	if of.Sweep, err = s.study.Sweep(ctx, through.input, values, part(0)); err != nil {
		return of, err
	}
	if rounds == 2 {
		if of.Base, err = s.base.Sweep(ctx, through.input, values, part(1)); err != nil {
			return of, err
		}
	}
	stop, found, err := s.study.Stop(ctx, of.Sweep, keys[0])
	if found {
		of.Stop = &stop
	}
	return of, err
}

// row returns the measure of what is tried, beside the document's.
func (s *studied) row(ctx context.Context, key string) (whatif.Row, error) {
	compared, err := s.workbench.CompareChanges(ctx, s.leg, s.changes)
	if err != nil {
		return whatif.Row{}, err
	}
	row, ok := compared.Row(key)
	if !ok {
		return whatif.Row{}, fmt.Errorf("there is no measure %q", key)
	}
	return row, nil
}

// note says on what the chart's numbers stand.
func (s *studied) note() string {
	built, _ := s.workbench.Base()
	text := map[network.Basis]string{network.BasisHeadline: "Headline totals", network.BasisYear: "Money per year", network.BasisDrawn: "Money drawn so far"}[built.View.Basis]
	if text == "" {
		text = "Headline totals"
	}
	if figure := built.View.Figure; figure != "" && figure != network.PickBest {
		text += fmt.Sprintf(", %s figures", figure)
	}
	text += "; undisclosed amounts are not counted unless assumed."
	if len(s.changes) > 0 {
		text += fmt.Sprintf(" With %s of the what-if.", counted(len(s.changes), "change"))
	}
	if s.book.Title != "" {
		text += " " + s.book.Title + "."
	}
	return text
}

// asChange returns the change that sets the input to the value.
func asChange(input whatif.Input, value int64) *deal.Change {
	change := input.At(value)
	return &change
}
