package gui

import (
	"strings"
	"testing"
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
