package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
)

// TestALegIsFoundByTyping types words of a leg's name into the what-if panel.
func TestALegIsFoundByTyping(t *testing.T) {
	w := openSample(t)
	picker, canvas := w.whatIf.leg, w.window.Canvas()
	before := picker.Text
	if !strings.HasPrefix(before, "Amazon → OpenAI equity, ≤$10bn") {
		t.Fatalf("at first it moves %q", before)
	}
	canvas.Focus(picker.Completion)
	test.Type(picker.Completion, "nvidia orac")
	if got := picker.layer.Offered(); len(got) != 1 || !strings.HasPrefix(got[0], "Oracle → Nvidia chips") {
		t.Errorf("offered: %q", got)
	}
	picker.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	leg, _, _ := w.session.book.Leg(w.session.stake.Leg)
	if got := w.session.book.CompanyName(leg.Payer); got != "Oracle" || !strings.HasPrefix(picker.Text, "Oracle → Nvidia") {
		t.Errorf("Return moves a leg of %s, and says %q", got, picker.Text)
	}
	canvas.Unfocus()
	canvas.Focus(picker.Completion)
	test.Type(picker.Completion, "nobody")
	picker.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	canvas.Unfocus()
	if !strings.HasPrefix(picker.Text, "Oracle → Nvidia") || w.session.stake.Leg != leg.ID {
		t.Errorf("after words that no leg has it says %q", picker.Text)
	}
	picker.ActionItem.(fyne.Tappable).Tapped(nil)
	if canvas.Overlays().Top() == nil {
		t.Error("the button lists no legs")
	}
}

// TestTabReachesEverythingOfTheWhatIf goes through the panel with Tab, and takes a preset and a chip by keys.
func TestTabReachesEverythingOfTheWhatIf(t *testing.T) {
	w := openSample(t)
	canvas := w.window.Canvas()
	next := func(reached func(fyne.Focusable) bool) bool {
		for range 120 {
			canvas.(test.WindowlessCanvas).FocusNext()
			if reached(canvas.Focused()) {
				return true
			}
		}
		return false
	}
	if !next(func(at fyne.Focusable) bool {
		chip, ok := at.(*widgets.Chip)
		return ok && strings.HasPrefix(chip.Words(), "Twice that")
	}) {
		t.Fatal("Tab passes over the presets")
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := w.whatIf.amount.Text; got != "$20bn" {
		t.Errorf("Space on the preset sets %s", got)
	}
	if _, ok := canvas.Focused().(*widgets.Chip); !ok {
		t.Error("the preset loses the keyboard")
	}
	if !next(func(at fyne.Focusable) bool { _, ok := at.(*widgets.ChangeChip); return ok }) {
		t.Fatal("Tab passes over the chips")
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if w.session.tried() {
		t.Error("Delete on the chip takes nothing back")
	}
}
