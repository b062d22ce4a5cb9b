package widgets

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestSharedNoteNamesEveryWrongEntry(t *testing.T) {
	test.NewTempApp(t)
	first, second, third := NewField("Spent back", NewTextEntry("")), NewField("Over", NewTextEntry("")), NewField("Margin", NewTextEntry(""))
	note := ShareNote(first, second, third)
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
