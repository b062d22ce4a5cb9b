package whatif

import (
	"context"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// Study asks what a scenario's measures do when one of its inputs moves and everything else stays.
type Study struct {
	w       *Workbench
	leg     deal.LegID
	changes []deal.Change
}

// Study returns a study of the scenario that the changes make; the rows about a stake are about that of the leg.
func (w *Workbench) Study(leg deal.LegID, changes []deal.Change) *Study {
	return &Study{w: w, leg: leg, changes: slices.Clone(changes)}
}

// Progress is told how much of a longer piece of work is done. It may be nil.
type Progress func(done, of int)

func (p Progress) tell(done, of int) {
	if p != nil {
		p(done, of)
	}
}

// with returns the scenario's changes and some more, which hold where both change the same thing.
func (s *Study) with(more ...deal.Change) []deal.Change {
	return append(slices.Clip(s.changes), more...)
}

// rows returns every measure with some more changes made. The base's side of each row is the Book's.
func (s *Study) rows(ctx context.Context, more ...deal.Change) ([]Row, error) {
	changes := s.with(more...)
	options := s.w.options
	options.Ranges = false
	scenario, err := s.w.scenario(ctx, changes, options)
	if err != nil {
		return nil, err
	}
	return s.w.rows(&Comparison{
		Stake: StakeUnder(s.w.book, s.leg, changes), Changes: changes,
		BaseBook: s.w.book, BaseNetwork: s.w.network, Base: s.w.base,
		ScenarioBook: scenario.book, ScenarioNetwork: scenario.network, Scenario: scenario.measures,
	}, false), nil
}

// number returns one measure with some more changes made, and whether it is known there. The measures that a
// goal is sought for most often are computed alone.
func (s *Study) number(ctx context.Context, key string, more ...deal.Change) (float64, bool, error) {
	if err := ctx.Err(); err != nil {
		return 0, false, err
	}
	if measure, ok := quickMeasures[key]; ok {
		built, err := s.w.build(s.with(more...))
		if err != nil {
			return 0, false, err
		}
		return measure(&quick{state: built}), true, nil
	}
	rows, err := s.rows(ctx, more...)
	if err != nil {
		return 0, false, err
	}
	for _, row := range rows {
		if row.Key == key {
			return row.Scenario, row.ScenarioKnown, nil
		}
	}
	return 0, false, fmt.Errorf("there is no measure %q", key)
}

// quick is a network whose simplest measures are asked for, each computed once.
type quick struct {
	*state
	around   int64
	measured bool
}

func (q *quick) circulation() int64 {
	if !q.measured {
		q.around, _ = q.network.Circulation()
		q.measured = true
	}
	return q.around
}

// quickMeasures are the measures that need no other one.
var quickMeasures = map[string]func(*quick) float64{
	"gross":          func(q *quick) float64 { return float64(q.network.Gross()) },
	"circular_money": func(q *quick) float64 { return float64(q.circulation()) },
	"circular_share": func(q *quick) float64 {
		if gross := q.network.Gross(); gross > 0 {
			return float64(q.circulation()) / float64(gross)
		}
		return 0
	},
	"finn": func(q *quick) float64 { return q.network.Finn() },
}

// row returns the measure's row as it is in the scenario, for its name and unit.
func (s *Study) row(ctx context.Context, key string) (Row, error) {
	rows, err := s.rows(ctx)
	if err != nil {
		return Row{}, err
	}
	at := slices.IndexFunc(rows, func(row Row) bool { return row.Key == key })
	if at < 0 {
		return Row{}, fmt.Errorf("there is no measure %q", key)
	}
	return rows[at], nil
}
