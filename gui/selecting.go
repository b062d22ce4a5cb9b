package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// selectCompanies selects several companies everywhere, in their order.
func (s *session) selectCompanies(ids []deal.CompanyID) {
	s.choose(picture.Selection{Companies: slices.Clone(ids)})
}

// toggleCompany adds a company to those that are selected, or takes it out of them.
func (s *session) toggleCompany(id deal.CompanyID) {
	ids := slices.Clone(s.selection.Companies)
	if at := slices.Index(ids, id); at >= 0 {
		ids = slices.Delete(ids, at, at+1)
	} else {
		ids = append(ids, id)
	}
	s.selectCompanies(ids)
}

// pickCompany selects a company in a list: with Shift beside those that are selected, with Ctrl beside them or no
// longer.
func (s *session) pickCompany(id deal.CompanyID, held fyne.KeyModifier) {
	switch {
	case held&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		s.toggleCompany(id)
	case held&fyne.KeyModifierShift == 0:
		s.selectCompany(id)
	case !slices.Contains(s.selection.Companies, id):
		s.toggleCompany(id)
	}
}

// heldKeys returns the modifiers that are held down now. Lists tell which row is meant, not with which keys.
var heldKeys = func() fyne.KeyModifier {
	if driver, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return driver.CurrentKeyModifiers()
	}
	return 0
}

// selectMarked selects the companies in a marquee, or adds them to those that are selected.
func (w *Window) selectMarked(ids []deal.CompanyID, more bool) {
	if more {
		ids = slices.Concat(w.session.selection.Companies, slices.DeleteFunc(slices.Clone(ids), func(id deal.CompanyID) bool {
			return slices.Contains(w.session.selection.Companies, id)
		}))
	}
	w.session.selectCompanies(ids)
	if len(ids) > 1 {
		w.status.say(counted(len(ids), "company") + " selected")
	}
}

// selectAll selects every company on the canvas.
func (w *Window) selectAll() {
	ids, _ := w.drawnItems(false)
	w.selectMarked(ids, false)
}

// loopOfSelected returns the biggest loop through the selected company or leg, other than the one that is selected.
func (w *Window) loopOfSelected() ([]deal.CompanyID, bool) {
	follows := func(path []deal.CompanyID) bool {
		if company, ok := w.session.selectedCompany(); ok {
			return slices.Contains(path, company.ID)
		}
		if len(w.session.selection.Legs) == 0 {
			return false
		}
		leg, _, ok := w.session.book.Leg(w.session.selection.Legs[0])
		at := slices.Index(path, leg.Payer)
		return ok && at >= 0 && path[(at+1)%len(path)] == leg.Payee
	}
	if at := slices.IndexFunc(w.loops.paths, follows); at >= 0 {
		return w.loops.paths[at], true
	}
	return nil, false
}

// selectBiggestLoop selects the biggest loop through what is selected.
func (w *Window) selectBiggestLoop() {
	if path, ok := w.loopOfSelected(); ok {
		w.session.selectLoop(path)
	}
}

// addDealBetween opens the form of a deal in which the one pays the other.
func (w *Window) addDealBetween(payer, payee deal.CompanyID) {
	book := w.session.book
	w.openDealForm(newDealEntry(book, book.CompanyName(payer), book.CompanyName(payee)), "Add a deal")
}

// addDealBetweenSelected opens the form of a deal in which the company that was selected first pays the other.
func (w *Window) addDealBetweenSelected() {
	if chosen := w.session.selection.Companies; len(chosen) == 2 {
		w.addDealBetween(chosen[0], chosen[1])
	}
}

// addDealOfSelected opens the form of a deal that the selected company pays, or that pays it.
func (w *Window) addDealOfSelected(pays bool) {
	company, ok := w.session.selectedCompany()
	switch {
	case ok && pays:
		w.addDealBetween(company.ID, 0)
	case ok:
		w.addDealBetween(0, company.ID)
	}
}
