package whatif

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// SweepQuestion asks what measures do while one input moves.
type SweepQuestion struct {
	Span           // how far the input moves
	Steps int      // how many values are looked at evenly between the bounds; 0: 101
	Keys  []string // of the measures; the first one is what the sweep is about
}

// Sweep is what measures do while one input moves.
type Sweep struct {
	Ground
	Input        Input
	Values       []int64     // ascending; those where the circular money bends and the present one are among them
	Measures     []Row       // what is measured, as it is in the scenario
	Numbers      [][]float64 // Numbers[k][i]: Measures[k] at Values[i]; NaN where it is not known
	Base         [][]float64 // the same without the scenario's changes; nil when there are none
	Bounds       [][]Bound   // how sure each of Numbers is
	BaseBounds   [][]Bound   // the same of Base
	PresentBound Bound       // how sure the input's own value is
	Present      int64       // the scenario's own value of the input
	HasOne       bool        // false: the scenario has none, as for an undisclosed amount
	Kinks        []Kink      // of the circular money, when the input is an amount that counts in full
	Turns        []Extreme   // of the first measure: its least and its most, unless it turns only at kinks
	Stop         *int64      // from where on the first measure does not move any more; nil: it moves to the end, or nowhere
	Unless       string      // what it is only said by, where other amounts could let the circular money rise further; see Saturation
}

// Kink is where the circular money begins to rise more slowly.
type Kink struct {
	Value         int64  // of the input, in cents
	Before, After int64  // cents of circular money for each further cent
	Why           string // "OpenAI → Amazon is full at $38bn"; "" when no flow alone is the reason
	Label         string // what happens at the value, and why
}

// sweepSteps is how many values a sweep looks at unless somebody asks for another number.
const sweepSteps = 101

// Steps returns so many values evenly from low to high, both included; equal ones come once.
func Steps(low, high int64, count int) []int64 {
	if count < 2 || high <= low {
		return []int64{low}
	}
	values := make([]int64, 0, count)
	for i := range count {
		part, _ := deal.MulDiv(high-low, int64(i), int64(count-1))
		values = append(values, low+part)
	}
	return slices.Compact(values)
}

// Sweep measures the scenario, and the data beside it, with the input at values through its span. It stops with the
// context's error when that is done.
func (s *Study) Sweep(ctx context.Context, ask SweepQuestion, progress Progress) (*Sweep, error) {
	if err := ask.check(); err != nil {
		return nil, err
	}
	sweep := &Sweep{Ground: s.ground("", ask.Span), Input: ask.Input}
	for _, key := range ask.Keys {
		row, err := s.row(ctx, key)
		if err != nil {
			return nil, err
		}
		sweep.Measures = append(sweep.Measures, row)
	}
	sweep.Present, sweep.HasOne = s.Present(ask.Input)
	sweep.PresentBound = s.PresentBound(ask.Input)
	var err error
	if sweep.Kinks, err = s.kinks(ctx, ask.Span); err != nil {
		return nil, err
	}
	if sweep.Unless, err = s.unless(ctx, ask); err != nil {
		return nil, err
	}
	sweep.Values = Steps(ask.Low, ask.High, orUsual(ask.Steps, sweepSteps))
	for _, kink := range sweep.Kinks {
		sweep.Values = append(sweep.Values, kink.Value)
	}
	if sweep.HasOne && sweep.Present > ask.Low && sweep.Present < ask.High {
		sweep.Values = append(sweep.Values, sweep.Present)
	}
	slices.Sort(sweep.Values)
	sweep.Values = slices.Compact(sweep.Values)
	if err = s.turns(ctx, ask, sweep); err != nil {
		return nil, err
	}
	rounds := 1
	if len(s.changes) > 0 {
		rounds = 2
	}
	part := func(before int) Progress {
		return func(done, of int) { progress.tell(before*of+done, rounds*of) }
	}
	if sweep.Numbers, sweep.Bounds, err = s.markedAlong(ctx, ask.Input, sweep.Values, ask.Keys, part(0)); err != nil {
		return nil, err
	}
	if rounds == 2 {
		if sweep.Base, sweep.BaseBounds, err = s.w.Study(s.leg, nil).markedAlong(ctx, ask.Input, sweep.Values, ask.Keys, part(1)); err != nil {
			return nil, err
		}
	}
	sweep.nowAsItIs()
	return sweep, nil
}

// nowAsItIs lets the measures be as sure at the input's own value as the what-if says.
func (s *Sweep) nowAsItIs() {
	at := slices.Index(s.Values, s.Present)
	if !s.HasOne || at < 0 {
		return
	}
	for k, row := range s.Measures {
		if row.ScenarioKnown && alike(s.Numbers[k][at], row.Scenario) {
			s.Bounds[k][at] = row.ScenarioBound
		}
	}
}

