package network

import (
	"context"
	"math"
	"slices"
	"time"

	"roundtrip/internal/deal"
)

// UncertainLeg is a leg whose figure leaves room, in cents of the base currency, with the ends that a search tries.
type UncertainLeg struct {
	ID        deal.LegID
	Low, High int64
	Open      bool  // nothing bounds it from above
	Beyond    int64 // of an open one: what outgrows everything else, a thousand times all money where that can be counted
}

// Uncertain returns the legs whose figures leave room, the widest first, and what open figures are tried up to: all
// money of the network together, 0 where none is open. An undisclosed leg is tried from nothing up to that.
func (n *Network) Uncertain() (legs []UncertainLeg, openAsHighAs int64) {
	found := n.uncertainLegs()
	open := n.openAsHighAs(found)
	for _, candidate := range found {
		leg := UncertainLeg{ID: candidate.leg.ID, Low: candidate.leg.Low, High: candidate.leg.High}
		if candidate.leg.HighOpen {
			leg.High, openAsHighAs = max(leg.High, open), open
			leg.Open, leg.Beyond = true, max(leg.High, min(outgrown*open, math.MaxInt64/8/int64(len(found)+1)))
		}
		legs = append(legs, leg)
	}
	return legs, openAsHighAs
}

// outgrown is how many times all money an open figure has to be for the rest to count for next to nothing.
const outgrown = 1000

// openAsHighAs returns the cents that an open figure is tried up to: as many as may be added up for every leg.
func (n *Network) openAsHighAs(legs []uncertainLeg) int64 {
	highs := int64(0)
	for i := range n.Flows {
		highs += max(n.Flows[i].High, n.Flows[i].Money)
	}
	return min(max(highs, 1), math.MaxInt64/8/int64(len(legs)+1))
}

// With returns the network with other amounts, in cents, for some of its legs: the same companies, flows and legs in
// the same order. A leg without a number has one where it is given more than nothing.
func (n *Network) With(cents map[deal.LegID]int64) *Network {
	moved := &Network{Base: n.Base, View: n.View, Companies: n.Companies, LeftOut: n.LeftOut, Flows: slices.Clone(n.Flows)}
	for i := range moved.Flows {
		flow := &moved.Flows[i]
		legs := flow.Legs
		*flow = Flow{Payer: flow.Payer, Payee: flow.Payee, Legs: make([]FlowLeg, 0, len(legs))}
		for _, leg := range legs {
			if amount, ok := cents[leg.ID]; ok {
				leg.Money, leg.Known = amount, leg.Known || amount > 0
			}
			flow.add(leg)
		}
	}
	return moved
}

// Searched returns the intervals that Measure searches for, found in the same way, without those that it computes
// otherwise and without those of weighed loops. They are those of Measure unless the time of the options ends either search.
func (n *Network) Searched(ctx context.Context, book *deal.Book, options Options) *Ranges {
	if options.Time <= 0 {
		options.Time = defaultRangeTime
	}
	options.Weighing = 0
	until, cancel := context.WithDeadline(ctx, time.Now().Add(options.Time))
	defer cancel()
	s := newSampler(ctx, n, book, options)
	s.room = newWorkspace()
	defer s.room.done()
	around, b := n.circularRange(ctx, options.Seed, options.Time/2)
	s.search(until, b, around.High == 1, options.Time)
	r := new(Ranges)
	s.ranges(r)
	if until.Err() != nil {
		r.Why = "the search for ranges stopped before its end"
	}
	return r
}
