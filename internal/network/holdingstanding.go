package network

import (
	"context"
	"math"

	"roundtrip/internal/deal"
)

// StandingsOfHoldings says how each holding, directly and looked through, lies between the ends of what it can be. A
// direct one is a sum of stakes, each as it was stated or bought: less or more as the figures of the amounts and
// valuations of all stakes in the same company allow; less where several of those there are may have been issued one after
// the other, or money bought one at a valuation of then, as nothing is taken off for that, where nobody says what another stake buys, and where one rests on a guess
// about its valuation. One that is looked through stands as the direct one where they are the same, and can be less and
// more where it depends on other holdings that are not sure; it can always be what its interval says, which are those of
// Measure or nil.
func (n *Network) StandingsOfHoldings(book *deal.Book, o Ownership, ranges []Range) (direct, through []Standing) {
	if len(ranges) != len(o.Holdings) {
		ranges = n.ownershipRanges(context.Background(), book, o)
	}
	into := make([][]issue, len(n.Companies))
	for _, one := range n.issues(book) {
		into[one.held] = append(into[one.held], one)
	}
	sure := true
	for _, h := range o.Holdings {
		direct = append(direct, n.standingOfHolding(book, h, into[h.Held]))
		sure = sure && direct[len(direct)-1] == Exact
	}
	for i, h := range o.Holdings {
		stands := direct[i]
		if math.Abs(h.LookThrough-h.Direct) > 1e-12 && !sure {
			stands = Between
		}
		through = append(through, stands.and(ranges[i].Standing(h.LookThrough)))
	}
	return direct, through
}

// and returns the standing of what can be less where either of the two can, and more likewise.
func (s Standing) and(other Standing) Standing {
	less := s == AtMost || s == Between || other == AtMost || other == Between
	more := s == AtLeast || s == Between || other == AtLeast || other == Between
	return standingOf(less, more)
}

// standingOfHolding returns that of a direct holding in a company into which these stakes are bought.
func (n *Network) standingOfHolding(book *deal.Book, h Holding, into []issue) Standing {
	if len(h.Legs) == 0 {
		return Exact // it holds nothing itself, and only through others
	}
	older, his, bought, stated := 0, false, false, 0.0
	for _, one := range into {
		leg, _, ok := book.Leg(one.leg)
		if ok && !one.unknown && leg.Stake == 0 && (isAbout(leg.Figure) || isAbout(leg.Valuation)) && !(one.old && one.holder != h.Holder) {
			return Between
		}
		if one.old {
			older, his, stated = older+1, his || one.holder == h.Holder, stated+one.part[endBest]
			bought = bought || one.holder == h.Holder && leg.Stake == 0
		}
	}
	if stated > 1+1e-12 {
		return Between // the stakes have been scaled down to everything
	}
	low, high := n.directEnds(into, h.Holder, h.Held)
	less := low < h.Direct-1e-12 || h.Estimated || his && older > 1 || bought && len(into) > 1
	return standingOf(less, high > h.Direct+1e-12)
}

// isAbout reports whether the figure is about so much, whether or not somebody says by how much.
func isAbout(figure deal.Figure) bool { return figure.Said == deal.SaidAbout }

// Stated reports whether anybody's cash is in the document, so that what is left unpaid is known at all.
func (c *Clearing) Stated() bool {
	for _, unstated := range c.Unstated {
		if !unstated {
			return true
		}
	}
	return false
}
