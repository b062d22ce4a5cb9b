package graphview

import (
	"context"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// places is where companies stand: pinned ones where the analyst has put them, the others where the layout
// has found room for them. A company that is unpinned goes back to where the layout had it.
type places struct {
	found  map[deal.CompanyID]layout.Point
	edges  map[[2]deal.CompanyID]bool // pairs that the places were found for
	absent map[deal.CompanyID]bool    // has deals, but none that the view counts: not drawn

	generation int // of the layout that runs beside the window
	cancel     context.CancelFunc
}

// smallGraph is up to how many companies a layout is quick enough to wait for.
const smallGraph = 60

// LayOut places everything that is not pinned anew.
func (v *View) LayOut() {
	if v.content.Network != nil {
		v.fitted = true
		v.place(true)
		v.rebuild()
	}
}

// Forget drops every place, for another document.
func (v *View) Forget() {
	v.places.found, v.places.edges, v.fitted = map[deal.CompanyID]layout.Point{}, nil, true
	v.places.generation++
}

// placeOf returns where a company stands now.
func (v *View) placeOf(company deal.Company) layout.Point {
	if v.hand.dragging && v.hand.grabbed == company.ID {
		return v.hand.place
	}
	if v.places.absent[company.ID] {
		return layout.NoPlace()
	}
	if company.Pinned {
		return layout.Point{X: company.X, Y: company.Y}
	}
	if point, ok := v.places.found[company.ID]; ok {
		return point
	}
	return layout.NoPlace()
}

// place finds places for companies that have none. Nothing moves when neither companies nor pairs have
// changed, unless anew.
func (v *View) place(anew bool) {
	n := v.content.Network
	v.places.absent = absent(v.content.Book, n)
	changed := anew
	edges := make(map[[2]deal.CompanyID]bool, len(n.Flows))
	for _, flow := range n.Flows {
		pair := [2]deal.CompanyID{n.Companies[flow.Payer].ID, n.Companies[flow.Payee].ID}
		edges[pair] = true
		changed = changed || !v.places.edges[pair]
	}
	var members []int
	for i, company := range n.Companies {
		if v.places.absent[company.ID] {
			continue
		}
		members = append(members, i)
		if _, ok := v.places.found[company.ID]; !ok {
			changed = true
		}
	}
	v.places.edges = edges
	if !changed || len(members) == 0 {
		return
	}
	v.solve(n, members, anew)
}

// absent returns the companies whose deals are all left out by the view. A company without any deal is drawn:
// it has just been entered.
func absent(book *deal.Book, n *network.Network) map[deal.CompanyID]bool {
	out := map[deal.CompanyID]bool{}
	for _, d := range book.Deals {
		for _, leg := range d.Legs {
			out[leg.Payer], out[leg.Payee] = true, true
		}
	}
	for _, flow := range n.Flows {
		delete(out, n.Companies[flow.Payer].ID)
		delete(out, n.Companies[flow.Payee].ID)
	}
	return out
}

// solve lays the members out, at once when they are few and otherwise beside the window.
func (v *View) solve(n *network.Network, members []int, anew bool) {
	graph, options := v.problem(n, members, anew)
	v.places.generation++
	if v.places.cancel != nil {
		v.places.cancel()
		v.places.cancel = nil
	}
	settle := func(points []layout.Point) {
		v.refit = true
		for i, member := range members {
			if i < len(points) {
				v.places.found[n.Companies[member].ID] = points[i]
			}
		}
	}
	if len(members) <= smallGraph {
		settle(layout.Stress(context.Background(), graph, options))
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	v.places.cancel = cancel
	generation := v.places.generation
	go func() {
		points := layout.Stress(ctx, graph, options)
		fyne.Do(func() {
			if v.places.generation == generation {
				settle(points)
				v.rebuild()
			}
		})
	}()
}

// legendRoom is about how much of the canvas's height the legend takes.
const legendRoom = 190

// aspect is the shape of the room for companies, so that the drawing fills it.
func (v *View) aspect() float64 {
	size := v.Size()
	if size.Width < 50 || size.Height < 50 {
		return 0
	}
	if v.legend && size.Height > 2*legendRoom {
		size.Height -= legendRoom
	}
	return float64(size.Width / size.Height)
}

// problem is what the layout is asked to solve: the members alone, each where it stands now.
func (v *View) problem(n *network.Network, members []int, anew bool) (layout.Graph, layout.Options) {
	radii, labels := picture.Radii(n), picture.LabelSizes(n)
	graph := layout.Graph{N: len(members)}
	options := layout.Options{Seed: 1, Gap: picture.Gap(n), Aspect: v.aspect()}
	number := make(map[int]int, len(members))
	for i, member := range members {
		number[member] = i
		company := n.Companies[member]
		start := v.placeOf(company)
		if anew && !company.Pinned {
			start = layout.NoPlace()
		}
		graph.Radius = append(graph.Radius, radii[member])
		graph.Label = append(graph.Label, labels[member])
		options.Pinned = append(options.Pinned, company.Pinned)
		options.Start = append(options.Start, start)
	}
	for _, flow := range n.Flows {
		graph.Edges = append(graph.Edges, [2]int{number[flow.Payer], number[flow.Payee]})
		graph.Weight = append(graph.Weight, float64(flow.Money))
	}
	return graph, options
}
