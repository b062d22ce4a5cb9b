package whatif

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Goal asks at which value of an input a measure reaches a number.
type Goal struct {
	Input     Input
	Key       string  // of the measure's row
	Target    float64 // in the row's unit
	Low, High int64   // between which values of the input to look
}

// Found is the answer to a Goal.
type Found struct {
	Value    int64    // the input's smallest value that reaches the target, or the one that comes nearest
	Number   float64  // the measure there
	Bound    Bound    // how sure the measure is there: what is not exact makes Value one by the best figures
	About    bool     // Value is the nearest but may be a little off, since the measure turns there smoothly
	Reached  bool     // the measure meets the target at Value, or passes it between Value − 1 and Value
	Again    []Answer // every further value at which the measure meets or passes the target, upwards
	Sentence string   // "Circular share reaches 10% at $22.9bn." or why it is out of reach
}

// Answer is a value of the input and the measure there.
type Answer struct {
	Value  int64
	Number float64
}

// scanned is how many values of the input a goal looks at before it closes in. A measure that crosses the
// target twice between two of them can be missed; kinks and the saturation are always looked at.
const scanned = 65

// Sought is the answer to a Goal, with what the measure does on the way.
type Sought struct {
	Found
	Goal  Goal
	Sweep *Sweep
}

// Seek finds the smallest value of the input between the goal's bounds at which the measure reaches the
// target, to the input's own smallest step (a cent, a millionth, a month), or says how near it comes and why
// no nearer. Further values that reach it are told as well.
func (s *Study) Seek(ctx context.Context, goal Goal, progress Progress) (*Sought, error) {
	found, err := s.seek(ctx, goal, func(done, of int) { progress.tell(done, 2*of) })
	if err != nil {
		return nil, err
	}
	ask := SweepQuestion{Span: Span{Input: goal.Input, Low: goal.Low, High: goal.High}, Keys: []string{goal.Key}}
	sweep, err := s.Sweep(ctx, ask, func(done, of int) { progress.tell(of+done, 2*of) })
	return &Sought{Found: found, Goal: goal, Sweep: sweep}, err
}

func (s *Study) seek(ctx context.Context, goal Goal, progress Progress) (Found, error) {
	if !goal.Input.Numeric() {
		return Found{}, fmt.Errorf("%s is a choice and not a number: no goal can be sought with it", goal.Input.Field)
	}
	if goal.High < goal.Low {
		return Found{}, fmt.Errorf("the bounds run downwards: from %d to %d", goal.Low, goal.High)
	}
	row, err := s.row(ctx, goal.Key)
	if err != nil {
		return Found{}, err
	}
	seek := &goalSeek{study: s, goal: goal, row: row}
	if err := seek.look(ctx, progress); err != nil {
		return Found{}, err
	}
	for i, point := range seek.points {
		if !seek.hits(i) {
			continue
		}
		answer, err := seek.closest(ctx, seek.points[max(0, i-1)], point)
		if err != nil {
			return Found{}, err
		}
		// Next to the last answer it is the same one, that floating point has split.
		if last := len(seek.answers) - 1; last < 0 || answer.Value > seek.answers[last].Value+1 {
			seek.answers = append(seek.answers, answer)
		}
	}
	if len(seek.answers) == 0 {
		return seek.unreachable(ctx)
	}
	return seek.reached(ctx)
}

// goalSeek is one search for a goal.
type goalSeek struct {
	study    *Study
	goal     Goal
	row      Row
	points   []goalPoint
	extremes []Extreme // the most and the least of the measure, unless it turns only at points that are exact
	exact    bool      // it turns nowhere else
	answers  []Answer
}

type goalPoint struct {
	value  int64
	number float64
	off    float64 // the measure less the target
	known  bool
}

func crosses(a, b goalPoint) bool { return a.known && b.known && (a.off < 0) != (b.off < 0) }

// hits reports whether the measure meets the target at the point, or passes it on the way there from the one before.
// A measure that stays on the target has met it where it came there, and one that leaves it does not pass it.
func (g *goalSeek) hits(at int) bool {
	point := g.points[at]
	if at == 0 {
		return point.known && point.off == 0
	}
	before := g.points[at-1]
	switch {
	case before.known && before.off == 0:
		return false
	case point.known && point.off == 0:
		return true
	}
	moves := risen(before.number, point.number) || risen(point.number, before.number)
	return crosses(before, point) && (moves || len(g.answers) == 0)
}

