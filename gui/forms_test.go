package gui

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

func (w *Window) dealForm(t *testing.T) *dealForm {
	t.Helper()
	form, ok := w.form.(*dealForm)
	if !ok {
		t.Fatal("no deal form is open")
	}
	return form
}

func typeIn(field *widgets.Field, text string) {
	switch entry := field.Control.(type) {
	case *widgets.TextEntry:
		entry.SetText("")
		test.Type(entry, text)
		entry.FocusLost()
	case *widgets.Completion:
		entry.SetText("")
		test.Type(entry, text)
		entry.FocusLost()
	}
}

func TestDealIsEnteredWithNewCompaniesAndAReturnLeg(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	form := w.dealForm(t)
	typeIn(form.fields[deal.FieldTitle], "Stake and cloud")
	typeIn(form.cards[0].fields[deal.FieldPayer], "Google")
	typeIn(form.cards[0].fields[deal.FieldPayee], "anthropic")
	typeIn(form.cards[0].fields[deal.FieldAmount], "up to 2bn over 4 years")
	if got := form.cards[0].fields[deal.FieldAmount].Note(); got != "up to $2,000,000,000.00 over 4 years" {
		t.Errorf("the amount is understood as %q", got)
	}
	if got := form.cards[0].fields[deal.FieldPayer].Note(); got != "new company, made on saving" {
		t.Errorf("the payer's note: %q", got)
	}
	form.addReturnLeg(0)
	if got := form.entry.legs[1]; got.payer != "anthropic" || got.payee != "Google" || got.kind != deal.KindCloud {
		t.Errorf("the return leg: %+v", got)
	}
	typeIn(form.cards[1].fields[deal.FieldAmount], "1.5bn")
	typeIn(form.fields[deal.FieldSource], "A filing")
	typeIn(form.fields[deal.FieldPassage], "Two billion at most.")
	form.Submit()
	if w.form != nil {
		t.Fatalf("the form is still open: %s", form.summary.Content())
	}
	var saved deal.Deal
	for _, d := range w.session.book.Deals {
		if d.Title == "Stake and cloud" {
			saved = d
		}
	}
	if len(saved.Legs) != 2 {
		t.Fatalf("%d legs were saved", len(saved.Legs))
	}
	there, back := saved.Legs[0], saved.Legs[1]
	shows(t, w.sides, "A filing", "Two billion at most.")
	if there.Figure != deal.UpTo(2_000_000_000_00) || there.TermMonths != 48 || there.ConditionalOn != 0 {
		t.Errorf("the first leg: %+v", there)
	}
	if there.Payer != back.Payee || w.session.book.CompanyName(there.Payer) != "Google" || w.session.book.CompanyName(back.Payer) != "Anthropic" {
		t.Errorf("the legs run between %q and %q", w.session.book.CompanyName(there.Payer), w.session.book.CompanyName(back.Payer))
	}
	claims := w.session.book.ClaimsAbout(deal.Subject{Leg: back.ID})
	if len(claims) != 1 || !claims[0].Chosen || claims[0].Figure != deal.Exactly(1_500_000_000_00) {
		t.Errorf("the source is cited as %+v", claims)
	}
	if legs := w.session.selection.Legs; len(legs) != 1 || legs[0] != there.ID {
		t.Error("the new deal is not selected")
	}
}

// A source of the same title with another date is another source: an analyst has many an "Annual report". Where only its
// title is typed, it is the one that the document has.
func TestSourceOfAnotherDateIsAnotherSource(t *testing.T) {
	w := openSample(t)
	enter := func(title, date string) deal.Source {
		w.addDeal()
		form := w.dealForm(t)
		typeIn(form.fields[deal.FieldTitle], title)
		typeIn(form.cards[0].fields[deal.FieldPayer], "Google")
		typeIn(form.cards[0].fields[deal.FieldPayee], "Anthropic")
		typeIn(form.cards[0].fields[deal.FieldAmount], "2bn")
		typeIn(form.fields[deal.FieldSource], "Annual report")
		typeIn(form.fields[deal.FieldDate], date)
		form.Submit()
		if w.form != nil {
			t.Fatalf("the form is still open: %s", form.summary.Content())
		}
		for _, d := range w.session.book.Deals {
			if d.Title == title {
				claims := w.session.book.ClaimsAbout(deal.Subject{Leg: d.Legs[0].ID})
				source, _ := w.session.book.Source(claims[0].Source)
				return source
			}
		}
		t.Fatalf("%q was not saved", title)
		return deal.Source{}
	}
	first := enter("First", "2025-03-10")
	second := enter("Second", "2025-09-01")
	third := enter("Third", "2025-03-10")
	if first.Date != "2025-03-10" || second.Date != "2025-09-01" || third.ID != first.ID {
		t.Errorf("cited are %v, %v and %v", first, second, third)
	}
}

