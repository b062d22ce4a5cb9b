package gui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// filterCommands are the commands that choose which deals count.
func (w *Window) filterCommands(free func() bool) []*command {
	filtered := func() bool { return free() && w.session.filtered() }
	narrowed := func() bool {
		view := w.session.view
		return free() && (view.Companies != nil || len(view.Hidden) > 0 || view.Near != nil)
	}
	several := func() bool { return free() && len(w.companiesMeant()) > 1 }
	chosen := func() bool { return free() && len(w.companiesMeant()) > 0 }
	return []*command{
		{menu: "Filter", label: "Filters…", key: fyne.KeyF, shift: true, beside: true, enabled: free, run: func() { w.filters.open() }},
		{menu: "Filter", label: "Least amount…", key: fyne.KeyA, shift: true, beside: true, enabled: free, run: func() { w.filters.openAt(w.filters.amount) }},
		{menu: "Filter", label: "Clear filters", key: fyne.KeyX, shift: true, enabled: filtered, run: w.clearFilters},

		w.needsCompanies(1, &command{menu: "Filter", label: "Hide the selected companies", key: fyne.KeyH, divider: true, enabled: chosen, run: w.hideSelected}),
		{menu: "Filter", label: "Only the selected companies", key: fyne.KeyH, shift: true, enabled: several, run: w.showOnlySelected},
		{menu: "Filter", label: "Neighbourhood of 1 step", key: fyne.Key1, shift: true, enabled: chosen, run: func() { w.showNeighbourhood(1) }},
		{menu: "Filter", label: "Neighbourhood of 2 steps", key: fyne.Key2, shift: true, enabled: chosen, run: func() { w.showNeighbourhood(2) }},
		{menu: "Filter", label: "All companies", key: fyne.Key0, shift: true, enabled: narrowed, run: w.showAllCompanies},

		{menu: "Filter", label: "Only financing", key: fyne.Key3, shift: true, divider: true, enabled: free, run: func() { w.toggleKinds(true) }},
		{menu: "Filter", label: "Only commercial", key: fyne.Key4, shift: true, enabled: free, run: func() { w.toggleKinds(false) }},
		{menu: "Filter", label: "Only binding: signed, active, completed", key: fyne.KeyB, shift: true, enabled: free, run: w.toggleBinding},
		{menu: "Filter", label: "Only loops", key: fyne.KeyL, shift: true, enabled: free, run: w.toggleOnlyLoops},
		{menu: "Filter", label: "Only disclosed amounts", key: fyne.KeyU, shift: true, enabled: free, run: w.toggleOnlyDisclosed},
		{menu: "Filter", label: "Only deals with a date", enabled: free, run: w.toggleOnlyDated},
	}
}

// largeNetwork is from how many companies on the picture does not wait for the measures.
const largeNetwork = 61

// drawAtOnce draws what the view keeps before it is measured, which takes a while in a large document: the picture
// follows a handle that is being dragged.
func (w *Window) drawAtOnce() {
	session := w.session
	if !session.ahead() {
		return
	}
	content := graphview.Content{Book: session.book, Network: session.viewed, View: session.view}
	content.Whole, content.Later, content.Scale = session.whole, session.later, session.scale
	w.canvas.Return()
	w.drawContent(content)
}

// drawFirst draws a document that has just been opened before it is measured: a large one is being placed meanwhile.
func (w *Window) drawFirst() {
	if !w.canvas.Drawn() {
		w.drawAtOnce()
	}
}

// narrowing notes that the view is of other companies: when it is drawn they are all brought into sight. Every other
// filter leaves the camera where it is.
type narrowing struct {
	companies, near []deal.CompanyID
	steps           int
	changed         bool
}

// follow compares the view with the one before.
func (n *narrowing) follow(view network.View) {
	n.changed = n.changed || !slices.Equal(n.companies, view.Companies) || !slices.Equal(n.near, view.Near) || n.steps != view.Steps
	n.companies, n.near, n.steps = view.Companies, view.Near, view.Steps
}

// taken reports whether there are other companies to bring into sight, once.
func (n *narrowing) taken() bool {
	changed := n.changed
	n.changed = false
	return changed
}

// changeView changes which deals count, or which of their money, as a step that undo takes back.
func (w *Window) changeView(label string, change func(*network.View)) {
	w.loopView.lost = ""
	w.moveView(label, "", change)
	w.status.sayWith(cmp.Or(w.loopView.lost, label), " (Ctrl+Z takes it back)", false)
}

// moveView is changeView for what is dragged, played or typed on: as long as that is the same it stays one step.
func (w *Window) moveView(label, goesOn string, change func(*network.View)) {
	view := w.session.view
	change(&view)
	w.session.changeView(label, goesOn, view)
}

// clearFilters lets every deal count again, in the same money as before.
func (w *Window) clearFilters() {
	w.changeView("Clear filters", func(view *network.View) { *view = view.WithoutFilters() })
}

// named names companies in a label, or counts them where they are several.
func (w *Window) named(companies []deal.CompanyID) string {
	if len(companies) == 1 {
		return w.session.book.CompanyName(companies[0])
	}
	return counted(len(companies), "company")
}

