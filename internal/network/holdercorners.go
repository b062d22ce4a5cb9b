package network

import "roundtrip/internal/deal"

// mostHolderCorners is how many uncertain stakes in holders may have all their corners listed.
const mostHolderCorners = 8

// HolderCorners returns who holds what of whom directly, at best figures first and then with every uncertain stake at
// each of its ends, as far as it matters to who owns the company in the end: who holds its holders, who holds those, and
// so on. One of which nobody knows what it buys is nothing or everything. Stakes in the company itself are left out. It is
// false where the ends of what is looked through are not at these corners: there are too many of them, or more than all of
// a holder is held, or holders own each other wholly.
func (n *Network) HolderCorners(book *deal.Book, held int) (corners [][]Stake, ok bool) {
	matters := n.holdersOf(held)
	var kept []issue
	uncertain := make(map[deal.LegID]int)
	for _, one := range n.issues(book) {
		if !matters[one.held] {
			continue
		}
		kept = append(kept, one)
		if one.uncertain() {
			uncertain[one.leg] = len(uncertain)
		}
	}
	corner := func(at func(issue) end) bool {
		owned := n.ownershipBy(kept, at)
		var stakes []Stake
		for _, h := range owned.Holdings {
			if h.Direct != 0 {
				stakes = append(stakes, Stake{h.Holder, h.Held, h.Direct})
			}
		}
		corners = append(corners, stakes)
		return len(owned.Excess) == 0 && !owned.Closed
	}
	if !corner(func(issue) end { return endBest }) || len(uncertain) > mostHolderCorners {
		return corners[:1], false
	}
	if len(uncertain) == 0 {
		return corners, true
	}
	for mask := range 1 << len(uncertain) {
		fits := corner(func(one issue) end {
			bit, moves := uncertain[one.leg]
			switch {
			case !moves:
				return endBest
			case mask>>bit&1 == 1:
				return endHigh
			}
			return endLow
		})
		if !fits {
			return corners[:1], false
		}
	}
	return corners, true
}

// HoldersUncertain reports whether stakes in the holders of the company, or in theirs, may be other than the best figures
// say, or are not known; and whether some of them may be for another reason than that of figures with ends, as
// StandingsOfHoldings says. The Ownership is the network's own.
func (n *Network) HoldersUncertain(book *deal.Book, held int, o Ownership) (uncertain, doubted bool) {
	matters := n.holdersOf(held)
	into := make(map[int][]issue)
	for _, one := range n.issues(book) {
		if matters[one.held] {
			into[one.held] = append(into[one.held], one)
			uncertain = uncertain || one.uncertain()
		}
	}
	for _, h := range o.Holdings {
		if len(into[h.Held]) == 0 || len(h.Legs) == 0 {
			continue
		}
		low, high := n.directEnds(into[h.Held], h.Holder, h.Held)
		doubted = doubted || n.standingOfHolding(book, h, into[h.Held]) != standingOf(low < h.Direct-1e-12, high > h.Direct+1e-12)
	}
	return uncertain, doubted
}

// holdersOf returns which companies hold the company, directly or through others, by equity of whatever size. The company
// itself is not among them.
func (n *Network) holdersOf(held int) []bool {
	found := make([]bool, len(n.Companies))
	queue := []int{held}
	for len(queue) > 0 {
		company := queue[0]
		queue = queue[1:]
		for i := range n.Flows {
			flow := &n.Flows[i]
			if flow.Payee != company || found[flow.Payer] || flow.Payer == held {
				continue
			}
			for _, leg := range flow.Legs {
				if leg.Kind == deal.KindEquity && !found[flow.Payer] {
					found[flow.Payer] = true
					queue = append(queue, flow.Payer)
				}
			}
		}
	}
	return found
}
