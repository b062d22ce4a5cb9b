package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
)

// TestUndoOfWhatWasDoneBeforeSaysSo: an edit from before the document was opened is taken back in words that stand out, with
// what brings it back; an edit of this session in those of every message.
func TestUndoOfWhatWasDoneBeforeSaysSo(t *testing.T) {
	w := openSample(t)
	label, _ := w.session.nextSteps()
	w.undo()
	said := w.status.message
	if said.Content() != "Undone, from before it was opened: "+label+" (Ctrl+Y brings it back)" || said.Colour != theme.ColorNameForeground {
		t.Errorf("it says %q in %s", said.Content(), said.Colour)
	}
	w.redo()
	if !strings.HasPrefix(said.Content(), "Redone: "+label) || len(w.session.book.Companies) != 10 {
		t.Errorf("it says %q of %d companies", said.Content(), len(w.session.book.Companies))
	}
	w.session.selectCompanies(ids(t, w, "Amazon"))
	run(t, w, "Move up")
	w.undo()
	if !strings.HasPrefix(said.Content(), "Undone: ") || said.Colour != widgets.ColourMuted {
		t.Errorf("it says %q in %s", said.Content(), said.Colour)
	}
}
