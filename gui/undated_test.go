package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func TestDealsWithoutADateCanBeLeftOut(t *testing.T) {
	w := openSample(t)
	undated := w.session.viewed.Undated(w.session.book)
	if undated == 0 || !w.timeline.undated.Visible() || !w.timeline.undated.Checked {
		t.Fatalf("of the %d deals without a date nothing says that they count", undated)
	}
	before := w.session.counting()
	test.Tap(w.timeline.undated)
	if got := w.session.counting(); got != before-undated {
		t.Errorf("%d deals count without the %d that have no date, before there were %d", got, undated, before)
	}
	if got := chipWords(w); !slices.Contains(got, "dated only") {
		t.Errorf("the chips are %q", got)
	}
	w.setView(func(view *network.View) { view.AsOf = "2026" })
	if got := w.session.undated(); got != 0 {
		t.Errorf("as of a day %d deals without a date count still", got)
	}
	w.setView(func(view *network.View) { view.AsOf = "" })
	w.undo()
	if got := w.session.counting(); got != before || !w.timeline.undated.Checked {
		t.Errorf("undo leaves %d deals", got)
	}
	var edit deal.Edit
	for _, d := range w.session.book.Deals {
		if d.Announced == "" {
			d.Announced = "2025-11"
			edit.Deals = append(edit.Deals, d)
		}
	}
	if _, err := w.session.apply(edit); err != nil {
		t.Fatal(err)
	}
	if w.timeline.undated.Visible() {
		t.Error("every deal has a date, but there is a choice about those without")
	}
}
