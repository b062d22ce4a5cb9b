package whatif

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"sync"
	"time"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Bar is what a measure does when one input runs through its span and everything else stays.
type Bar struct {
	Span
	Name                                                string
	At                                                  float64 // the measure in the scenario
	AtLow                                               float64 // with the input at the span's low end
	AtHigh                                              float64
	Least                                               float64 // the least and the most anywhere on the span that was looked at
	Most                                                float64
	Monotone                                            bool // false: the measure turns on the way, and its ends do not tell all
	Proven                                              bool // no value of the span lies outside Least and Most; false: Looks values tell
	Looks                                               int  // at how many values the measure was looked at
	NotKnown                                            bool // the measure is not known at both ends; the numbers are then 0
	LowText                                             string
	HighText                                            string
	LeastAt                                             int64 // the input's values at which Least and Most were seen
	MostAt                                              int64
	AtBound, LowBound, HighBound, LeastBound, MostBound Bound // how sure At, AtLow, AtHigh, Least and Most are

	Direction int // 1: more of the input is more of the measure, −1: less, 0: neither
}

// Width returns by how much the measure moves on the span.
func (b Bar) Width() float64 { return b.Most - b.Least }

// TornadoQuestion asks which input a measure hangs on most.
type TornadoQuestion struct {
	Key    string     // of the measure
	Spread deal.Share // by which exact amounts move to both sides; 0: they stay. See Study.Spans
}

// Tornado is what each input does to a measure when it alone runs through its span.
type Tornado struct {
	Ground
	Row  Row   // the measure's, as it is in the scenario
	Bars []Bar // the widest first, equal ones in the order of the spans
	Of   int   // how many inputs there are: more than bars while not all are looked at
}

// looks is at how many values of each span a tornado looks first, both ends included. The widest bars are then looked at
// again as a sweep does, so that a sweep through the same span finds no more than the bar.
const looks, lookedAgain = 9, 32

// Tornado moves one input after another through its span. Show is told of the bars that are known so far, now and
// then; it may be nil.
func (s *Study) Tornado(ctx context.Context, ask TornadoQuestion, progress Progress, show func(*Tornado)) (*Tornado, error) {
	spans, err := s.Spans(ask.Spread)
	if err != nil {
		return nil, err
	}
	row, err := s.row(ctx, ask.Key)
	if err != nil {
		return nil, err
	}
	storm := &Tornado{Ground: s.ground(howFar(spanWords(spans, ask.Spread)), spans...), Row: row, Of: len(spans)}
	storm.Bars, err = s.bars(ctx, row, spans, func(known func() []Bar, done int) {
		progress.tell(done, len(spans))
		if show != nil && done < len(spans) {
			soFar := *storm
			if soFar.Bars = known(); len(soFar.Bars) > 0 {
				show(&soFar)
			}
		}
	})
	return storm, err
}

// howFar says how far inputs move, "" where none does.
func howFar(words string) string {
	if words == "" {
		return ""
	}
	return "Moved: " + words + "."
}

// bars returns a bar for each span, the widest first. It tells how many are done, and now and then returns those that
// are known by then.
func (s *Study) bars(ctx context.Context, row Row, spans []Span, told func(known func() []Bar, done int)) ([]Bar, error) {
	bars, done := make([]Bar, len(spans)), make([]bool, len(spans))
	at := row.Scenario
	if !row.ScenarioKnown {
		at = 0
	}
	order := byWidth(spans)
	shown := time.Now()
	var mutex sync.Mutex // bars and done are written by the workers
	known := func() []Bar {
		if time.Since(shown) < s.between {
			return nil
		}
		shown = time.Now()
		mutex.Lock()
		defer mutex.Unlock()
		var some []Bar
		for i := range bars {
			if done[i] {
				some = append(some, bars[i])
			}
		}
		return widestFirst(some)
	}
	err := s.inParallel(ctx, len(spans), func(p *prober, next int) error {
		i := order[next]
		bar, err := p.bar(ctx, row.Key, spans[i])
		if err != nil {
			return fmt.Errorf("move %s: %w", spans[i].Input.Name(s.w.book), err)
		}
		bar.At, bar.AtBound = at, row.ScenarioBound
		mutex.Lock()
		bars[i], done[i] = bar, true
		mutex.Unlock()
		return nil
	}, func(finished int) { told(known, finished) })
	if err != nil {
		return nil, err
	}
	return s.lookAgain(ctx, row.Key, widestFirst(bars))
}

// lookAgain looks at the widest bars as a sweep does, at what is not proven.
func (s *Study) lookAgain(ctx context.Context, key string, bars []Bar) ([]Bar, error) {
	err := s.inParallel(ctx, min(len(bars), lookedAgain), func(p *prober, i int) error {
		if bars[i].Proven || bars[i].NotKnown {
			return nil
		}
		bar, err := p.barAlong(ctx, key, bars[i].Span, true)
		if err != nil {
			return fmt.Errorf("move %s: %w", bars[i].Name, err)
		}
		bar.At, bar.AtBound = bars[i].At, bars[i].AtBound
		bars[i] = bar
		return nil
	}, func(int) {})
	return widestFirst(bars), err
}

