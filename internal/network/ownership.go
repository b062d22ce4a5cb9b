package network

import (
	"slices"

	"roundtrip/internal/deal"
)

// Holding is what one company owns of another.
type Holding struct {
	Holder, Held int
	Direct       float64 // the stake itself, from 0 to 1
	LookThrough  float64 // the part of Held's value that in the end belongs to Holder's own owners
	Estimated    bool    // a stake was worked out from a valuation of which no source says whether it counts the new money
	Legs         []deal.LegID
}

// Ownership is who owns whom, directly and through others.
type Ownership struct {
	Holdings []Holding    // by holder, then held; with Direct 0 where there are only others in between
	Outside  []float64    // of each company: the part that no company of the network holds
	Unstated []deal.LegID // equity legs that state neither a stake nor a valuation: they own something, unknown how much
	Excess   []int        // companies of which more than everything is held; their stakes were scaled down to everything
	Closed   bool         // some companies are owned wholly by each other, so that nobody owns them: LookThrough is 0
}

// Stake is a direct holding: Holder owns Share, from 0 to 1, of Held.
type Stake struct {
	Holder, Held int
	Share        float64
}

// Ownership returns the look-through ownership by the equity legs of the network: the stake that a leg states,
// or else its money over the valuation with that money in it, with what stakes that are not paid yet leave of the others,
// as issuing.go says. Legs between the same two companies add up; dilution by rounds that are not in the network is not
// known. Value goes from each company to its holders, and from them to theirs; what a holder's own owners end up with is
// LookThrough = (1 - what others hold of the holder) x (I - C)^-1, with C the direct stakes (F. Brioschi,
// L. Buzzacchi, M. Colombo 1989; M. Elliott, B. Golub, M. Jackson, "Financial networks and contagion", 2014).
// The look-through parts of a company and its Outside, itself looked through, add up to 1.
//
// Stakes are fractions of one. Without equity legs there are no holdings and Outside is 1 everywhere. Companies that
// are owned wholly by each other (spectral radius of C is 1) have no owners in the end: Closed is set. Equity that a
// company pays itself buys nothing. Legs with neither stake nor valuation are Unstated, parallel ones add up, and
// above everything they are scaled down and listed as Excess.
func (n *Network) Ownership(book *deal.Book) Ownership {
	issues := n.issues(book)
	result := n.ownershipBy(issues, func(issue) end { return endBest })
	for _, one := range issues {
		if one.unknown {
			result.Unstated = append(result.Unstated, one.leg)
		}
	}
	slices.Sort(result.Unstated)
	return result
}

// OwnershipBy is Ownership by what each leg is of its payee in the end: the share, whether that rests on a guess, and false
// when it cannot be known.
func (n *Network) OwnershipBy(book *deal.Book, stakeOf func(deal.Leg) (share float64, estimated, ok bool)) Ownership {
	var result Ownership
	at := make(map[[2]int]int)
	n.eachEquity(book, func(flow *Flow, leg deal.Leg, _ deal.Deal) {
		share, estimated, ok := stakeOf(leg)
		if !ok {
			result.Unstated = append(result.Unstated, leg.ID)
			return
		}
		ends := [2]int{flow.Payer, flow.Payee}
		if _, seen := at[ends]; !seen {
			at[ends] = len(result.Holdings)
			result.Holdings = append(result.Holdings, Holding{Holder: flow.Payer, Held: flow.Payee})
		}
		h := &result.Holdings[at[ends]]
		h.Direct += share
		h.Estimated = h.Estimated || estimated
		h.Legs = append(h.Legs, leg.ID)
	})
	slices.Sort(result.Unstated)
	result.lookThrough(len(n.Companies))
	return result
}

// eachEquity gives every equity leg of the network from one company to another, with its flow and its deal.
func (n *Network) eachEquity(book *deal.Book, give func(flow *Flow, leg deal.Leg, of deal.Deal)) {
	if book == nil {
		return
	}
	for i := range n.Flows {
		flow := &n.Flows[i]
		for _, part := range flow.Legs {
			leg, of, ok := book.Leg(part.ID)
			if ok && leg.Kind == deal.KindEquity && flow.Payer != flow.Payee {
				give(flow, leg, of)
			}
		}
	}
}

