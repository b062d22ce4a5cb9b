package gui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/store"
)

// withImport lets the window read CSV files.
func withImport(w *Window) *Window {
	w.files.Import = func(ctx context.Context, path string, book *deal.Book) (deal.Edit, error) {
		text, err := os.ReadFile(path)
		if err != nil {
			return deal.Edit{}, err
		}
		return exchange.ReadCSVContext(ctx, strings.NewReader(string(text)), filepath.Base(path), book)
	}
	return w
}

// tapButton taps the button of the label in the form or dialog.
func tapButton(t *testing.T, object fyne.CanvasObject, label string) {
	t.Helper()
	if button := findButton(object, label); button != nil {
		button.OnTapped()
		return
	}
	t.Fatalf("there is no button %q", label)
}

func findButton(object fyne.CanvasObject, label string) *widgets.FormButton {
	var children []fyne.CanvasObject
	switch shown := object.(type) {
	case *widgets.FormButton:
		if shown.Text == label {
			return shown
		}
	case *fyne.Container:
		children = shown.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(shown).Objects()
	}
	for _, child := range children {
		if found := findButton(child, label); found != nil {
			return found
		}
	}
	return nil
}

// dropped drops files of the texts on the window and returns what is asked then, or nil.
func dropped(t *testing.T, w *Window, files ...string) fyne.CanvasObject {
	t.Helper()
	var uris []fyne.URI
	for _, text := range files {
		path := filepath.Join(t.TempDir(), "more.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		uris = append(uris, storage.NewFileURI(path))
	}
	w.drop(uris)
	return w.window.Canvas().Overlays().Top()
}

func TestImportTellsOfDealsThatAreThere(t *testing.T) {
	const head = "title,payer,payee,kind,amount,announced\n"
	const pact, treaty = "Pact,Aurora,Borealis,equity,5bn,2025\n", "Treaty,Borealis,Aurora,cloud,7bn,2025\n"
	w := withImport(openWindow(t, deal.Edit{}))
	if asked := dropped(t, w, head+pact); asked != nil {
		t.Fatalf("something is asked about a new deal: %q", texts(asked))
	}
	shows(t, w.window.Content(), "Imported 1 deal and 2 companies")

	asked := dropped(t, w, head+pact+treaty)
	shows(t, asked, "1 of 2 deals look like ones that the document has already", "“Pact”")
	if got := len(w.session.book.Deals); got != 1 {
		t.Errorf("%d deals while it is asked", got)
	}
	tapButton(t, asked, "Import nothing")
	if got := len(w.session.book.Deals); got != 1 {
		t.Errorf("%d deals after nothing was wanted", got)
	}
	tapButton(t, dropped(t, w, head+pact+treaty), "Only what is new")
	if deals := w.session.book.Deals; len(deals) != 2 || deals[1].Title != "Treaty" {
		t.Errorf("only what is new: %+v", deals)
	}
	asked = dropped(t, w, head+pact+treaty)
	if findButton(asked, "Only what is new") != nil {
		t.Error("only what is new is offered where nothing is")
	}
	tapButton(t, asked, "Import all of it")
	if got := len(w.session.book.Deals); got != 4 {
		t.Errorf("%d deals after all of it was wanted", got)
	}
}

func TestALongListOfProblemsStaysInTheWindow(t *testing.T) {
	w := withImport(openWindow(t, deal.Edit{}))
	asked := dropped(t, w, "payer,payee,kind,amount\n"+strings.Repeat("A,,loan,much\n", 100))
	shows(t, asked, "more.csv, line 2, kind", "and 280 more")
	if height := findButton(asked, "Close").Position().Y; asked.MinSize().Height > 800 || height > 800 {
		t.Errorf("the message is %v high", asked.MinSize().Height)
	}
}

func TestImportTellsOfRowsThatStandTwice(t *testing.T) {
	w := withImport(openWindow(t, deal.Edit{}))
	asked := dropped(t, w, "payer,payee,amount\nA,B,5bn\nA,B,5bn\n", "payer,payee,amount\nC,D,1bn\n", "payer,payee,amount\nD,C,much\n")
	shows(t, asked, "1 row says in every cell what another row says", "line 3 (as 2)")
	tapButton(t, asked, "Import all of it")
	if got := len(w.session.book.Deals); got != 3 {
		t.Errorf("%d deals, want those of the first file and of the second", got)
	}
	shows(t, w.window.Canvas().Overlays().Top(), `line 2, amount: "much" is not an amount`)
}

// TestAClosedWindowStopsItsImport closes it while a file is read.
func TestAClosedWindowStopsItsImport(t *testing.T) {
	w := withImport(openWindow(t, deal.Edit{}))
	read := w.files.Import
	w.files.Import = func(ctx context.Context, path string, book *deal.Book) (deal.Edit, error) {
		w.close()
		return read(ctx, path, book)
	}
	path := w.session.document.Path()
	if asked := dropped(t, w, "payer,payee,amount\nA,B,5bn\n"); asked != nil {
		t.Errorf("something is asked: %q", texts(asked))
	}
	document, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = document.Close() }()
	if book, err := document.Book(); err != nil || len(book.Deals) != 0 {
		t.Errorf("%d deals are there, %v", len(book.Deals), err)
	}
	if w.lasting.cancel != nil {
		t.Error("the window still waits")
	}
}
