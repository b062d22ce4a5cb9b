package graphview

import (
	"context"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// placing is the layout that runs beside the window.
type placing struct {
	generation int
	cancel     context.CancelFunc
}

// smallGraph is up to how many companies a layout is quick enough to wait for.
const smallGraph = 60

// LayOut places everything that is not pinned anew.
func (v *View) LayOut() {
	if v.content.Network == nil {
		return
	}
	v.fitted = true
	v.place(true)
}

// place gives companies their places: pinned ones where they are pinned, others where they stand, new ones
// where there is room for them. Nothing moves when neither companies nor pairs have changed, unless anew.
func (v *View) place(anew bool) {
	n := v.content.Network
	changed := anew
	edges := make(map[[2]deal.CompanyID]bool, len(n.Flows))
	for _, flow := range n.Flows {
		pair := [2]deal.CompanyID{n.Companies[flow.Payer].ID, n.Companies[flow.Payee].ID}
		edges[pair] = true
		changed = changed || !v.edges[pair]
	}
	for _, company := range n.Companies {
		if company.Pinned {
			v.places[company.ID] = layout.Point{X: company.X, Y: company.Y}
		} else if _, ok := v.places[company.ID]; !ok {
			changed = true
		}
	}
	v.edges = edges
	if !changed || len(n.Companies) == 0 {
		return
	}
	graph, options := v.problem(n, anew)
	v.placing.generation++
	if v.placing.cancel != nil {
		v.placing.cancel()
	}
	if len(n.Companies) <= smallGraph {
		v.settle(n, layout.Stress(context.Background(), graph, options))
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	v.placing.cancel = cancel
	generation := v.placing.generation
	go func() {
		points := layout.Stress(ctx, graph, options)
		fyne.Do(func() {
			if v.placing.generation == generation {
				v.settle(n, points)
				v.rebuild()
			}
		})
	}()
}

// problem is what the layout is asked to solve.
func (v *View) problem(n *network.Network, anew bool) (layout.Graph, layout.Options) {
	graph := layout.Graph{N: len(n.Companies), Radius: picture.Radii(n), Label: picture.LabelSizes(n)}
	options := layout.Options{Seed: 1, Pinned: make([]bool, len(n.Companies)), Start: make([]layout.Point, len(n.Companies))}
	for i, company := range n.Companies {
		options.Pinned[i] = company.Pinned
		point, ok := v.places[company.ID]
		if !ok || anew && !company.Pinned {
			point = layout.NoPlace()
		}
		options.Start[i] = point
	}
	for _, flow := range n.Flows {
		graph.Edges = append(graph.Edges, [2]int{flow.Payer, flow.Payee})
		graph.Weight = append(graph.Weight, float64(flow.Money))
	}
	return graph, options
}

func (v *View) settle(n *network.Network, points []layout.Point) {
	for i, company := range n.Companies {
		if i < len(points) {
			v.places[company.ID] = points[i]
		}
	}
	if v.content.Network == n {
		v.rebuild()
	}
}

// Forget drops every place, for another document.
func (v *View) Forget() {
	v.places, v.edges, v.fitted = map[deal.CompanyID]layout.Point{}, nil, true
	v.placing.generation++
}
