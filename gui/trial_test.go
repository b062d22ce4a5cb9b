package gui

import (
	"testing"

	"roundtrip/internal/deal"
)

func TestBaseIsMarkedOnTheSlider(t *testing.T) {
	w := openSample(t)
	at, word, shown := w.whatIf.marked.Mark()
	if at != 100 || word != "base $10bn" || !shown {
		t.Errorf("the mark is at %v, %q, %v", at, word, shown)
	}
}

// TestASliderMovesInOneStep slides, lets go, and slides again: undo takes back each move, not each value on its way.
func TestASliderMovesInOneStep(t *testing.T) {
	w := openSample(t)
	for _, moves := range [][]float64{{200, 300, 400}, {450, 500}} {
		for _, at := range moves {
			w.whatIf.slide(at)
		}
		w.whatIf.slider.OnChangeEnded(moves[len(moves)-1])
	}
	w.whatIf.amount.SetText("5")
	w.whatIf.amount.SetText("5bn")
	for _, want := range []string{"Amazon → OpenAI equity: ≤$10bn → ≤$50bn", "Amazon → OpenAI equity: ≤$10bn → ≤$40bn", ""} {
		if w.undo(); w.chipWords() != want {
			t.Errorf("undone, %q is tried, not %q", w.chipWords(), want)
		}
	}
}

// TestAWrongEntryKeepsWhatWasTried types what cannot be read after what can.
func TestAWrongEntryKeepsWhatWasTried(t *testing.T) {
	w := openSample(t)
	for _, wrong := range []string{"-5bn", "abc", ""} {
		w.whatIf.amount.SetText("25bn")
		w.whatIf.amount.SetText(wrong)
		if got := w.chipWords(); got != "Amazon → OpenAI equity: ≤$10bn → ≤$25bn" || w.whatIf.slider.Value != 250 {
			t.Errorf("after %q, %q is tried and the slider is at %v", wrong, got, w.whatIf.slider.Value)
		}
		if w.whatIf.amount.Text != wrong || w.whatIf.fields["amount"].Problem() == "" {
			t.Errorf("%q became %q with the problem %q", wrong, w.whatIf.amount.Text, w.whatIf.fields["amount"].Problem())
		}
	}
}

// TestAMessageGoesWithWhatItSays does something else than what the status bar speaks of.
func TestAMessageGoesWithWhatItSays(t *testing.T) {
	w := openSample(t)
	w.selectMarked([]deal.CompanyID{1, 2, 3}, false)
	if got := w.status.message.Content(); got != "3 companies selected" {
		t.Fatalf("the status bar says %q", got)
	}
	if w.session.selectNothing(); w.status.message.Content() != w.session.document.Path() {
		t.Errorf("with nothing selected it says %q", w.status.message.Content())
	}
	w.give(t, deal.ChangeFails, "Oracle", "")
	if got := w.status.message.Content(); got != "Tried: Oracle fails" {
		t.Fatalf("the status bar says %q", got)
	}
	if w.backToBase(); w.status.message.Content() != w.session.document.Path() {
		t.Errorf("back at the base it says %q", w.status.message.Content())
	}
}

// TestADeletedLegComesBackToWhatIsTried deletes the deal of what is tried, and undoes that.
func TestADeletedLegComesBackToWhatIsTried(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	w.saveAs(t, "Big")
	_, owner, _ := w.session.book.Leg(w.session.stake.Leg)
	if _, err := w.session.apply(deal.Edit{Label: "Delete it", Seen: w.session.book, DeleteDeals: []deal.DealID{owner.ID}}); err != nil {
		t.Fatal(err)
	}
	w.showTable(scenariosTab)
	w.scenarios.reveal(w.session.book.Scenarios[0].ID)
	// The name is in the file, so that it is known when the file is opened again.
	if got, _ := w.session.book.Scenarios[0].Changes[0].KeptName(); got != "Amazon → OpenAI equity" {
		t.Errorf("the scenario keeps the name %q of the deleted leg", got)
	}
	shows(t, w.scenarios.box, "Amazon → OpenAI equity, deleted since", "It cannot be computed while it changes what has been deleted since")
	w.window.Canvas().Unfocus()
	w.undo()
	if got := w.chipWords(); got != "Amazon → OpenAI equity: ≤$10bn → ≤$25bn" || w.whatIf.trying.name.Content() != "Big" {
		t.Errorf("undone, %q of %q is tried", got, w.whatIf.trying.name.Content())
	}
	if result, ok := w.scenarios.results.of(w.session.book.Scenarios[0].ID); !ok || result.err != nil {
		t.Errorf("the scenario is not computed: %v", result.err)
	}
	w.redo()
	w.leaveOutDeleted()
	if got := w.session.book.Scenarios[0].Changes; len(got) != 0 {
		t.Errorf("it keeps %+v", got)
	}
}
