package gui

import (
	"strings"

	"roundtrip/internal/deal"
)

// findRows keeps the rows that hold the words, in every table.
func (w *Window) findRows(words string) {
	w.deals.setFind(words)
	w.companies.setFind(words)
	w.loops.setFind(words)
	w.sources.setFind(words)
	w.scenarios.setFind(words)
}

// goToFound selects the company whose name fits what is looked for best, and brings it into sight. Return does so whichever
// table is in front; where no company fits, the status bar says so.
func (w *Window) goToFound() bool {
	words := w.toolbar.find.Text
	if deal.NameKey(words) == "" {
		return false
	}
	company, ok := bestNamed(w.session.book, words)
	if !ok {
		w.status.say("No company is called like “" + deal.Clipped(deal.OneLine(words)) + "”")
		return true
	}
	w.session.selectCompany(company)
	w.canvas.Reveal()
	return true
}

// bestNamed returns the company whose name or ticker fits the words best: the same, then one that begins with them, then one
// of which a word does, then one that holds them; among equals the shortest name, then the first.
func bestNamed(book *deal.Book, words string) (best deal.CompanyID, ok bool) {
	key, least, shortest := deal.NameKey(words), fitsNot, 0
	for i := range book.Companies {
		company := &book.Companies[i]
		name := deal.NameKey(company.Name)
		fit := fitOf(name, key)
		if company.Ticker != "" && deal.NameKey(company.Ticker) == key {
			fit = min(fit, fitsWhole)
		}
		if fit < least || fit == least && fit < fitsNot && len(name) < shortest {
			best, least, shortest = company.ID, fit, len(name)
		}
	}
	return best, least < fitsNot
}

// How a name fits words, the best first.
const (
	fitsWhole = iota
	fitsBegin
	fitsWord
	fitsWithin
	fitsNot
)

func fitOf(name, words string) int {
	switch {
	case name == words:
		return fitsWhole
	case strings.HasPrefix(name, words):
		return fitsBegin
	case strings.Contains(" "+name, " "+words):
		return fitsWord
	case strings.Contains(name, words):
		return fitsWithin
	}
	return fitsNot
}

// needsCompanies lets a command that is about selected companies say that none are, or too few, where its keys are pressed.
func (w *Window) needsCompanies(least int, c *command) *command {
	c.otherwise = func() {
		free := w.window.Canvas().Overlays().Top() == nil
		if chosen := len(w.session.chosenCompanies()); free && !w.loopView.on() && chosen < least {
			if least == 1 {
				w.status.say("Select a company first")
			} else {
				w.status.say("Select at least " + deal.CountOf(least, "company") + " first")
			}
		}
	}
	return c
}
