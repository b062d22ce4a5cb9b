package gui

import (
	"time"

	"fyne.io/fyne/v2"
)

// watchEvery is how often the window asks whether another program has written to the document.
const watchEvery = 2 * time.Second

// watch looks after changes that another program makes to the document, until the returned function is called.
func (w *Window) watch() (stop func()) {
	stopped := make(chan struct{})
	go func() {
		ticker := time.NewTicker(watchEvery)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				fyne.Do(w.lookForChanges)
			case <-stopped:
				return
			}
		}
	}()
	return func() { close(stopped) }
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
	w.status.say("Another program has changed the document: this is what it holds now")
}
