package picture

import (
	"context"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// Arrangement is the problem that layout solves for a picture: the companies that are drawn, and all that the
// layout must know of them.
type Arrangement struct {
	Layout    deal.Layout
	Members   []int            // positions in Network.Companies, ascending
	Companies []deal.CompanyID // the same companies
	Graph     layout.Graph
	Options   layout.Options
}

// Solve returns a place for each member, by the book's way of placing them: seconds for thousands of companies.
// When the context ends, it returns the best that it has so far.
func (a Arrangement) Solve(ctx context.Context) []layout.Point {
	switch a.Layout {
	case deal.LayoutLayers:
		return layout.Layered(ctx, a.Graph, a.Options)
	case deal.LayoutCircle:
		return layout.Circular(ctx, a.Graph, a.Options)
	}
	return layout.Stress(ctx, a.Graph, a.Options)
}

// aspect is the shape that drawings aim for. It is the same in every window and in every file, so that a document
// looks the same whenever and wherever it is opened.
const aspect = 1.1

// Arrange returns the problem for the companies of the network that are drawn, laid out as the book wants. Start
// says where a company stands now; a pinned one stays there. A company whose deals are all left out by the view is not drawn; one
// without any deal is: it has just been entered.
func Arrange(book *deal.Book, n *network.Network, start func(deal.Company) layout.Point) Arrangement {
	a := Arrangement{Layout: book.Layout, Options: layout.Options{Seed: 1, Gap: Gap(n), Aspect: aspect}}
	radii, labels, absent := Radii(n), LabelSizes(n), absent(book, n)
	number := make([]int, len(n.Companies))
	for i, company := range n.Companies {
		if absent[company.ID] {
			continue
		}
		number[i] = len(a.Members)
		a.Members, a.Companies = append(a.Members, i), append(a.Companies, company.ID)
		a.Graph.Radius, a.Graph.Label = append(a.Graph.Radius, radii[i]), append(a.Graph.Label, labels[i])
		a.Options.Pinned = append(a.Options.Pinned, company.Pinned)
		a.Options.Start = append(a.Options.Start, start(company))
	}
	a.Graph.N = len(a.Members)
	pay(&a.Graph, n, number)
	return a
}

// pay adds the flows of the network to the graph, in which its companies have other numbers. Financing leads: it decides
// the levels of all that it ties together, and what is bought only orders the others.
func pay(graph *layout.Graph, n *network.Network, number []int) {
	for i := range n.Flows {
		flow := &n.Flows[i]
		lead := 0.0
		for _, leg := range flow.Legs {
			if leg.Kind.Financing() {
				lead += max(1, float64(leg.Money)) // one without an amount finances all the same
			}
		}
		graph.Edges = append(graph.Edges, [2]int{number[flow.Payer], number[flow.Payee]})
		graph.Weight, graph.Lead = append(graph.Weight, float64(flow.Money)), append(graph.Lead, lead)
	}
}

// absent returns the companies that have deals, but none that the network holds.
func absent(book *deal.Book, n *network.Network) map[deal.CompanyID]bool {
	out := make(map[deal.CompanyID]bool)
	for i := range book.Deals {
		for j := range book.Deals[i].Legs {
			out[book.Deals[i].Legs[j].Payer], out[book.Deals[i].Legs[j].Payee] = true, true
		}
	}
	for i := range n.Flows {
		delete(out, n.Companies[n.Flows[i].Payer].ID)
		delete(out, n.Companies[n.Flows[i].Payee].ID)
	}
	return out
}