// LookThrough is Ownership by direct holdings that somebody else has worked out, between so many companies. Holdings
// between the same two add up; those of a company in itself, and of companies that are not there, count for nothing.
func LookThrough(companies int, stakes []Stake) Ownership {
	var result Ownership
	at := make(map[[2]int]int, len(stakes))
	for _, stake := range stakes {
		if min(stake.Holder, stake.Held) < 0 || max(stake.Holder, stake.Held) >= companies || stake.Holder == stake.Held {
			continue
		}
		ends := [2]int{stake.Holder, stake.Held}
		if _, seen := at[ends]; !seen {
			at[ends] = len(result.Holdings)
			result.Holdings = append(result.Holdings, Holding{Holder: stake.Holder, Held: stake.Held})
		}
		result.Holdings[at[ends]].Direct += stake.Share
	}
	result.lookThrough(companies)
	return result
}

// stakeOf returns the part of its payee that the leg buys, whether that rests on a guess about the valuation,
// and false when it cannot be known.
func stakeOf(leg deal.Leg) (share float64, estimated, ok bool) {
	if leg.Stake > 0 {
		return float64(leg.Stake) / float64(deal.Whole), false, true
	}
	if !leg.Figure.Known() || !leg.Valuation.Known() || leg.Valuation.Best == 0 {
		return 0, false, false
	}
	whole := float64(leg.Valuation.Best)
	if leg.PreMoney() {
		whole += float64(leg.Figure.Best)
	}
	return min(1, float64(leg.Figure.Best)/whole), leg.ValuationMoney == deal.TimingUnsaid, true
}

// lookThrough fills in everything that follows from the direct holdings.
func (o *Ownership) lookThrough(companies int) {
	held := make([]float64, companies)
	for _, h := range o.Holdings {
		held[h.Held] += h.Direct
	}
	stakes := make([]Stake, len(o.Holdings))
	for i := range o.Holdings {
		h := &o.Holdings[i]
		if held[h.Held] > 1 {
			h.Direct /= held[h.Held]
		}
		stakes[i] = Stake{h.Holder, h.Held, h.Direct}
	}
	o.Outside = make([]float64, companies)
	for company, share := range held {
		o.Outside[company] = max(0, 1-share)
		if share > 1+1e-9 {
			o.Excess = append(o.Excess, company)
		}
	}
	if len(stakes) == 0 {
		return
	}
	e := eliminations.Get().(*elimination)
	defer eliminations.Put(e)
	if !valueFlows(e, companies, stakes) {
		o.Closed = true
		return
	}
	place := make(map[[2]int]int)
	for i, h := range o.Holdings {
		place[[2]int{h.Holder, h.Held}] = i
	}
	arrives := make([]float64, companies)
	for company, share := range held {
		if share == 0 {
			continue
		}
		clear(arrives)
		arrives[company] = 1
		e.solveAgainst(arrives)
		for holder, part := range arrives {
			if holder == company || part == 0 {
				continue
			}
			i, ok := place[[2]int{holder, company}]
			if !ok {
				i = len(o.Holdings)
				o.Holdings = append(o.Holdings, Holding{Holder: holder, Held: company})
			}
			o.Holdings[i].LookThrough = o.Outside[holder] * part
		}
	}
	slices.SortFunc(o.Holdings, func(x, y Holding) int {
		if x.Holder != y.Holder {
			return x.Holder - y.Holder
		}
		return x.Held - y.Held
	})
}

// valueFlows prepares the elimination in which value goes from the held to its holders, or to owners outside.
func valueFlows(e *elimination, companies int, stakes []Stake) bool {
	e.set(companies)
	for company := range e.leak {
		e.leak[company] = 1
	}
	for _, stake := range stakes {
		e.add(int32(stake.Held), int32(stake.Holder), stake.Share)
		e.leak[stake.Held] -= stake.Share
	}
	for company, leak := range e.leak {
		if leak < 1e-12 {
			e.leak[company] = 0 // what subtracting shares that add up to 1 leaves over is rounding
		}
	}
	return e.factor()
}
