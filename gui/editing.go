package gui

import (
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"roundtrip/internal/deal"
)

// openForm shows the form above the window and gives it the keyboard.
func (w *Window) openForm(form submitter) {
	w.beforeForm = w.window.Canvas().Focused()
	w.form = form
	w.popup = widget.NewModalPopUp(form, w.window.Canvas())
	room := w.window.Canvas().Size()
	wanted := fyne.NewSize(900, 660)
	if small, ok := form.(*smallForm); ok && !small.size.IsZero() {
		wanted = small.size
	}
	wanted = wanted.Max(form.MinSize())
	w.popup.Resize(fyne.NewSize(min(wanted.Width, room.Width-40), min(wanted.Height, room.Height-40)))
	w.popup.Show()
	w.window.Canvas().Focus(form.First()) // whoever types on at once loses no letter
}

// closeForm closes the form; when something was typed that is not saved, it asks first.
func (w *Window) closeForm() {
	if w.form == nil {
		return
	}
	if !w.form.Changed() {
		w.dropForm()
		return
	}
	lost := w.lostWords()
	w.ask("Leave the form?", lost.text, lost.leave, "Stay", w.dropForm)
}

// dropForm takes the form away. Nothing in it keeps the keyboard: a removed entry that has it can crash.
func (w *Window) dropForm() {
	w.window.Canvas().Unfocus()
	w.popup.Hide()
	before := w.beforeForm
	w.form, w.popup, w.beforeForm = nil, nil, nil
	w.giveBack(before)
}

func (w *Window) submitForm() {
	switch {
	case w.asked != nil && w.accept != nil:
		w.accept()
	case w.form != nil:
		w.form.Submit()
	}
}

// canSubmit reports whether there is something that Ctrl+Return submits: a question that says so, or the form, while
// nothing lies over it.
func (w *Window) canSubmit() bool {
	return w.asked != nil && w.accept != nil && w.browsing == nil || w.form != nil && w.window.Canvas().Overlays().Top() == w.popup
}

// save makes the edit; the form closes only when it is on disk.
func (w *Window) save(edit deal.Edit) (deal.Applied, error) {
	applied, err := w.session.apply(edit)
	if err != nil {
		if copyHelps(err) && w.form != nil {
			w.offer("The document cannot be written", sentence(err)+". What you typed stays in the form. Save a copy of the document, and it is saved there.",
				"Back to the form", reply{"Save a copy…", func() { w.goOnInCopy(w.submitForm) }})
		}
		switch {
		case errors.Is(err, deal.ErrNotFound) && errors.Is(err, deal.ErrConflict):
			return applied, fmt.Errorf("%w: copy what is typed and close this form, bring it back with Ctrl+Z, and enter the change again", err)
		case errors.Is(err, deal.ErrConflict):
			return applied, fmt.Errorf("%w: close this form, look at what is there now, and enter the change again", err)
		}
		return applied, err
	}
	if w.form != nil {
		w.dropForm()
	}
	w.status.say(edit.Label)
	return applied, nil
}

func (w *Window) addDeal() { w.openDealForm(newDealEntry(w.session.book, "", ""), "Add a deal") }

func (w *Window) openDealForm(entry dealEntry, heading string) {
	form := newDealForm(entry, heading)
	form.OnCancel, form.OnSmall = w.closeForm, w.askOfSmall
	form.OnSave = func(edit deal.Edit) error {
		applied, err := w.save(edit)
		if err == nil && len(applied.Deals) > 0 {
			if d, ok := applied.Book.Deal(applied.Deals[0]); ok && len(d.Legs) > 0 {
				w.session.selectLeg(d.Legs[0].ID)
				w.status.say(edit.Label)
			}
		}
		return err
	}
	w.openForm(form)
}

func (w *Window) addCompany() { w.openCompanyForm(deal.Company{Role: deal.RoleOther}) }

func (w *Window) openCompanyForm(company deal.Company) {
	form := newCompanyForm(w.session.book, company)
	form.OnCancel, form.OnSmall = w.closeForm, w.askOfSmall
	form.OnSave = func(edit deal.Edit) error {
		applied, err := w.save(edit)
		if err == nil && len(applied.Companies) > 0 {
			w.session.selectCompany(applied.Companies[0])
			w.status.say(edit.Label)
		}
		return err
	}
	w.openForm(form)
}

