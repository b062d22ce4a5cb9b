package whatif

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"roundtrip/internal/deal"
)

// Experiment says what a Monte Carlo simulation draws: every span's input at random, and whether the deals of a
// status come about.
type Experiment struct {
	Spans   []Span
	Chances map[deal.Status]deal.Share // that a deal of the status comes about; a missing status always does
	Keys    []string                   // the measures to record
	Samples int                        // 1 to MostSamples
	Seed    uint64                     // the same seed gives the same samples on every machine
}

// MostSamples is how many samples a simulation draws at most.
const MostSamples = 1_000_000

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

// simulate draws the samples and measures the scenario in each. An input with a likeliest value inside its span
// follows a triangular distribution, any other a uniform one, all of them independently. Show is told of the samples
// that are drawn so far, now and then; it may be nil.
func (s *Study) simulate(ctx context.Context, experiment Experiment, progress Progress, show func(*Simulation)) (*Simulation, error) {
	simulation, err := s.prepare(experiment)
	if err != nil {
		return nil, err
	}
	for done, part := 0, firstSamples; done < experiment.Samples; {
		until := min(done+part, experiment.Samples)
		began := time.Now()
		if err := s.draw(ctx, simulation, done, until, progress); err != nil {
			return nil, err
		}
		if time.Since(began) < s.between {
			part *= 2
		}
		if done = until; done < experiment.Samples && show != nil {
			show(simulation.first(done))
		}
	}
	return simulation, nil
}

// firstSamples is after how many samples the first are shown.
const firstSamples = 250

// prepare makes room for the samples.
func (s *Study) prepare(experiment Experiment) (*Simulation, error) {
	switch {
	case experiment.Samples < 1 || experiment.Samples > MostSamples:
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
		if _, ok := experiment.Chances[d.Status]; ok && d.Counts() {
			simulation.Deals = append(simulation.Deals, d)
		}
	}
	simulation.Units = s.units(experiment.Keys)
	simulation.Drawn = rectangle[int64](experiment.Samples, len(experiment.Spans))
	simulation.Made = rectangle[bool](experiment.Samples, len(simulation.Deals))
	simulation.Numbers = rectangle[float64](experiment.Samples, len(experiment.Keys))
	return simulation, nil
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

// first returns the simulation of the first samples only.
func (s *Simulation) first(samples int) *Simulation {
	part := *s
	part.Samples = samples
	part.Drawn, part.Made, part.Numbers = s.Drawn[:samples:samples], s.Made[:samples:samples], s.Numbers[:samples:samples]
	return &part
}

// draw fills in the samples from one number to before another. Each sample has a source of chance of its own, so that
// the order in which they are drawn does not matter.
func (s *Study) draw(ctx context.Context, simulation *Simulation, from, to int, progress Progress) error {
	return s.inParallel(ctx, to-from, func(p *prober, i int) error {
		if err := p.sample(ctx, simulation, from+i); err != nil {
			return fmt.Errorf("sample %d: %w", from+i+1, err)
		}
		return nil
	}, func(done int) {
		if done%64 == 0 || done == to-from {
			progress.tell(from+done, simulation.Samples)
		}
	})
}

// sample draws one sample and measures it.
func (p *prober) sample(ctx context.Context, simulation *Simulation, i int) error {
	random := rand.New(rand.NewPCG(simulation.Seed, uint64(i)))
	p.more = p.more[:0]
	for j, span := range simulation.Spans {
		simulation.Drawn[i][j] = drawn(random.Float64(), span.Low, span.High, simulation.Present[j])
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

// drawn turns a number from 0 to 1 into a value of the span: by the triangular distribution with its peak at the
// likeliest value, or evenly when that lies outside.
func drawn(chance float64, low, high, likeliest int64) int64 {
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
