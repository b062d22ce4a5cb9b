package gui

import (
	"strings"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// shorterTitle returns what writes the sentence of a loop into the bar above the canvas where it has no room for all of
// it: first what the inspector has too gives way, the money last, and then the names of the companies become shorter.
func (w *Window) shorterTitle(path []deal.CompanyID) func(fits func(string) bool) string {
	book, _, _ := w.session.shown()
	shorter := strings.TrimSuffix(w.loopSentence(path), ", how much is undisclosed")
	shortest := strings.TrimPrefix(strings.TrimSuffix(shorter, " can go round"), "Loop ")
	companies := shortest
	if end := strings.LastIndex(shortest, ", "); end > 0 {
		companies = shortest[:end]
	}
	names := shorterNames(book)(companies)
	return func(fits func(string) bool) string {
		if title := widgets.FirstThatFits(shorter, shortest, companies)(fits); fits(title) {
			return title
		}
		return names(fits)
	}
}
