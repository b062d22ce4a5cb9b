package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
)

func TestACompanyIsDeletedWithItsDealsInOneStep(t *testing.T) {
	w := openSample(t)
	before := len(w.session.book.Deals)
	oracle, _ := w.session.book.CompanyNamed("Oracle")
	w.session.selectCompany(oracle.ID)
	w.deleteSelected()
	question := strings.Join(canvasTexts(w.window.Canvas().Overlays().Top()), " ")
	if !strings.Contains(question, "Delete Oracle?") || !strings.Contains(question, "Ctrl+Z") {
		t.Fatalf("it is asked %q", question)
	}
	count := counted(len(dealsOfAny(w.session.book, w.session.selection.Companies)), "deal")
	tapButton(t, w.window.Canvas().Overlays().Top(), "Show the "+count)
	if len(w.session.selection.Legs) == 0 || len(w.session.book.Deals) != before {
		t.Errorf("shown are legs %v", w.session.selection.Legs)
	}
	w.session.selectCompany(oracle.ID)
	w.deleteSelected()
	tapButton(t, w.window.Canvas().Overlays().Top(), "Delete it with its "+count)
	if _, there := w.session.book.CompanyNamed("Oracle"); there || len(w.session.book.Deals) == before {
		t.Errorf("Oracle is there: %v, with %d deals of %d", there, len(w.session.book.Deals), before)
	}
	w.undo()
	if _, there := w.session.book.CompanyNamed("Oracle"); !there || len(w.session.book.Deals) != before {
		t.Error("one undo does not bring it back")
	}
}

// TestSeveralDealsAreDeletedInOneStep by the key and by the menu: it is asked once, says how many they are, and one undo brings
// them back. Two legs of one deal are one deal.
func TestSeveralDealsAreDeletedInOneStep(t *testing.T) {
	w := openSample(t)
	deals := w.session.book.Deals
	var legs []deal.LegID
	for _, d := range deals[:3] {
		for _, leg := range d.Legs {
			legs = append(legs, leg.ID)
		}
	}
	for name, ask := range map[string]func(){
		"the key": func() { key(w, fyne.KeyDelete) }, "the menu": func() { run(t, w, "Delete") },
	} {
		w.session.selectLegs(legs)
		ask()
		question := w.window.Canvas().Overlays().Top()
		if question == nil || len(w.session.book.Deals) != len(deals) {
			t.Fatalf("%s does not ask", name)
		}
		if said := strings.Join(canvasTexts(question), " "); !strings.Contains(said, "Delete 3 deals?") || !strings.Contains(said, "Ctrl+Z") {
			t.Errorf("%s asks %q", name, said)
		}
		tapButton(t, question, "Keep them")
		if len(w.session.book.Deals) != len(deals) {
			t.Fatalf("%s deletes what is kept", name)
		}
		ask()
		tapButton(t, w.window.Canvas().Overlays().Top(), "Delete the 3 deals")
		if got := len(w.session.book.Deals); got != len(deals)-3 {
			t.Errorf("%s leaves %d of %d deals", name, got, len(deals))
		}
		w.undo()
		if got := len(w.session.book.Deals); got != len(deals) {
			t.Errorf("one undo leads to %d of %d deals", got, len(deals))
		}
	}
	for _, d := range deals {
		if len(d.Legs) < 2 {
			continue
		}
		w.session.selectLegs([]deal.LegID{d.Legs[0].ID, d.Legs[1].ID})
		key(w, fyne.KeyDelete)
		if w.asked != nil || len(w.session.book.Deals) != len(deals)-1 {
			t.Errorf("two legs of one deal lead to %d of %d deals", len(w.session.book.Deals), len(deals))
		}
		return
	}
}

func TestAQuestionNamesFewDeals(t *testing.T) {
	w := openSample(t)
	deals := w.session.book.Deals
	deals[0].Title = strings.Repeat("very ", 20) + "long"
	if got := namesOfDeals(deals[:2]); strings.Contains(got, "more") || !strings.Contains(got, "…”") {
		t.Errorf("two deals are named %s", got)
	}
	if got := namesOfDeals(deals[:7]); !strings.HasSuffix(got, " and 4 more") {
		t.Errorf("seven deals are named %s", got)
	}
}
