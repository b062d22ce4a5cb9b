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

func TestKeysThatWriteNothingAreNoTyping(t *testing.T) {
	test.NewTempApp(t)
	entry := NewTextEntry("")
	entry.FocusGained()
	entry.TypedRune('1')
	if entry.Settled() {
		t.Error("a letter is not taken for typing")
	}
	entry.Settle()
	for _, key := range []fyne.KeyName{"LeftControl", "LeftShift", fyne.KeyLeft, fyne.KeyEnd, fyne.KeyReturn} {
		entry.TypedKey(&fyne.KeyEvent{Name: key})
		if !entry.Settled() {
			t.Errorf("%s is taken for typing: Ctrl+Z would not reach the window", key)
		}
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if entry.Settled() {
		t.Error("Backspace is not taken for typing")
	}
}

func TestFunctionKeysOfAnEntryAreTheWindows(t *testing.T) {
	test.NewTempApp(t)
	entry := NewTextEntry("")
	window := test.NewTempWindow(t, entry)
	var got fyne.KeyName
	window.Canvas().SetOnTypedKey(func(event *fyne.KeyEvent) { got = event.Name })
	for _, key := range []fyne.KeyName{fyne.KeyF11, fyne.KeyEscape} {
		if entry.TypedKey(&fyne.KeyEvent{Name: key}); got != key {
			t.Errorf("the window gets %q instead of %s", got, key)
		}
	}
}
