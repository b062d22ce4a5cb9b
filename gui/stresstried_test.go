package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
)

func TestShockIsTriedAsWhatIf(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	if words := p.untried.Content(); p.untried.Hidden || words != "In a what-if a company that fails neither pays nor is paid: its legs go. “Unpaid in clearing” counts there only what others cannot pay. A what-if counts what has been paid as due, and takes it away like the rest." {
		t.Errorf("before it is tried, it says %q", words)
	}
	p.entries["recovery"].SetText("40%")
	p.entries["ofcash"].SetText("10%")
	p.entries["assumed"].SetText("5bn")
	if words := p.untried.Content(); !strings.HasPrefix(words, "As a what-if it goes without the default costs. In a what-if a company that fails is paid nothing any more, and pays 40%.") {
		t.Errorf("what is assumed is left out unsaid: %q", words)
	}
	test.Tap(p.try)
	if words := w.status.message.Content(); !strings.Contains(words, "tried as a what-if, without the default costs; ") {
		t.Errorf("the status says %q", words)
	}
	if p.on || w.sides.SelectedIndex() != whatIfTab {
		t.Error("the what-if does not take the place of the stress test")
	}
	tried := w.session.trial()
	if len(tried) != 2 || tried[0].Field != deal.ChangeFails || tried[0].Text != "40%" || tried[1].Field != deal.ChangeCash {
		t.Errorf("tried: %+v", tried)
	}
}

// TestShockSaysWhatTheWhatIfLeavesOut cuts cloud contracts, of which the sample has two without an amount, one of them paid, and
// then debt, of which it has none.
func TestShockSaysWhatTheWhatIfLeavesOut(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "Cloud contracts halved")
	if !p.says("is cut away.") || !p.says("What is left is paid in full.") || !p.says("searched for, not proven") {
		t.Errorf("the cut does not stand apart: %v", texts(p.shown.box))
	}
	test.Tap(p.try)
	if words := w.status.message.Content(); !strings.Contains(words, "tried as a what-if, without 1 undisclosed leg;") {
		t.Errorf("the status says %q", words)
	}
	p.press(t, "Cloud contracts halved")
	p.cut.SetSelectedIndex(slices.Index(deal.Kinds, deal.KindDebt))
	tried := len(w.session.trial())
	test.Tap(p.try)
	if len(w.session.trial()) != tried || !strings.Contains(p.state.Content(), "Nothing of the shock") || p.state.Hidden {
		t.Errorf("a cut of what nobody has contracts for is tried: %q", p.state.Content())
	}
}

// TestStressTriedKeepsWhatIsAssumed tries a failure with a recovery and assumed cash, and lets another company fail instead.
func TestStressTriedKeepsWhatIsAssumed(t *testing.T) {
	w := openSample(t)
	p := w.stress
	p.press(t, "OpenAI fails")
	p.entries["recovery"].SetText("40%")
	p.entries["assumed"].SetText("5bn")
	w.stress.tryAsWhatIf()
	if got := w.chipWords(); got != "OpenAI fails, 40% of what it owes recovered; Nvidia, cash: not stated → $5bn" {
		t.Fatalf("the chips say %q", got)
	}
	if said := w.status.message.Content(); strings.Contains(said, "without") {
		t.Errorf("nothing is left out, but the status bar says %q", said)
	}
	oracle, _ := w.session.book.CompanyNamed("Oracle")
	w.session.retry(w.session.trial()[0], deal.Change{Field: deal.ChangeFails, Target: int64(oracle.ID), Value: 1})
	if got := w.chipWords(); !strings.HasPrefix(got, "Oracle fails, 40% of what it owes recovered; ") {
		t.Errorf("the chips say %q", got)
	}
}
