package network

import (
	"slices"

	"roundtrip/internal/deal"
)

// Unpaid returns the network with only what is still to be paid of each leg: the same companies, flows and legs in the
// same order. A leg of a completed deal is paid, and so is all that a view of what has been drawn counts. Of any other
// leg what the book states as drawn is paid, the earliest part of its schedule first, so that a view of a year counts
// what of that year's part lies beyond it. A leg of which nothing is stated as drawn is unpaid as a whole.
func (n *Network) Unpaid(book *deal.Book) *Network {
	unpaid := &Network{Base: n.Base, View: n.View, Companies: n.Companies, LeftOut: n.LeftOut, Flows: slices.Clone(n.Flows)}
	for i := range unpaid.Flows {
		flow := &unpaid.Flows[i]
		legs := flow.Legs
		*flow = Flow{Payer: flow.Payer, Payee: flow.Payee, Legs: make([]FlowLeg, 0, len(legs))}
		for _, leg := range legs {
			if terms, owner, ok := book.Leg(leg.ID); ok {
				n.View.leaveUnpaid(book, owner, &terms, &leg)
			}
			flow.add(leg)
		}
	}
	return unpaid
}

// Paid returns what has been paid of a leg, in cents as the view counts it, of its part in the network and of the unpaid
// network. All that is stated as drawn of a contract without an upper end has been paid, though nobody knows of how much. It is
// not known where nobody knows what of the drawn part falls into the view's year; cents are then the least that the amounts of
// this network allow.
func (n *Network) Paid(book *deal.Book, counted, owed FlowLeg) (cents int64, known bool) {
	cents = counted.Money - owed.Money
	leg, owner, ok := book.Leg(counted.ID)
	if !ok || !leg.Drawn.Stated || n.View.Basis == BasisDrawn {
		return cents, counted.Known || owner.Status != deal.StatusCompleted && n.View.Basis != BasisDrawn
	}
	drawn, rated := n.View.drawn(book, owner, &leg)
	switch {
	case !rated:
		return cents, counted.Known
	case n.View.Basis == BasisYear && !counted.Known:
		return 0, drawn == 0 && owner.Status != deal.StatusCompleted
	case n.View.Basis == BasisYear && counted.HighOpen && counted.Low == 0:
		return drawn, true // an amount that is tried for one without a number
	case n.View.Basis != BasisYear && counted.HighOpen:
		return drawn, true
	}
	return cents, true
}

// drawn returns what the book states as drawn of the leg in cents of the base, after its status's weight, and false where
// there is no rate.
func (v View) drawn(book *deal.Book, of deal.Deal, leg *deal.Leg) (cents int64, rated bool) {
	cents, rated = book.InBase(leg.Drawn.Money.Cents, leg.Drawn.Money.Currency)
	if weight, weighed := v.Weights[of.Status]; rated && weighed {
		cents, _ = weight.Of(cents)
	}
	return cents, rated
}

// PaidUp reports whether the leg of an unpaid network is known to have nothing left to pay.
func (l FlowLeg) PaidUp() bool { return l.Known && l.High == 0 && !l.HighOpen }

// leaveUnpaid takes what has been paid of the leg out of its part in a flow.
func (v View) leaveUnpaid(book *deal.Book, of deal.Deal, leg *deal.Leg, part *FlowLeg) {
	if v.Basis == BasisDrawn || of.Status == deal.StatusCompleted {
		*part = FlowLeg{ID: part.ID, Kind: part.Kind, Known: true}
		return
	}
	if !leg.Drawn.Stated {
		return
	}
	drawn, rated := v.drawn(book, of, leg)
	if !rated {
		return
	}
	months, counted := v.earlier(of, leg)
	for _, cents := range []*int64{&part.Money, &part.Low, &part.High} {
		before, _ := deal.MulDiv(*cents, months, counted)
		*cents -= min(*cents, max(0, drawn-before))
	}
	if part.High == 0 && !part.HighOpen {
		part.Known = true // nobody knows what of it falls into the year, but all of it has been paid
	}
}

// earlier returns how many months of the leg's schedule come before those that the view counts, and how many it counts. No
// year in particular is the last one, so that it is as large as any until less than that is left to pay.
func (v View) earlier(of deal.Deal, leg *deal.Leg) (months, counted int64) {
	switch start, ok := leg.Start.First(); {
	case v.Basis != BasisYear || leg.TermMonths == 0:
		return 0, 1
	case v.Year == 0:
		return int64(max(leg.TermMonths, 12) - 12), 12
	default:
		if !ok {
			start, _ = of.Announced.First()
		}
		idle := min(leg.Suspended, leg.TermMonths-1)
		first, term := monthsBetween(start, v.Year)-idle, leg.TermMonths-idle
		begin, end := min(max(first, 0), term), min(max(first+12, 0), term)
		return int64(begin), int64(max(1, end-begin))
	}
}
