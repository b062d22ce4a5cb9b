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
	layout deal.Layout // that found is for
	found  map[deal.CompanyID]layout.Point
	kept   map[deal.Layout]map[deal.CompanyID]layout.Point // places of the other layouts, for when one comes back
	edges  map[[2]deal.CompanyID]bool                      // pairs that the places were found for
	drawn  map[deal.CompanyID]bool                         // the others have deals, but none that the view counts

	carried map[deal.CompanyID]layout.Point // that are being dragged

	generation int // of the layout that runs beside the window
	cancel     context.CancelFunc
	pending    map[deal.CompanyID]bool // that it is finding places for
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
	v.places.kept, v.places.pending = nil, nil
	v.places.generation++
	// What is still being painted is another document's, and nothing glides from it to this one.
	v.painting.taken = v.painting.serial
	v.stopGlide()
	v.scene = nil
}

// placeOf returns where a company stands now.
func (v *View) placeOf(company deal.Company) layout.Point {
	if point, ok := v.places.carried[company.ID]; ok {
		return point
	}
	if company.Pinned {
		return layout.Point{X: company.X, Y: company.Y}
	}
	if point, ok := v.places.found[company.ID]; ok {
		return point
	}
	return layout.NoPlace()
}

// Places returns where every company of the network stands now, in canvas units; those that are not drawn are left
// out.
func (v *View) Places() map[deal.CompanyID]layout.Point {
	all := make(map[deal.CompanyID]layout.Point)
	if v.content.Network == nil {
		return all
	}
	for _, company := range v.content.Network.Companies {
		if v.places.drawn[company.ID] {
			all[company.ID] = v.placeOf(company)
		}
	}
	return all
}

// turnTo brings back the places that companies had in another layout, so that going there and back, or undoing it,
// shows the picture that was there.
func (p *places) turnTo(to deal.Layout) {
	if p.layout == to {
		return
	}
	if p.kept == nil {
		p.kept = make(map[deal.Layout]map[deal.CompanyID]layout.Point)
	}
	p.kept[p.layout] = p.found
	p.layout, p.found, p.edges = to, p.kept[to], nil
	if p.found == nil {
		p.found = make(map[deal.CompanyID]layout.Point)
	}
}

// place finds places for companies that have none. Nothing moves when neither companies nor pairs have
// changed, unless anew.
func (v *View) place(anew bool) {
	n := v.placed()
	v.places.turnTo(v.content.Book.Layout)
	drawn := picture.Arrange(v.content.Book, n, func(company deal.Company) layout.Point {
		if anew && !company.Pinned {
			return layout.NoPlace()
		}
		return v.placeOf(company)
	})
	changed := anew
	edges := make(map[[2]deal.CompanyID]bool, len(n.Flows))
	for _, flow := range n.Flows {
		pair := [2]deal.CompanyID{n.Companies[flow.Payer].ID, n.Companies[flow.Payee].ID}
		edges[pair] = true
		changed = changed || !v.places.edges[pair]
	}
	v.places.edges = edges
	v.places.drawn = picture.Drawn(v.content.Book, v.content.Network, v.content.Later, v.content.Ghost)
	for _, member := range drawn.Members {
		id := n.Companies[member].ID
		if _, ok := v.places.found[id]; !ok && !v.places.pending[id] {
			changed = true
		}
	}
	if changed && len(drawn.Members) > 0 {
		v.solve(n, drawn)
	}
}

// placed returns the network that companies are placed by: whatever the view leaves out has a place too, so that
// nothing moves when it comes back.
func (v *View) placed() *network.Network {
	n, whole := v.content.Network, v.content.Whole
	if whole == nil {
		return n
	}
	dealing := picture.Dealing(whole)
	for id := range picture.Dealing(n) {
		if !dealing[id] {
			return n
		}
	}
	return whole
}

// solve lays the companies out, at once when they are few and otherwise beside the window.
func (v *View) solve(n *network.Network, drawn picture.Arrangement) {
	v.places.generation++
	if v.places.cancel != nil {
		v.places.cancel()
		v.places.cancel = nil
	}
	v.places.pending = nil
	settle := func(points []layout.Point) {
		v.refit = true
		for i, member := range drawn.Members {
			if i < len(points) {
				v.places.found[n.Companies[member].ID] = points[i]
			}
		}
	}
	if len(drawn.Members) <= smallGraph {
		settle(drawn.Solve(context.Background()))
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	v.places.cancel, v.places.pending = cancel, make(map[deal.CompanyID]bool, len(drawn.Members))
	for _, member := range drawn.Members {
		v.places.pending[n.Companies[member].ID] = true
	}
	generation := v.places.generation
	v.Beside(func() {
		points := drawn.Solve(ctx)
		fyne.Do(func() {
			if v.places.generation == generation {
				v.places.pending = nil
				settle(points)
				v.rebuild()
			}
		})
	})
}
