package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTypingAfterTabTakesThePlaceOfTheEntry(t *testing.T) {
	test.NewTempApp(t)
	tab := &fyne.KeyEvent{Name: fyne.KeyTab}
	entry := NewTextEntry("")
	entry.SetText("$500bn")
	entry.FocusGained()
	entry.KeyUp(tab)
	entry.TypedRune('0')
	if entry.Text != "0" {
		t.Errorf("after Tab, 0 makes it %q", entry.Text)
	}
	entry.KeyUp(tab) // the Tab comes up late
	entry.TypedRune('1')
	if entry.Text != "01" {
		t.Errorf("typed before Tab comes up, it is %q", entry.Text)
	}
	notes := NewNotesEntry("")
	notes.SetText("a note")
	notes.FocusGained()
	notes.KeyUp(tab)
	notes.TypedRune('x')
	if len(notes.Text) != len("a notex") {
		t.Errorf("a note of several lines is now %q", notes.Text)
	}
}
