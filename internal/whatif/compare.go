package whatif

import (
	"context"
	"fmt"
	"sync"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Comparison is a scenario beside its base.
type Comparison struct {
	Stake   Stake
	Changes []deal.Change // what makes the scenario of the base

	BaseBook, ScenarioBook       *deal.Book
	BaseNetwork, ScenarioNetwork *network.Network
	Base, Scenario               *network.Measures

	Rows       []Row
	Loops      LoopChange
	Saturation Saturation
}

// LoopChange is what a scenario does to the loops that money can go round. The loops gained are the scenario
// network's, those lost the base network's; the biggest come first.
type LoopChange struct {
	Gained, Lost []network.Loop
	Partial      bool // there were too many loops to compare all: there may be more
}

// Row returns the row of the key, or false.
func (c *Comparison) Row(key string) (Row, bool) {
	for _, row := range c.Rows {
		if row.Key == key {
			return row, true
		}
	}
	return Row{}, false
}

// Workbench compares scenarios with one Book under one View. It measures the base once, so that a step of a
// slider costs one measurement. Its methods may be called from several goroutines.
type Workbench struct {
	book    *deal.Book
	view    network.View
	options network.Options
	network *network.Network
	base    *network.Measures

	mutex     sync.Mutex
	ranged    *network.Measures     // the base with its ranges, once they are asked for
	saturated map[string]Saturation // by everything that a saturation depends on
}

// NewWorkbench measures the book under the view, and returns it ready for comparisons with the same options.
func NewWorkbench(ctx context.Context, book *deal.Book, view network.View, options network.Options) (*Workbench, error) {
	if options.Limits.MaxLen == 0 {
		options.Limits.MaxLen = view.LoopLength(len(book.Companies))
	}
	built, err := network.Build(book, view)
	if err != nil {
		return nil, fmt.Errorf("build the base: %w", err)
	}
	measures, err := network.Measure(ctx, book, built, options)
	if err != nil {
		return nil, fmt.Errorf("measure the base: %w", err)
	}
	if view, err = view.Settled(book); err != nil {
		return nil, fmt.Errorf("build the base: %w", err)
	}
	return &Workbench{
		book: book, view: view, options: options, network: built, base: measures,
		saturated: make(map[string]Saturation),
	}, nil
}

// Base returns the base's network and measures.
func (w *Workbench) Base() (*network.Network, *network.Measures) { return w.network, w.base }

// CompareChanges measures the scenario that the changes make, as a stored one does, beside the base; the rows
// about a stake are about that of the leg.
func (w *Workbench) CompareChanges(ctx context.Context, leg deal.LegID, changes []deal.Change) (*Comparison, error) {
	changes = Latest(changes)
	scenario, err := w.scenario(ctx, changes, w.options)
	if err != nil {
		return nil, err
	}
	comparison := &Comparison{
		Stake: StakeUnder(w.book, leg, changes), Changes: changes,
		BaseBook: w.book, BaseNetwork: w.network, Base: w.base,
		ScenarioBook: scenario.book, ScenarioNetwork: scenario.network, Scenario: scenario.measures,
	}
	if comparison.Loops, err = w.loopChange(ctx, scenario); err != nil {
		return nil, err
	}
	if comparison.Saturation, err = w.saturation(ctx, comparison.Stake, changes); err != nil {
		return nil, err
	}
	comparison.Saturation.Sentence = comparison.leftOutOr(comparison.Saturation)
	comparison.Rows = w.rows(comparison, w.options.Ranges)
	return comparison, nil
}

// WithRanges returns the comparison with the range of each measure that has one, given the ranges of all figures.
// It costs many times what a comparison does: for a slider that has come to rest, on a goroutine of its own.
func (w *Workbench) WithRanges(ctx context.Context, c *Comparison) (*Comparison, error) {
	options := w.options
	options.Ranges, options.Counted = true, w.counted()
	w.mutex.Lock()
	base := w.ranged
	w.mutex.Unlock()
	if base == nil {
		var err error
		if base, err = network.Measure(ctx, w.book, w.network, options); err != nil {
			return nil, fmt.Errorf("measure the base: %w", err)
		}
		w.mutex.Lock()
		w.ranged = base
		w.mutex.Unlock()
	}
	scenario, err := network.Measure(ctx, c.ScenarioBook, c.ScenarioNetwork, options)
	if err != nil {
		return nil, fmt.Errorf("measure the scenario: %w", err)
	}
	return w.Ranged(c, base, scenario), nil
}

// Ranged returns the comparison with the ranges that have been found already, with the measures of its base and of its
// scenario: both have them, or no row has one.
func (w *Workbench) Ranged(c *Comparison, base, scenario *network.Measures) *Comparison {
	ranged := *c
	ranged.Base, ranged.Scenario = base, scenario
	ranged.Rows = w.rows(&ranged, true)
	return &ranged
}

// state is one Book under its View, measured.
type state struct {
	book     *deal.Book
	view     network.View
	network  *network.Network
	measures *network.Measures
}

// build returns the scenario that the changes make, not measured yet.
func (w *Workbench) build(changes []deal.Change) (*state, error) {
	book, view, err := Applied(w.book, w.view, changes)
	if err != nil {
		return nil, err
	}
	built, err := network.Build(book, view)
	if err != nil {
		return nil, fmt.Errorf("build the scenario: %w", err)
	}
	return &state{book: book, view: view, network: built}, nil
}

// counted returns the base's loops: a scenario that only makes flows bigger or smaller has as many.
func (w *Workbench) counted() *network.Counted {
	return &network.Counted{Network: w.network, Loops: w.base.Loops}
}

// scenario returns the scenario that the changes make, measured.
func (w *Workbench) scenario(ctx context.Context, changes []deal.Change, options network.Options) (*state, error) {
	built, err := w.build(changes)
	if err != nil {
		return nil, err
	}
	options.Counted = w.counted()
	if built.measures, err = network.Measure(ctx, built.book, built.network, options); err != nil {
		return nil, fmt.Errorf("measure the scenario: %w", err)
	}
	return built, nil
}