// companiesMeant returns the companies that are selected, or those of the selected loop or legs.
func (w *Window) companiesMeant() []deal.CompanyID {
	selection := w.session.selection
	switch {
	case len(selection.Loop) > 0:
		return slices.Clone(selection.Loop)
	case len(selection.Companies) > 0:
		return slices.Clone(selection.Companies)
	}
	var chosen []deal.CompanyID
	for _, id := range selection.Legs {
		if leg, _, ok := w.session.book.Leg(id); ok {
			chosen = append(chosen, leg.Payer, leg.Payee)
		}
	}
	slices.Sort(chosen)
	return slices.Compact(chosen)
}

// hideSelected leaves the selected companies out with all their deals.
func (w *Window) hideSelected() {
	chosen, selected, steps := w.companiesMeant(), w.session.selection, len(w.session.steps.done)
	w.session.selectNothing()
	w.changeView("Hide "+w.named(chosen), func(view *network.View) {
		view.Hidden = append(slices.Clone(view.Hidden), chosen...)
		slices.Sort(view.Hidden)
		view.Hidden = slices.Compact(view.Hidden)
	})
	if done := w.session.steps.done; len(done) > steps {
		done[steps].selected = selected
	}
}

// showOnlySelected leaves every other company out.
func (w *Window) showOnlySelected() {
	chosen := w.companiesMeant()
	slices.Sort(chosen)
	w.changeView("Show only "+w.named(chosen), func(view *network.View) {
		view.Companies, view.Hidden, view.Near, view.Steps = chosen, nil, nil, 0
	})
}

// showNeighbourhood leaves out the companies that are further than so many steps from the selected ones.
func (w *Window) showNeighbourhood(steps int) {
	chosen := w.companiesMeant()
	slices.Sort(chosen)
	w.changeView("Show what is within "+counted(steps, "step")+" of "+w.named(chosen), func(view *network.View) {
		view.Near, view.Steps = chosen, steps
		view.Hidden = slices.DeleteFunc(slices.Clone(view.Hidden), func(id deal.CompanyID) bool { return slices.Contains(chosen, id) })
		if len(view.Hidden) == 0 {
			view.Hidden = nil
		}
	})
}

// showAllCompanies takes back whatever leaves companies out.
func (w *Window) showAllCompanies() {
	w.changeView("Show all companies", func(view *network.View) {
		view.Companies, view.Hidden, view.Near, view.Steps = nil, nil, nil, 0
	})
}

// kindsOf returns the kinds of financing, or the commercial ones.
func kindsOf(financing bool) []deal.Kind {
	var kinds []deal.Kind
	for _, kind := range deal.Kinds {
		if kind.Financing() == financing {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// toggleKinds leaves the other group of kinds out, or takes that back.
func (w *Window) toggleKinds(financing bool) {
	kinds, label := kindsOf(financing), toggled(financing, "Show only commercial legs", "Show only financing")
	if slices.Equal(kinds, w.session.view.Kinds) {
		kinds, label = nil, "Show every kind"
	}
	w.changeView(label, func(view *network.View) { view.Kinds = kinds })
}

// toggleBinding leaves out what is not signed yet, or takes that back.
func (w *Window) toggleBinding() {
	var binding []deal.Status
	for _, status := range deal.Statuses {
		if status.Live() && status.Binding() {
			binding = append(binding, status)
		}
	}
	label := "Show only binding deals"
	if slices.Equal(binding, w.session.view.Statuses) {
		binding, label = nil, "Show every live deal"
	}
	w.changeView(label, func(view *network.View) { view.Statuses = binding })
}

// toggled returns the label of switching something on, or off when it is on.
func toggled(on bool, switchOn, switchOff string) string {
	if on {
		return switchOff
	}
	return switchOn
}

func (w *Window) toggleOnlyLoops() {
	label := toggled(w.session.view.OnlyLoops, "Show only loops", "Show more than loops")
	w.changeView(label, func(view *network.View) { view.OnlyLoops = !view.OnlyLoops })
}

func (w *Window) toggleOnlyDisclosed() {
	label := toggled(w.session.view.OnlyDisclosed, "Show only disclosed amounts", "Show undisclosed amounts")
	w.changeView(label, func(view *network.View) { view.OnlyDisclosed = !view.OnlyDisclosed })
}

func (w *Window) toggleOnlyDated() {
	label := toggled(w.session.view.OnlyDated, "Leave deals without a date out", "Count deals without a date")
	w.changeView(label, func(view *network.View) { view.OnlyDated = !view.OnlyDated })
}

// countsIn reports whether deals of the status count.
func countsIn(view network.View, status deal.Status) bool {
	if view.Statuses == nil {
		return status.Live()
	}
	return slices.Contains(view.Statuses, status)
}

// withStatus returns the statuses that count after one was ticked or cleared; nil is every live one.
func withStatus(view network.View, status deal.Status, on bool) []deal.Status {
	chosen := []deal.Status{}
	live := true
	for _, each := range deal.Statuses {
		counts := countsIn(view, each)
		if each == status {
			counts = on
		}
		if counts {
			chosen = append(chosen, each)
		}
		live = live && counts == each.Live()
	}
	if live {
		return nil
	}
	return chosen
}

// withKinds returns the kinds that count after some were ticked or cleared; nil is every one.
func withKinds(view network.View, changed []deal.Kind, on bool) []deal.Kind {
	chosen := []deal.Kind{}
	for _, kind := range deal.Kinds {
		counts := view.Kinds == nil || slices.Contains(view.Kinds, kind)
		if slices.Contains(changed, kind) {
			counts = on
		}
		if counts {
			chosen = append(chosen, kind)
		}
	}
	if len(chosen) == len(deal.Kinds) {
		return nil
	}
	return chosen
}
