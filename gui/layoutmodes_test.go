package gui

import (
	"testing"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// placesOf returns where the companies stand on the canvas.
func placesOf(w *Window) map[deal.CompanyID]layout.Point {
	scene, _ := w.canvas.Scene()
	places := make(map[deal.CompanyID]layout.Point, len(scene.Discs))
	for _, disc := range scene.Discs {
		places[disc.Company] = disc.Centre
	}
	return places
}

// checkedLayouts returns the ways to lay out that the menu marks.
func checkedLayouts(w *Window) []string {
	var checked []string
	for _, menu := range w.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Checked {
				checked = append(checked, item.Label)
			}
		}
	}
	return checked
}

// TestLayoutsAreEditsOfTheDocument goes through the ways to lay out and back by undo: pinned companies stay, the menu
// marks the way that is on, and the old picture comes back.
func TestLayoutsAreEditsOfTheDocument(t *testing.T) {
	w := openSample(t)
	pinned := w.session.book.Companies[0].ID
	w.moveCompanies([]graphview.Moved{{Company: pinned, At: layout.Point{X: 40, Y: 900}}})
	before := placesOf(w)
	for _, mode := range []deal.Layout{deal.LayoutLayers, deal.LayoutCircle} {
		w.layOutBy(mode)
		if w.session.book.Layout != mode {
			t.Fatalf("the document has layout %q, %q was asked for", w.session.book.Layout, mode)
		}
		if got := checkedLayouts(w); len(got) != 1 || got[0] != layoutWords[mode].menu {
			t.Errorf("the menu marks %q", got)
		}
		moved := 0
		for id, at := range placesOf(w) {
			if id == pinned && at != before[id] {
				t.Errorf("%s: the pinned company went to %v", mode, at)
			}
			if at != before[id] {
				moved++
			}
		}
		if moved < len(before)/2 {
			t.Errorf("%s: only %d of %d companies moved", mode, moved, len(before))
		}
	}
	w.undo()
	w.undo()
	if w.session.book.Layout != deal.LayoutStress {
		t.Errorf("undo left the layout %q", w.session.book.Layout)
	}
	for id, at := range placesOf(w) {
		if at != before[id] {
			t.Errorf("undo put company %d at %v, it stood at %v", id, at, before[id])
		}
	}
}