// unless returns what is to be said where the circular money could rise further with the amount that is swept than it is seen to.
func (s *Study) unless(ctx context.Context, ask SweepQuestion) (string, error) {
	if ask.Input.Field != deal.ChangeAmount || parts[ask.Keys[0]] != network.PartCirculation {
		return "", nil
	}
	found, err := s.w.saturation(ctx, StakeUnder(s.w.book, ask.Input.leg(), s.changes), s.changes)
	return found.Unless, err
}

// turns finds where the first measure has its least and its most and from where on it does not move, and adds these
// values to the sweep's. How many values the sweep was asked for makes no difference to it.
func (s *Study) turns(ctx context.Context, ask SweepQuestion, sweep *Sweep) error {
	p := s.prober()
	defer s.probers.Put(p)
	values := append(Steps(ask.Low, ask.High, sweepSteps), sweep.Values...)
	slices.Sort(values)
	values = slices.Compact(values)
	along, err := s.along(ctx, ask.Input, values, ask.Keys[:1], nil)
	if err != nil {
		return err
	}
	numbers := along[0]
	if !p.straight(ask.Keys[0], ask.Span) {
		search, err := p.extremes(ctx, ask.Keys[0], ask.Span, values, numbers)
		if err != nil {
			return err
		}
		for _, sign := range []float64{1, -1} {
			found, ok, err := search.find(ctx, sign)
			if err != nil {
				return err
			}
			if ok {
				sweep.Turns = append(sweep.Turns, found)
				sweep.Values = append(sweep.Values, found.Value)
			}
		}
	}
	if sweep.Stop, err = s.stop(ctx, ask, values, numbers); sweep.Stop != nil {
		sweep.Values = append(sweep.Values, *sweep.Stop)
	}
	slices.Sort(sweep.Values)
	sweep.Values = slices.Compact(sweep.Values)
	return err
}

func (q *SweepQuestion) check() error {
	switch {
	case !q.Input.Numeric():
		return fmt.Errorf("%s is a choice and not a number: it cannot be swept", q.Input.Field)
	case len(q.Keys) == 0:
		return errors.New("a sweep needs a measure")
	}
	return nil
}

// orUsual returns how many values are looked at.
func orUsual(asked, usual int) int {
	if asked > 0 {
		return asked
	}
	return usual
}

// stop returns the value of the sweep's input from which on its first measure does not move any more, to the input's
// own smallest step, and nil where it moves to the end of the sweep, moves nowhere on it, or is not known.
func (s *Study) stop(ctx context.Context, ask SweepQuestion, values []int64, numbers []float64) (*int64, error) {
	key, last := ask.Keys[0], len(numbers)-1
	if last < 2 || math.IsNaN(numbers[last]) {
		return nil, nil
	}
	at := last
	for at > 0 && still(numbers[at-1], numbers[last]) {
		at--
	}
	// Two equal values at the end may be chance; a measure that stays known but never moves stops nowhere.
	if at == 0 || at == last || math.IsNaN(numbers[at-1]) {
		return nil, nil
	}
	low, high := values[at-1], values[at]
	for high-low > 1 {
		middle := low + (high-low)/2
		number, known, err := s.number(ctx, key, ask.Input.At(middle))
		if err != nil {
			return nil, fmt.Errorf("find where %s stops: %w", key, err)
		}
		if known && still(number, numbers[last]) {
			high = middle
		} else {
			low = middle
		}
	}
	return &high, nil
}

// still reports whether two numbers are the same but for what floating point may be off.
func still(a, b float64) bool { return math.Abs(a-b) <= 1e-14*max(math.Abs(a), math.Abs(b)) }

// Present returns the input's value in the scenario, and false where it has none: an undisclosed amount, or a share
// that must be spent back of which the amount is undisclosed, so that setting the share counts what was not counted.
func (s *Study) Present(input Input) (int64, bool) {
	for _, change := range slices.Backward(s.changes) {
		if change.Field == input.Field && change.Target == input.Target && change.Text == string(input.Status) {
			return change.Value, true
		}
	}
	if input.Field == deal.ChangeWeight {
		if weight, ok := s.w.view.Weights[input.Status]; ok {
			return int64(weight), true
		}
	}
	if input.Field == deal.ChangeSpentBack && !s.spendingKnown(input) {
		value, _ := input.Present(s.w.book)
		return value, false
	}
	return input.Present(s.w.book)
}

// spendingKnown reports whether the money that must be spent back has a number without the share being set.
func (s *Study) spendingKnown(input Input) bool {
	leg, _, ok := s.w.book.Leg(deal.LegID(input.Target))
	if !ok {
		return false
	}
	back, found := spendingLeg(s.w.book, leg)
	return found && leg.ConditionalOn == back.ID && back.Figure.Known()
}
