package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
)

// openUnrated opens a document with a loop of €5bn and $7bn and an undisclosed leg, and without a rate for the euro.
func openUnrated(t *testing.T) *Window {
	t.Helper()
	const bn = 1_000_000_000_00
	agreed := func(id deal.DealID, title string, leg deal.Leg) deal.Deal {
		return deal.Deal{ID: -id, Title: title, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{leg}}
	}
	return openWindow(t, deal.Edit{
		Label:     "Test",
		Companies: []deal.Company{{ID: -1, Name: "Alpha", Role: deal.RoleOther}, {ID: -2, Name: "Beta", Role: deal.RoleOther}, {ID: -3, Name: "Gamma", Role: deal.RoleOther}},
		Deals: []deal.Deal{
			agreed(1, "Stake", deal.Leg{ID: -1, Payer: -1, Payee: -2, Kind: deal.KindEquity, Basis: deal.BasisCash, Figure: deal.Exactly(5 * bn), Currency: "EUR"}),
			agreed(2, "Cloud", deal.Leg{ID: -2, Payer: -2, Payee: -1, Kind: deal.KindCloud, Basis: deal.BasisCash, Figure: deal.Exactly(7 * bn), Currency: deal.USD}),
			agreed(3, "Chips", deal.Leg{ID: -3, Payer: -2, Payee: -3, Kind: deal.KindChips, Basis: deal.BasisCash, Figure: deal.Undisclosed(), Currency: deal.USD}),
		},
	})
}

// TestDisclosedAmountsWithoutARatePass filters for what is disclosed: €5bn is, whatever it is in dollars.
func TestDisclosedAmountsWithoutARatePass(t *testing.T) {
	w := openUnrated(t)
	shows(t, w.window.Content(), "1 leg without a rate to USD")
	run(t, w, "Filters…")
	test.Tap(w.filters.onlyDisclosed)
	shows(t, w.filters.popup, "2 of 3 deals")
	_, built, _ := w.session.shown()
	stake := deal.LegID(0)
	for _, d := range w.session.book.Deals {
		if d.Title == "Stake" {
			stake = d.Legs[0].ID
		}
	}
	if !built.Legs()[stake] {
		t.Error("the stake of €5bn is left out")
	}
	test.Type(w.filters.amount, "20bn")
	shows(t, w.filters.popup, "Legs below $20bn are left out; those without a rate stay.", "1 of 3 deals")
	test.Tap(w.filters.onlyDisclosed)
	shows(t, w.filters.popup, "Legs below $20bn are left out; undisclosed ones and those without a rate stay.", "2 of 3 deals")
}

// countedAtEuros is what is said of numbers that euros are in, once a rate is entered.
const countedAtEuros = "Counted at 1 EUR = 1.17 USD (1 Mar 2025, no source: your own entry)."

// rateEuros enters a rate for the euro.
func rateEuros(t *testing.T, w *Window) {
	t.Helper()
	w.saved(t, deal.Edit{Rates: []deal.Rate{{Currency: "EUR", Micros: 1_170_000, Date: "2025-03-01"}}})
}

// TestTheWhatIfNamesItsRates enters a rate: the panel then says which one its numbers are counted at.
func TestTheWhatIfNamesItsRates(t *testing.T) {
	w := openUnrated(t)
	shows(t, w.whatIf.box, "because there is no rate from EUR to USD")
	if got := strings.Join(texts(w.whatIf.box), "\n"); strings.Contains(got, "Counted at") {
		t.Errorf("without rates it says %s", got)
	}
	rateEuros(t, w)
	shows(t, w.whatIf.box, countedAtEuros)
}

// TestStressTestsScenariosAndPresentationsNameTheirRates: so do all places that show numbers by themselves.
func TestStressTestsScenariosAndPresentationsNameTheirRates(t *testing.T) {
	w := openUnrated(t)
	w.stress.begin()
	w.whatIf.amount.SetText("6bn")
	w.saveAs(t, "More")
	if got := strings.Join(texts(w.stress.content), "\n"); strings.Contains(got, "Counted at") {
		t.Errorf("without rates the stress test says %s", got)
	}
	rateEuros(t, w)
	shows(t, w.stress.content, countedAtEuros)
	w.toggleSideBySide()
	shows(t, w.side.box, countedAtEuros)
	w.toggleSideBySide()
	w.togglePresentation()
	shows(t, w.window.Content(), "Headline totals, best figures. ≥$14.02bn + ? in 3 deals. Scenario “More”: Alpha → Beta equity: €5bn → €6bn. "+countedAtEuros)
}

// TestTheSourceOfARateIsNotThatOfAnAmount: words about an amount that nobody states name the source of its rate as that, and
// the leg leads to it.
func TestTheSourceOfARateIsNotThatOfAnAmount(t *testing.T) {
	w := openUnrated(t)
	w.saved(t, deal.Edit{
		Sources: []deal.Source{{ID: -1, Title: "Reference rates"}},
		Rates:   []deal.Rate{{Currency: "EUR", Micros: 1_170_000, Source: -1}},
	})
	shows(t, w.whatIf.box, "No source of the amounts, only of the rate. Source: “Reference rates”")
	w.whatIf.amount.SetText("6bn")
	w.sides.SelectIndex(inspectorTab)
	w.session.selectLeg(w.session.stake.Leg)
	shows(t, w.inspector.body, "€5bn = $5.85bn at 1.17 (Reference rates)", "€6bn = $7.02bn at 1.17 (Reference rates)",
		"No source is cited for this leg: it is your own entry.")
	link := linkIn(w.inspector.body, "Exchange rate: 1 EUR = 1.17 USD (Reference rates)")
	if link == nil {
		t.Fatal("the leg does not lead to its rate")
	}
	test.Tap(link)
	shows(t, w.inspector.body, "It says", "exchange rate: 1 EUR = 1.17 USD (Reference rates)")
}

// TestAStressTestSaysWhatLegsLack: an amount without a rate is not called undisclosed.
func TestAStressTestSaysWhatLegsLack(t *testing.T) {
	w := openUnrated(t)
	w.stress.company.SetSelected("Alpha")
	w.stress.begin()
	shows(t, w.stress.content, "It is €5bn, without a rate to USD.", "Does not get 1 leg without a number in full.")
	if got := strings.Join(texts(w.stress.content), "\n"); strings.Contains(got, "is undisclosed") || strings.Contains(got, "undisclosed leg") {
		t.Errorf("it says %s", got)
	}
	rateEuros(t, w)
	w.stress.company.SetSelected("Beta")
	shows(t, w.stress.content, "The amount is undisclosed.", "Does not get 1 undisclosed leg in full.")
}

// TestAConcentrationWithoutARateIsOfWhatHasANumber: of an amount in euros, which is disclosed, too little is known.
func TestAConcentrationWithoutARateIsOfWhatHasANumber(t *testing.T) {
	w := openUnrated(t)
	w.sides.SelectIndex(inspectorTab)
	beta, _ := w.session.book.CompanyNamed("Beta")
	w.session.selectCompany(beta.ID)
	shows(t, w.inspector.body, "10,000 of 10,000, of what has a number")
}
