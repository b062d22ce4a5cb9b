package network

import (
	"math"

	"roundtrip/internal/deal"
)

// StandingsOfHoldings says how each holding, directly and looked through, lies between the ends of what it can be. A
// direct one is a sum of stakes, each as it was stated or bought: it can be less where other stakes in the same company may
// be issued beside it or later, as nothing is taken off for those, and where a stake rests on a guess about its valuation;
// less or more as the figures of its amount and valuation allow. One that is looked through stands as the direct one where
// they are the same, and can be less and more where it depends on other holdings that are not sure.
func (n *Network) StandingsOfHoldings(book *deal.Book, o Ownership) (direct, through []Standing) {
	stakes := make([]int, len(n.Companies)) // equity legs into each company
	position := make(map[deal.CompanyID]int, len(n.Companies))
	for i := range n.Companies {
		position[n.Companies[i].ID] = i
	}
	heldUnknown := make([]bool, len(n.Companies)) // somebody holds an unknown part of the company
	for i := range n.Flows {
		for _, part := range n.Flows[i].Legs {
			if part.Kind == deal.KindEquity && n.Flows[i].Payer != n.Flows[i].Payee {
				stakes[n.Flows[i].Payee]++
			}
		}
	}
	for _, id := range o.Unstated {
		if leg, _, ok := book.Leg(id); ok {
			heldUnknown[position[leg.Payee]] = true
		}
	}
	sure := true
	for _, h := range o.Holdings {
		direct = append(direct, standingOfHolding(book, h, stakes[h.Held]))
		sure = sure && direct[len(direct)-1] == Exact
	}
	for i, h := range o.Holdings {
		stands := direct[i]
		switch {
		case stands == Exact && heldUnknown[h.Holder]:
			stands = AtMost
		case stands == AtLeast && heldUnknown[h.Holder], math.Abs(h.LookThrough-h.Direct) > 1e-12 && !sure:
			stands = Between
		}
		through = append(through, stands)
	}
	return direct, through
}

// standingOfHolding returns that of a direct holding in a company into which so many stakes are bought.
func standingOfHolding(book *deal.Book, h Holding, stakes int) Standing {
	if len(h.Legs) == 0 {
		return Exact // it holds nothing itself, and only through others
	}
	low, high, best, about := 0.0, 0.0, 0.0, false
	for _, id := range h.Legs {
		leg, _, ok := book.Leg(id)
		if !ok {
			continue
		}
		share, _, _ := stakeOf(leg)
		low, best, high = low+stakeAt(leg, false), best+share, high+stakeAt(leg, true)
		about = about || leg.Stake == 0 && (leg.Figure.Said == deal.SaidAbout || leg.Valuation.Said == deal.SaidAbout)
	}
	less := low < best-1e-12 || h.Estimated || stakes > 1
	more := high > best+1e-12
	if about || best > h.Direct+1e-12 { // or the stakes have been scaled down to everything
		return Between
	}
	return standingOf(less, more)
}

// Stated reports whether anybody's cash is in the document, so that what is left unpaid is known at all.
func (c *Clearing) Stated() bool {
	for _, unstated := range c.Unstated {
		if !unstated {
			return true
		}
	}
	return false
}
