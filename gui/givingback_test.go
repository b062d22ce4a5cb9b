package gui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestArrowKeysStepWithoutAClickOnTheCanvas: when a document has just been opened, and after a dialog is closed.
func TestArrowKeysStepWithoutAClickOnTheCanvas(t *testing.T) {
	w := openSample(t)
	typed := func(name fyne.KeyName) {
		if focused := w.window.Canvas().Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: name})
		} else {
			w.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
		}
	}
	w.window.Canvas().Unfocus()
	typed(fyne.KeyRight)
	first := w.session.selection.Loop
	if len(first) == 0 || w.window.Canvas().Focused() != fyne.Focusable(w.canvas) {
		t.Fatalf("Right has selected %v, and the keyboard is on %T", w.session.selection, w.window.Canvas().Focused())
	}
	w.exportPicture()
	typed(fyne.KeyEscape)
	if w.window.Canvas().Focused() != fyne.Focusable(w.canvas) {
		t.Errorf("after the dialog the keyboard is on %T", w.window.Canvas().Focused())
	}
	w.addDeal()
	typed(fyne.KeyEscape)
	typed(fyne.KeyRight)
	if second := w.session.selection.Loop; len(second) == 0 || len(second) == len(first) && second[0] == first[0] && second[1] == first[1] {
		t.Errorf("after the form Right has selected %v again", second)
	}
	w.focusFind()
	w.exportPicture()
	typed(fyne.KeyEscape)
	if w.window.Canvas().Focused() != fyne.Focusable(w.toolbar.find) {
		t.Errorf("the keyboard was in Find, and is on %T after the dialog", w.window.Canvas().Focused())
	}
}

// TestChipsStandBelowTheBarOfALoopByItself.
func TestChipsStandBelowTheBarOfALoopByItself(t *testing.T) {
	w := openSample(t)
	run(t, w, "Only loops")
	top := w.chips.box.Position().Y
	w.stepLoop(1)
	w.loopView.enter()
	if got := w.chips.box.Position().Y; got < top+w.loopView.bar.MinSize().Height {
		t.Errorf("beside the bar, %g high, the chips begin at %g", w.loopView.bar.MinSize().Height, got)
	}
	w.loopView.leave()
	if got := w.chips.box.Position().Y; got != top {
		t.Errorf("after the loop the chips begin at %g, not at %g", got, top)
	}
}
