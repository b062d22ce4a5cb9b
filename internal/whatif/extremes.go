package whatif

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"roundtrip/internal/network"
)

// Extreme is the least or the most of a measure while one input moves.
type Extreme struct {
	Value  int64 // of the input: the smallest at which the measure is there
	Number float64
	Exact  bool // to the input's smallest step; false: floating point or a smooth turn leaves it a little open
}

// extremeSearch closes in on where a measure turns between the values at which it was looked at. Between two of them the
// measure is taken to rise and then fall at most once: a turn and back again between two neighbours can be missed.
type extremeSearch struct {
	p    *prober
	key  string
	span Span
	seen map[int64]float64
	aim  *float64 // a search for what comes near this number leaves out what reaches it; nil: it looks at all
}

// turned is how many of the likeliest stretches a search for an extreme looks through.
const turned = 2

// extremes returns a search that has seen the numbers at the values. It looks at the first step above the span's low
// end besides, since a measure may leap as soon as there is any of the input.
func (p *prober) extremes(ctx context.Context, key string, span Span, values []int64, numbers []float64) (*extremeSearch, error) {
	search := &extremeSearch{p: p, key: key, span: span, seen: make(map[int64]float64, len(values))}
	for i, value := range values {
		search.seen[value] = numbers[i]
	}
	if span.High-span.Low > 1 {
		if _, err := search.at(ctx, span.Low+1); err != nil {
			return nil, err
		}
	}
	return search, search.edges(ctx)
}

// at returns the measure at the value, NaN where it is not known.
func (e *extremeSearch) at(ctx context.Context, value int64) (float64, error) {
	if number, ok := e.seen[value]; ok {
		return number, nil
	}
	number, err := e.p.number(ctx, e.key, e.span.Input.At(value))
	if err == nil {
		e.seen[value] = number
	}
	return number, err
}

// trace returns what was seen, by ascending value.
func (e *extremeSearch) trace() (values []int64, numbers []float64) {
	values = slices.Sorted(maps.Keys(e.seen))
	for _, value := range values {
		numbers = append(numbers, e.seen[value])
	}
	return values, numbers
}

// edges finds the values at which the measure begins or ends to be known, by halving.
func (e *extremeSearch) edges(ctx context.Context) error {
	values, numbers := e.trace()
	for i := 1; i < len(values); i++ {
		low, high, known := values[i-1], values[i], !math.IsNaN(numbers[i])
		if known == !math.IsNaN(numbers[i-1]) {
			continue
		}
		for high-low > 1 {
			middle := low + (high-low)/2
			number, err := e.at(ctx, middle)
			if err != nil {
				return err
			}
			if !math.IsNaN(number) == known {
				high = middle
			} else {
				low = middle
			}
		}
	}
	return nil
}

// stretch is a run of neighbouring values with the same number, from one position of the trace to another, that is
// higher than what lies beside it, and the values beside it.
type stretch struct {
	number    float64
	low, high int64 // the nearest values that were seen outside it, or its own where the span ends
	from, to  int64
}

// find returns the most of the measure on the span, or with the sign −1 the least, and false where it is never known.
func (e *extremeSearch) find(ctx context.Context, sign float64) (Extreme, bool, error) {
	hills := e.hills(sign)
	for _, hill := range hills[:min(len(hills), turned)] {
		if err := e.climb(ctx, sign, hill); err != nil {
			return Extreme{}, false, err
		}
	}
	values, numbers := e.trace()
	best := -1
	for i := range values {
		if !math.IsNaN(numbers[i]) && (best < 0 || sign*(numbers[i]-numbers[best]) > 0) {
			best = i
		}
	}
	if best < 0 {
		return Extreme{}, false, nil
	}
	found, err := e.first(ctx, values, best)
	return found, true, err
}

