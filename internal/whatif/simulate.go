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

// What a simulation begins with unless something else is asked for: how far exact amounts are spread to both sides, and
// how likely deals that are not binding come about. They are assumptions, to be changed and said.
const FirstSpread = deal.Whole / 10

// FirstChances are how likely deals of a status come about; those of other statuses always do.
var FirstChances = map[deal.Status]deal.Share{
	deal.StatusRumoured: deal.Whole / 4, deal.StatusInTalks: deal.Whole / 2, deal.StatusAnnounced: deal.Whole / 10 * 9,
}

// Simulation is what a Monte Carlo simulation drew and found, sample by sample.
type Simulation struct {
	Experiment
	Units   []Unit      // Units[k]: what the measure Keys[k] is counted in
	Present []int64     // of each span: the scenario's own value, the likeliest one where there is one
	Drawn   [][]int64   // Drawn[i][j]: the input of Spans[j] in sample i
	Made    [][]bool    // Made[i][k]: Deals[k] came about in sample i
	Deals   []deal.Deal // the deals that were left to chance
	Numbers [][]float64 // Numbers[i][k]: the measure Keys[k] in sample i; NaN where it is not known
}

// Simulate draws the samples and measures the scenario in each. An input with a likeliest value inside its span
// follows a triangular distribution, any other a uniform one, all of them independently.
func (s *Study) Simulate(ctx context.Context, experiment Experiment, progress Progress) (*Simulation, error) {
	return s.simulate(ctx, experiment, runtime.GOMAXPROCS(0), progress)
}

func (s *Study) simulate(ctx context.Context, experiment Experiment, workers int, progress Progress) (*Simulation, error) {
	switch {
	case experiment.Samples < 1 || experiment.Samples > 1_000_000:
		return nil, fmt.Errorf("the number of samples is 1 to 1,000,000, not %d", experiment.Samples)
	case len(experiment.Keys) == 0:
		return nil, errors.New("say which measure to simulate")
	}
	simulation := &Simulation{Experiment: experiment}
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
	simulation.Units = s.units(experiment.Keys)
	simulation.Drawn = rectangle[int64](experiment.Samples, len(experiment.Spans))
	simulation.Made = rectangle[bool](experiment.Samples, len(simulation.Deals))
	simulation.Numbers = rectangle[float64](experiment.Samples, len(experiment.Keys))
	return simulation, s.inParallel(ctx, simulation, workers, progress)
}

// units returns what the measures are counted in; a measure that there is none of is a plain number.
func (s *Study) units(keys []string) []Unit {
	base := &Comparison{
		Stake: StakeOf(s.w.book, s.leg), BaseBook: s.w.book, BaseNetwork: s.w.network, Base: s.w.base,
		ScenarioBook: s.w.book, ScenarioNetwork: s.w.network, Scenario: s.w.base,
	}
	base.Rows = s.w.rows(base, false)
	units := make([]Unit, len(keys))
	for k, key := range keys {
		row, _ := base.Row(key)
		units[k] = row.Unit
	}
	return units
}

// rectangle returns rows of zeros in one piece of memory.
func rectangle[T any](rows, columns int) [][]T {
	all, result := make([]T, rows*columns), make([][]T, rows)
	for i := range result {
		result[i] = all[i*columns : (i+1)*columns : (i+1)*columns]
	}
	return result
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

// inParallel fills in the samples, by so many workers. Each sample has a source of chance of its own and each worker a
// prober of its own, so that neither their number nor their order matters.
func (s *Study) inParallel(ctx context.Context, simulation *Simulation, workers int, progress Progress) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next, done atomic.Int64
	var telling sync.Mutex
	var running sync.WaitGroup
	for range min(workers, simulation.Samples) {
		running.Go(func() {
			probe := s.prober()
			defer s.probers.Put(probe)
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= simulation.Samples {
					return
				}
				if err := probe.sample(ctx, simulation, i); err != nil {
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
	running.Wait()
	return context.Cause(ctx)
}

// sample draws one sample and measures it.
func (p *prober) sample(ctx context.Context, simulation *Simulation, i int) error {
	random := rand.New(rand.NewPCG(simulation.Seed, uint64(simulation.First+i)))
	p.more = p.more[:0]
	for j, span := range simulation.Spans {
		simulation.Drawn[i][j] = draw(random.Float64(), span.Low, span.High, simulation.Present[j])
		p.more = append(p.more, span.Input.At(simulation.Drawn[i][j]))
	}
	for k := range simulation.Deals {
		d := &simulation.Deals[k]
		simulation.Made[i][k] = deal.Share(random.Int64N(int64(deal.Whole))) < simulation.Chances[d.Status]
		if !simulation.Made[i][k] {
			p.more = append(p.more, deal.Change{Field: deal.ChangeStatus, Target: int64(d.ID), Text: string(deal.StatusCancelled)})
		}
	}
	return p.numbers(ctx, simulation.Keys, p.more, simulation.Numbers[i])
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
