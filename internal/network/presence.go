package network

import (
	"cmp"
	"math"

	"roundtrip/internal/deal"
)

// presence says of each flow what its legs can come to. A leg may come to nothing when its low figure is nothing, as
// that of an undisclosed one is but not that of an amount that only lacks a rate, and when the view counts its status in part only: then the deal may happen or not.
type presence struct {
	*Network
	reaches []flowReach
	open    bool // some leg may come to nothing
}

// flowReach is what the legs of a flow can come to.
type flowReach struct {
	financing, commercial reach
	mover                 uncertainLeg // the leg that leaves most open, the widest of those that may come to nothing first
	moves                 bool         // there is such a leg
}

// reach is what the legs of one sort in a flow can come to together.
type reach struct {
	there, sure bool    // there are such legs, and some of them surely come to something
	low, high   float64 // cents
}

func (r *reach) add(low, high float64, sure bool) {
	r.there, r.sure = true, r.sure || sure
	r.low, r.high = r.low+low, r.high+high
}

// sure reports whether the flow surely comes to something.
func (f *flowReach) sure() bool { return f.financing.sure || f.commercial.sure }

// presence looks at every leg. A nil book has no statuses.
func (n *Network) presence(book *deal.Book) *presence {
	p := &presence{Network: n, reaches: make([]flowReach, len(n.Flows))}
	for i := range n.Flows {
		to := &p.reaches[i]
		widest, vanishing := 0.0, false
		for _, leg := range n.Flows[i].Legs {
			sure := !n.mayVanish(book, leg)
			low, high := float64(leg.Low), orOpen(float64(leg.High), leg.HighOpen)
			if !sure {
				low, p.open = 0, true
			}
			if leg.Kind.Financing() {
				to.financing.add(low, high, sure)
			} else {
				to.commercial.add(low, high, sure)
			}
			if width := high - low; width > 0 && (!vanishing && !sure || vanishing == !sure && width > widest) {
				to.mover, to.moves = uncertainLeg{leg: leg, flow: i}, true
				widest, vanishing = width, !sure
			}
		}
	}
	return p
}

// mayVanish reports whether the leg may come to nothing.
func (n *Network) mayVanish(book *deal.Book, leg FlowLeg) bool {
	if leg.Low == 0 && !leg.Exists && (leg.High > 0 || leg.HighOpen || !leg.Known) {
		return true
	}
	if book == nil || n.View.Weights == nil {
		return false
	}
	_, d, ok := book.Leg(leg.ID)
	weight, weighted := n.View.Weights[d.Status]
	return ok && weighted && weight < deal.Whole
}

// certain returns the network of the legs that surely come to something, with their low figures.
func (p *presence) certain(book *deal.Book) *Network {
	certain := *p.Network
	certain.Flows = make([]Flow, 0, len(p.Flows))
	for i := range p.Flows {
		if !p.reaches[i].sure() {
			continue
		}
		flow := Flow{Payer: p.Flows[i].Payer, Payee: p.Flows[i].Payee}
		for _, leg := range p.Flows[i].Legs {
			if !p.mayVanish(book, leg) {
				leg.Money, leg.High, leg.HighOpen = leg.Low, leg.Low, false
				flow.add(leg)
			}
		}
		certain.Flows = append(certain.Flows, flow)
	}
	return &certain
}

// tally counts how often each leg leaves something open, to name the one that does so most.
type tally struct {
	counts map[deal.LegID]int
	driver uncertainLeg
	most   int
}

// add counts the leg once more. Among equals the widest one drives, and then the one with the lowest ID.
func (t *tally) add(candidate uncertainLeg) {
	if t.counts == nil {
		t.counts = make(map[deal.LegID]int)
	}
	t.counts[candidate.leg.ID]++
	count := t.counts[candidate.leg.ID]
	if count > t.most || count == t.most && candidate.before(t.driver) {
		t.driver, t.most = candidate, count
	}
}

// before reports whether the leg's figures are the wider ones.
func (u uncertainLeg) before(other uncertainLeg) bool {
	wide, otherWide := u.width(), other.width()
	return cmp.Or(cmp.Compare(otherWide, wide), cmp.Compare(u.leg.ID, other.leg.ID)) < 0
}

func (u uncertainLeg) width() float64 {
	if u.leg.HighOpen {
		return math.Inf(1)
	}
	return float64(u.leg.High - u.leg.Low)
}
