package gui

import (
	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// menuOfScenario is what can be done with the marked scenario.
var menuOfScenario = []string{
	"Try the scenario", "Apply the scenario to the data…", "", "Name and note of the scenario…", "Duplicate the scenario",
	"Export the scenario…", "Delete the scenario", "", "Scenarios side by side",
}

// scenarioCommands are what can be tried of what is selected, and what can be done with scenarios.
func (w *Window) scenarioCommands(free func() bool) []*command {
	tried := func() bool { return w.session.tried() && free() }
	marked := func() bool { _, ok := w.chosenScenario(); return ok && free() }
	has := func() bool { return (len(w.session.book.Scenarios) > 0 || w.session.tried()) && free() }
	leg := func() bool { return len(w.session.selection.Legs) > 0 && w.session.source == 0 && free() }
	company := func() bool { _, ok := w.session.selectedCompany(); return ok && free() }
	dealSelected := func() bool { _, ok := w.session.selectedDeal(); return ok && free() }
	return []*command{
		{menu: "What-if", label: "Change something else…", key: fyne.KeyW, shift: true, divider: true, enabled: free, run: w.changeSomething},
		{menu: "What-if", under: "What is selected", label: "Try another amount…", key: fyne.KeyM, alt: true, enabled: leg, run: func() { w.tryLeg(deal.ChangeAmount) }},
		{menu: "What-if", under: "What is selected", label: "Try another status…", key: fyne.KeyS, alt: true, enabled: dealSelected, run: w.tryStatus},
		{menu: "What-if", under: "What is selected", label: "Let this company fail", key: fyne.KeyF, alt: true, enabled: company, run: w.tryFailure},
		{menu: "What-if", under: "What is selected", label: "Let it pay nothing for a while…", key: fyne.KeyP, alt: true, enabled: company, run: func() { w.tryCompany(deal.ChangeSuspends) }},
		{menu: "What-if", under: "What is selected", label: "Cut it off from a supplier…", key: fyne.KeyC, alt: true, enabled: company, run: func() { w.tryCompany(deal.ChangeCutOff) }},
		{menu: "What-if", under: "What is selected", label: "Try another cash…", enabled: company, run: func() { w.tryCompany(deal.ChangeCash) }},
		{menu: "What-if", label: "The changes one by one", key: fyne.KeyG, alt: true, beside: true, enabled: tried, run: func() { w.sides.SelectIndex(whatIfTab); w.whatIf.chips.focus(0) }},

		{menu: "What-if", label: "Save what is tried as a scenario…", key: fyne.KeyS, divider: true,
			enabled: func() bool { return tried() && w.whatIf.unread() == "" }, run: w.saveScenario},
		{menu: "What-if", label: "Apply what is tried to the data…", key: fyne.KeyReturn, alt: true, enabled: tried, run: w.applyTried},
		{menu: "What-if", label: "Scenarios side by side", key: fyne.Key7, beside: true, enabled: has, run: w.toggleSideBySide},
		{menu: "What-if", label: "Export scenarios side by side…", enabled: has, run: w.exportSideBySide},
		{menu: "What-if", under: "The marked scenario", label: "Try the scenario", key: fyne.KeyT, alt: true, divider: true, enabled: marked, run: w.loadScenario},
		{menu: "What-if", under: "The marked scenario", label: "Apply the scenario to the data…", enabled: marked, run: w.applyMarked},
		{menu: "What-if", under: "The marked scenario", label: "Name and note of the scenario…", enabled: marked, run: w.renameScenario},
		{menu: "What-if", under: "The marked scenario", label: "Duplicate the scenario", enabled: marked, run: w.duplicateScenario},
		{menu: "What-if", under: "The marked scenario", label: "Export the scenario…", enabled: marked, run: w.exportScenario},
		{menu: "What-if", under: "The marked scenario", label: "Delete the scenario", enabled: marked, run: w.deleteScenario},
		{menu: "View", label: "Scenarios", key: fyne.Key6, beside: true, enabled: free, run: func() { w.showTable(scenariosTab) }},
	}
}

// tryLeg opens the form for another value of the selected leg.
func (w *Window) tryLeg(field deal.ChangeField) {
	w.tryAbout(deal.Change{Field: field, Target: int64(w.session.selection.Legs[0])})
}

// tryStatus opens the form for another status of the selected deal.
func (w *Window) tryStatus() {
	if d, ok := w.session.selectedDeal(); ok {
		w.tryAbout(deal.Change{Field: deal.ChangeStatus, Target: int64(d.ID), Text: string(d.Status)})
	}
}

// tryCompany opens the form for a change of the selected company.
func (w *Window) tryCompany(field deal.ChangeField) {
	if company, ok := w.session.selectedCompany(); ok {
		w.tryAbout(deal.Change{Field: field, Target: int64(company.ID)})
	}
}

// tryFailure lets the selected company fail, or no longer.
func (w *Window) tryFailure() {
	company, ok := w.session.selectedCompany()
	if !ok {
		return
	}
	change := deal.Change{Field: deal.ChangeFails, Target: int64(company.ID), Value: 1}
	if whatif.Sets(w.session.trial(), change) {
		w.session.untry(change)
		w.status.say(company.Name + " does not fail any more")
		return
	}
	w.tryChange(change)
}