// look measures along the span, and closes in on where the measure turns towards the target without reaching it.
func (g *goalSeek) look(ctx context.Context, progress Progress) error {
	values, err := g.values(ctx)
	if err != nil {
		return err
	}
	along, err := g.study.along(ctx, g.goal.Input, values, []string{g.goal.Key}, progress)
	if err != nil {
		return err
	}
	numbers, span := along[0], Span{Input: g.goal.Input, Low: g.goal.Low, High: g.goal.High}
	p := g.study.prober()
	defer g.study.probers.Put(p)
	if g.exact = p.straight(g.goal.Key, span); !g.exact {
		search, err := p.extremes(ctx, g.goal.Key, span, values, numbers)
		if err != nil {
			return err
		}
		search.aim = &g.goal.Target
		for _, sign := range []float64{1, -1} {
			found, ok, err := search.find(ctx, sign)
			if err != nil {
				return err
			}
			if ok {
				g.extremes = append(g.extremes, found)
			}
		}
		values, numbers = search.trace()
	}
	for i, value := range values {
		g.points = append(g.points, g.point(value, numbers[i]))
	}
	return nil
}

// values returns the values to look at first: evenly between the bounds, the input's present value, and where
// the circular money bends.
func (g *goalSeek) values(ctx context.Context) ([]int64, error) {
	values := Steps(g.goal.Low, g.goal.High, scanned)
	add := func(value int64) {
		if value > g.goal.Low && value < g.goal.High {
			values = append(values, value)
		}
	}
	if present, ok := g.study.Present(g.goal.Input); ok {
		add(present)
	}
	p := g.study.prober()
	defer g.study.probers.Put(p)
	kinks, err := p.kinks(ctx, Span{Input: g.goal.Input, Low: g.goal.Low, High: g.goal.High})
	if err != nil {
		return nil, err
	}
	for _, kink := range kinks {
		add(kink.Value)
	}
	slices.Sort(values)
	return slices.Compact(values), nil
}

// measure returns the measure at the value.
func (g *goalSeek) measure(ctx context.Context, value int64) (goalPoint, error) {
	number, known, err := g.study.number(ctx, g.goal.Key, g.goal.Input.At(value))
	if err != nil {
		return goalPoint{}, fmt.Errorf("seek a goal at %s: %w", g.goal.Input.Text(g.study.w.book, value), err)
	}
	if !known {
		number = math.NaN()
	}
	return g.point(value, number), nil
}

func (g *goalSeek) point(value int64, number float64) goalPoint {
	return goalPoint{value: value, number: number, off: number - g.goal.Target, known: !math.IsNaN(number)}
}

// closest halves the gap between two values on either side of the target until they are neighbours.
func (g *goalSeek) closest(ctx context.Context, low, high goalPoint) (Answer, error) {
	for high.value-low.value > 1 {
		middle, err := g.measure(ctx, low.value+(high.value-low.value)/2)
		if err != nil {
			return Answer{}, err
		}
		if middle.known && (middle.off == 0 || crosses(low, middle)) || !low.known {
			high = middle
		} else {
			low = middle
		}
	}
	if low.known && low.off == 0 {
		high = low
	}
	return Answer{Value: high.value, Number: high.number}, nil
}

// mostAgain is how many further values a sentence names.
const mostAgain = 3

// reached says which values reach the target.
func (g *goalSeek) reached(ctx context.Context) (Found, error) {
	first, again := g.answers[0], g.answers[1:]
	bound, err := g.study.boundOf(ctx, g.goal.Key, g.goal.Input.At(first.Value))
	if err != nil {
		return Found{}, err
	}
	text := fmt.Sprintf("%s reaches %s at %s of %s", g.row.Subject(), g.text(g.goal.Target), g.at(first.Value, bound), g.goal.Input.Name(g.study.w.book))
	for i, answer := range again[:min(len(again), mostAgain)] {
		if i == 0 {
			text += ", and again at "
		} else {
			text += ", at "
		}
		text += g.at(answer.Value, bound)
	}
	if more := len(again) - mostAgain; more > 0 {
		text += fmt.Sprintf(", and at %d more", more)
	}
	return Found{Value: first.Value, Number: first.Number, Bound: bound, Reached: true, Again: again, Sentence: text + g.now() + "."}, nil
}

// now says how the measure is without any search, "" where it is not known or the input has no value.
func (g *goalSeek) now() string {
	present, ok := g.study.Present(g.goal.Input)
	if !ok || !g.row.ScenarioKnown {
		return ""
	}
	return fmt.Sprintf("; now it is %s%s, at %s%s", g.row.ScenarioBound, g.text(g.row.Scenario),
		g.study.PresentBound(g.goal.Input), g.goal.Input.Text(g.study.w.book, present))
}

// at writes a value of the input as a sentence does, and to the last cent where that is not all of it. Where the measure is not
// sure there, the value is one by the best figures.
func (g *goalSeek) at(value int64, bound Bound) string {
	book, how := g.study.w.book, "exactly"
	text := g.goal.Input.Text(book, value)
	read, err := g.goal.Input.Parse(book, text)
	whole := err == nil && read == value
	if bound != Exactly {
		text, how = string(About)+text, byTheBest
	}
	if whole {
		return text
	}
	return fmt.Sprintf("%s (%s %s)", text, how, g.goal.Input.Exact(book, value))
}

func (g *goalSeek) text(number float64) string {
	return FormatValue(g.row.Unit, number, g.study.w.book.Base)
}
