package whatif

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"roundtrip/internal/deal"
)

// Experiment says what a Monte Carlo simulation draws: every span's input at random, and whether the deals of a
// status come about.
type Experiment struct {
	Spans   []Span
	Chances map[deal.Status]deal.Share // that a deal of the status comes about; a missing status always does
	Keys    []string                   // the measures to record
	Samples int                        // 1 to 1,000,000
	First   int                        // the number of the first sample, so that a simulation can be made in parts
	Seed    uint64                     // the same seed gives the same samples on every machine
}

// Simulation is what a Monte Carlo simulation drew and found, sample by sample.
type Simulation struct {
	Experiment
	Present []int64     // of each span: the scenario's own value, the likeliest one where there is one
	Drawn   [][]int64   // Drawn[i][j]: the input of Spans[j] in sample i
	Made    [][]bool    // Made[i][k]: Deals[k] came about in sample i
	Deals   []deal.Deal // the deals that were left to chance
	Numbers [][]float64 // Numbers[i][k]: the measure Keys[k] in sample i; NaN where it is not known
}

// Simulate draws the samples and measures the scenario in each. An input with a likeliest value inside its span
// follows a triangular distribution, any other a uniform one, all of them independently.
func (s *Study) Simulate(ctx context.Context, experiment Experiment, progress Progress) (*Simulation, error) {
	switch {
	case experiment.Samples < 1 || experiment.Samples > 1_000_000:
		return nil, fmt.Errorf("the number of samples is 1 to 1,000,000, not %d", experiment.Samples)
	case len(experiment.Keys) == 0:
		return nil, errors.New("say which measure to simulate")
	}
	simulation := &Simulation{Experiment: experiment,
		Drawn: make([][]int64, experiment.Samples), Made: make([][]bool, experiment.Samples),
		Numbers: make([][]float64, experiment.Samples),
	}
	for _, span := range experiment.Spans {
		if !span.Input.Numeric() || span.High < span.Low {
			return nil, fmt.Errorf("%s has no range to draw from", span.Input.Name(s.w.book))
		}
		present, ok := s.Present(span.Input)
		if !ok {
			present = -1
		}
		simulation.Present = append(simulation.Present, present)
	}
	for i := range s.w.book.Deals {
		d := s.w.book.Deals[i]
		if _, ok := experiment.Chances[d.Status]; ok && d.Counting == deal.Counted && d.Status.Live() {
			simulation.Deals = append(simulation.Deals, d)
		}
	}
	return simulation, s.inParallel(ctx, simulation, progress)
}

// Join returns both simulations as one: the next part's samples follow this one's. It changes neither. The next
// part must be of the same experiment and begin where this one ends.
func (s *Simulation) Join(next *Simulation) *Simulation {
	joined := *s
	joined.Samples += next.Samples
	joined.Drawn = slices.Concat(s.Drawn, next.Drawn)
	joined.Made = slices.Concat(s.Made, next.Made)
	joined.Numbers = slices.Concat(s.Numbers, next.Numbers)
	return &joined
}

// inParallel fills in the samples. Each has a source of chance of its own, so their order does not matter.
func (s *Study) inParallel(ctx context.Context, simulation *Simulation, progress Progress) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next, done atomic.Int64
	var telling sync.Mutex
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), simulation.Samples) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= simulation.Samples {
					return
				}
				if err := s.sample(ctx, simulation, i); err != nil {
					cancel(fmt.Errorf("sample %d: %w", i+1, err))
					return
				}
				if finished := int(done.Add(1)); progress != nil && (finished%64 == 0 || finished == simulation.Samples) {
					telling.Lock()
					progress.tell(finished, simulation.Samples)
					telling.Unlock()
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

// sample draws one sample and measures it.
func (s *Study) sample(ctx context.Context, simulation *Simulation, i int) error {
	random := rand.New(rand.NewPCG(simulation.Seed, uint64(simulation.First+i)))
	drawn := make([]int64, len(simulation.Spans))
	changes := make([]deal.Change, 0, len(drawn)+len(simulation.Deals))
	for j, span := range simulation.Spans {
		drawn[j] = draw(random.Float64(), span.Low, span.High, simulation.Present[j])
		changes = append(changes, span.Input.At(drawn[j]))
	}
	made := make([]bool, len(simulation.Deals))
	for k, d := range simulation.Deals {
		made[k] = deal.Share(random.Int64N(int64(deal.Whole))) < simulation.Chances[d.Status]
		if !made[k] {
			changes = append(changes, deal.Change{Field: deal.ChangeStatus, Target: int64(d.ID), Text: string(deal.StatusCancelled)})
		}
	}
	numbers, err := s.numbers(ctx, simulation.Keys, changes)
	simulation.Drawn[i], simulation.Made[i], simulation.Numbers[i] = drawn, made, numbers
	return err
}

// numbers returns the measures with some more changes made, NaN for those that are not known there.
func (s *Study) numbers(ctx context.Context, keys []string, changes []deal.Change) ([]float64, error) {
	numbers := make([]float64, len(keys))
	if !slices.ContainsFunc(keys, func(key string) bool { return quickMeasures[key] == nil }) {
		built, err := s.w.build(s.with(changes...))
		if err != nil {
			return nil, err
		}
		network := &quick{state: built}
		for k, key := range keys {
			numbers[k] = quickMeasures[key](network)
		}
		return numbers, nil
	}
	rows, err := s.rows(ctx, changes...)
	if err != nil {
		return nil, err
	}
	for k, key := range keys {
		at := slices.IndexFunc(rows, func(row Row) bool { return row.Key == key })
		switch {
		case at < 0:
			return nil, fmt.Errorf("there is no measure %q", key)
		case rows[at].ScenarioKnown:
			numbers[k] = rows[at].Scenario
		default:
			numbers[k] = math.NaN()
		}
	}
	return numbers, nil
}

// draw turns a number from 0 to 1 into a value of the span: by the triangular distribution with its peak at the
// likeliest value, or evenly when that lies outside.
func draw(chance float64, low, high, likeliest int64) int64 {
	width := float64(high - low)
	if likeliest < low || likeliest > high {
		return low + int64(chance*width)
	}
	peak := float64(likeliest - low)
	if width == 0 {
		return low
	}
	if chance < peak/width {
		return low + int64(math.Sqrt(chance*width*peak))
	}
	return min(high, high-int64(math.Sqrt((1-chance)*width*(width-peak))))
}
