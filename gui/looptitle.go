package gui

import (
	"strings"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

// shorterTitle returns what writes the sentence of a loop into the bar above the canvas where it has no room for all of
// it: first what the inspector has too gives way, the money last, then the names of the companies become
// shorter, and where they are still too many they are only counted.
func (w *Window) shorterTitle(path []deal.CompanyID) func(fits func(string) bool) string {
	book, _, _ := w.session.shown()
	shorter := w.loopSentence(path)
	if end := strings.LastIndex(shorter, ", how much is "); end > 0 {
		shorter = shorter[:end]
	}
	shortest := strings.TrimPrefix(strings.TrimSuffix(shorter, " can go round"), "Loop ")
	companies, money := shortest, ""
	if end := strings.LastIndex(shortest, ", "); end > 0 {
		companies, money = shortest[:end], shortest[end:]
	}
	names := shorterNames(book)(companies)
	return func(fits func(string) bool) string {
		if title := widgets.FirstThatFits(shorter, shortest, companies)(fits); fits(title) {
			return title
		}
		if title := names(fits); fits(title) || money == "" {
			return title
		}
		number, _, _ := strings.Cut(companies, ": ")
		return number + ": " + counted(len(path), "company") + money
	}
}
