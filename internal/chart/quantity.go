package chart

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// quantity is how the numbers of an axis are written, and how far apart its ticks may be.
type quantity struct {
	tick  func(float64) string // beside an axis
	text  func(float64) string // as a value in words
	steps []float64            // steps that people expect; nil: 1, 2 and 5 and their tens
	least float64              // the smallest step there is; 0: none
}

// measured returns the quantity of a measure.
func measured(unit whatif.Unit, currency deal.Currency) quantity {
	text := func(value float64) string { return whatif.FormatValue(unit, value, currency) }
	q := quantity{tick: text, text: text}
	switch unit {
	case whatif.UnitMoney:
		q.tick = func(value float64) string { return exactMoney(value, currency) }
	case whatif.UnitCount, whatif.UnitIndex:
		q.least = 1
	}
	return q
}

func exactMoney(cents float64, currency deal.Currency) string {
	if math.Abs(cents) >= math.MaxInt64 {
		return ""
	}
	return deal.Money{Cents: int64(math.Round(cents)), Currency: currency}.Exact()
}

// moved returns the quantity of an input.
func moved(book *deal.Book, input whatif.Input) quantity {
	whole := func(value float64) int64 { return int64(math.Round(value)) }
	q := quantity{
		text: func(value float64) string { return input.Text(book, whole(value)) },
		tick: func(value float64) string { return input.Exact(book, whole(value)) },
	}
	switch input.Unit() {
	case deal.UnitMonths:
		q.steps = []float64{1, 2, 3, 6, 12, 24, 36, 60, 120, 240}
	case deal.UnitShare:
		q.least = 1
	}
	return q
}

// ticks returns the marks of an axis from low to high, about as many as asked for, and widens nothing.
func (q quantity) ticks(low, high float64, about int) []float64 {
	step := q.step(high-low, about)
	if !(step > 0) || math.IsInf(step, 0) {
		return []float64{low}
	}
	var marks []float64
	for i := math.Ceil(low/step - 1e-9); i*step <= high+step*1e-9; i++ {
		marks = append(marks, i*step+0) // nothing is written without a sign
	}
	return marks
}

// step returns how far two marks are apart on a span that should have about so many.
func (q quantity) step(span float64, about int) float64 {
	if !(span > 0) || about < 1 {
		return 0
	}
	rough := span / float64(about)
	for _, step := range q.steps {
		if step >= rough {
			return step
		}
	}
	tens := math.Pow(10, math.Floor(math.Log10(rough)))
	step := 10 * tens
	for _, times := range []float64{1, 2, 5} {
		if times*tens >= rough*(1-1e-9) {
			step = times * tens
			break
		}
	}
	return max(step, q.least)
}

// widened returns the bounds moved outwards to whole steps.
func (q quantity) widened(low, high float64, about int) (float64, float64) {
	if low == high {
		spread := math.Abs(low) / 10
		if spread == 0 {
			spread = max(1, q.least)
		}
		low, high = low-spread, high+spread
		if low < 0 && low+spread >= 0 {
			low = 0
		}
	}
	step := q.step(high-low, about)
	if !(step > 0) {
		return low, high
	}
	return math.Floor(low/step+1e-9) * step, math.Ceil(high/step-1e-9) * step
}
