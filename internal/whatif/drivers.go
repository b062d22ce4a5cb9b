package whatif

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"roundtrip/internal/deal"
)

// Driver is how much one input has to do with a measure. A deal that is left to chance is the input that is its status.
// The samples are parted in two: with the input above its median and below it, with the deal and without it. Where the
// measure rises with the input and falls again, or the other way round, it is those with the input between two values
// and all others.
type Driver struct {
	Input       Input
	Span        *Span   // through which it is drawn; nil for a deal left to chance
	Correlation float64 // Spearman's rank correlation of input and measure, −1 to 1
	Deciding    float64 // correlation of belonging to More with reaching the target, or with the measure's rank; −1 to 1
	Turns       bool    // More are the samples with the input from From up to To
	From, To    float64 // of the input; both its median unless it turns, and 0 for a deal left to chance
	More, Less  Half
}

// Half is a part of the samples, about half of them where an input is split at its median.
type Half struct {
	Samples int
	Hit     float64 // the share of them that reaches the target, 0 to 1; NaN of no samples
	Middle  float64 // the measure's median in them; NaN of no samples
}

// From how many standard errors on a correlation is more than chance, and how much more than a split at the median
// another one must tell to be taken. Of many splits the best is easily good by chance.
const (
	leastSure     = 3
	leastSureTurn = 4
	tellsMore     = 1.25
)

// Drivers returns the share of the samples with a known measure in which it is at least the target, and what each input,
// and each deal that is left to chance, has to do with reaching it, the strongest first. Where all samples or none reach
// the target, as an infinite one, it is what each has to do with the measure's rank. Inputs with which that goes no more
// than chance lets two numbers go together are left out.
func (s *Simulation) Drivers(key string, target float64) (hit float64, drivers []Driver, err error) {
	k := slices.Index(s.Keys, key)
	if k < 0 {
		return 0, nil, fmt.Errorf("the simulation did not record %q", key)
	}
	var of outcome
	hits := 0
	for i := range s.Numbers {
		if number := s.Numbers[i][k]; !math.IsNaN(number) {
			of.samples, of.measure, of.reached = append(of.samples, i), append(of.measure, number), append(of.reached, 0)
			if number >= target {
				of.reached[len(of.reached)-1] = 1
				hits++
			}
		}
	}
	if len(of.samples) == 0 {
		return 0, nil, nil
	}
	of.ranks = ranked(of.measure)
	of.judged = of.ranks
	if hits > 0 && hits < len(of.samples) {
		of.judged = of.reached
	}
	for j, input := range s.inputs() {
		driver := s.driver(input, j, &of)
		sure := float64(leastSure)
		if driver.Turns {
			sure = leastSureTurn
		}
		if math.Abs(driver.Deciding)*math.Sqrt(float64(len(of.samples))) >= sure {
			drivers = append(drivers, driver)
		}
	}
	slices.SortStableFunc(drivers, func(a, b Driver) int { return cmp.Compare(math.Abs(b.Deciding), math.Abs(a.Deciding)) })
	return float64(hits) / float64(len(of.samples)), drivers, nil
}

// inputs returns what differs from sample to sample: the inputs of the spans, then the deals left to chance.
func (s *Simulation) inputs() []Input {
	inputs := make([]Input, 0, len(s.Spans)+len(s.Deals))
	for _, span := range s.Spans {
		inputs = append(inputs, span.Input)
	}
	for _, d := range s.Deals {
		inputs = append(inputs, Input{Field: deal.ChangeStatus, Target: int64(d.ID)})
	}
	return inputs
}

// drawn returns what the input at a position of inputs was in the sample.
func (s *Simulation) drawn(sample, input int) float64 {
	if input < len(s.Spans) {
		return float64(s.Drawn[sample][input])
	}
	if s.Made[sample][input-len(s.Spans)] {
		return 1
	}
	return 0
}

// outcome is a measure in the samples in which it is known.
type outcome struct {
	samples []int
	measure []float64
	ranks   []float64
	reached []float64 // 1 where the measure is at least the target, otherwise 0
	judged  []float64 // reached, or the ranks where all samples or none reach it
}

