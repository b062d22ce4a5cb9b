package gui

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
)

// stops counts what takes the keyboard, one after the other, in what is open.
func stops(w *Window) int {
	seen := map[fyne.Focusable]bool{}
	for {
		w.window.Canvas().FocusNext()
		at := w.window.Canvas().Focused()
		if at == nil || seen[at] {
			return len(seen)
		}
		seen[at] = true
	}
}

// TestEscapeLeavesFromWhereverTheKeyboardIs opens each dialog and form once for everything in it that takes the
// keyboard, and leaves it from there.
func TestEscapeLeavesFromWhereverTheKeyboardIs(t *testing.T) {
	w := openSample(t)
	for _, try := range []struct {
		name  string
		open  func()
		least int
	}{
		{"a question", func() { w.ask("Sure?", "Really.", "Yes", "No", func() { t.Error("Escape agreed") }) }, 2},
		{"a message", func() { w.tell("Nothing was done", errors.New("it is so")) }, 1},
		{"a path", w.openDocument, 4},
		{"help", w.showKeys, 1},
		{"about", w.showAbout, 1},
		{"a picture", w.exportPicture, 12},
		{"a deal", w.addDeal, 20},
		{"a company", w.addCompany, 9},
	} {
		try.open()
		count := stops(w)
		w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if count < try.least {
			t.Errorf("%s: %d places take the keyboard, want %d", try.name, count, try.least)
		}
		for stop := range count {
			try.open()
			for range stop {
				w.window.Canvas().FocusNext()
			}
			focused := w.window.Canvas().Focused()
			if focused == nil {
				w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			} else {
				focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			}
			if w.asked != nil || w.form != nil || w.window.Canvas().Overlays().Top() != nil {
				t.Fatalf("%s: Escape does not leave it from %T, %d of %d", try.name, focused, stop, count)
			}
		}
	}
}

func TestReturnPressesTheButtonThatHasTheKeyboard(t *testing.T) {
	w := openSample(t)
	said := ""
	w.offer("Which?", "One of them.", "Neither", reply{"First", func() { said += "first" }}, reply{"Second", func() { said += "second" }})
	w.window.Canvas().FocusNext()
	w.window.Canvas().FocusNext()
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if said != "second" || w.window.Canvas().Overlays().Top() != nil {
		t.Errorf("Return pressed %q", said)
	}
}
