package network

import "roundtrip/internal/deal"

// How stakes in one company dilute one another.
//
// A stake that a source states, and one that has been paid, is one of the shares that there are. One that is not paid yet
// is issued beside them at its own price, all such stakes at once: one that by itself would be the part p of the company
// adds p/(1-p) shares to each share there is. With n of them for each, a new stake is n/(1 + Σ n) of the company, and
// what was s of it is s/(1 + Σ n) then. Shares beyond the whole company are scaled down to it before.
//
// A stake of which nobody knows what it buys counts for nothing at the best figures. At its ends it is one that is issued
// beside the others and buys nothing, or as good as all of the company.

// boughtWhole stands for the shares that a stake adds by which somebody buys as good as the whole company.
const boughtWhole = 1e15

// end is one of the three numbers of what a leg can buy.
type end int

// The ends.
const (
	endLow end = iota
	endBest
	endHigh
)

// issue is one equity leg and what it buys.
type issue struct {
	leg          deal.LegID
	holder, held int
	old          bool // it is one of the shares that there are
	estimated    bool
	unknown      bool       // nobody knows what it buys
	part         [3]float64 // of the company by itself, low, best and high
}

// uncertain reports whether the leg may buy more or less.
func (i issue) uncertain() bool { return i.part[endLow] != i.part[endHigh] }

// shares returns what the leg is of the shares that there are, and what it adds to each of them.
func (i issue) shares(at end) (old, added float64) {
	switch part := i.part[at]; {
	case i.old:
		return part, 0
	case part >= 1:
		return 0, boughtWhole
	default:
		return 0, part / (1 - part)
	}
}

// issues returns every equity leg of the network.
func (n *Network) issues(book *deal.Book) (found []issue) {
	n.eachEquity(book, func(flow *Flow, leg deal.Leg, of deal.Deal) {
		share, estimated, ok := stakeOf(leg)
		if !ok {
			found = append(found, issue{leg: leg.ID, holder: flow.Payer, held: flow.Payee, unknown: true, part: [3]float64{endHigh: 1}})
			return
		}
		paid := of.Status == deal.StatusActive || of.Status == deal.StatusCompleted
		found = append(found, issue{
			leg: leg.ID, holder: flow.Payer, held: flow.Payee, old: paid || leg.Stake > 0, estimated: estimated,
			part: [3]float64{stakeAt(leg, false), share, stakeAt(leg, true)},
		})
	})
	return found
}

// ownershipBy returns who owns whom when each leg buys what it does at the end that is given for it.
func (n *Network) ownershipBy(issues []issue, at func(issue) end) Ownership {
	var result Ownership
	old, added := make([]float64, len(n.Companies)), make([]float64, len(n.Companies))
	for _, one := range issues {
		was, is := one.shares(at(one))
		old[one.held] += was
		added[one.held] += is
	}
	place := make(map[[2]int]int, len(issues))
	for _, one := range issues {
		if one.unknown && at(one) != endHigh {
			continue // it buys nothing
		}
		ends := [2]int{one.holder, one.held}
		if _, seen := place[ends]; !seen {
			place[ends] = len(result.Holdings)
			result.Holdings = append(result.Holdings, Holding{Holder: one.holder, Held: one.held})
		}
		h := &result.Holdings[place[ends]]
		was, is := one.shares(at(one))
		h.Direct += (was/max(1, old[one.held]) + is) / (1 + added[one.held])
		h.Estimated = h.Estimated || one.estimated
		h.Legs = append(h.Legs, one.leg)
	}
	for company, share := range old {
		if share > 1+1e-9 {
			result.Excess = append(result.Excess, company)
		}
	}
	result.lookThrough(len(n.Companies))
	return result
}

// directEnds returns the least and the most that the holder can own of a company directly: with its own stakes at their
// least and all others at their most, and the other way round.
func (n *Network) directEnds(issues []issue, holder, held int) (low, high float64) {
	for _, most := range []bool{false, true} {
		old, added, his := 0.0, 0.0, [2]float64{}
		for _, one := range issues {
			if one.held != held {
				continue
			}
			at := endLow
			if (one.holder == holder) == most {
				at = endHigh
			}
			was, is := one.shares(at)
			old, added = old+was, added+is
			if one.holder == holder {
				his[0], his[1] = his[0]+was, his[1]+is
			}
		}
		part := (his[0]/max(1, old) + his[1]) / (1 + added)
		if most {
			high = part
		} else {
			low = part
		}
	}
	return low, high
}
