package whatif

import (
	"context"
	"fmt"
	"math"

	"roundtrip/internal/deal"
)

// Waterfall is what each change of a scenario adds to a measure on the way from the data to the scenario.
type Waterfall struct {
	Ground
	Row   Row // the measure's, as it is in the scenario
	Steps []WaterfallStep
}

// WaterfallStep is what one change adds to a measure, once the changes before it are made.
type WaterfallStep struct {
	Change deal.Change
	Text   string
	From   float64
	To     float64
	Known  bool // both ends are known

	FromBound, ToBound Bound // how sure the ends are
}

// Waterfall makes the scenario's changes one after the other and returns what each adds to the measure. The steps add
// up; what a single one adds depends on the order, which is that in which the changes are listed.
func (s *Study) Waterfall(ctx context.Context, key string) (*Waterfall, error) {
	row, err := s.row(ctx, key)
	if err != nil {
		return nil, err
	}
	fall := &Waterfall{Ground: s.ground(""), Row: row}
	changes := Latest(s.changes)
	from, known, bound := row.Base, row.BaseKnown, row.BaseBound
	for i, change := range changes {
		p := s.w.Study(s.leg, changes[:i+1]).prober()
		to, boundTo, err := p.sure(ctx, key)
		if err != nil {
			return nil, fmt.Errorf("make the change %q: %w", Describe(s.w.book, change), err)
		}
		knownTo := !math.IsNaN(to)
		if i+1 == len(changes) {
			boundTo = row.ScenarioBound // as sure as the what-if says
		}
		fall.Steps = append(fall.Steps, WaterfallStep{
			Change: change, Text: Describe(s.w.book, change), From: from, To: to, Known: known && knownTo, FromBound: bound, ToBound: boundTo,
		})
		from, known, bound = to, knownTo, boundTo
	}
	return fall, nil
}
