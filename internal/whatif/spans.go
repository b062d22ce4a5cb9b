package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// Span is how far an input is moved: everything from Low to High is thought possible.
type Span struct {
	Input     Input
	Low, High int64
	Why       string // where the bounds come from
	Basis     SpanBasis
}

// SpanBasis is what the bounds of a span rest on.
type SpanBasis int

// What bounds can rest on.
const (
	SpanAsked       SpanBasis = iota // whoever asks
	SpanStated                       // the figure's own range, stated or assumed
	SpanCeiling                      // an amount that is stated as the most: from nothing to it
	SpanFloor                        // an amount that is stated as the least: from it to twice it, which nobody states
	SpanSpread                       // nothing: an exact or approximate amount is spread to both sides for comparison
	SpanUndisclosed                  // what the deals themselves could pay for
	SpanWeight                       // deals that are not binding: none or all of them
)

// Spans returns how far the scenario's inputs may move for a tornado: every figure with a range through that range;
// one that is stated as “up to” an amount from nothing to it; one that is stated as “at least” an amount from it to
// twice it; every undisclosed one from nothing to the most that the deals themselves could pay for; every other amount
// by the spread to both sides; and the weight of every status that is not binding from nothing to whole. A spread of 0
// leaves exact amounts where they are. The stake follows the same rules as every other leg.
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
			span, ok = Span{High: int64(deal.Whole), Why: "none or all of these deals come about", Basis: SpanWeight}, true
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
	case !figure.Known():
		most, why := ceiling(built, leg)
		return Span{Low: 0, High: most, Why: "undisclosed: from nothing to " + why, Basis: SpanUndisclosed}, true
	case figure.Said == deal.SaidUpTo && figure.Low == 0:
		return Span{Low: figure.Low, High: figure.High, Why: "stated as the most: from nothing to it", Basis: SpanCeiling}, true
	case figure.Said == deal.SaidAtLeast && figure.Low == figure.High:
		return Span{Low: figure.Low, High: twice(figure.Best), Basis: SpanFloor,
			Why: "stated as the least: from it to twice it, which is assumed"}, true
	case figure.Low != figure.High:
		return Span{Low: figure.Low, High: figure.High, Why: fmt.Sprintf("the figure's own range (%s)", figure.Said), Basis: SpanStated}, true
	case spread > 0:
		part, _ := spread.Of(figure.Best)
		return Span{Low: max(0, figure.Best-part), High: min(figure.Best+part, deal.MaxCents), Basis: SpanSpread,
			Why: fmt.Sprintf("%s to both sides, for comparison", spread.Percent())}, true
	}
	return Span{}, false
}

func twice(cents int64) int64 { return min(2*cents, deal.MaxCents) }

// spanWords says what the bounds of the spans rest on, as far as there are such.
func spanWords(spans []Span, spread deal.Share) string {
	said := []struct {
		basis SpanBasis
		words string
	}{
		{SpanStated, "figures with a range through it"},
		{SpanCeiling, "“up to” amounts from nothing to that"},
		{SpanFloor, "“at least” amounts up to twice that, which is assumed"},
		{SpanSpread, "exact amounts by " + spread.Percent() + " to both sides"},
		{SpanUndisclosed, "undisclosed ones from nothing to all that their payer gets from the deals or a stake that must be spent on them"},
	}
	var words []string
	for _, one := range said {
		if slices.ContainsFunc(spans, func(span Span) bool { return span.Basis == one.basis }) {
			words = append(words, one.words)
		}
	}
	return deal.AllOf(words)
}

// ceiling returns the most, in cents of its own currency, that an undisclosed leg could be paid from the deals themselves:
// what its payer gets, or, where it carries back a stake, the part of the stake that must be spent on it. It says which of the
// two. Without a rate to its currency it is 0.
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
	most, _ = built.book.Converted(sum, built.book.Base, leg.Currency)
	return min(most, deal.MaxCents), "all that its payer gets from the deals"
}
