package whatif

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Between which ends what comes back of a stake lies.
//
// The stake, the contract by which it is spent back, what other stakes promise to that contract, and all else that the
// payee pays may each lie anywhere between their ends. Each of them alone moves what comes back, what stays and the
// price one way only, so that the ends of those are at corners: at ends of all of these. Only the part of its revenue
// that is the payer's own money is greatest where the contract just holds what is promised to it, which is tried as
// well, and of a contract that holds nothing there is no part, but what it is close to as the contract gets small. Where no source says which part of the stake the condition covers, it is anything from nothing to all of it. A
// contract of undisclosed size, or in a currency without a rate, may hold nothing, and then nothing is spent back by it,
// whatever the condition covers.

// noBound stands for an amount that nothing bounds from above, and is more than any that can be stated.
const noBound = 1e30

// nextToNothing is an amount in cents for what a part of a contract is close to where that holds nothing.
const nextToNothing = 1e-3

// returnCorner is what comes back where every amount is at one of its ends, in cents of the base currency.
type returnCorner struct {
	given, back float64
	revenue     float64 // all that the payee pays whom it has to spend the stake with
}

// backEnds gives the value the ends that its number has over all corners, by its formula.
func (s *side) backEnds(v *value, formula func(returnCorner) float64) {
	if s.returns == nil {
		s.returns, s.loose = s.returnCorners(0), s.returnCorners(aboutBy)
	}
	ends := s.returns.ends(v.number, formula)
	v.between(ends, !math.IsNaN(ends.Low) && !math.IsNaN(ends.High))
	v.loosenTo(s.loose.ends(v.number, formula))
}

// returnCorners are all corners.
type returnCorners struct{ at []returnCorner }

// spread is an amount at its low and at its high end.
type spread [2]float64

// ends returns the ends of a number over the corners.
func (c *returnCorners) ends(number float64, formula func(returnCorner) float64) network.Range {
	ends := network.Range{Low: number, High: number}
	for _, corner := range c.at {
		at := formula(corner)
		if math.IsNaN(at) {
			continue
		}
		ends.Low, ends.High = min(ends.Low, at), max(ends.High, at)
	}
	if ends.High > noBound/1e6 {
		ends.High = math.Inf(1)
	}
	return ends
}

// returnCorners returns the corners, with what is only about so much moved by the part to both sides.
func (s *side) returnCorners(about float64) *returnCorners {
	all := &returnCorners{}
	spreadOf := func(leg deal.Leg) (ends spread) {
		for end := range ends {
			ends[end] = s.amountAt(leg, end)
			if onlyAbout(leg.Figure) {
				ends[end] *= 1 + about*float64(2*end-1)
			}
		}
		return ends
	}
	covered := spread{fraction(s.stake.SpentBack), fraction(s.stake.SpentBack)}
	if s.partUnsaid() {
		covered[0] = 0
	}
	if s.cutOff() {
		covered = spread{}
	}
	given, contract, bounds := spreadOf(s.leg), spread{}, s.back.ID != 0 && !s.carriedAlong()
	if s.back.ID != 0 {
		contract = spreadOf(s.back)
	}
	var others, beside spread
	if s.back.ID != 0 {
		for _, other := range s.promisedBy() {
			for end, promised := range spreadOf(other) {
				others[end] += promised * fraction(other.CoveredShare())
			}
		}
	}
	for _, leg := range s.book.LegsBetween(s.leg.Payee, s.supplier()) {
		if leg.ID != s.back.ID && !leg.Kind.Financing() {
			for end, amount := range spreadOf(leg) {
				beside[end] += amount
			}
		}
	}
	carried := s.carriedAlong()
	next := min(contract[1], nextToNothing)
	for at := range 64 {
		end := func(which int) int { return at >> which & 1 }
		corner := returnCorner{given: given[end(0)]}
		corner.back = corner.given * covered[end(1)]
		total := corner.back + others[end(2)]
		bound := [4]float64{contract[0], contract[1], min(max(total, contract[0]), contract[1]), max(next, contract[0])}[at/16]
		if bounds && total > bound {
			corner.back *= bound / total
		}
		corner.revenue = max(corner.back, bound) + beside[end(3)]
		if carried {
			corner.revenue = total + beside[end(3)]
		}
		all.at = append(all.at, corner)
	}
	return all
}

// carriedAlong reports whether the spending leg carries the stake's share at each of its ends, as it does where the
// scenario assumes that share: the amounts are then one, and neither bounds the other.
func (s *side) carriedAlong() bool {
	if s.back.ID == 0 || s.leg.ConditionalOn != s.back.ID {
		return false
	}
	_, carries := s.book.Carries(&s.back)
	return carries
}

// amountAt returns an end of the leg's amount in cents of the base currency: 0 is the low one, 1 the high one. Nothing
// bounds an amount that is undisclosed, a floor, or in a currency without a rate.
func (s *side) amountAt(leg deal.Leg, end int) float64 {
	cents := leg.Figure.Low
	switch {
	case end == 1 && s.open(&leg):
		return noBound
	case end == 1:
		cents = leg.Figure.High
	case !leg.Figure.Known():
		cents = 0
	}
	converted, ok := s.book.InBase(cents, leg.Currency)
	switch {
	case ok:
		return float64(converted)
	case end == 1 && cents > 0:
		return noBound
	}
	return 0
}

// open reports whether nothing bounds the leg's amount from above, be it because it carries a share of such a stake.
func (s *side) open(leg *deal.Leg) bool {
	open, carries := s.book.Carries(leg)
	return leg.Figure.HighOpen() || carries && open
}
