package whatif

import (
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// What of a stake comes back through the network, in proportion and with what must be spent there.

func (s *side) returnShare() value { return s.ofFlow(s.measures.ReturnShare) }

// ofFlow returns the list's number for the stake's flow.
func (s *side) ofFlow(shares []float64) value {
	if s.flow < 0 {
		return unknown(absenceOf(s.book, s.network.View, s.changes, s.was).why)
	}
	if s.flow >= len(shares) {
		return unknown("it is not measured")
	}
	flow := s.network.Flows[s.flow]
	legs := make([]deal.LegID, len(flow.Legs))
	for i, leg := range flow.Legs {
		legs[i] = leg.ID
	}
	result := known(shares[s.flow], legs...)
	result.note = "directly and through others, by how each company spends; undisclosed legs carry nothing"
	return result
}

// returned returns what of the stake ever comes back when everyone passes money on in proportion.
func (s *side) returned() value { return s.ofStake(s.returnShare()) }

// returnedEarmarked returns the same when what must be spent with the payer goes there first.
func (s *side) returnedEarmarked() value {
	share := s.ofFlow(s.measures.Earmarked)
	if share.known {
		share.note = "what the condition covers goes first where it has to be spent, the rest by how each company spends"
		share.number, share.note = s.ofThisLeg(share.number, share.note)
		if s.partUnsaid() {
			share.note = join(share.note, "which part it covers is not stated, so it is all of it at most")
		}
	}
	return s.ofStake(share)
}

// ofThisLeg returns the stake's own earmarked share, given the average of its flow's legs, with the note on it: what
// the others' conditions add is not the stake's. Where others of the flow have conditions as well, and what this one
// sends back is not what is spent back with its payer, it stays the average.
func (s *side) ofThisLeg(average float64, note string) (share float64, itsNote string) {
	flow, money, others := s.network.Flows[s.flow], int64(0), false
	for _, part := range flow.Legs {
		leg, _, _ := s.book.Leg(part.ID)
		if part.ID == s.leg.ID {
			money = part.Money
		} else if leg.CoveredShare() != 0 {
			others = true
		}
	}
	if len(flow.Legs) == 1 || s.flow >= len(s.measures.ReturnShare) {
		return average, note
	}
	plain := s.measures.ReturnShare[s.flow]
	switch {
	case s.leg.CoveredShare() == 0:
		return plain, note
	case others && s.directlyBack():
		given, back := s.given(), s.spentBack()
		if given.number == 0 {
			return average, note
		}
		return plain + back.number/given.number*(1-plain), note
	case others || money == 0:
		return average, join(note, fmt.Sprintf("the average of the %d legs of the flow", len(flow.Legs)))
	}
	return min(1, plain+(average-plain)*float64(flow.Money)/float64(money)), note
}

// ofStake turns a share of the stake into money.
func (s *side) ofStake(share value) value {
	given := s.given()
	if !share.known {
		return share
	}
	if !given.known {
		return given
	}
	share.number *= given.number
	return share
}

// ofStakeSpan returns the span of such money, of the share's: nothing is less than the least share of the least stake,
// or more than the greatest of the greatest. These need not come together, and are marked unless the money's own number is
// there, or it is certain.
func ofStakeSpan(share spanOf, money func(*side) value) spanOf {
	return func(s *side) (network.Range, bool) {
		ends, ok := share(s)
		given := s.given()
		if !ok || !given.hasEnds || !defined(ends) {
			return network.Range{}, false
		}
		low, high := ends.Low*given.ends.Low, ends.High*given.ends.High
		if given.ends.Low == 0 { // and none of nothing, whatever the share
			low, ends.LowProven = 0, true
		}
		if ends.High == 0 {
			high = 0
		}
		together := given.ends.Low == given.ends.High || ends.Low == ends.High
		ends.Low, ends.High = low, high
		if !together {
			provenWhere(&ends, money(s).number)
		}
		return ends, true
	}
}

// provenWhere leaves those ends of a product proven that are surely reached: nothing, one that nothing bounds, and one where the
// number is.
func provenWhere(ends *network.Range, number float64) {
	low, high := !ends.Sampled || ends.LowProven, !ends.Sampled || ends.HighProven
	same := func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(b)) }
	ends.LowProven = low && (ends.Low == 0 || same(ends.Low, number))
	ends.HighProven = high && (ends.High == 0 || math.IsInf(ends.High, 1) || same(ends.High, number))
	ends.Sampled = !ends.LowProven || !ends.HighProven
}

// earmarkedMoneySpan is the span of what comes back of the stake with what must be spent there. Where other legs are in
// its flow, or nobody says which part the condition covers, all that is spent back with the payer is back, and of the rest
// no less and no more than the ends of its return share.
func earmarkedMoneySpan(s *side) (network.Range, bool) {
	returns := rangedAt(flowAt, func(r *network.Ranges) []network.Range { return r.ReturnShare })
	if s.leg.CoveredShare() == 0 {
		return ofStakeSpan(returns, (*side).returned)(s) // no condition sends any of it anywhere
	}
	if ends, ok := ofStakeSpan(earmarkedSpan, (*side).returnedEarmarked)(s); ok {
		return ends, true
	}
	plain, ok := returns(s)
	money, back := s.returnedEarmarked(), s.spentBack()
	if !ok || !defined(plain) || !money.known || !back.hasEnds || !s.directlyBack() {
		return network.Range{}, false
	}
	ends := network.Range{Low: money.number, High: money.number, Sampled: plain.Sampled, LowProven: plain.LowProven, HighProven: plain.HighProven}
	for _, at := range s.returns.at {
		ends.Low = min(ends.Low, at.back+(at.given-at.back)*plain.Low)
		ends.High = max(ends.High, at.back+(at.given-at.back)*plain.High)
	}
	if ends.High > noBound/1e6 {
		ends.High = math.Inf(1)
	}
	ends.LowProven = ends.LowProven || ends.Low == 0
	if plain.Low != plain.High {
		provenWhere(&ends, money.number)
	}
	return ends, true
}

// directlyBack reports whether what must be spent is spent with the stake's own payer, and the network counts it as it is
// written: all of it is then back.
func (s *side) directlyBack() bool {
	view := s.network.View
	return s.back.ID != 0 && s.back.Payer == s.leg.Payee && s.back.Payee == s.leg.Payer && s.leg.CoveredShare() != 0 &&
		view.Basis != network.BasisYear && view.Basis != network.BasisDrawn && len(view.Weights) == 0
}

// earmarkedSpan is the span of the stake's earmarked share, where the stake is all that its flow is made of.
func earmarkedSpan(s *side) (network.Range, bool) {
	if s.flow < 0 || len(s.network.Flows[s.flow].Legs) != 1 || s.partUnsaid() {
		return network.Range{}, false
	}
	return rangedAt(flowAt, func(r *network.Ranges) []network.Range { return r.Earmarked })(s)
}

func flowAt(s *side) int { return s.flow }
