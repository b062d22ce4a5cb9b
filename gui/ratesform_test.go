package gui

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// ratesForm opens the form of the exchange rates.
func (w *Window) ratesForm(t *testing.T) *smallForm {
	t.Helper()
	run(t, w, "Exchange rates…")
	form, ok := w.form.(*smallForm)
	if !ok {
		t.Fatal("no form of rates is open")
	}
	return form
}

func TestRateIsEnteredChangedAndTakenOut(t *testing.T) {
	w := openSample(t)
	form := w.ratesForm(t)
	typeIn(form.fields["currency "], "xyz")
	typeIn(form.fields["rate "], "1,17")
	form.Submit()
	if got := form.fields["currency "].Problem(); !strings.Contains(got, "is no ISO 4217 currency") {
		t.Errorf("a currency that is none: %q", got)
	}
	if got := form.fields["rate "].Problem(); !strings.Contains(got, `"1,17" is not a rate`) {
		t.Errorf("a rate with a comma: %q", got)
	}
	typeIn(form.fields["currency "], "eur")
	typeIn(form.fields["rate "], "1.17")
	typeIn(form.fields["date "], "2025-12-17")
	typeIn(form.fields["source "], "European Central Bank")
	form.Submit()
	if w.form != nil {
		t.Fatalf("the form stays open: %s", form.summary.Content())
	}
	rate, ok := w.session.book.RateOf("EUR")
	source, _ := w.session.book.Source(rate.Source)
	if !ok || rate.Micros != 1_170_000 || rate.Date != "2025-12-17" || source.Title != "European Central Bank" {
		t.Fatalf("the rate is %+v of %+v", rate, source)
	}
	form = w.ratesForm(t)
	typeIn(form.fields["rate EUR"], "1.2")
	form.Submit()
	if rate, _ := w.session.book.RateOf("EUR"); rate.Micros != 1_200_000 || rate.Source != source.ID {
		t.Errorf("changed, the rate is %+v", rate)
	}
	w.undo()
	if rate, _ := w.session.book.RateOf("EUR"); rate.Micros != 1_170_000 {
		t.Errorf("after undo the rate is %+v", rate)
	}
	form = w.ratesForm(t)
	form.fields["rate EUR"].Control.(interface{ SetText(string) }).SetText("")
	form.Submit()
	if rate, ok := w.session.book.RateOf("EUR"); ok {
		t.Errorf("taken out, the rate is %+v", rate)
	}
}

func TestDealInACurrencyWithoutARateSaysSoUntilOneIsEntered(t *testing.T) {
	w := openSample(t)
	gross := w.session.viewed.Gross()
	w.addDeal()
	form := w.dealForm(t)
	typeIn(form.cards[0].fields[deal.FieldPayer], "Airbus")
	typeIn(form.cards[0].fields[deal.FieldPayee], "Nvidia")
	typeIn(form.cards[0].fields[deal.FieldAmount], "€2bn")
	want := "No rate from EUR to USD: the amounts of 1 leg are not counted until one is entered (Edit, Exchange rates…)."
	if got := form.summary.Content(); got != want {
		t.Errorf("the form says %q", got)
	}
	form.Submit()
	if w.form != nil || w.session.viewed.Gross() != gross {
		t.Fatalf("the deal was not saved, or counts %d", w.session.viewed.Gross()-gross)
	}
	rates := w.ratesForm(t)
	typeIn(rates.fields["rate EUR"], "1.5")
	rates.Submit()
	if got := w.session.viewed.Gross() - gross; got != 3_000_000_000_00 {
		t.Errorf("with the rate the deal counts %d", got)
	}
}
