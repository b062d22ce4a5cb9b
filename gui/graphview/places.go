package graphview

import (
	"context"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// places is where companies stand: pinned ones where the analyst has put them, the others where the layout
// has found room for them. A company that is unpinned goes back to where the layout had it.
type places struct {
	layout deal.Layout
	found  *picture.Places                 // by that layout
	kept   map[deal.Layout]*picture.Places // of the other layouts, for when one comes back
	drawn  map[deal.CompanyID]bool         // the others have deals, but none that the view counts

	carried map[deal.CompanyID]layout.Point // that are being dragged

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
	v.places.found, v.places.kept, v.fitted = &picture.Places{}, nil, true
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
	return v.places.found.At(company)
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
		p.kept = make(map[deal.Layout]*picture.Places)
	}
	p.found.Abandon()
	p.generation++ // what is still being found is for the layout that was
	p.kept[p.layout] = p.found
	p.layout, p.found = to, p.kept[to]
	if p.found == nil {
		p.found = &picture.Places{}
	}
}

// place finds places for companies that have none. Nothing moves when neither companies nor pairs have
// changed, unless anew.
func (v *View) place(anew bool) {
	v.places.turnTo(v.content.Book.Layout)
	task, due := v.places.found.Task(v.content.Book, picture.PlacedBy(v.content.Network, v.content.Whole), v.placeOf, anew)
	v.places.drawn = picture.Drawn(v.content.Book, v.content.Network, v.content.Later, v.content.Ghost)
	if due {
		v.solve(task)
	}
}

// solve lays the companies out, at once when they are few and otherwise beside the window.
func (v *View) solve(task picture.Arrangement) {
	v.places.generation++
	if v.places.cancel != nil {
		v.places.cancel()
		v.places.cancel = nil
	}
	if len(task.Members) <= smallGraph {
		v.refit = true
		v.places.found.Settle(task, task.Solve(context.Background()))
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	v.places.cancel = cancel
	generation := v.places.generation
	v.Beside(func() {
		solved := task.Solve(ctx)
		fyne.Do(func() {
			if v.places.generation == generation {
				v.refit = true
				v.places.found.Settle(task, solved)
				v.rebuild()
			}
		})
	})
}