func TestBadEntriesKeepTheFormAndWhatWasTyped(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	form := w.dealForm(t)
	typeIn(form.cards[0].fields[deal.FieldAmount], "2,5 Mrd")
	if got := form.cards[0].fields[deal.FieldAmount].Problem(); !strings.Contains(got, `"2,5 Mrd"`) {
		t.Errorf("the problem does not quote what was typed: %q", got)
	}
	form.Submit()
	if w.form == nil {
		t.Fatal("the form has closed")
	}
	for name, want := range map[string]string{deal.FieldPayer: "Say who pays", deal.FieldPayee: "Say who is paid"} {
		if got := form.cards[0].fields[name].Problem(); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	typeIn(form.cards[0].fields[deal.FieldPayer], "Amazon")
	typeIn(form.cards[0].fields[deal.FieldPayee], "AMAZON")
	if got := form.cards[0].fields[deal.FieldPayee].Problem(); !strings.Contains(got, "same company") {
		t.Errorf("a company that pays itself: %q", got)
	}
	typeIn(form.cards[0].fields[deal.FieldPayee], strings.Repeat("Long", 40))
	if got := form.cards[0].fields[deal.FieldPayee].Problem(); !strings.Contains(got, "longer than 120 characters") {
		t.Errorf("a new company with a long name: %q", got)
	}
	typeIn(form.cards[0].fields[deal.FieldPayee], "Mistral AI")
	typeIn(form.cards[0].fields[deal.FieldAmount], "2.5bn")
	form.OnSave = func(deal.Edit) error { return errors.New("the disk is full") }
	form.Submit()
	if w.form == nil || form.entry.legs[0].amount != "2.5bn" || form.summary.Content() != "The disk is full" {
		t.Errorf("after a failed save: %q, %q", form.entry.legs[0].amount, form.summary.Content())
	}
}

func TestChangingADealKeepsWhatTheFormDoesNotShow(t *testing.T) {
	w := openSample(t)
	for _, d := range w.session.book.Deals {
		edit, problems := entryOf(w.session.book, d).edit()
		if len(problems) > 0 {
			t.Errorf("%s: %v", d.Title, problems)
			continue
		}
		before := w.session.book.Claims
		if _, err := w.session.apply(edit); err != nil {
			t.Errorf("%s: %v", d.Title, err)
			continue
		}
		after, _ := w.session.book.Deal(d.ID)
		if !sameDeal(d, after) {
			t.Errorf("saving the form unchanged has made\n%+v of\n%+v", after, d)
		}
		if len(before) != len(w.session.book.Claims) {
			t.Errorf("%s: saving the form unchanged has changed the claims", d.Title)
		}
	}
}

// sameDeal compares deals whose empty lists may be nil or not.
func sameDeal(a, b deal.Deal) bool {
	if len(a.Legs) != len(b.Legs) || len(a.Rights) != len(b.Rights) || strings.Join(a.Tags, ",") != strings.Join(b.Tags, ",") {
		return false
	}
	for i := range a.Legs {
		if a.Legs[i] != b.Legs[i] {
			return false
		}
	}
	for i := range a.Rights {
		if a.Rights[i] != b.Rights[i] {
			return false
		}
	}
	return a.Title == b.Title && a.Status == b.Status && a.Announced == b.Announced && a.Counting == b.Counting &&
		a.Total == b.Total && a.Notes == b.Notes
}

func TestDuplicateHasItsOwnLegs(t *testing.T) {
	w := openSample(t)
	w.deals.OnSelected(w.deals.Shown()[0].Key)
	count := len(w.session.book.Deals)
	w.duplicateDeal()
	w.dealForm(t).Submit()
	if len(w.session.book.Deals) != count+1 {
		t.Fatalf("there are %d deals", len(w.session.book.Deals))
	}
	copied := w.session.book.Deals[count]
	if copied.Legs[0].ConditionalOn != copied.Legs[1].ID {
		t.Errorf("the copy's condition names leg %d, not its own leg %d", copied.Legs[0].ConditionalOn, copied.Legs[1].ID)
	}
}

func TestRightsAreEntered(t *testing.T) {
	w := openSample(t)
	w.deals.OnSelected(w.deals.Shown()[0].Key)
	w.changeSelected()
	form := w.dealForm(t)
	count := len(form.entry.rights)
	form.entry.rights = append(form.entry.rights, rightEntry{kind: deal.RightGovernance, holder: "Amazon", over: "Amazon"})
	form.rights.build()
	form.Submit()
	if got := form.rights.problem.Content(); !strings.Contains(got, "over itself") {
		t.Errorf("a right over oneself: %q", got)
	}
	form.entry.rights[count].over, form.entry.rights[count].until = "OpenAI", "2030"
	form.Submit()
	if w.form != nil {
		t.Fatalf("the form is still open: %s", form.summary.Content())
	}
	d, _ := w.session.selectedDeal()
	if len(d.Rights) != count+1 || d.Rights[count].Until != "2030" {
		t.Errorf("the rights: %+v", d.Rights)
	}
}

func TestCompanyForm(t *testing.T) {
	w := openSample(t)
	w.addCompany()
	form := w.form.(*smallForm)
	typeIn(form.fields[deal.FieldName], "  oracle ")
	form.Submit()
	if got := form.fields[deal.FieldName].Problem(); !strings.Contains(got, "of this name already") {
		t.Errorf("a second Oracle: %q", got)
	}
	typeIn(form.fields[deal.FieldName], "xAI")
	typeIn(form.fields[deal.FieldCash], "1.2bn")
	form.Submit()
	made, ok := w.session.book.CompanyNamed("xai")
	if !ok || made.Cash.Money.Cents != 1_200_000_000_00 {
		t.Errorf("the company: %+v", made)
	}
	if _, shown := w.shownDisc("xAI"); !shown {
		t.Error("the new company is not on the canvas")
	}
}

func TestFormAsksBeforeItDropsTyping(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	w.closeForm()
	if w.form != nil {
		t.Error("an untouched form does not close at once")
	}
	w.addDeal()
	typeIn(w.dealForm(t).fields[deal.FieldTitle], "Half typed")
	w.closeForm()
	if w.form == nil {
		t.Error("a form with typing in it closes without asking")
	}
	w.asked.Hide()
	note := w.dealForm(t).fields["notes"].Control.(fyne.Focusable)
	w.window.Canvas().Focus(note)
	w.closeForm()
	tapButton(t, w.window.Canvas().Overlays().Top(), "Stay")
	if w.window.Canvas().Focused() != note {
		t.Errorf("whoever stays goes on in %T", w.window.Canvas().Focused())
	}
}

// TestWhatIsWrongWithNarrowFieldsIsReadWhole: below the row, in as many words as it takes.
func TestWhatIsWrongWithNarrowFieldsIsReadWhole(t *testing.T) {
	w := openWindow(t, deal.Edit{})
	w.addDeal()
	card := w.form.(*dealForm).cards[0]
	for name, text := range map[string]string{deal.FieldTerm: "seven", deal.FieldStart: "20x5"} {
		typeIn(card.fields[name], text)
		card.fields[name].Control.(*widgets.TextEntry).OnLeave()
	}
	all := strings.Join(texts(card.box), "\n")
	if !strings.Contains(all, "Term: \"") || !strings.Contains(all, "Start: \"20x5\" is not a date: write 2025-11-03, 2025-11 or 2025") {
		t.Errorf("the card says %q", all)
	}
}
