package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/store"
)

// openReadOnly shows the sample as a document that can only be read.
func openReadOnly(t *testing.T) *Window {
	t.Helper()
	w := openSample(t)
	w.files.Open = func(path string) (Document, error) { return store.Open(path) }
	path := w.session.document.Path()
	if !w.open(path, func(path string) (Document, error) { return store.OpenReadOnly(path) }) {
		t.Fatal("it was not opened")
	}
	t.Cleanup(func() { _ = w.session.document.Close() })
	return w
}

// saveCopyAs answers the question where the copy is to be.
func saveCopyAs(t *testing.T, w *Window, path string) {
	t.Helper()
	entry, ok := w.window.Canvas().Focused().(interface {
		fyne.Focusable
		SetText(string)
	})
	if !ok {
		t.Fatal("nobody asks where the copy is to be")
	}
	entry.SetText(path)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// TestADocumentThatCanOnlyBeRead looks at it, filters, tries and goes on in a copy with all of that.
func TestADocumentThatCanOnlyBeRead(t *testing.T) {
	w := openReadOnly(t)
	shows(t, w.window.Content(), "Read-only: you may look")
	if got := w.window.Title(); got != "deals (read-only) – Roundtrip" {
		t.Errorf("the title is %q", got)
	}
	if got := stepWords(w); got != [2]string{"Undo", "Redo"} {
		t.Errorf("the menu says %q", got)
	}
	run(t, w, "Only loops")
	stake := w.session.stake
	stake.Cents *= 2
	w.session.setStake(stake)
	microsoft := ids(t, w, "Microsoft")[0]
	was := w.canvas.Places()[microsoft]
	w.moveCompanies([]graphview.Moved{{Company: microsoft, At: layout.Point{X: 500, Y: 500}}})
	if w.asked == nil || w.canvas.Places()[microsoft] != was {
		t.Error("a company was moved, or nothing is said")
	}
	shows(t, w.window.Canvas().Overlays().Top(), "This document can only be read: save a copy of it, and change that.")
	w.asked.Hide()
	copied := filepath.Join(t.TempDir(), "mine")
	run(t, w, "Save a copy…")
	saveCopyAs(t, w, copied)
	if got := w.window.Title(); got != "mine – Roundtrip" || w.session.document.ReadOnly() {
		t.Errorf("the title is %q, read only: %v", got, w.session.document.ReadOnly())
	}
	if !w.session.view.OnlyLoops || w.session.stake.Cents != stake.Cents {
		t.Error("what was filtered and tried is lost")
	}
	w.moveCompanies([]graphview.Moved{{Company: microsoft, At: layout.Point{X: 500, Y: 500}}})
	if company, _ := w.session.book.Company(microsoft); !company.Pinned {
		t.Error("in the copy nothing can be moved")
	}
	for _, text := range texts(w.window.Content()) {
		if strings.Contains(text, "Read-only") {
			t.Errorf("%q is shown of the copy", text)
		}
	}
}

// TestTypingIntoAReadOnlyDocumentIsNotLost: the form stays, and is saved in the copy.
func TestTypingIntoAReadOnlyDocumentIsNotLost(t *testing.T) {
	w := openReadOnly(t)
	w.addCompany()
	form := w.form
	name := form.First().(interface {
		fyne.Focusable
		SetText(string)
	})
	test.Type(name, "Vaporware")
	w.submitForm()
	if w.form != form {
		t.Fatal("the form is gone")
	}
	shows(t, w.window.Canvas().Overlays().Top(), "What you typed stays in the form.")
	w.asked.Hide()
	w.goOnInCopy(w.submitForm)
	saveCopyAs(t, w, filepath.Join(t.TempDir(), "mine.roundtrip"))
	if _, known := w.session.book.CompanyNamed("Vaporware"); !known || w.form != nil {
		t.Errorf("the company is in the copy: %v, and the form is open: %v", known, w.form != nil)
	}
}

// TestACopyOfADocument leaves the document open and refuses to replace a file.
func TestACopyOfADocument(t *testing.T) {
	w := openSample(t)
	path := w.session.document.Path()
	run(t, w, "Save a copy…")
	saveCopyAs(t, w, path)
	shows(t, w.window.Canvas().Overlays().Top(), "choose another name")
	w.asked.Hide()
	copied := filepath.Join(t.TempDir(), "copy.roundtrip")
	run(t, w, "Save a copy…")
	saveCopyAs(t, w, copied)
	document, err := store.OpenReadOnly(copied)
	if err != nil {
		t.Fatal(err)
	}
	defer document.Close()
	var book *deal.Book
	if book, err = document.Book(); err != nil || len(book.Deals) != len(w.session.book.Deals) {
		t.Errorf("the copy holds %d deals: %v", len(book.Deals), err)
	}
	if w.session.document.Path() != path {
		t.Errorf("%s is open", w.session.document.Path())
	}
}

// TestADocumentWhoseFileIsGone goes on in a copy, with what was typed.
func TestADocumentWhoseFileIsGone(t *testing.T) {
	w := openSample(t)
	w.files.Open = func(path string) (Document, error) { return store.Open(path) }
	if err := os.Remove(w.session.document.Path()); err != nil {
		t.Fatal(err)
	}
	w.addCompany()
	form := w.form.(*smallForm)
	typeIn(form.fields[deal.FieldName], "Newcomer")
	form.Submit()
	asked := w.window.Canvas().Overlays().Top()
	shows(t, asked, "the file was moved, removed or replaced", "What you typed stays in the form")
	tapButton(t, asked, "Save a copy…")
	path := filepath.Join(t.TempDir(), "rescued.roundtrip")
	saveCopyAs(t, w, path)
	t.Cleanup(func() { _ = w.session.document.Close() })
	if _, there := w.session.book.CompanyNamed("Newcomer"); !there || w.session.document.Path() != path || w.form != nil {
		t.Errorf("the company is there: %v, the document is %s", there, w.session.document.Path())
	}
	w.undo()
	if _, there := w.session.book.CompanyNamed("Newcomer"); there {
		t.Error("undo does not go on in the copy")
	}
}