// changeSelected opens the form of what is selected.
func (w *Window) changeSelected() {
	if w.form != nil {
		return
	}
	if company, ok := w.session.selectedCompany(); ok {
		w.openCompanyForm(company)
	} else if d, ok := w.session.selectedDeal(); ok {
		w.openDealForm(entryOf(w.session.book, d), "Change the deal")
	} else if source, ok := w.session.book.Source(w.session.source); ok {
		w.changeSource(source)
	}
}

func (w *Window) changeSource(source deal.Source) {
	form := newSourceForm(w.session.book, source)
	form.OnCancel = w.closeForm
	form.OnSave = func(edit deal.Edit) error {
		_, err := w.save(edit)
		return err
	}
	w.openForm(form)
}

func (w *Window) duplicateDeal() {
	if d, ok := w.session.selectedDeal(); ok {
		w.openDealForm(duplicate(w.session.book, d), "Add a deal like this one")
	}
}

// deleteSelected deletes the selected deals or companies. One undo brings them back, so nothing is asked, unless it is several
// deals, or deals would go with a company.
func (w *Window) deleteSelected() {
	edit := deal.Edit{Seen: w.session.book}
	if company, ok := w.session.selectedCompany(); ok {
		edit.Label = "Delete company " + company.Name
		edit.DeleteCompanies = []deal.CompanyID{company.ID}
	} else if chosen := w.session.selection.Companies; len(chosen) > 1 {
		edit.Label = "Delete " + counted(len(chosen), "company")
		edit.DeleteCompanies = slices.Clone(chosen)
	} else if chosen := w.session.selectedDeals(); len(chosen) > 1 {
		w.deleteDeals(edit, chosen)
		return
	} else if len(chosen) == 1 {
		edit.Label = "Delete deal " + chosen[0].Title
		edit.DeleteDeals = []deal.DealID{chosen[0].ID}
	} else {
		return
	}
	if named := dealsOfAny(w.session.book, edit.DeleteCompanies); len(named) > 0 {
		w.deleteWithDeals(edit, named)
		return
	}
	w.remove(edit)
}

// chooseClaim makes a claim the chosen one of its subject and field, and its value the subject's.
func (w *Window) chooseClaim(claim deal.Claim) {
	edit, err := choosing(w.session.book, claim)
	if err == nil {
		_, err = w.session.apply(edit)
	}
	if err != nil {
		w.tell("The claim was not chosen", err)
		return
	}
	w.status.say(edit.Label)
}

func (w *Window) undo() {
	said := travelWords{done: "Undone: %s", back: " (Ctrl+Y brings it back)", typing: "Typing undone (Ctrl+Y brings it back)"}
	if len(w.session.steps.done) == 0 {
		said.done, said.loud = "Undone, from before it was opened: %s", true
	}
	w.timeTravel(typing.Undo, w.session.undo, said)
}

func (w *Window) redo() {
	w.timeTravel(typing.Redo, w.session.redo, travelWords{done: "Redone: %s", back: " (Ctrl+Z takes it back)", typing: "Typing redone"})
}

// travelWords are what is said of an undo or a redo.
type travelWords struct {
	done   string // with the place of its label
	back   string // how it is taken back, where there is room to say so
	loud   bool   // it is not what the analyst has just done, and is not to be missed
	typing string // of typing in an entry
}

// timeTravel undoes or redoes typing in the entry that has the keyboard, otherwise a step of the session.
func (w *Window) timeTravel(inEntry func(typing), inSession func() (string, error), said travelWords) {
	open := w.window.Canvas().Overlays().Top()
	choosing := open != nil && open == fyne.CanvasObject(w.filters.popup) // what is chosen there holds at once
	if entry, ok := w.focusedEntry(); ok && (!entry.Settled() || open != nil && !choosing) {
		before := entry.Content()
		if inEntry(entry); entry.Content() != before {
			w.status.say(said.typing)
		}
		return
	}
	if open != nil && !choosing || w.session.document == nil { // a form, a question or a menu is open
		return
	}
	w.timeline.pause()
	mode := w.session.book.Layout
	w.canvas.Seek()
	label, err := inSession()
	switch {
	case errors.Is(err, deal.ErrNothingToUndo) || errors.Is(err, deal.ErrNothingToRedo):
		w.status.say(sentence(err))
	case err != nil:
		w.tell("It did not work", err)
	case w.session.book.Layout != mode && !w.canvas.ShowsPlaces():
		w.laying = layingOut{w.session.book.Layout, fmt.Sprintf(said.done, label)}
		w.status.say(layoutWords[w.session.book.Layout].doing)
	default:
		w.status.sayWith(fmt.Sprintf(said.done, label), said.back, said.loud)
	}
}
