package widgets

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestSharedNoteNamesEveryWrongEntry(t *testing.T) {
	test.NewTempApp(t)
	first, second, third := NewField("Spent back", NewTextEntry("")), NewField("Over", NewTextEntry("")), NewField("Margin", NewTextEntry(""))
	note := ShareNote(0, first, second, third)
	third.SetHint("a hint")
	if note.Content() != "a hint" || !note.Visible() {
		t.Errorf("the hint: %q", note.Content())
	}
	first.SetProblem("it is no share")
	third.SetProblem("it is no margin")
	if got := note.Content(); got != "Spent back: it is no share\nMargin: it is no margin" {
		t.Errorf("of two wrong entries the note says %q", got)
	}
	first.SetProblem("")
	third.SetProblem("")
	third.SetHint("")
	if note.Visible() {
		t.Errorf("with nothing wrong the note says %q", note.Content())
	}
}

// TestASharedNoteKeepsItsRoom shows texts of one line and none in the room of two.
func TestASharedNoteKeepsItsRoom(t *testing.T) {
	test.NewTempApp(t)
	field := NewField("Amount", NewTextEntry(""))
	note := ShareNote(2, field)
	room := note.MinSize().Height
	note.SetRest("all is well", ColourLoop)
	if note.Content() != "all is well" || note.Colour != ColourLoop {
		t.Errorf("with nothing to say of the field it says %q in %s", note.Content(), note.Colour)
	}
	field.SetProblem("it is no amount")
	if note.Content() != "Amount: it is no amount" || note.MinSize().Height != room || !note.Visible() {
		t.Errorf("it says %q and is %v high, not %v", note.Content(), note.MinSize().Height, room)
	}
	field.SetProblem("")
	note.SetRest("", "")
	if !note.Visible() || note.MinSize().Height != room {
		t.Errorf("empty it is %v high, not %v", note.MinSize().Height, room)
	}
}
