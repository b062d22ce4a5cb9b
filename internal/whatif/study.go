package whatif

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"

	"roundtrip/internal/deal"
)

// Study asks what a scenario's measures do when one of its inputs moves and everything else stays.
type Study struct {
	w       *Workbench
	leg     deal.LegID
	changes []deal.Change
	probers sync.Pool // of *prober
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

// number returns one measure with some more changes made, and whether it is known there.
func (s *Study) number(ctx context.Context, key string, more ...deal.Change) (float64, bool, error) {
	if err := ctx.Err(); err != nil {
		return 0, false, err
	}
	p := s.prober()
	defer s.probers.Put(p)
	var number [1]float64
	if err := p.numbers(ctx, []string{key}, more, number[:]); err != nil || math.IsNaN(number[0]) {
		return 0, false, err
	}
	return number[0], true, nil
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
