package whatif

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/gonum/stat"

	"roundtrip/internal/cell"
	"roundtrip/internal/deal"
)

// known returns the measure in every sample in which it is known, in ascending order.
func (s *Simulation) known(key string) ([]float64, error) {
	k := slices.Index(s.Keys, key)
	if k < 0 {
		return nil, fmt.Errorf("the simulation did not record %q", key)
	}
	numbers := make([]float64, 0, len(s.Numbers))
	for _, sample := range s.Numbers {
		if !math.IsNaN(sample[k]) {
			numbers = append(numbers, sample[k])
		}
	}
	slices.Sort(numbers)
	return numbers, nil
}

// Percentiles returns the measure's values below which the given parts (0 to 1) of the samples lie.
func (s *Simulation) Percentiles(key string, parts ...float64) ([]float64, error) {
	numbers, err := s.known(key)
	if err != nil || len(numbers) == 0 {
		return nil, err
	}
	values := make([]float64, len(parts))
	for i, part := range parts {
		values[i] = stat.Quantile(min(max(part, 0), 1), stat.LinInterp, numbers, nil)
	}
	return values, nil
}

// Histogram is how many samples fall between each two neighbouring edges, the last one included.
type Histogram struct {
	Edges  []float64
	Counts []int
}

// Histogram counts the samples in so many bins of equal width. Samples that are not finite are left out.
func (s *Simulation) Histogram(key string, bins int) (Histogram, error) {
	numbers, err := s.known(key)
	if err != nil {
		return Histogram{}, err
	}
	numbers = slices.DeleteFunc(numbers, func(x float64) bool { return math.IsInf(x, 0) })
	if len(numbers) == 0 || bins < 1 {
		return Histogram{}, nil
	}
	low, high := numbers[0], numbers[len(numbers)-1]
	if low == high {
		return Histogram{Edges: []float64{low, high}, Counts: []int{len(numbers)}}, nil
	}
	histogram := Histogram{Edges: make([]float64, bins+1), Counts: make([]int, bins)}
	for i := range histogram.Edges {
		histogram.Edges[i] = low + (high-low)*float64(i)/float64(bins)
	}
	for _, x := range numbers {
		histogram.Counts[min(bins-1, int((x-low)/(high-low)*float64(bins)))]++
	}
	return histogram, nil
}

// Driver is how much one input has to do with a measure's reaching a target. A deal that is left to chance is
// the input that is its status: 1 where it comes about, otherwise 0.
type Driver struct {
	Input       Input
	Correlation float64 // Spearman's rank correlation of input and measure, −1 to 1
	Hitting     float64 // the same of input and whether the target is reached (1) or missed (0); 0 when all samples do the same
	WhenHit     float64 // the input's mean where the measure reaches the target; NaN when it never does
	WhenMissed  float64
}

// Drivers returns the share of the samples with a known measure in which it is at least the target, and what each input,
// and each deal that is left to chance, has to do with reaching it, the strongest first. Where all samples or none reach
// the target, as an infinite one, the strongest is what has most to do with the measure.
func (s *Simulation) Drivers(key string, target float64) (hit float64, drivers []Driver, err error) {
	k := slices.Index(s.Keys, key)
	if k < 0 {
		return 0, nil, fmt.Errorf("the simulation did not record %q", key)
	}
	var samples []int
	for i := range s.Numbers {
		if !math.IsNaN(s.Numbers[i][k]) {
			samples = append(samples, i)
		}
	}
	measure := make([]float64, len(samples))
	hits := 0
	for at, i := range samples {
		measure[at] = s.Numbers[i][k]
		if measure[at] >= target {
			hits++
		}
	}
	reached := make([]float64, len(samples))
	for at := range measure {
		if measure[at] >= target {
			reached[at] = 1
		}
	}
	of := outcome{samples: samples, measure: measure, ranks: ranked(measure), reached: reached, target: target}
	for j, input := range s.inputs() {
		drivers = append(drivers, s.driver(input, j, &of))
	}
	slices.SortStableFunc(drivers, func(a, b Driver) int {
		if hits > 0 && hits < len(samples) {
			return cmp.Compare(math.Abs(b.Hitting), math.Abs(a.Hitting))
		}
		return cmp.Compare(math.Abs(b.Correlation), math.Abs(a.Correlation))
	})
	if len(samples) == 0 {
		return 0, drivers, nil
	}
	return float64(hits) / float64(len(samples)), drivers, nil
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
	target  float64
}

// driver returns what the input at a position of inputs has to do with the measure.
func (s *Simulation) driver(input Input, at int, of *outcome) Driver {
	values := make([]float64, len(of.samples))
	var sum [2]float64
	hits := 0
	for k, sample := range of.samples {
		values[k] = s.drawn(sample, at)
		if of.measure[k] >= of.target {
			sum[0] += values[k]
			hits++
		} else {
			sum[1] += values[k]
		}
	}
	ranks := ranked(values)
	return Driver{Input: input, Correlation: correlated(ranks, of.ranks), Hitting: correlated(ranks, of.reached),
		WhenHit: sum[0] / float64(hits), WhenMissed: sum[1] / float64(len(of.samples)-hits)}
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

// WriteCSV writes the samples, one a line: the inputs, which deals came about (1 or 0), and the measures, empty where
// they are not known. Money is in units of its currency, shares are fractions of one, times are in months unless the
// header says otherwise. A name that a spreadsheet would run as a formula begins with an apostrophe.
func (s *Simulation) WriteCSV(w io.Writer, book *deal.Book) error {
	out := csv.NewWriter(w)
	header := []string{"sample"}
	for _, span := range s.Spans {
		header = append(header, span.Input.Header(book))
	}
	for _, d := range s.Deals {
		header = append(header, d.Title)
	}
	for k, key := range s.Keys {
		header = append(header, key+unitWords(s.Units[k], book.Base))
	}
	for i := range header {
		header[i] = cell.Guard(header[i])
	}
	if err := out.Write(header); err != nil {
		return fmt.Errorf("write samples: %w", err)
	}
	for i := range s.Numbers {
		record := []string{strconv.Itoa(i + 1)}
		for j, value := range s.Drawn[i] {
			record = append(record, s.Spans[j].Input.Plain(value))
		}
		for _, made := range s.Made[i] {
			record = append(record, map[bool]string{true: "1", false: "0"}[made])
		}
		for k, number := range s.Numbers[i] {
			text := ""
			if !math.IsNaN(number) {
				if s.Units[k] == UnitMoney {
					number /= 100
				}
				text = strconv.FormatFloat(number, 'g', -1, 64)
			}
			record = append(record, text)
		}
		if err := out.Write(record); err != nil {
			return fmt.Errorf("write samples: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write samples: %w", err)
	}
	return nil
}

// unitWords says behind a measure's key what its numbers are.
func unitWords(unit Unit, currency deal.Currency) string {
	switch unit {
	case UnitMoney:
		return fmt.Sprintf(" (%s)", currency)
	case UnitShare:
		return " (fraction of one)"
	case UnitYears:
		return " (years)"
	}
	return ""
}
