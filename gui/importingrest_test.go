package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// wrongRows is a table of which 2 rows of 4 are wrong.
const wrongRows = "title,payer,payee,amount\nOne,A,B,5bn\nTwo,B,A,much\nThree,B,A,7bn\nFour,,A,7bn\n"

// TestTheRightRowsOfAFileAreImported lists what is wrong, and takes the rest when that is wanted, as one step of undo.
func TestTheRightRowsOfAFileAreImported(t *testing.T) {
	w := withImport(openWindow(t, deal.Edit{}))
	asked := dropped(t, w, wrongRows, "payer,payee,amount\nC,D,1bn\n")
	shows(t, asked, "2 of 4 rows cannot be imported as they are:", `line 3: amount: "much" is not an amount`, "line 5: payer: ")
	tapButton(t, asked, "Copy the list")
	if got := w.app.Clipboard().Content(); !strings.HasPrefix(got, "line 3: amount:") || strings.Count(got, "\n") != 1 {
		t.Errorf("copied is %q", got)
	}
	asked = w.window.Canvas().Overlays().Top()
	tapButton(t, asked, "Import nothing")
	if got := len(w.session.book.Deals); got != 0 {
		t.Errorf("%d deals though nothing was wanted", got)
	}
	tapButton(t, dropped(t, w, wrongRows), "Import 2, leave 2 out")
	shows(t, w.window.Content(), "Imported 2 deals and 2 companies, 2 rows left out (Ctrl+Z takes it back)")
	if got := len(w.session.book.Deals); got != 2 {
		t.Errorf("%d deals", got)
	}
	run(t, w, "Undo")
	if got := len(w.session.book.Deals); got != 0 {
		t.Errorf("%d deals after undo", got)
	}
}

// TestRowsLeftOutAreSaved saves them beside the import, not in the place of the file, and says what is in doubt as ever.
func TestRowsLeftOutAreSaved(t *testing.T) {
	w := withImport(openWindow(t, deal.Edit{}))
	path := filepath.Join(t.TempDir(), "rest.csv")
	tapButton(t, dropped(t, w, wrongRows+"Five,A,B,5\n"), "The same, and save those…")
	asked := w.window.Canvas().Overlays().Top()
	entry, ok := w.window.Canvas().Focused().(*widgets.TextEntry)
	if !ok || !strings.HasSuffix(entry.Text, "more left out.csv") {
		t.Fatalf("no file is asked for: %q", texts(asked))
	}
	entry.SetText(strings.TrimSuffix(path, ".csv"))
	tapButton(t, asked, "Save and import")
	shows(t, asked, "The name of the file has to end in .csv.")
	entry.SetText(path)
	tapButton(t, asked, "Save and import")
	asked = w.window.Canvas().Overlays().Top()
	shows(t, asked, "5 is taken as $5.00")
	tapButton(t, asked, "Import all of it")
	if got := len(w.session.book.Deals); got != 3 {
		t.Errorf("%d deals", got)
	}
	written, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(written), "title,payer,payee,amount,left_out\nTwo,B,A,much,") || strings.Count(string(written), "\n") != 3 {
		t.Errorf("saved is %q, %v", written, err)
	}
}