// hills returns the stretches in which the measure, times the sign, is higher than beside them, the highest first.
func (e *extremeSearch) hills(sign float64) []stretch {
	values, numbers := e.trace()
	height := func(i int) float64 {
		if i < 0 || i >= len(numbers) || math.IsNaN(numbers[i]) {
			return math.Inf(-1)
		}
		return sign * numbers[i]
	}
	var hills []stretch
	for from := 0; from < len(values); {
		to := from
		for to+1 < len(values) && !risen(height(from), height(to+1)) && !risen(height(to+1), height(from)) {
			to++
		}
		h := height(from)
		wanted := !math.IsInf(h, -1) && (e.aim == nil || h < sign**e.aim)
		if wanted && h > height(from-1) && h > height(to+1) {
			hills = append(hills, stretch{h, values[max(0, from-1)], values[min(len(values)-1, to+1)], values[from], values[to]})
		}
		from = to + 1
	}
	slices.SortStableFunc(hills, func(a, b stretch) int { return cmp.Compare(b.number, a.number) })
	return hills
}

// climb looks for the top of a hill by golden section.
func (e *extremeSearch) climb(ctx context.Context, sign float64, hill stretch) error {
	height := func(value int64) (float64, error) {
		number, err := e.at(ctx, value)
		if math.IsNaN(number) {
			return math.Inf(-1), err
		}
		return sign * number, err
	}
	// A top at the end of the span is one where the measure falls as soon as the span is entered.
	const entered = 1000
	if hill.from == e.span.Low || hill.to == e.span.High {
		inside := hill.to + (hill.high-hill.to)/entered
		if hill.to == e.span.High {
			inside = hill.from - (hill.from-hill.low)/entered
		}
		number, err := height(inside)
		if err != nil || number < hill.number {
			return err
		}
	}
	low, high := hill.low, hill.high
	part := func() int64 { return int64(float64(high-low) * (math.Sqrt(5) - 1) / 2) }
	left, right := high-part(), low+part()
	for high-low > 8 {
		if left <= low || right <= left || right >= high {
			left, right = high-part(), low+part()
		}
		a, err := height(left)
		if err != nil {
			return err
		}
		b, err := height(right)
		if err != nil {
			return err
		}
		if e.aim != nil && max(a, b) >= sign**e.aim {
			return nil
		}
		if a >= b {
			high, right = right, left
			left = high - part()
		} else {
			low, left = left, right
			right = low + part()
		}
	}
	for value := low; value <= high; value++ {
		if _, err := height(value); err != nil {
			return err
		}
	}
	return nil
}

// first returns the smallest value of the flat stretch that the position of the trace is on, by halving.
func (e *extremeSearch) first(ctx context.Context, values []int64, best int) (Extreme, error) {
	number := e.seen[values[best]]
	same := func(value int64) bool { return still(e.seen[value], number) }
	// What floating point leaves open next to an end of the span is that end.
	near := max(1, (e.span.High-e.span.Low)/1_000_000)
	for _, end := range []int64{e.span.Low, e.span.High} {
		if _, ok := e.seen[end]; ok && same(end) && max(end, values[best])-min(end, values[best]) <= near {
			return Extreme{end, e.seen[end], true}, nil
		}
	}
	at := best
	for at > 0 && same(values[at-1]) {
		at--
	}
	if at == 0 {
		return Extreme{values[0], e.seen[values[0]], values[0] == e.span.Low}, nil
	}
	low, high := values[at-1], values[at]
	for high-low > 1 {
		middle := low + (high-low)/2
		if _, err := e.at(ctx, middle); err != nil {
			return Extreme{}, err
		}
		if same(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	before, here := e.seen[high-1], e.seen[high]
	// Whole cents are counted and not approximated, and a leap is where it is.
	whole := here == math.Trunc(here) && before == math.Trunc(before) && math.Abs(here) > 1e6
	leaps := math.IsNaN(before) || math.Abs(here-before) > 1e-9*math.Abs(here)
	return Extreme{high, here, whole || leaps}, nil
}

// straight reports whether the measure can turn only at the kinks of the circular money, which are exact.
func (p *prober) straight(key string, span Span) bool {
	return parts[key] == network.PartCirculation && p.countsInFull(span.Input, span.High)
}
