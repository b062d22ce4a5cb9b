package gui

import (
	"testing"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
)

// TestEscapeFromWhateverHasTheKeyboard clears the selection from every kind of control beside the canvas.
func TestEscapeFromWhateverHasTheKeyboard(t *testing.T) {
	w := openSample(t)
	run(t, w, "Only loops")
	chip := w.chips.chips.Objects[0].(*widgets.FilterChip)
	for name, focused := range map[string]fyne.Focusable{
		"a button": w.toolbar.filters, "a drop-down": w.toolbar.basis, "an entry that is empty": w.toolbar.find,
		"the timeline": w.timeline.track, "a chip": chip, "the slider": w.whatIf.slider, "an amount": w.whatIf.amount,
		"a table": w.deals.Rows(), "the canvas": w.canvas,
	} {
		w.selectAll()
		w.window.Canvas().Focus(focused)
		focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if !w.session.selection.Empty() {
			t.Errorf("Escape with the keyboard on %s leaves something selected", name)
		}
	}
}

// TestEscapeClosesTheFilterPanelFirst also where nothing in it has the keyboard, as after a click on a button.
func TestEscapeClosesTheFilterPanelFirst(t *testing.T) {
	w := openSample(t)
	w.selectAll()
	for _, focus := range []fyne.Focusable{nil, w.filters.clear, w.filters.amount, w.filters.onlyLoops, w.filters.companies.list} {
		w.filters.open()
		if focus == nil {
			w.window.Canvas().Unfocus()
			w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		} else {
			w.window.Canvas().Focus(focus)
			focus.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
		if w.filters.popup.Visible() || w.session.selection.Empty() {
			t.Errorf("with the keyboard on %T the panel is open: %v, and nothing is selected: %v", focus, w.filters.popup.Visible(), w.session.selection.Empty())
		}
	}
}

// TestEscapeClosesTheFoldersBeforeTheQuestion that they are looked through for.
func TestEscapeClosesTheFoldersBeforeTheQuestion(t *testing.T) {
	w := openSample(t)
	w.openDocument()
	question := w.asked
	w.browseFolder(widgets.NewTextEntry(""))
	escape := func() { w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	escape()
	if w.browsing != nil || w.asked != question || question == nil {
		t.Fatal("the folders are open still, or the question is gone")
	}
	escape()
	if w.asked != nil || w.window.Canvas().Overlays().Top() != nil {
		t.Error("the question is open still")
	}
}
