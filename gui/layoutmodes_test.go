package gui

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
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
			if item.Checked && item.Label != letMove {
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

// TestPinningWaitsForPlaces pins, arranges and nudges companies of a large document before they have a place: nothing
// is changed, and the status bar says why. The pointer tells of a company that is pinned.
func TestPinningWaitsForPlaces(t *testing.T) {
	w := openWindow(t, deal.Edit{})
	var waiting []func()
	w.canvas.Beside = func(work func()) { waiting = append(waiting, work) }
	if _, err := w.session.apply(largeBook(100, 200)); err != nil {
		t.Fatal(err)
	}
	company := w.session.book.Companies[1].ID
	w.session.selectCompany(company)
	for name, do := range map[string]func(){
		"pin": w.pinSelected, "nudge": func() { w.nudgeSelected(1, 0) }, "circle": w.arrangeOnCircle,
	} {
		w.status.say("")
		before := w.session.book
		do()
		if said := strings.Join(texts(w.status.box), "\n"); w.session.book != before || !strings.Contains(said, "still being placed") {
			t.Errorf("%s: the document was changed, or the status bar does not say why it was not: %s", name, said)
		}
	}
	for len(waiting) > 0 {
		work := waiting[0]
		waiting = waiting[1:]
		work()
	}
	w.pinSelected()
	if now, _ := w.session.book.Company(company); !now.Pinned {
		t.Error("the company is not pinned although it has a place")
	}
	if told := fmt.Sprint(w.hoverLines(picture.Target{Company: company})); !strings.Contains(told, "pinned") {
		t.Errorf("the pointer tells %s", told)
	}
}

// TestALayoutIsSaidWhenItStands: while a large document is being laid out the status bar says so, and that it is laid out
// only when the canvas shows it; a layout that was undone meanwhile is not said at all.
func TestALayoutIsSaidWhenItStands(t *testing.T) {
	w := openWindow(t, deal.Edit{})
	var waiting []func()
	w.canvas.Beside = func(work func()) { waiting = append(waiting, work) }
	finish := func() {
		for len(waiting) > 0 {
			work := waiting[0]
			waiting = waiting[1:]
			work()
		}
	}
	if _, err := w.session.apply(largeBook(100, 200)); err != nil {
		t.Fatal(err)
	}
	finish()
	if said := w.status.message.Content(); strings.Contains(said, "Laid out") {
		t.Errorf("a document that was opened says %q", said)
	}
	for _, mode := range []deal.Layout{deal.LayoutLayers, deal.LayoutCircle} {
		before := placesOf(w)
		w.layOutBy(mode)
		if said := w.status.message.Content(); said != layoutWords[mode].doing {
			t.Errorf("%s: it says %q while it works", mode, said)
		}
		finish()
		if said := w.status.message.Content(); said != w.laidOutWords(mode) {
			t.Errorf("%s: it says %q when it is done", mode, said)
		}
		moved := 0
		for id, at := range placesOf(w) {
			if at != before[id] {
				moved++
			}
		}
		if moved < len(before)/2 {
			t.Errorf("%s: %d companies have moved when it is said", mode, moved)
		}
	}
	w.layOutAnew()
	if said := w.status.message.Content(); said != "Laying out anew…" {
		t.Errorf("anew: it says %q while it works", said)
	}
	w.undo()
	finish()
	if said := w.status.message.Content(); strings.HasPrefix(said, "La") {
		t.Errorf("after undo it says %q", said)
	}
	w.layOutBy(deal.LayoutStress)
	finish()
	w.moveCompanies([]graphview.Moved{{Company: w.session.book.Companies[0].ID, At: layout.Point{X: 900, Y: -700}}})
	finish()
	w.layOutAnew()
	w.undo()
	finish()
	before := placesOf(w)
	w.redo() // it was undone before there were places to come back to
	finish()
	if got := placesOf(w); stayed(before, got) > len(before)/2 {
		t.Errorf("redone: %d of %d companies stand where they stood", stayed(before, got), len(before))
	}
}

// TestUndoBringsBackThePlacesBeforeLayingOutAnew drags a company, lays out anew and goes back step by step.
func TestUndoBringsBackThePlacesBeforeLayingOutAnew(t *testing.T) {
	w := openWindow(t, largeBook(40, 70))
	w.moveCompanies([]graphview.Moved{{Company: w.session.book.Companies[0].ID, At: layout.Point{X: 900, Y: -700}}})
	before := placesOf(w)
	w.layOutAnew()
	after := placesOf(w)
	if stayed(before, after) > len(before)/2 {
		t.Fatal("nothing has moved")
	}
	if undo, _ := w.session.nextSteps(); undo != "Lay out anew" {
		t.Errorf("undo would take back %q", undo)
	}
	w.undo()
	if got := placesOf(w); !maps.Equal(got, before) {
		t.Errorf("%d of %d companies stand where they stood", stayed(before, got), len(before))
	}
	if said := w.status.message.Content(); said != "Undone: Lay out anew (Ctrl+Y brings it back)" {
		t.Errorf("it says %q", said)
	}
	w.redo()
	if got := placesOf(w); !maps.Equal(got, after) {
		t.Errorf("redone: %d of %d companies stand where they were put", stayed(after, got), len(after))
	}
	w.undo()
	w.undo()
	if said := w.status.message.Content(); !strings.HasPrefix(said, "Undone: Move ") {
		t.Errorf("the step before is taken back as %q", said)
	}
	w.quit()
	w = openAgain(t, w)
	for id, at := range before {
		if got := placesOf(w)[id]; id != w.session.book.Companies[0].ID && got != at {
			t.Fatalf("opened again company %d stands at %v and not at %v", id, got, at)
		}
	}
}

// TestALayoutThatStandsAtOnceIsSaid: a small document is laid out while the key is pressed, and the status bar tells of the
// layout that stands.
func TestALayoutThatStandsAtOnceIsSaid(t *testing.T) {
	w := openSample(t)
	for _, mode := range []deal.Layout{deal.LayoutStress, deal.LayoutLayers, deal.LayoutCircle, deal.LayoutStress} {
		w.layOutBy(mode)
		placesOf(w)
		if said := w.status.message.Content(); said != w.laidOutWords(mode) {
			t.Errorf("%s: it says %q", mode, said)
		}
	}
}