// byWidth returns the positions of the spans, the widest first: what moves most is likely to be known soon.
func byWidth(spans []Span) []int {
	order := make([]int, len(spans))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(spans[b].High-spans[b].Low, spans[a].High-spans[a].Low)
	})
	return order
}

// widestFirst sorts the bars; equal ones stay in their order.
func widestFirst(bars []Bar) []Bar {
	slices.SortStableFunc(bars, func(a, b Bar) int { return cmp.Compare(b.Width(), a.Width()) })
	return bars
}

func (p *prober) bar(ctx context.Context, key string, span Span) (Bar, error) {
	return p.barAlong(ctx, key, span, false)
}

// barAlong returns the input's bar. A close look takes the values of a sweep and closes in on where the measure turns.
func (p *prober) barAlong(ctx context.Context, key string, span Span, closely bool) (Bar, error) {
	book := p.study.w.book
	bar := Bar{Span: span, Name: span.Input.Name(book), Monotone: true, Proven: p.straight(key, span),
		LowText: span.Input.Text(book, span.Low), HighText: span.Input.Text(book, span.High)}
	values, err := p.turns(ctx, key, span, closely)
	if err != nil {
		return Bar{}, err
	}
	numbers := make([]float64, len(values))
	known := func() bool {
		bar.Looks = len(values)
		bar.NotKnown = slices.ContainsFunc(numbers, func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) })
		return !bar.NotKnown
	}
	var bounds [2]Bound // at both ends
	for i, value := range values {
		var bound Bound
		if numbers[i], bound, err = p.sure(ctx, key, span.Input.At(value)); err != nil {
			return Bar{}, err
		}
		if i == 0 {
			bounds[0] = bound
		}
		bounds[1] = bound
	}
	if !known() {
		return bar, nil
	}
	if closely {
		search, err := p.extremes(ctx, key, span, values, numbers)
		if err != nil {
			return Bar{}, err
		}
		for _, sign := range []float64{1, -1} {
			if _, _, err := search.find(ctx, sign); err != nil {
				return Bar{}, err
			}
		}
		if values, numbers = search.trace(); !known() {
			return bar, nil
		}
	}
	bar.along(values, numbers)
	for _, end := range []struct {
		at int64
		to *Bound
	}{{span.Low, &bar.LowBound}, {span.High, &bar.HighBound}, {bar.LeastAt, &bar.LeastBound}, {bar.MostAt, &bar.MostBound}} {
		switch end.at {
		case span.Low:
			*end.to = bounds[0]
		case span.High:
			*end.to = bounds[1]
		default:
			if _, *end.to, err = p.sure(ctx, key, span.Input.At(end.at)); err != nil {
				return Bar{}, err
			}
		}
	}
	return bar, nil
}

// turns returns the values of the span at which the measure may turn, both ends included. Where each cent of the input
// is one cent of one flow, the circular money is straight between its kinks, and so is all money: a share of the two
// only rises or only falls there, and nothing but ends and kinks need be looked at. Other measures are looked at evenly,
// and at the kinks and the present value where that is closely.
func (p *prober) turns(ctx context.Context, key string, span Span, closely bool) ([]int64, error) {
	straight := p.straight(key, span)
	values := []int64{span.Low, span.High}
	switch {
	case closely:
		values = Steps(span.Low, span.High, sweepSteps)
		if present, ok := p.study.Present(span.Input); ok && present > span.Low && present < span.High {
			values = append(values, present)
		}
	case !straight:
		values = Steps(span.Low, span.High, looks)
	}
	if straight || closely || parts[key] == network.PartCirculation || parts[key] == network.PartNetting {
		kinks, err := p.kinks(ctx, span)
		if err != nil {
			return nil, err
		}
		for _, kink := range kinks {
			values = append(values, kink.Value)
		}
	}
	slices.Sort(values)
	return slices.Compact(values), nil
}

// along notes what the measure does at the values of the span.
func (b *Bar) along(values []int64, numbers []float64) {
	b.AtLow, b.AtHigh = numbers[0], numbers[len(numbers)-1]
	b.Least, b.Most, b.LeastAt, b.MostAt = numbers[0], numbers[0], values[0], values[0]
	up, down := false, false
	for i := 1; i < len(numbers); i++ {
		if numbers[i] < b.Least {
			b.Least, b.LeastAt = numbers[i], values[i]
		}
		if numbers[i] > b.Most {
			b.Most, b.MostAt = numbers[i], values[i]
		}
		up = up || risen(numbers[i-1], numbers[i])
		down = down || risen(numbers[i], numbers[i-1])
	}
	switch {
	case up && down:
		b.Monotone = false
	case up:
		b.Direction = 1
	case down:
		b.Direction = -1
	}
}

// risen reports whether b is above a by more than floating point may be off.
func risen(a, b float64) bool { return b-a > 1e-12*max(math.Abs(a), math.Abs(b)) }
