package gui

import (
	"maps"
	"sync"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
)

// placesKeeper has the document remember where the layouts have put the companies: beside the window, and only what the
// document does not remember already. It is no edit, so nobody is told of it.
type placesKeeper struct {
	document Document
	known    map[deal.Layout]deal.Placement // that the document remembers, or soon will

	writing sync.Mutex // held by who writes, so that what came last is written last
	mutex   sync.Mutex // of what follows
	due     map[deal.Layout]deal.Placement
}

// open begins with what the document remembers.
func (k *placesKeeper) open(document Document, book *deal.Book) {
	k.document, k.known = document, maps.Clone(book.Placed)
	if k.known == nil {
		k.known = make(map[deal.Layout]deal.Placement)
	}
}

// keep has the document remember the places of a layout.
func (k *placesKeeper) keep(layout deal.Layout, placement deal.Placement) {
	if k.document == nil || k.document.ReadOnly() {
		return
	}
	if known := k.known[layout]; maps.Equal(known.At, placement.At) && maps.Equal(known.Pairs, placement.Pairs) {
		return
	}
	k.known[layout] = placement
	k.mutex.Lock()
	if k.due == nil {
		k.due = make(map[deal.Layout]deal.Placement)
	}
	k.due[layout] = placement
	k.mutex.Unlock()
	document := k.document
	beside(func() { k.write(document) })
}

// finish writes what is not written yet. It is called before the document is closed.
func (k *placesKeeper) finish() {
	if k.document != nil {
		k.write(k.document)
	}
}

// write writes what is due. Failing, it leaves the document as it was: the companies find places again when it is
// opened, which is no reason to stop the analyst.
func (k *placesKeeper) write(document Document) {
	k.writing.Lock()
	defer k.writing.Unlock()
	k.mutex.Lock()
	due := k.due
	k.due = nil
	k.mutex.Unlock()
	for _, layout := range deal.Layouts {
		placement, ok := due[layout]
		if !ok {
			continue
		}
		if err := document.KeepPlaces(layout, placement); err != nil {
			fyne.LogError("remember where the companies stand", err)
		}
	}
}

// keepPlaces has the document remember what the canvas shows now.
func (w *Window) keepPlaces() { w.placesKept.keep(w.canvas.Found()) }
