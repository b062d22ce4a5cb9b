package gui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

func dealTitled(w *Window, title string) (deal.Deal, bool) {
	for _, d := range w.session.book.Deals {
		if d.Title == title {
			return d, true
		}
	}
	return deal.Deal{}, false
}

func TestADealFormAsksWhetherTheUnitIsMissing(t *testing.T) {
	w := openSample(t)
	enter := func(title, amount string) *dealForm {
		w.addDeal()
		form := w.dealForm(t)
		typeIn(form.fields[deal.FieldTitle], title)
		typeIn(form.cards[0].fields[deal.FieldPayer], "OpenAI")
		typeIn(form.cards[0].fields[deal.FieldPayee], "Oracle")
		typeIn(form.cards[0].fields[deal.FieldAmount], amount)
		form.Submit()
		return form
	}
	form := enter("One", "10")
	if got := form.cards[0].fields[deal.FieldAmount].Note(); got != "! $10.00: mean 10bn?" {
		t.Errorf("beside the amount it says %q", got)
	}
	if _, saved := dealTitled(w, "One"); saved || w.asked == nil {
		t.Fatal("$10 are saved without a question")
	}
	tapButton(t, w.window.Canvas().Overlays().Top(), "Back to the form")
	if w.form == nil {
		t.Fatal("the form is gone")
	}
	form.Submit()
	tapButton(t, w.window.Canvas().Overlays().Top(), "It is 10bn")
	if d, _ := dealTitled(w, "One"); w.form != nil || d.Legs[0].Figure != deal.Exactly(10_000_000_000_00) {
		t.Errorf("what was meant is not saved: %+v", d)
	}
	enter("Two", "10")
	tapButton(t, w.window.Canvas().Overlays().Top(), "Save as it is")
	two, saved := dealTitled(w, "Two")
	if !saved || two.Legs[0].Figure != deal.Exactly(10_00) {
		t.Errorf("ten dollars are not saved: %+v", two)
	}
	w.openDealForm(entryOf(w.session.book, two), "Change the deal")
	if w.dealForm(t).Submit(); w.form != nil {
		t.Error("what was said once is asked again")
	}
	if enter("Three", "$10"); w.form != nil {
		t.Error("of $10 it is asked whether they are meant")
	}
	w.addCompany()
	company := w.form.(*smallForm)
	typeIn(company.fields[deal.FieldName], "xAI")
	typeIn(company.fields[deal.FieldCash], "12")
	company.Submit()
	tapButton(t, w.window.Canvas().Overlays().Top(), "It is 12bn")
	if made, _ := w.session.book.CompanyNamed("xAI"); made.Cash.Money.Cents != 12_000_000_000_00 {
		t.Errorf("the cash is %s", made.Cash.Money.Full())
	}
}

func TestATitleOfTheProgramFollowsItsDeal(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	form := w.dealForm(t)
	typeIn(form.cards[0].fields[deal.FieldPayer], "OpenAI")
	typeIn(form.cards[0].fields[deal.FieldPayee], "oracle") // the title spells it as the document does
	typeIn(form.cards[0].fields[deal.FieldAmount], "1bn")
	test.Type(form.cards[0].fields[deal.FieldKind].Control.(*widgets.Choice), "cr")
	form.Submit()
	made, ok := dealTitled(w, "OpenAI to Oracle: credits")
	if !ok {
		t.Fatal("the deal has no title of the program's")
	}
	w.openDealForm(entryOf(w.session.book, made), "Change the deal")
	form = w.dealForm(t)
	test.Type(form.cards[0].fields[deal.FieldKind].Control.(*widgets.Choice), "cl")
	if got := form.first.Text; got != "OpenAI to Oracle: cloud" {
		t.Errorf("the title in the form is %q", got)
	}
	form.Submit()
	if _, ok := dealTitled(w, "OpenAI to Oracle: cloud"); !ok || w.form != nil {
		t.Error("the title has not followed the kind")
	}
	oracle, _ := w.session.book.CompanyNamed("Oracle")
	w.openCompanyForm(oracle)
	company := w.form.(*smallForm)
	typeIn(company.fields[deal.FieldName], "Oracle Corp")
	company.Submit()
	named, ok := dealTitled(w, "OpenAI to Oracle Corp: cloud")
	if !ok {
		t.Error("the title has not followed the company's name")
	}
	w.openDealForm(entryOf(w.session.book, named), "Change the deal")
	form = w.dealForm(t)
	typeIn(form.fields[deal.FieldTitle], "Mine")
	test.Type(form.cards[0].fields[deal.FieldKind].Control.(*widgets.Choice), "chi")
	if got := form.first.Text; got != "Mine" {
		t.Errorf("a title that was typed has become %q", got)
	}
}
