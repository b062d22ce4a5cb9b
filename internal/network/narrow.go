package network

import (
	"slices"

	"roundtrip/internal/deal"
)

// mostSteps is the widest neighbourhood that a view can ask for.
const mostSteps = 9

// narrow leaves out what depends on everything else that is in the network: first the companies too far from
// those of the view's Near, then the flows on no loop. The companies that this leaves without a place in the
// picture go too.
func (n *Network) narrow() {
	if n.View.Near == nil && !n.View.OnlyLoops {
		return
	}
	keep := make([]bool, len(n.Companies))
	if n.View.Near == nil {
		for i := range keep {
			keep[i] = true
		}
	} else {
		n.markNear(keep)
	}
	n.keepFlows(func(flow Flow) bool { return keep[flow.Payer] && keep[flow.Payee] })
	if n.View.OnlyLoops {
		component, _ := n.arrows().components(nil)
		n.keepFlows(func(flow Flow) bool {
			return flow.Payer != flow.Payee && component[flow.Payer] == component[flow.Payee]
		})
		clear(keep)
		for _, flow := range n.Flows {
			keep[flow.Payer], keep[flow.Payee] = true, true
		}
	}
	n.keepCompanies(keep)
	n.keepLeftOut()
}

// Settled returns the view with its neighbourhood written out as the companies that it has in the book. A scenario
// compares the same companies that way, also where it moves an amount that leads to one of them from nothing.
func (v View) Settled(book *deal.Book) (View, error) {
	if v.Near == nil {
		return v, nil
	}
	around := v
	around.OnlyLoops = false
	built, err := Build(book, around)
	if err != nil {
		return v, err
	}
	v.Near, v.Steps, v.Companies = nil, 0, []deal.CompanyID{}
	for _, company := range built.Companies {
		v.Companies = append(v.Companies, company.ID)
	}
	return v, nil
}

// markNear marks the companies of Near and everyone whom the view's steps lead to along flows, whichever way the
// money goes.
func (n *Network) markNear(near []bool) {
	for i, company := range n.Companies {
		near[i] = slices.Contains(n.View.Near, company.ID)
	}
	for range n.View.steps() {
		from := slices.Clone(near)
		for _, flow := range n.Flows {
			near[flow.Payer] = near[flow.Payer] || from[flow.Payee]
			near[flow.Payee] = near[flow.Payee] || from[flow.Payer]
		}
	}
}

func (n *Network) keepFlows(keep func(Flow) bool) {
	n.Flows = slices.DeleteFunc(n.Flows, func(flow Flow) bool { return !keep(flow) })
}

// keepCompanies leaves the others out and numbers those that stay anew, in the same order.
func (n *Network) keepCompanies(keep []bool) {
	place := make([]int, len(n.Companies))
	var companies []deal.Company
	for i, company := range n.Companies {
		if keep[i] {
			place[i] = len(companies)
			companies = append(companies, company)
		}
	}
	n.Companies = companies
	for i := range n.Flows {
		n.Flows[i].Payer, n.Flows[i].Payee = place[n.Flows[i].Payer], place[n.Flows[i].Payee]
	}
}

// keepLeftOut forgets the reasons of legs that are in no flow any more.
func (n *Network) keepLeftOut() {
	held := n.Legs()
	n.LeftOut = slices.DeleteFunc(n.LeftOut, func(out LeftOut) bool { return !held[out.Leg] })
}

// Legs returns every leg that is part of a flow.
func (n *Network) Legs() map[deal.LegID]bool {
	held := make(map[deal.LegID]bool)
	for i := range n.Flows {
		for _, leg := range n.Flows[i].Legs {
			held[leg.ID] = true
		}
	}
	return held
}
