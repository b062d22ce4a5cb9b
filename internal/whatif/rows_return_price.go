package whatif

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
)

// What a stake leaves in its payee, and what it costs its payer after all.

// leftIn returns the money of the stake that does not go straight back.
func (s *side) leftIn() value {
	given, back := s.given(), s.spentBack()
	if !back.known {
		return back
	}
	back.number = given.number - back.number
	s.backEnds(&back, func(at returnCorner) float64 { return at.given - at.back })
	return back
}

// opposite returns the bound of a number less one with the bound.
func opposite(bound Bound) Bound {
	switch bound {
	case AtLeast:
		return AtMost
	case AtMost:
		return AtLeast
	}
	return bound
}

// effectivePrice returns the stake less the margin that the payer earns on what is spent back with it.
func (s *side) effectivePrice() value {
	given, back := s.given(), s.spentBack()
	if !back.known {
		return back
	}
	if s.supplier() != s.leg.Payer {
		price := known(given.number, s.leg.ID)
		price.between(given.ends, given.hasEnds)
		price.note = s.withOthers() + ", which earns no margin on it"
		return price
	}
	if !s.stake.AssumeMargin {
		payer, _ := s.names()
		return unknown(fmt.Sprintf("no source states a gross margin of %s: set one", payer))
	}
	back.number = given.number - fraction(s.stake.Margin)*back.number
	s.backEnds(&back, func(at returnCorner) float64 { return at.given - fraction(s.stake.Margin)*at.back })
	margin := fmt.Sprintf("at a gross margin of %s, which no source states: the base has none", s.stake.Margin.Percent())
	if strings.HasPrefix(back.note, boundedBy) {
		margin = join(margin, "spent back is "+back.note)
	}
	back.note = margin
	return back
}

// ownRevenue returns the part of all that the payee pays the payer that is the payer's own money: what is
// spent back of the stake, over every commercial leg that way with a number, and over all that must be spent by the
// spending leg, of other stakes too, where it has none yet. Headline totals, whatever the view's basis.
func (s *side) ownRevenue() value {
	back := s.spentBack()
	if !back.known {
		return back
	}
	total, legs := 0.0, []deal.LegID{s.leg.ID}
	for _, leg := range s.book.LegsBetween(s.leg.Payee, s.supplier()) {
		if leg.Kind.Financing() || !leg.Figure.Known() {
			continue
		}
		cents, ok := s.book.InBase(leg.Figure.Best, leg.Currency)
		if !ok {
			return unknown(fmt.Sprintf("there is no rate from %s to %s", leg.Currency, s.book.Base))
		}
		total += float64(cents)
		legs = append(legs, leg.ID)
	}
	if !s.back.Figure.Known() {
		total += back.number + s.promised()
	}
	switch {
	case total == 0:
		_, payee := s.names()
		return unknown(fmt.Sprintf("%s pays %s nothing", payee, s.book.CompanyName(s.supplier())))
	case back.number > total:
		back.number = total
	}
	result := value{number: back.number / total, known: true, legs: legs, note: "of headline contracts, over their whole term"}
	s.backEnds(&result, func(at returnCorner) float64 {
		return at.back / at.revenue // no number where it is paid nothing
	})
	if strings.HasPrefix(back.note, boundedBy) {
		result.note = join(result.note, "spent back is "+back.note)
	}
	return result
}
