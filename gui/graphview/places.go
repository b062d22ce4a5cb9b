package graphview

import (
	"context"
	"math"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// places is where companies stand: pinned ones where the analyst has put them, the others where the layout
// has found room for them. A company that is unpinned goes back to where the layout had it.
type places struct {
	layout deal.Layout
	opened bool                            // the places that the document remembers are taken over
	found  *picture.Places                 // by that layout
	kept   map[deal.Layout]*picture.Places // of the other layouts, for when one comes back
	old    *picture.Places                 // that companies are seen at until this layout has found any; nil: none
	turned bool                            // to another layout, whose places are still to come into view
	anew   bool                            // all companies are placed anew
	fresh  bool                            // a layout has found places that the picture does not show yet
	byHand bool                            // most companies are pinned
	drawn  map[deal.CompanyID]bool         // the others have deals, but none that the view counts

	carried map[deal.CompanyID]layout.Point // that are being dragged
	parted  map[deal.CompanyID]layout.Point // that stand beside where the layout has them: they are larger under a filter

	returning Standing // where companies stand again from when it is asked for; nil: nowhere else

	generation int // of the layout that runs beside the window
	cancel     context.CancelFunc
}

// smallGraph is up to how many companies a layout is quick enough to wait for.
const smallGraph = 60

// LayOut places everything that is not pinned anew.
func (v *View) LayOut() {
	if v.content.Network != nil {
		v.fitted, v.places.anew = true, true
		v.place(true)
		v.rebuild()
	}
}

// PutBack has the companies of a layout stand where they stood before, all of them in view, and returns where the
// layout had them until now. What is still being found for it is given up.
func (v *View) PutBack(mode deal.Layout, stood deal.Placement) (until deal.Placement) {
	back := picture.PlacesAs(v.content.Book, stood)
	if v.places.returning != nil {
		kept := v.places.returning[mode]
		until = kept.Placement()
		v.places.returning[mode] = *back
		return until
	}
	if v.places.layout != mode || v.content.Network == nil {
		if kept := v.places.kept[mode]; kept != nil {
			until = kept.Placement()
			v.places.kept[mode] = back
		}
		return until
	}
	until = v.places.found.Placement()
	v.places.generation++
	v.places.found, v.fitted, v.places.anew = back, true, true
	v.arrived()
	v.place(false)
	v.rebuild()
	return until
}

// StandAside has companies that are not pinned stand elsewhere in a layout, and returns where they stood there. The picture
// shows it when it is drawn next.
func (v *View) StandAside(mode deal.Layout, to map[deal.CompanyID]layout.Point) (stood map[deal.CompanyID]layout.Point) {
	if found := v.places.of(mode); found != nil {
		stood = found.Put(to)
	}
	return stood
}

// of returns the places of a layout, nil where it has found none.
func (p *places) of(mode deal.Layout) *picture.Places {
	if p.layout == mode {
		return p.found
	}
	return p.kept[mode]
}

// Forget drops every place, for another document.
func (v *View) Forget() {
	v.places.found, v.places.kept, v.places.old, v.places.turned, v.fitted = &picture.Places{}, nil, nil, false, true
	v.places.fresh, v.places.opened, v.places.anew, v.seek, v.places.returning = false, false, false, false, nil
	v.places.generation++
	// What is still being painted is another document's, and nothing glides from it to this one.
	v.painting.taken = v.painting.serial
	v.stopGlide()
	v.sheet.clear()
	v.frame.show(v, nil)
	v.scene, v.before, v.sheet.kept = nil, before{}, nil
}

// placeOf returns where a company stands now.
func (v *View) placeOf(company deal.Company) layout.Point {
	if point, ok := v.places.carried[company.ID]; ok {
		return point
	}
	return v.places.found.At(company)
}

// seenAt returns where a company is drawn: while a layout still has to find the places of all of them, where the one
// before had it, or nowhere. A few pinned companies alone would look like the document.
func (v *View) seenAt(company deal.Company) layout.Point {
	if !v.Placing() {
		return v.placeOf(company)
	}
	switch {
	case v.places.old != nil:
		return v.places.old.At(company)
	case v.places.byHand:
		return v.placeOf(company)
	}
	return layout.NoPlace()
}

// Placing reports whether the places of the companies are still being found: what is drawn is nothing, or the picture
// of the layout before.
func (v *View) Placing() bool {
	return v.places.found.None() && v.places.found.Awaited() > 0
}

// ShowsPlaces reports whether the picture shows the places that the layout has found last.
func (v *View) ShowsPlaces() bool { return !v.places.fresh && !v.Placing() }

// Places returns where every company of the network stands now, in canvas units; those that are not drawn, or have
// no place yet, are left out.
func (v *View) Places() map[deal.CompanyID]layout.Point {
	all := make(map[deal.CompanyID]layout.Point)
	if v.content.Network == nil {
		return all
	}
	for _, company := range v.content.Network.Companies {
		at := v.placeOf(company)
		if aside, ok := v.places.parted[company.ID]; ok && v.places.carried == nil {
			at = aside
		}
		if v.places.drawn[company.ID] && !v.Placing() && !math.IsNaN(at.X) {
			all[company.ID] = at
		}
	}
	return all
}

// Found returns the layout of what is shown and where it has put the companies, for the document to remember.
func (v *View) Found() (deal.Layout, deal.Placement) {
	return v.places.layout, v.places.found.Placement()
}

// part has companies that would overlap in the picture stand apart in it. Where the layout has them is not changed.
func (v *View) part(in *picture.Input) {
	apart := in.Parted(func(company deal.Company) bool {
		_, carried := v.places.carried[company.ID]
		return carried
	})
	v.places.parted = nil
	for i, company := range in.Network.Companies {
		if from := in.Places[i]; !math.IsNaN(from.X) && apart[i] != from {
			if v.places.parted == nil {
				v.places.parted = make(map[deal.CompanyID]layout.Point)
			}
			v.places.parted[company.ID] = apart[i]
		}
	}
	in.Places = apart
}

// turnTo brings back the places that companies had in another layout, so that going there and back, or undoing it,
// shows the picture that was there.
func (p *places) turnTo(book *deal.Book) {
	to := book.Layout
	if p.layout == to {
		return
	}
	if p.kept == nil {
		p.kept = make(map[deal.Layout]*picture.Places)
	}
	p.found.Abandon()
	p.generation++ // what is still being found is for the layout that was
	if !p.found.None() {
		p.old = p.found
	}
	p.kept[p.layout] = p.found
	p.layout, p.found, p.turned, p.anew = to, p.kept[to], true, false
	if p.found == nil {
		p.found = picture.PlacesOf(book)
	}
}

// open takes over the places that a document remembers.
func (p *places) open(book *deal.Book) {
	if !p.opened {
		p.opened, p.turned = true, true
		p.layout, p.found = book.Layout, picture.PlacesOf(book)
		p.kept = make(map[deal.Layout]*picture.Places)
		for mode, placement := range book.Placed {
			if mode != p.layout {
				p.kept[mode] = picture.PlacesAs(book, placement)
			}
		}
	}
}

// arrived brings the places that a layout has found into view: all of them when it was chosen just now or they are the
// first, and otherwise those that are out of sight, as long as the analyst has not moved the camera.
func (v *View) arrived() {
	if v.places.found.None() {
		return
	}
	v.fitted = v.fitted || v.places.turned
	v.refit = v.refit || v.places.turned || v.places.anew || v.scene == nil || len(v.scene.Whole().Discs) == 0
	v.seek = v.seek || v.follows()
	v.places.old, v.places.turned, v.places.anew, v.places.fresh = nil, false, false, true
}

// place finds places for companies that have none. Nothing moves when neither companies nor pairs have
// changed, unless anew.
func (v *View) place(anew bool) {
	v.places.open(v.content.Book)
	v.places.turnTo(v.content.Book)
	task, due := v.places.found.Task(v.content.Book, picture.PlacedBy(v.content.Network, v.content.Whole), v.placeOf, anew)
	v.places.drawn = picture.Drawn(v.content.Book, v.content.Network, v.content.Later, v.content.Ghost)
	pinned := 0
	for _, pin := range task.Options.Pinned {
		if pin {
			pinned++
		}
	}
	v.places.byHand = 2*pinned > len(task.Members)
	if due {
		v.solve(task)
	}
	if v.places.turned {
		v.arrived()
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
		v.places.found.Settle(task, task.Solve(context.Background()))
		v.arrived()
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	v.places.cancel = cancel
	generation := v.places.generation
	v.Beside(func() {
		solved := task.Solve(ctx)
		fyne.Do(func() {
			if v.places.generation == generation {
				v.places.found.Settle(task, solved)
				v.arrived()
				v.rebuild()
			}
		})
	})
}
