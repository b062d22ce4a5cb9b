package whatif

import (
	"context"
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
)

// Span is how far an input is moved: everything from Low to High is thought possible.
type Span struct {
	Input     Input
	Low, High int64
	Why       string // where the bounds come from
}

// Bar is what a measure does when one input runs through its span and everything else stays.
type Bar struct {
	Span
	Name      string
	At        float64 // the measure in the scenario
	AtLow     float64 // with the input at the span's low end
	AtHigh    float64
	Least     float64 // the least and the most anywhere on the span that was looked at
	Most      float64
	Monotone  bool // false: the measure turns on the way, and its ends do not tell all
	NotKnown  bool // the measure is not known at both ends; the numbers are then 0
	LowText   string
	HighText  string
	LeastAt   int64 // the input's values at which Least and Most were seen
	MostAt    int64
	Direction int // 1: more of the input is more of the measure, −1: less, 0: neither
}

// Width returns by how much the measure moves on the span.
func (b Bar) Width() float64 { return b.Most - b.Least }

// looks is at how many values of each span a tornado looks, both ends included. It looks where the circular
// money bends as well: that is where its share turns.
const looks = 9

// Tornado moves one input after another through its span and returns a bar for each, the widest first; equal
// ones stay in the order of the spans.
func (s *Study) Tornado(ctx context.Context, key string, spans []Span, progress Progress) ([]Bar, error) {
	at, known, err := s.number(ctx, key)
	if err != nil {
		return nil, err
	}
	bars := make([]Bar, 0, len(spans))
	for i, span := range spans {
		bar, err := s.bar(ctx, key, span)
		if err != nil {
			return nil, fmt.Errorf("move %s: %w", span.Input.Name(s.w.book), err)
		}
		if bar.At = at; !known {
			bar.At = 0
		}
		bars = append(bars, bar)
		progress.tell(i+1, len(spans))
	}
	slices.SortStableFunc(bars, func(a, b Bar) int {
		switch {
		case a.Width() > b.Width():
			return -1
		case a.Width() < b.Width():
			return 1
		}
		return 0
	})
	return bars, nil
}

func (s *Study) bar(ctx context.Context, key string, span Span) (Bar, error) {
	bar := Bar{Span: span, Name: span.Input.Name(s.w.book), Monotone: true,
		LowText: span.Input.Text(s.w.book, span.Low), HighText: span.Input.Text(s.w.book, span.High)}
	values := Steps(span.Low, span.High, looks)
	kinks, err := s.Kinks(ctx, span.Input, span.Low, span.High)
	if err != nil {
		return Bar{}, err
	}
	for _, kink := range kinks {
		values = append(values, kink.Value)
	}
	slices.Sort(values)
	values = slices.Compact(values)
	numbers := make([]float64, len(values))
	for i, value := range values {
		number, known, err := s.number(ctx, key, span.Input.At(value))
		if err != nil {
			return Bar{}, err
		}
		if !known || math.IsNaN(number) || math.IsInf(number, 0) {
			bar.NotKnown = true
			return bar, nil
		}
		numbers[i] = number
	}
	bar.AtLow, bar.AtHigh = numbers[0], numbers[len(numbers)-1]
	bar.Least, bar.Most, bar.LeastAt, bar.MostAt = numbers[0], numbers[0], values[0], values[0]
	up, down := false, false
	for i := 1; i < len(numbers); i++ {
		if numbers[i] < bar.Least {
			bar.Least, bar.LeastAt = numbers[i], values[i]
		}
		if numbers[i] > bar.Most {
			bar.Most, bar.MostAt = numbers[i], values[i]
		}
		up = up || risen(numbers[i-1], numbers[i])
		down = down || risen(numbers[i], numbers[i-1])
	}
	switch {
	case up && down:
		bar.Monotone = false
	case up:
		bar.Direction = 1
	case down:
		bar.Direction = -1
	}
	return bar, nil
}

// risen reports whether b is above a by more than floating point may be off.
func risen(a, b float64) bool { return b-a > 1e-12*max(math.Abs(a), math.Abs(b)) }

// Spans returns how far the scenario's inputs may move for a tornado: every figure with a range through that
// range; every undisclosed one from nothing to the most that the deals themselves could pay for; every other
// amount by the spread to both sides; the leg's own amount from nothing to twice it; and the weight of every
// status that is not binding from nothing to whole. A spread of 0 leaves exact amounts where they are.
func (s *Study) Spans(spread deal.Share) ([]Span, error) {
	built, err := s.w.build(s.changes)
	if err != nil {
		return nil, err
	}
	var spans []Span
	for _, input := range Inputs(s.w.book, s.leg) {
		var span Span
		var ok bool
		switch {
		case input.Field == deal.ChangeWeight && !input.Status.Binding():
			span, ok = Span{High: int64(deal.Whole), Why: "none or all of these deals come about"}, true
		case input.Field == deal.ChangeAmount:
			span, ok = amountSpan(built, s.leg, deal.LegID(input.Target), spread)
		}
		if ok && span.High > span.Low {
			span.Input = input
			spans = append(spans, span)
		}
	}
	return spans, nil
}

// amountSpan returns how far the leg's amount may move.
func amountSpan(built *state, stake, id deal.LegID, spread deal.Share) (Span, bool) {
	leg, _, ok := built.book.Leg(id)
	if !ok || flowOf(built.network, id) < 0 && id != stake {
		return Span{}, false
	}
	figure := leg.Figure
	switch {
	case id == stake && figure.Known():
		return Span{Low: 0, High: min(2*figure.Best, deal.MaxCents), Why: "from nothing to twice the scenario's"}, true
	case !figure.Known():
		most, why := ceiling(built, leg)
		return Span{Low: 0, High: most, Why: "undisclosed: from nothing to " + why}, true
	case figure.Low != figure.High:
		return Span{Low: figure.Low, High: figure.High, Why: fmt.Sprintf("the figure's own range (%s)", figure.Said)}, true
	case spread > 0:
		part, _ := spread.Of(figure.Best)
		return Span{Low: max(0, figure.Best-part), High: min(figure.Best+part, deal.MaxCents),
			Why: fmt.Sprintf("%s to both sides, for comparison", spread.Percent())}, true
	}
	return Span{}, false
}

// ceiling returns the most that an undisclosed leg could be paid from the deals themselves: what its payer gets,
// or, where it carries back a stake, the part of the stake that must be spent on it. It says which of the two.
func ceiling(built *state, leg deal.Leg) (most int64, why string) {
	for i := range built.book.Deals {
		for _, stake := range built.book.Deals[i].Legs {
			if stake.ConditionalOn == leg.ID && stake.Figure.Known() && stake.Currency == leg.Currency {
				part, _ := stake.CoveredShare().Of(stake.Figure.High)
				return part, fmt.Sprintf("%s of %s, which must be spent on it", stake.CoveredShare().Percent(), LegName(built.book, stake))
			}
		}
	}
	at := positionOf(built.network, leg.Payer)
	sum := int64(0)
	for i := range built.network.Flows {
		if built.network.Flows[i].Payee == at {
			sum += built.network.Flows[i].Money
		}
	}
	return min(sum, deal.MaxCents), "all that its payer gets from the deals"
}
