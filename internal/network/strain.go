package network

import (
	"slices"

	"roundtrip/internal/deal"
)

// Keeping returns the network with only a part of each leg's money still there: the same companies and the same flows
// in the same order, so that positions in one are positions in the other. Amounts are rounded to the cent. A leg
// without a number still has none.
func (n *Network) Keeping(part func(flow Flow, leg FlowLeg) deal.Share) *Network {
	kept := &Network{Base: n.Base, View: n.View, Companies: n.Companies, LeftOut: n.LeftOut, Flows: slices.Clone(n.Flows)}
	for i := range kept.Flows {
		flow := &kept.Flows[i]
		legs := flow.Legs
		*flow = Flow{Payer: flow.Payer, Payee: flow.Payee, Legs: make([]FlowLeg, 0, len(legs))}
		for _, leg := range legs {
			share := part(n.Flows[i], leg)
			for _, cents := range []*int64{&leg.Money, &leg.Low, &leg.High} {
				*cents, _ = share.Of(*cents)
			}
			leg.HighOpen = leg.HighOpen && share > 0
			flow.add(leg)
		}
	}
	return kept
}

// Strain is how a shock meets the companies of a network, for DebtRank.
type Strain struct {
	Left  *Network  // what the shock leaves, in the same flows; losses pass along it alone
	Cash  []Means   // of each company
	Shock []float64 // the part of its value, from 0 to 1, that each company loses at first
	Loses float64   // the part of what a failed company owes, or buys, that is lost to others: 1 less the recovery rate
}

// Bears returns what each company has to bear losses with, in cents: its throughflow and its cash, where that is known.
func (n *Network) Bears(cash []Means) []float64 {
	bears := n.amounts().throughflow(nil)
	for company, means := range cash {
		if means.Known {
			bears[company] += means.Cents
		}
	}
	return bears
}

// Strained returns what becomes of the strain: DebtRank (Battiston and others 2012; see Spread) along what the shock
// leaves, every loss set against what the loser had before it. As in Impacts, what a loser has financed of one partner and
// what it sells to that partner is capped together. One company that fails with nothing recovered costs
// what DebtRank says of it.
func (n *Network) Strained(strain Strain) Distress {
	bears, financing := n.Bears(strain.Cash), strain.Left.financing(nil)
	var impacts []Impact
	add := func(from, to int, cents int64) {
		if cents > 0 && bears[to] > 0 {
			impacts = append(impacts, Impact{from, to, strain.Loses * min(1, float64(cents)/bears[to])})
		}
	}
	for i, flow := range strain.Left.Flows {
		if flow.Payer == flow.Payee {
			continue
		}
		exposure := financing[i]
		back, both := strain.Left.FlowBetween(flow.Payee, flow.Payer)
		if both {
			exposure += strain.Left.Flows[back].Money - financing[back]
		} else {
			add(flow.Payer, flow.Payee, flow.Money-financing[i])
		}
		add(flow.Payee, flow.Payer, exposure)
	}
	return Spread(impacts, n.amounts().valueShares(), strain.Shock)
}
