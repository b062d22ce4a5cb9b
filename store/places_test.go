package store

import (
	"errors"
	"reflect"
	"testing"

	"roundtrip/internal/deal"
)

// placement puts two companies somewhere.
func placement(x float64) deal.Placement {
	return deal.Placement{
		At:    map[deal.CompanyID]deal.Place{1: {X: x, Y: -2.5}, 2: {X: 1.0 / 3, Y: 0}},
		Pairs: map[deal.Pair]bool{{Payer: 1, Payee: 2}: true, {Payer: 2, Payee: 1}: true},
	}
}

// TestPlacesAreKeptQuietly keeps the places of two layouts: the Book has them, now, after an edit, after undo and when it
// is opened again, while history, revision and the watch over other programs know nothing of it.
func TestPlacesAreKeptQuietly(t *testing.T) {
	document := newTestDocument(t)
	before := apply(t, document, amazonEdit()).Book
	steps := history(t, document)
	for _, layout := range []deal.Layout{deal.LayoutStress, deal.LayoutCircle, deal.LayoutStress} {
		if err := document.KeepPlaces(layout, placement(7)); err != nil {
			t.Fatal(err)
		}
	}
	if err := document.KeepPlaces(deal.LayoutStress, placement(9)); err != nil {
		t.Fatal(err)
	}
	if changed, err := document.Changed(); changed || err != nil {
		t.Errorf("another program seems to have written: %v", err)
	}
	if history(t, document) != steps {
		t.Error("the history has changed")
	}
	want := map[deal.Layout]deal.Placement{deal.LayoutStress: placement(9), deal.LayoutCircle: placement(7)}
	title := "Another title"
	renewed := apply(t, document, deal.Edit{Label: "Change title", Seen: before, Title: &title}).Book
	_, undone, err := document.Undo()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(document.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	loaded, err := again.Book()
	if err != nil {
		t.Fatal(err)
	}
	for name, book := range map[string]*deal.Book{"edited": renewed, "undone": undone, "opened again": loaded} {
		if !reflect.DeepEqual(book.Placed, want) {
			t.Errorf("%s: %v", name, book.Placed)
		}
	}
	if before.Placed != nil {
		t.Error("a Book that was handed out has changed")
	}
	if loaded.Revision != before.Revision+2 {
		t.Errorf("revision %d after an edit and an undo of %d", loaded.Revision, before.Revision)
	}
	if findings, err := Check(document.Path()); err != nil || findings != nil {
		t.Errorf("check: %q, %v", findings, err)
	}
}

func TestPlacesAreForgotten(t *testing.T) {
	document := newTestDocument(t)
	apply(t, document, amazonEdit())
	for _, p := range []deal.Placement{placement(7), {}} {
		if err := document.KeepPlaces(deal.LayoutLayers, p); err != nil {
			t.Fatal(err)
		}
	}
	if book, err := document.Book(); err != nil || book.Placed != nil {
		t.Errorf("%v, %v", book.Placed, err)
	}
}

// TestPlacesLetOtherWritersBeSeen keeps places after another program has written: that it has is still reported.
func TestPlacesLetOtherWritersBeSeen(t *testing.T) {
	document := newTestDocument(t)
	apply(t, document, amazonEdit())
	other, err := Open(document.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	title := "Theirs"
	apply(t, other, deal.Edit{Label: "Change title", Title: &title})
	if err := document.KeepPlaces(deal.LayoutStress, placement(7)); err != nil {
		t.Fatal(err)
	}
	if changed, err := document.Changed(); !changed || err != nil {
		t.Errorf("the other program's edit is not noticed any more: %v", err)
	}
}

func TestPlacesOfAReadOnlyDocument(t *testing.T) {
	document := newTestDocument(t)
	apply(t, document, amazonEdit())
	reader, err := OpenReadOnly(document.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if err := reader.KeepPlaces(deal.LayoutStress, placement(7)); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
}

// TestDocumentOfVersion1HasNoPlaces and takes some.
func TestDocumentOfVersion1HasNoPlaces(t *testing.T) {
	document, err := Open(copyOf(t, version1))
	if err != nil {
		t.Fatal(err)
	}
	defer document.Close()
	if book, err := document.Book(); err != nil || book.Placed != nil {
		t.Errorf("%v, %v", book.Placed, err)
	}
	if err := document.KeepPlaces(deal.LayoutStress, placement(7)); err != nil {
		t.Fatal(err)
	}
	if book, err := document.Book(); err != nil || !reflect.DeepEqual(book.Placed[deal.LayoutStress], placement(7)) {
		t.Errorf("%v, %v", book.Placed, err)
	}
}
