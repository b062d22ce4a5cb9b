package gui

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// TestPlacesChangeNoNumber moves a company, lays out in another way and undoes both: nothing is measured again, and the
// picture shows the company where it stands.
func TestPlacesChangeNoNumber(t *testing.T) {
	w := openSample(t)
	id := w.session.book.Companies[0].ID
	measured, ranged, said, stood := w.session.workbench, w.session.ranged, w.status.summary.Content(), placesOf(w)[id]
	same := func(after string) {
		t.Helper()
		if w.session.workbench != measured || w.session.ranged != ranged || w.session.late {
			t.Errorf("%s: something is measured again", after)
		}
		if got := w.status.summary.Content(); got != said {
			t.Errorf("%s: the status bar says %s", after, got)
		}
	}
	to := layout.Point{X: 40, Y: 900}
	w.moveCompanies([]graphview.Moved{{Company: id, At: to}})
	same("moved")
	if at := placesOf(w)[id]; at != to {
		t.Errorf("the company stands at %v", at)
	}
	w.layOutBy(deal.LayoutLayers)
	same("laid out")
	w.undo()
	same("layout undone")
	w.undo()
	same("move undone")
	if at := placesOf(w)[id]; at != stood {
		t.Errorf("after undo the company stands at %v, not at %v", at, stood)
	}
}

// TestWhoStepsAsideIsNotPinned aligns two companies with others in their way: only the two are pinned, and undo brings the
// others back.
func TestWhoStepsAsideIsNotPinned(t *testing.T) {
	w := openSample(t)
	before := placesOf(w)
	w.selectAll()
	chosen := w.session.selection.Companies
	for _, other := range chosen[1:] {
		w.session.selectCompanies([]deal.CompanyID{chosen[0], other})
		run(t, w, "Align left")
		run(t, w, "Align at the top")
		for _, company := range w.session.book.Companies {
			if company.Pinned && company.ID != chosen[0] && company.ID != other {
				t.Errorf("%s is pinned", company.Name)
			}
		}
		w.undo()
		w.undo()
		for id, at := range placesOf(w) {
			if at != before[id] {
				t.Errorf("after undo %s stands at %v, not at %v", w.session.book.CompanyName(id), at, before[id])
			}
		}
	}
}

// TestLayoutOfPinnedCompaniesIsNoStep pins every company: layouts say that nothing can move and leave undo as it is.
func TestLayoutOfPinnedCompaniesIsNoStep(t *testing.T) {
	w := openSample(t)
	edit := deal.Edit{Label: "Pin everything", Seen: w.session.book, Companies: slices.Clone(w.session.book.Companies)}
	for i := range edit.Companies {
		edit.Companies[i].Pinned, edit.Companies[i].X = true, float64(200*i)
	}
	if _, err := w.session.apply(edit); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"Lay out anew", layoutWords[deal.LayoutCircle].menu} {
		run(t, w, command)
		if undo, _ := w.session.nextSteps(); undo != edit.Label {
			t.Errorf("%s: undo would take %q", command, undo)
		}
		if said := strings.Join(texts(w.status.box), "\n"); !strings.Contains(said, "Nothing moved: all 10 companies are pinned (Unpin all: Ctrl+A, then Alt+Shift+U)") {
			t.Errorf("%s: the status bar says %s", command, said)
		}
	}
}
