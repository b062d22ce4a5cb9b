package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/internal/whatif"
)

// Where nobody is known to fail because nobody knows what the others have, the panel says so at once, and Return on it leads
// to the field in which it is typed.
func TestUnknownCashIsSaidAboveTheWaves(t *testing.T) {
	w := openSample(t)
	w.sides.SelectIndex(stressTab)
	w.stress.enter(whatif.Shock{Kind: whatif.ShockFails, Company: w.session.book.Companies[0].ID})
	w.stress.begin()
	if w.stress.result == nil || w.stress.result.CashUnknown < 2 {
		t.Fatal("the sample states everybody's cash")
	}
	link := w.stress.shown.unknown
	if !link.Visible() || !strings.Contains(link.Content(), "is unknown and taken to be enough") {
		t.Fatalf("nothing says so: %q", link.Content())
	}
	var keyboard fyne.Focusable = link // Tab comes to it
	keyboard.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.window.Canvas().Focused() != w.stress.entries["assumed"] {
		t.Error("the keyboard is not in the field of the assumed cash")
	}
}
