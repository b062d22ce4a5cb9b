package gui

import "roundtrip/internal/deal"

// follow shows the state of the document that an edit, undo or redo has led to. Where companies stand makes no number other:
// what is measured, and how far it can move, stays when they stand elsewhere and nothing else has changed.
func (s *session) follow(book *deal.Book) {
	known := s.workbench != nil || s.measuringNow
	if !known || !s.book.SameButPlaces(book) {
		s.setBook(book)
		return
	}
	s.book = book
	s.viewed, s.whole, s.wholeOf = s.viewed.PlacedAs(book), s.whole.PlacedAs(book), book
	tell(s.onPlaces)
}

// drawPlaces shows the companies where they stand now. While a small document is measured it waits for the measures, with
// which it is drawn anyway.
func (w *Window) drawPlaces() {
	if w.session.measuringNow {
		w.drawAtOnce()
		return
	}
	w.draw()
}

// exchangePlaces returns what has the companies stand where they stand now, in every layout: undo of an edit calls it, and
// redo again, which has them stand where they stood after the edit. It is drawn with the state of the document that it is of.
func (w *Window) exchangePlaces() (exchange func()) {
	stood := w.canvas.Standing()
	return func() { stood = w.canvas.StandAgain(stood) }
}
