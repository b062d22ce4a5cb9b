package gui

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
)

// errReadOnly is the answer to an edit of a document that cannot be written where it is.
var errReadOnly = errors.New("this document can only be read: save a copy of it, and change that")

// copyHelps reports whether an edit failed because the document cannot be written where it is.
func copyHelps(err error) bool {
	var failure interface{ Elsewhere() bool }
	return errors.Is(err, errReadOnly) || errors.As(err, &failure) && failure.Elsewhere()
}

// newReadOnlyBar returns the line below the toolbar that says, as long as it is so, that the document can only be read.
func newReadOnlyBar(w *Window) fyne.CanvasObject {
	words := widgets.NewText("Read-only: you may look, filter and try everything, but this file cannot be changed. Save a copy to keep changes.")
	words.Style.Bold = true
	words.Colour = theme.ColorNameWarning
	save := widgets.NewChip("Save a copy…", w.saveCopy)
	box := container.NewStack(widgets.NewGround(widgets.ColourRaised),
		widgets.Inset(container.NewBorder(nil, nil, nil, save, words), 4, 10))
	box.Hide()
	w.session.onBook = append(w.session.onBook, func() {
		document := w.session.document
		if hidden := document == nil || !document.ReadOnly(); hidden != box.Hidden {
			box.Hidden = hidden
			w.window.Content().Refresh()
		}
	})
	return box
}

// saveCopy writes the document to another file. One that can only be read, or whose own file is gone, gives way to its copy.
func (w *Window) saveCopy() {
	if w.session.document != nil && (w.session.document.ReadOnly() || w.lost) {
		w.goOnInCopy(func() {})
		return
	}
	w.copyTo(func(path string) { w.status.say("A copy is in " + path) })
}

// goOnInCopy lets a copy take the place of a document that can only be read, with everything that is selected, filtered
// and tried, and then does what was wanted.
func (w *Window) goOnInCopy(then func()) {
	w.copyTo(func(path string) {
		if w.goOnIn(path) {
			then()
		}
	})
}

func (w *Window) copyTo(then func(path string)) {
	document := w.session.document
	if document == nil {
		w.tell("There is nothing to copy", errNoDocument)
		return
	}
	w.askPath("Save a copy of the document", "Save the copy", freePath(document.Path()), w.browseFolder, func(path string) {
		path = withExtension(path)
		if err := document.Backup(path); err != nil {
			w.tell("The copy was not saved", err)
			return
		}
		then(path)
	})
}

// freePath suggests where a copy could be: in the home folder, beside nothing of the same name.
func freePath(original string) string {
	folder, err := os.UserHomeDir()
	if err != nil {
		folder = filepath.Dir(original)
	}
	name := filepath.Base(original)
	path := filepath.Join(folder, name)
	if _, err := os.Lstat(path); err == nil {
		path = filepath.Join(folder, strings.TrimSuffix(name, extension)+" copy"+extension)
	}
	return path
}

// goOnIn opens the copy in place of the document and reports whether it could. The copy remembers where the companies
// stand now.
func (w *Window) goOnIn(path string) bool {
	document, book, err := load(path, w.files.Open)
	if err != nil {
		w.tell("The copy was not opened", err)
		return false
	}
	w.turnTo(document, book)
	w.session.document = document
	w.session.setBook(book)
	w.keepPlaces()
	w.nameDocument(document)
	return true
}
