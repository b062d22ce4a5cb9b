package gui

import (
	"fyne.io/fyne/v2"

	"roundtrip/internal/watch"
)

// watching looks after the file of the document that is open while the window is on the screen.
type watching struct {
	on    bool
	onto  func(func()) // brings what is to be done onto the window's goroutine
	ended func()       // ends watching the path; nil: nothing is watched
}

// watch looks after changes that another program makes to the document that is open, until the returned function is
// called.
func (w *Window) watch(onto func(func())) (stop func()) {
	w.watching = watching{on: true, onto: onto}
	if w.session.document != nil {
		w.watchFile(w.session.document.Path())
	}
	return func() {
		w.watchFile("")
		w.watching.on = false
	}
}

// watchFile looks after the file of a path in place of the one before; "": after none. Where the system tells nothing of
// the file, coming to the window is when it is looked at.
func (w *Window) watchFile(path string) {
	watched := &w.watching
	if watched.ended != nil {
		watched.ended()
	}
	watched.ended = nil
	if !watched.on || path == "" {
		return
	}
	ended, err := watch.File(path, func() { watched.onto(w.lookForChanges) })
	if err != nil {
		fyne.LogError("changes by other programs are seen only when the window is turned to", err)
		return
	}
	watched.ended = ended
}

// lookForChanges shows what another program has written to the document.
func (w *Window) lookForChanges() {
	if w.session.document == nil {
		return
	}
	changed, err := w.session.document.Changed()
	if err != nil && !w.lost {
		w.lost = true
		w.tell("The document is not where it was", err)
	}
	w.lost = err != nil
	if !changed {
		return
	}
	book, err := w.session.document.Book()
	if err != nil {
		w.tell("The document was changed by another program and could not be read again", err)
		return
	}
	if book.SameEntries(w.session.book) {
		return // the other has only remembered where its layouts have put the companies, which is no change to tell of
	}
	w.session.setBook(book)
	w.status.say("Another program has changed the document")
}
