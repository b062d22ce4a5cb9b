package network

import (
	"context"
	"math"
	"slices"

	"roundtrip/internal/deal"
)

// MoneyBack returns between which ends the cents lie that ever come back of a leg to its payer, in proportion or as
// Earmarked has it, and false where they are not found by this.
//
// Whatever the other amounts are, more of the leg never lets less come back: what a company passes on of it may fall, but
// not by more than it gets. So the least is where the leg, and the contract by which it must be spent back, are least, and
// the most where both are greatest, the other amounts being searched. Where nothing bounds the leg from above, no more
// comes back than all that its payer is paid from where the leg goes.
func (n *Network) MoneyBack(book *deal.Book, leg deal.LegID, earmarked bool) (Range, bool) {
	part, flow, ok := n.legIn(leg)
	a := n.amounts()
	if !ok || !part.Known || a.payer[flow] == a.payee[flow] || !a.inside(flow) {
		return Range{}, false
	}
	search := moneyBack{network: n, amounts: a, leg: part, flow: flow}
	group := a.groups.of[a.payer[flow]]
	if earmarked {
		for _, c := range n.conditions(book) {
			back := a.payer[c.byFlow] == a.payee[flow] && a.payee[c.byFlow] == a.payer[flow]
			switch {
			case c.leg.ID == leg && back:
				search.condition = &c
			case a.groups.of[a.payee[c.flow]] == group || a.groups.of[a.payer[c.flow]] == group:
				return Range{}, false
			}
		}
		search.carried = slices.ContainsFunc(n.alongs(book), func(pair along) bool { return pair.leg.ID == leg })
	}
	low, lowExact := search.at(false)
	high, highExact := search.at(true)
	if math.IsNaN(low) || math.IsNaN(high) {
		return Range{}, false
	}
	found := Range{Low: low, High: high}
	if !lowExact || !highExact {
		found.Sampled, found.LowProven, found.HighProven = true, lowExact, highExact
	}
	return found, true
}

// moneyBack searches what comes back of a leg.
type moneyBack struct {
	network   *Network
	amounts   *amounts
	leg       FlowLeg
	flow      int
	condition *condition // that it must be spent back on, nil without one
	carried   bool       // the condition's contract carries a share of the leg
}

// at returns the least or the most that comes back, in whole cents, and whether that is exact.
func (s *moneyBack) at(most bool) (cents float64, exact bool) {
	leg := float64(s.leg.Low)
	if most {
		leg = orOpen(float64(s.leg.High), s.leg.HighOpen)
	}
	earmarked, contract, covers := 0.0, 0.0, 0.0
	if c := s.condition; c != nil {
		contract, covers = float64(c.by.Low), c.covers
		switch {
		case most:
			contract = orOpen(float64(c.by.High), c.by.HighOpen)
		case c.unsaid:
			covers = 0
		}
		earmarked = min(covers*leg, contract)
	}
	switch {
	case math.IsInf(earmarked, 1):
		return earmarked, true
	case math.IsInf(leg, 1):
		return s.paid(), false
	case math.IsInf(contract, 1) && covers > 0:
		return leg, true
	case leg == 0:
		return 0, true
	}
	earmarked = math.Round(earmarked)
	at := map[deal.LegID]int64{s.leg.ID: int64(leg - earmarked)}
	if covers > 0 {
		at[s.condition.by.ID] = int64(contract - earmarked)
	}
	held := s.network.withLegs(at)
	a := held.amounts()
	b := newBox(held, a)
	b.ctx = context.Background()
	search := newReturnSearch(b, a.groups.of[a.payer[s.flow]])
	from, to := a.groups.number[a.payee[s.flow]], a.groups.number[a.payer[s.flow]]
	rest, exact := search.furthest(from, to, most, min(returnParts, earmarkedWork/max(1, search.cost())))
	return math.Round(earmarked + (leg-earmarked)*rest), exact
}

// paid returns the most that the leg's payer can be paid by those whom its money can come to.
func (s *moneyBack) paid() float64 {
	most := 0.0
	for i := range s.network.Flows {
		if flow := &s.network.Flows[i]; int32(flow.Payee) == s.amounts.payer[s.flow] && flow.Payer != flow.Payee && s.amounts.inside(i) {
			most += orOpen(float64(flow.High), flow.HighOpen)
		}
	}
	return most
}
