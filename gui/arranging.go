package gui

import (
	"fmt"
	"math"
	"slices"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// chosenCompanies returns the companies that are selected, in the order in which they were; those of the loop when one
// is selected.
func (s *session) chosenCompanies() []deal.CompanyID {
	if len(s.selection.Loop) > 0 {
		return s.selection.Loop
	}
	return s.selection.Companies
}

// drawnItems returns every company on the canvas as something to arrange. Names take room where they are asked for.
func (w *Window) drawnItems(names bool) (ids []deal.CompanyID, items []layout.Item) {
	_, built, _ := w.session.shown()
	if built == nil {
		return nil, nil
	}
	radii, labels, places := picture.Radii(built), picture.LabelSizes(built), w.canvas.Places()
	for i, company := range built.Companies {
		at, drawn := places[company.ID]
		if !drawn {
			continue
		}
		// The canvas still shows the last edit while the measures of this one are computed.
		if now, ok := w.session.book.Company(company.ID); ok && now.Pinned {
			at = layout.Point{X: now.X, Y: now.Y}
		}
		item := layout.Item{At: at, Radius: radii[i]}
		if names {
			item.Label = labels[i]
		}
		ids, items = append(ids, company.ID), append(items, item)
	}
	return ids, items
}

// moveCompanies pins companies where they were dragged, as one edit. One that was dropped onto another company stands
// at the nearest free place.
func (w *Window) moveCompanies(moved []graphview.Moved) {
	ids, items := w.drawnItems(false)
	placed := make([]bool, len(ids))
	for i, id := range ids {
		at := slices.IndexFunc(moved, func(m graphview.Moved) bool { return m.Company == id })
		if placed[i] = at < 0; at >= 0 {
			items[i].At = moved[at].At
		}
	}
	points := layout.StepAside(items, placed)
	for i := range moved {
		if at := slices.Index(ids, moved[i].Company); at >= 0 {
			moved[i].At = points[at]
		}
	}
	if label := "Move " + w.companiesInWords(moved); w.pin(label, moved) {
		w.status.sayWith(label+", pinned there", " (Ctrl+Z takes it back)", false)
	}
}

// companiesInWords names one company and counts several.
func (w *Window) companiesInWords(moved []graphview.Moved) string {
	if len(moved) == 1 {
		return w.session.book.CompanyName(moved[0].Company)
	}
	return counted(len(moved), "company")
}

// pin pins companies at their places as one edit and reports whether it was made.
func (w *Window) pin(label string, moved []graphview.Moved) bool {
	edit := deal.Edit{Label: label, Seen: w.session.book}
	for _, m := range moved {
		company, ok := w.session.book.Company(m.Company)
		if !ok {
			continue
		}
		company.Pinned, company.X, company.Y = true, math.Round(m.At.X*100)/100, math.Round(m.At.Y*100)/100
		edit.Companies = append(edit.Companies, company)
	}
	if len(edit.Companies) == 0 {
		w.draw()
		return false
	}
	if _, err := w.session.apply(edit); err != nil {
		w.draw()
		w.tell("Nothing was moved", err)
		return false
	}
	return true
}

// arrange gives the selected companies other places, as one edit. Companies in their way step aside, without being pinned
// there; undo brings them back too.
func (w *Window) arrange(label string, place func([]layout.Item) []layout.Point) {
	ids, items := w.drawnItems(true)
	var at []int // of each selected company in ids
	var chosen []layout.Item
	for _, id := range w.session.chosenCompanies() {
		if i := slices.Index(ids, id); i >= 0 {
			at, chosen = append(at, i), append(chosen, items[i])
		}
	}
	if len(chosen) == 0 {
		w.sayNonePlaced()
		return
	}
	placed := make([]bool, len(ids))
	for i, point := range place(chosen) {
		items[at[i]].At, placed[at[i]] = point, true
	}
	var moved []graphview.Moved
	aside := map[deal.CompanyID]layout.Point{}
	for i, point := range layout.StepAside(items, placed) {
		company, _ := w.session.book.Company(ids[i])
		switch {
		case placed[i] || company.Pinned && point != items[i].At:
			moved = append(moved, graphview.Moved{Company: ids[i], At: point})
		case point != items[i].At:
			aside[ids[i]] = point
		}
	}
	said := fmt.Sprintf(label, counted(len(chosen), "company"))
	mode := w.session.book.Layout
	exchange := w.exchangePlaces()
	stood := w.canvas.StandAside(mode, aside)
	w.canvas.Seek()
	if !w.pin(said, moved) {
		w.canvas.StandAside(mode, stood)
		w.draw()
		return
	}
	if len(aside) > 0 {
		w.session.steps.alongWith(exchange)
		said += "; " + counted(len(aside), "other") + " stepped aside, not pinned"
		w.keepPlaces()
	}
	w.status.say(said)
}

// alignSides are the ways to align, with their commands.
var alignSides = []struct {
	side        layout.Side
	label, said string
}{
	{layout.Left, "Align left", "Align %s left"},
	{layout.Centre, "Align one below the other", "Align %s one below the other"},
	{layout.Right, "Align right", "Align %s right"},
	{layout.Top, "Align at the top", "Align %s at the top"},
	{layout.Middle, "Align side by side", "Align %s side by side"},
	{layout.Bottom, "Align at the bottom", "Align %s at the bottom"},
}

func (w *Window) align(side layout.Side, said string) {
	w.arrange(said, func(items []layout.Item) []layout.Point { return layout.Align(items, side) })
}

func (w *Window) distribute(across bool) {
	said := "Distribute %s from top to bottom"
	if across {
		said = "Distribute %s from left to right"
	}
	w.arrange(said, func(items []layout.Item) []layout.Point { return layout.Distribute(items, across) })
}

// arrangeOnCircle puts the selected companies on a circle: in the order of payment when they make up a loop.
func (w *Window) arrangeOnCircle() {
	_, built, _ := w.session.shown()
	path, isLoop := w.loops.through(w.session.chosenCompanies())
	if isLoop {
		w.selectInLoopOrder(path)
	}
	gap := picture.Gap(built) / 2
	w.arrange("Put %s on a circle", func(items []layout.Item) []layout.Point { return layout.OnRing(items, gap, isLoop) })
}

// selectInLoopOrder puts the selected companies into the order of payment.
func (w *Window) selectInLoopOrder(path []deal.CompanyID) {
	if len(w.session.selection.Loop) == 0 {
		w.session.selectCompanies(path)
	}
}

// through returns the biggest loop that runs through exactly these companies, in the order of payment.
func (t *loopsTable) through(companies []deal.CompanyID) ([]deal.CompanyID, bool) {
	wanted := slices.Sorted(slices.Values(companies))
	for _, path := range t.paths {
		if slices.Equal(slices.Sorted(slices.Values(path)), wanted) {
			return path, true
		}
	}
	return nil, false
}

// nudge is how far a key moves the selected companies, in canvas units.
const nudge = 12

// nudgeSelected moves the selected companies a little.
func (w *Window) nudgeSelected(across, down float64) {
	ids, items := w.drawnItems(false)
	var moved []graphview.Moved
	for _, id := range w.session.chosenCompanies() {
		if at := slices.Index(ids, id); at >= 0 {
			to := layout.Point{X: items[at].At.X + nudge*across, Y: items[at].At.Y + nudge*down}
			moved = append(moved, graphview.Moved{Company: id, At: to})
		}
	}
	if len(moved) == 0 {
		w.sayNonePlaced()
		return
	}
	w.moveCompanies(moved)
}

// sayNonePlaced says why the selected companies cannot be moved or pinned.
func (w *Window) sayNonePlaced() {
	if w.canvas.Placing() {
		w.status.say("The companies are still being placed: move and pin them when they stand")
		return
	}
	w.status.say("None of the selected companies is on the canvas")
}

// pinSelected keeps the selected companies where they stand, as one edit.
func (w *Window) pinSelected() {
	ids, items := w.drawnItems(false)
	var moved []graphview.Moved
	for _, id := range w.session.chosenCompanies() {
		if at := slices.Index(ids, id); at >= 0 {
			moved = append(moved, graphview.Moved{Company: id, At: items[at].At})
		}
	}
	if len(moved) == 0 {
		w.sayNonePlaced()
		return
	}
	label := "Pin " + w.companiesInWords(moved)
	if w.pin(label, moved) {
		w.status.say(label)
	}
}

// unpinSelected lets the layout place the selected companies again, as one edit.
func (w *Window) unpinSelected() {
	edit := deal.Edit{Seen: w.session.book}
	for _, id := range w.session.chosenCompanies() {
		if company, ok := w.session.book.Company(id); ok && company.Pinned {
			company.Pinned, company.X, company.Y = false, 0, 0
			edit.Companies = append(edit.Companies, company)
		}
	}
	if len(edit.Companies) == 0 {
		return
	}
	edit.Label = "Unpin " + counted(len(edit.Companies), "company")
	if len(edit.Companies) == 1 {
		edit.Label = "Unpin " + edit.Companies[0].Name
	}
	if _, err := w.session.apply(edit); err != nil {
		w.tell("Nothing was unpinned", err)
		return
	}
	w.status.say(edit.Label)
}

// pinnedSelected reports whether a selected company is pinned.
func (w *Window) pinnedSelected() bool {
	return slices.ContainsFunc(w.session.chosenCompanies(), func(id deal.CompanyID) bool {
		company, ok := w.session.book.Company(id)
		return ok && company.Pinned
	})
}
