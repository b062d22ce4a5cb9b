package gui

import (
	"fmt"
	"maps"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/store"
)

// openAgain shows the document of a window that was closed in another one, as a later start of the program does.
func openAgain(t *testing.T, w *Window) *Window {
	t.Helper()
	again := New(test.NewTempApp(t), Files{}, About{})
	if !again.open(w.session.document.Path(), func(path string) (Document, error) { return store.Open(path) }) {
		t.Fatal("the document was not opened")
	}
	t.Cleanup(func() { _ = again.session.document.Close() })
	return again
}

// addDeal adds a deal between two companies of the document.
func addDeal(t *testing.T, w *Window, payer, payee deal.CompanyID) {
	t.Helper()
	_, err := w.session.apply(deal.Edit{Label: "Add deal", Deals: []deal.Deal{{
		Title: "Another deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
			ID: -1, Payer: payer, Payee: payee, Kind: deal.KindEquity, Basis: deal.BasisCash, Currency: deal.USD,
			Figure: deal.Exactly(1_000_000_000_00),
		}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
}

// TestPlacesOutliveTheWindow lays a document out, adds a deal, and opens it again: the companies stand where they stood,
// on the canvas and in the command line's picture, and the history has the deal and nothing else.
func TestPlacesOutliveTheWindow(t *testing.T) {
	for _, mode := range deal.Layouts {
		t.Run("layout "+string(mode), func(t *testing.T) {
			w := openWindow(t, largeBook(40, 70))
			w.layOutBy(mode)
			first := placesOf(w)
			addDeal(t, w, w.session.book.Companies[30].ID, w.session.book.Companies[33].ID)
			before := placesOf(w)
			if mode == deal.LayoutStress && stayed(first, before) < len(first)*3/4 {
				t.Errorf("only %d of %d companies stayed when a deal was added", stayed(first, before), len(first))
			}
			w.quit()
			again := openAgain(t, w)
			if got := placesOf(again); len(before) < 35 || !maps.Equal(got, before) {
				t.Errorf("%d of %d companies stand where they stood", stayed(got, before), len(before))
			}
			if undo, _, err := again.session.document.History(); undo != "Add deal" || err != nil {
				t.Errorf("undo would take back %q, %v", undo, err)
			}
			again.lookForChanges()
			if said := again.status.message.Content(); said != again.session.document.Path() {
				t.Errorf("it says %q", said)
			}
			sameAsCommand(t, again)
		})
	}
}

func stayed(a, b map[deal.CompanyID]layout.Point) int {
	count := 0
	for id, at := range a {
		if b[id] == at {
			count++
		}
	}
	return count
}

// sameAsCommand compares the window's picture with the command line's.
func sameAsCommand(t *testing.T, w *Window) {
	t.Helper()
	choice := w.wholePicture()
	page, err := w.picturePage(choice)
	if err != nil {
		t.Fatal(err)
	}
	width, height := page.Size()
	out := filepath.Join(t.TempDir(), "window.svg")
	w.writePicture(out, choice)
	if got, want := fileOf(t, out), commandPicture(t, w, "--size", fmt.Sprintf("%dx%d", width, height)); string(got) != string(want) {
		t.Errorf("the window's picture is another one than the command line's:\n%s", firstDifference(got, want))
	}
}

// TestADealAddedElsewhereMovesLittle adds a deal while no window has the document: the window that opens it then and the
// command line find the same places, near those that were remembered.
func TestADealAddedElsewhereMovesLittle(t *testing.T) {
	w := openWindow(t, largeBook(40, 70))
	before := placesOf(w)
	w.quit()
	document, err := store.Open(w.session.document.Path())
	if err != nil {
		t.Fatal(err)
	}
	_, err = document.Apply(deal.Edit{
		Label: "Import", Companies: []deal.Company{{ID: -1, Name: "Newcomer", Role: deal.RoleOther}},
		Deals: []deal.Deal{{
			Title: "Another deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
				ID: -1, Payer: w.session.book.Companies[3].ID, Payee: -1, Kind: deal.KindEquity, Basis: deal.BasisCash,
				Currency: deal.USD, Figure: deal.Exactly(1_000_000_000_00),
			}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := document.Close(); err != nil {
		t.Fatal(err)
	}
	fromCommand := commandPicture(t, w)
	again := openAgain(t, w)
	after := placesOf(again)
	if len(after) != len(before)+1 || stayed(before, after) < len(before)*3/4 {
		t.Errorf("%d companies, %d of %d stayed", len(after), stayed(before, after), len(before))
	}
	sameAsCommand(t, again)
	if got := commandPicture(t, again); string(got) != string(fromCommand) {
		t.Error("the command line draws another picture once the window has shown the document")
	}
}

// TestLayingOutAnewForgetsThePlaces puts companies askew in the document and lays them out anew: what a fresh document
// looks like is what is remembered.
func TestLayingOutAnewForgetsThePlaces(t *testing.T) {
	w := openWindow(t, largeBook(40, 70))
	fresh := placesOf(w)
	askew := w.canvas.Places()
	kept := deal.Placement{At: map[deal.CompanyID]deal.Place{}}
	for id, at := range askew {
		kept.At[id] = deal.Place{X: 3 * at.Y, Y: 2 * at.X}
	}
	if err := w.session.document.KeepPlaces(deal.LayoutStress, kept); err != nil {
		t.Fatal(err)
	}
	w.quit()
	w = openAgain(t, w)
	if stayed(fresh, placesOf(w)) > len(fresh)/2 {
		t.Fatal("the places of the document are not those on the canvas")
	}
	w.layOutAnew()
	w.quit()
	w = openAgain(t, w)
	if got := placesOf(w); !maps.Equal(got, fresh) {
		t.Errorf("%d of %d companies stand where a new document has them", stayed(fresh, got), len(fresh))
	}
}

// TestAReadOnlyDocumentIsNotWritten and still shows the places that it remembers.
func TestAReadOnlyDocumentIsNotWritten(t *testing.T) {
	w := openSample(t)
	before := placesOf(w)
	w.quit()
	reading := New(test.NewTempApp(t), Files{}, About{})
	if !reading.open(w.session.document.Path(), func(path string) (Document, error) { return store.OpenReadOnly(path) }) {
		t.Fatal("the document was not opened")
	}
	if !maps.Equal(placesOf(reading), before) {
		t.Error("the companies stand elsewhere")
	}
	reading.layOutAnew()
	if book, err := reading.session.document.Book(); err != nil || len(book.Placed[deal.LayoutStress].At) == 0 {
		t.Errorf("%v, %v", book.Placed, err)
	}
	reading.quit()
}

// TestACopyRemembersThePlaces goes on in a copy of a document that can only be read and remembers no places: the copy has
// those that were on the canvas, and later those that its own edits lead to.
func TestACopyRemembersThePlaces(t *testing.T) {
	w := openSample(t)
	if err := w.session.document.KeepPlaces(deal.LayoutStress, deal.Placement{}); err != nil {
		t.Fatal(err)
	}
	path := w.session.document.Path()
	w.files.Open = func(path string) (Document, error) { return store.Open(path) }
	if !w.open(path, func(path string) (Document, error) { return store.OpenReadOnly(path) }) {
		t.Fatal("it was not opened")
	}
	run(t, w, "Save a copy…")
	saveCopyAs(t, w, filepath.Join(t.TempDir(), "mine.roundtrip"))
	t.Cleanup(func() { _ = w.session.document.Close() })
	remembers := func(after string) {
		t.Helper()
		book, err := w.session.document.Book()
		layout, found := w.canvas.Found()
		if err != nil || len(found.At) == 0 || !maps.Equal(book.Placed[layout].At, found.At) {
			t.Errorf("after %s the copy remembers %v, %v", after, book.Placed, err)
		}
	}
	remembers("it was made")
	addDeal(t, w, w.session.book.Companies[3].ID, w.session.book.Companies[6].ID)
	w.layOutAnew()
	remembers("an edit")
	before := placesOf(w)
	w.quit()
	if got := placesOf(openAgain(t, w)); !maps.Equal(got, before) {
		t.Errorf("%d of %d companies stand where they stood", stayed(before, got), len(before))
	}
}

// TestPlacesOfAnotherProgramAreNotAnnounced: two windows have one file open, and the one lays it out in another way than
// the other remembers. Only an edit is told.
func TestPlacesOfAnotherProgramAreNotAnnounced(t *testing.T) {
	w := openSample(t)
	other, err := store.Open(w.session.document.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	w.lookForChanges()
	quiet := w.status.message.Content()
	stand := placesOf(w)
	kept := deal.Placement{At: map[deal.CompanyID]deal.Place{w.session.book.Companies[0].ID: {X: 700, Y: 30}}}
	if err := other.KeepPlaces(deal.LayoutStress, kept); err != nil {
		t.Fatal(err)
	}
	w.lookForChanges()
	if said := w.status.message.Content(); said != quiet || !maps.Equal(placesOf(w), stand) {
		t.Errorf("it says %q, and %d of %d companies stayed", said, stayed(stand, placesOf(w)), len(stand))
	}
	title := "Circles"
	if _, err := other.Apply(deal.Edit{Label: "Change title", Title: &title}); err != nil {
		t.Fatal(err)
	}
	w.lookForChanges()
	if said := w.status.message.Content(); !strings.HasPrefix(said, "Another program has changed") || w.session.book.Title != title {
		t.Errorf("it says %q", said)
	}
}

// TestTheLastDocumentIsRememberedAbsolutely opens a document by a path from the folder that the program was started in.
func TestTheLastDocumentIsRememberedAbsolutely(t *testing.T) {
	w := openSample(t)
	path := w.session.document.Path()
	t.Chdir(filepath.Dir(path))
	if !w.open(filepath.Base(path), func(path string) (Document, error) { return store.Open(path) }) {
		t.Fatal("the document was not opened")
	}
	t.Cleanup(func() { _ = w.session.document.Close() })
	t.Chdir(t.TempDir())
	again := New(w.app, Files{Open: func(path string) (Document, error) { return store.Open(path) }}, About{})
	again.OpenAtStart("", "nowhere")
	if again.session.document == nil || filepath.Base(again.session.document.Path()) != filepath.Base(path) {
		t.Fatal("the last document is not found from another folder")
	}
	t.Cleanup(func() { _ = again.session.document.Close() })
}
