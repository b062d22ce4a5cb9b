package whatif

import (
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

// WriteCSV writes the samples, one a line: the inputs, which deals came about (1 or 0), and the measures, empty where
// they are not known. Money is in units of its currency, shares are fractions of one, times are in months unless the
// header says otherwise; a last column names the rates that amounts are counted at, where there are such. A name that a spreadsheet would run as a formula begins with an apostrophe.
func (m *MonteCarlo) WriteCSV(w io.Writer) error { return m.writeCSV(w, m.Book, m.Rates) }

func (s *Simulation) writeCSV(w io.Writer, book *deal.Book, rates string) error {
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
	if rates != "" {
		header = append(header, "counted_at")
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
			record = append(record, s.Units[k].Plain(number, true))
		}
		if rates != "" {
			record = append(record, rates)
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
