package whatif

import (
	"fmt"

	"roundtrip/internal/deal"
)

// Span is how far an input is moved: everything from Low to High is thought possible.
type Span struct {
	Input     Input
	Low, High int64
	Why       string // where the bounds come from
}

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