// driver returns what the input at a position of inputs has to do with the measure.
func (s *Simulation) driver(input Input, at int, of *outcome) Driver {
	driver := Driver{Input: input}
	values := make([]float64, len(of.samples))
	for k, sample := range of.samples {
		values[k] = s.drawn(sample, at)
	}
	driver.Correlation = correlated(ranked(values), of.ranks)
	if at < len(s.Spans) {
		driver.Span = &s.Spans[at]
		driver.From = median(slices.Clone(values))
		driver.To = driver.From
	}
	more := make([]float64, len(values))
	for k, value := range values {
		if value > driver.From {
			more[k] = 1
		}
	}
	driver.Deciding = correlated(more, of.judged)
	if at < len(s.Spans) {
		driver.turn(values, more, of)
	}
	driver.split(more, of)
	return driver
}

// tenths is into how many equally large parts the samples are cut to find where a measure turns.
const tenths = 10

// turn looks for two values of the input between which the measure is another than both below and above them, and by
// more than it is another above the median than below it. It notes in more which samples lie between them.
func (d *Driver) turn(values, more []float64, of *outcome) {
	sorted := slices.Sorted(slices.Values(values))
	var edges [tenths]float64
	for i := range edges {
		edges[i] = sorted[i*len(sorted)/tenths]
	}
	var count, sum [tenths]float64
	for k, value := range values {
		at := tenths - 1
		for value < edges[at] && at > 0 {
			at--
		}
		count[at]++
		sum[at] += of.judged[k]
	}
	least := tellsMore * math.Abs(d.Deciding)
	mean, deviation := stat.PopMeanStdDev(of.judged, nil)
	all := float64(len(values))
	above := func(from, to int) (difference, samples float64) { // of the mean over that of all, times the samples
		for at := from; at < to; at++ {
			difference, samples = difference+sum[at]-count[at]*mean, samples+count[at]
		}
		return difference, samples
	}
	for from := 1; from < tenths-1; from++ {
		for to := from + 1; to < tenths; to++ {
			inside, samples := above(from, to)
			before, _ := above(0, from)
			after, _ := above(to, tenths)
			deciding := inside / math.Sqrt(samples*(all-samples)) / deviation
			if math.Abs(deciding) > least && before*inside < 0 && after*inside < 0 {
				least, d.Deciding, d.Turns, d.From, d.To = math.Abs(deciding), deciding, true, edges[from], edges[to]
			}
		}
	}
	for k, value := range values {
		if d.Turns {
			more[k] = 0
			if value >= d.From && value < d.To {
				more[k] = 1
			}
		}
	}
}

// split describes the samples of which more is 1, and the others.
func (d *Driver) split(more []float64, of *outcome) {
	var parts [2][]float64
	var hits [2]float64
	for k := range more {
		at := int(more[k])
		parts[at] = append(parts[at], of.measure[k])
		hits[at] += of.reached[k]
	}
	half := func(at int) Half {
		count := len(parts[at])
		return Half{Samples: count, Hit: hits[at] / float64(count), Middle: median(parts[at])}
	}
	d.Less, d.More = half(0), half(1)
}

// median returns the median of numbers, which it sorts; NaN of none.
func median(numbers []float64) float64 {
	if len(numbers) == 0 {
		return math.NaN()
	}
	slices.Sort(numbers)
	return stat.Quantile(0.5, stat.LinInterp, numbers, nil)
}

// correlated returns the correlation of the numbers, 0 where one of the two never moves.
func correlated(a, b []float64) float64 {
	correlation := stat.Correlation(a, b, nil)
	if math.IsNaN(correlation) {
		return 0
	}
	return correlation
}

// ranked returns each number's rank, equal ones sharing their mean rank.
func ranked(numbers []float64) []float64 {
	order := make([]int, len(numbers))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(numbers[a], numbers[b]) })
	ranks := make([]float64, len(numbers))
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && numbers[order[to]] == numbers[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			ranks[i] = float64(from+to-1) / 2
		}
		from = to
	}
	return ranks
}
