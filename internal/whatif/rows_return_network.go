package whatif

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// What of a stake comes back through the network, in proportion and with what must be spent there.

func (s *side) returnShare() value { return s.ofFlow(s.measures.ReturnShare) }

// ofFlow returns the list's number for the stake's flow.
func (s *side) ofFlow(shares []float64) value {
	if s.flow < 0 {
		return unknown(absenceOf(s.book, s.network, s.changes, s.was).why)
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
		if len(s.network.Flows[s.flow].Legs) > 1 { // of which the flow has the average
			share.number, share.known = s.network.EarmarkedOf(s.book, s.leg.ID)
		}
		if s.partUnsaid() {
			share.note = join(share.note, "which part it covers is not stated, so it is all of it at most")
		}
	}
	return s.ofStake(share)
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
		certain := ends.LowProven && given.ends.Low == 0
		together := given.ends.Low == given.ends.High || ends.Low == ends.High
		ends.Low, ends.High = low, high
		if !together {
			provenWhere(&ends, money(s).number)
			ends.LowProven = ends.LowProven || certain
			ends.Sampled = !ends.LowProven || !ends.HighProven
		}
		return ends, true
	}
}

// provenWhere leaves those ends of a product proven that are surely reached: one where the number is, a high one of
// nothing, and one that nothing bounds.
func provenWhere(ends *network.Range, number float64) {
	low, high := !ends.Sampled || ends.LowProven, !ends.Sampled || ends.HighProven
	same := func(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(b)) }
	ends.LowProven = low && same(ends.Low, number)
	ends.HighProven = high && (ends.High == 0 || math.IsInf(ends.High, 1) || same(ends.High, number))
	ends.Sampled = !ends.LowProven || !ends.HighProven
}

// moneyBackSpan is the span of what comes back of the stake in proportion, or with what must be spent there: found for the
// money itself where the network counts the stake as it is written, else by the span of its share.
func moneyBackSpan(earmarked bool, money func(*side) value, share spanOf) spanOf {
	byShare := ofStakeSpan(share, money)
	return func(s *side) (network.Range, bool) {
		number := money(s)
		if !number.known || s.measures.Ranges == nil {
			return network.Range{}, false
		}
		if s.asWritten() {
			if found, ok := s.network.MoneyBack(s.book, s.leg.ID, earmarked); ok {
				same := func(end float64) bool { return math.Abs(end-number.number) <= 1e-9*max(1, number.number)+1 }
				if same(found.Low) {
					found.Low = number.number
				}
				if same(found.High) {
					found.High, found.HighProven = number.number, true
				}
				found.Low, found.High = min(found.Low, number.number), max(found.High, number.number)
				found.Sampled = found.Sampled && !(found.LowProven && found.HighProven)
				return found, true
			}
		}
		return byShare(s)
	}
}

// earmarkedMoneySpan is the span of what comes back of the stake with what must be spent there. Where other legs are in
// its flow, no less comes back than what is spent back with the payer, and of the rest no more than the most of its return
// share.
func earmarkedMoneySpan(s *side) (network.Range, bool) {
	if ends, ok := moneyBackSpan(true, (*side).returnedEarmarked, earmarkedSpan)(s); ok {
		return ends, true
	}
	plain, ok := rangedAt(flowAt, func(r *network.Ranges) []network.Range { return r.ReturnShare })(s)
	money, back := s.returnedEarmarked(), s.spentBack()
	if !ok || !defined(plain) || !money.known || s.leg.CoveredShare() != 0 && (!back.hasEnds || !s.directlyBack()) {
		return network.Range{}, false
	}
	ends := network.Range{Low: money.number, High: money.number}
	for _, at := range s.returns.at {
		if s.leg.CoveredShare() == 0 {
			at.back = 0
		}
		ends.Low, ends.High = min(ends.Low, at.back), max(ends.High, at.back+(at.given-at.back)*plain.High)
	}
	if ends.High > noBound/1e6 {
		ends.High = math.Inf(1)
	}
	provenWhere(&ends, money.number)
	return ends, true
}

// unsureMoney is the bound of what comes back of the stake by the bound of its share, before its own ends say more of it:
// none where these are one number and no amount is only about so much.
func unsureMoney(list func(*network.Standings) []Bound, span spanOf) func(*side) Bound {
	share := standingAt(flowAt, list)
	return func(s *side) Bound {
		given := s.given()
		if share(s) == Exactly && given.bound == Exactly {
			return Exactly
		}
		ends, ok := span(s)
		about := slices.ContainsFunc(s.network.Flows, func(flow network.Flow) bool {
			return slices.ContainsFunc(flow.Legs, func(leg network.FlowLeg) bool { return leg.About })
		})
		if ok && ends.Low == ends.High && !ends.Sampled && !about {
			return Exactly
		}
		return About
	}
}

// asWritten reports whether the network counts amounts as they are written.
func (s *side) asWritten() bool {
	view := s.network.View
	return view.Basis != network.BasisYear && view.Basis != network.BasisDrawn && len(view.Weights) == 0
}

// directlyBack reports whether what must be spent is spent with the stake's own payer, and the network counts it as it is
// written: all of it is then back.
func (s *side) directlyBack() bool {
	return s.back.ID != 0 && s.back.Payer == s.leg.Payee && s.back.Payee == s.leg.Payer && s.leg.CoveredShare() != 0 && s.asWritten()
}

// earmarkedSpan is the span of the stake's earmarked share, where the stake is all that its flow is made of.
func earmarkedSpan(s *side) (network.Range, bool) {
	if s.flow < 0 || len(s.network.Flows[s.flow].Legs) != 1 {
		return network.Range{}, false
	}
	return rangedAt(flowAt, func(r *network.Ranges) []network.Range { return r.Earmarked })(s)
}

func flowAt(s *side) int { return s.flow }
