package gui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
)

func TestMorePaidThanTheWholeAmountIsRefusedInTheForms(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	form := w.dealForm(t)
	typeIn(form.cards[0].fields[deal.FieldAmount], "up to 2bn")
	typeIn(form.cards[0].fields[deal.FieldDrawn], "3bn")
	want := "$3bn is more than the whole amount, which is at most $2bn: correct one of the two"
	if got := form.cards[0].fields[deal.FieldDrawn].Problem(); got != want {
		t.Errorf("the form says %q", got)
	}
	change := changeEntry{book: w.session.book, field: deal.ChangeDrawn, of: "Amazon → OpenAI equity", value: "11bn"}
	_, problems := change.read()
	if got := problems.Error(); !strings.Contains(got, "is more than the whole amount") {
		t.Errorf("the what-if says %q", got)
	}
}

func TestConflictIsSaidInFullAndWhatWasTypedCanBeTakenAlong(t *testing.T) {
	w := openSample(t)
	w.addDeal()
	form := w.dealForm(t)
	typeIn(form.cards[0].fields[deal.FieldPayer], "Airbus")
	typeIn(form.cards[0].fields[deal.FieldPayee], "Nvidia")
	typeIn(form.cards[0].fields[deal.FieldAmount], "2bn")
	if form.summary.copy.Visible() {
		t.Error("copying is offered before saving has failed")
	}
	form.OnSave = func(deal.Edit) error {
		return fmt.Errorf("%w: close this form, look at what is there now, and enter the change again, word by word, from %s",
			deal.ErrConflict, strings.Repeat("what was there before ", 8))
	}
	form.Submit()
	if shown := strings.Join(canvasTexts(form.summary.Paragraph), " "); shown != strings.TrimSpace(form.summary.Content()) {
		t.Errorf("the sentence is cut: %q", shown)
	}
	if words, foot := form.summary.Size(), form.summary.foot.Size(); words.Height < form.summary.MinSize().Height || foot.Height < words.Height+form.summary.copy.Size().Height {
		t.Errorf("the foot is %v, its words are %v", foot, words)
	}
	tapButton(t, form, "Copy what is typed")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, "Payer: Airbus\nPayee: Nvidia\n") || !strings.Contains(got, "Amount: 2bn\n") {
		t.Errorf("the clipboard holds %q", got)
	}
}

func TestCompanyFormSaysHowManyMoreProblemsThereAre(t *testing.T) {
	w := openSample(t)
	w.addCompany()
	form := w.form.(*smallForm)
	typeIn(form.fields[deal.FieldColour], "blue")
	typeIn(form.fields[deal.FieldCash], "much")
	form.Submit()
	if got := form.summary.Content(); !strings.HasSuffix(got, " (and 2 more)") {
		t.Errorf("of three problems the form says %q", got)
	}
}

func TestWrongLeastAmountStaysOnReturn(t *testing.T) {
	w := openSample(t)
	w.filters.open()
	test.Type(w.filters.amount, "1,5")
	w.filters.amount.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !w.filters.popup.Visible() || w.filters.amount.Text != "1,5" || w.filters.least.Problem() == "" {
		t.Errorf("the panel shows %v, with %q: %q", w.filters.popup.Visible(), w.filters.amount.Text, w.filters.least.Problem())
	}
	w.filters.amount.SetText("2bn")
	w.filters.amount.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.filters.popup.Visible() || w.session.view.MinAmount.Cents != 2_000_000_000_00 {
		t.Error("a right amount does not close the panel")
	}
}

func TestWrongDayIsSaidAtItsEntry(t *testing.T) {
	w := openSample(t)
	w.timeline.typeAsOf("31/12/2025")
	if got := w.timeline.wrong; !got.Visible() || !strings.HasPrefix(got.Content(), `No day is in force: "31/12/2025"`) {
		t.Errorf("above the entry stands %q", got.Content())
	}
	if shown := strings.Join(canvasTexts(w.timeline.box), " "); strings.Contains(shown, "…") || !strings.Contains(shown, w.timeline.wrong.Content()) {
		t.Errorf("the sentence is cut: %q", shown)
	}
	w.timeline.typeAsOf("2025-12-31")
	if w.timeline.wrong.Visible() || w.session.view.AsOf != "2025-12-31" {
		t.Errorf("after the right day %q still stands there", w.timeline.wrong.Content())
	}
}
