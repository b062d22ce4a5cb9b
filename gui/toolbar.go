package gui

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/network"
)

// toolbar has the commands that are needed all the time, and how the deals are counted.
type toolbar struct {
	window  *Window
	basis   *widgets.Select
	figure  *widgets.Select
	undo    *widgets.Button
	redo    *widgets.Button
	year    *widgets.TextEntry
	filters *widgets.Button
	find    *widgets.TextEntry
	box     fyne.CanvasObject
}

// basisName is one choice of what counts of a contract that runs for years.
type basisName struct {
	name  string
	basis network.Basis
}

var views = []basisName{{"Headline totals", network.BasisHeadline}, {"A year's worth", network.BasisYear}, {"Paid so far", network.BasisDrawn}}

// figureName is one choice of which end of a range counts.
type figureName struct {
	name   string
	figure network.Pick
}

var figures = []figureName{{"Best figures", network.PickBest}, {"Low figures", network.PickLow}, {"High figures", network.PickHigh}}

func newToolbar(w *Window) *toolbar {
	t := &toolbar{window: w}
	add := widgets.NewButtonWithIcon("Deal", theme.ContentAddIcon(), w.addDeal)
	add.Importance = widget.HighImportance
	company := widgets.NewButtonWithIcon("Company", theme.ContentAddIcon(), w.addCompany)
	t.undo = widgets.NewButtonWithIcon("", theme.ContentUndoIcon(), w.undo)
	t.redo = widgets.NewButtonWithIcon("", theme.ContentRedoIcon(), w.redo)
	t.year = t.entry("average year", 96, t.typeYear)
	t.year.OnLeave = w.session.steps.settled
	t.basis, t.figure = widgets.NewSelect(nil, nil), widgets.NewSelect(nil, nil)
	for _, view := range views {
		t.basis.Options = append(t.basis.Options, view.name)
	}
	for _, figure := range figures {
		t.figure.Options = append(t.figure.Options, figure.name)
	}
	t.basis.OnChanged, t.figure.OnChanged = t.chooseBasis, t.chooseFigure
	t.filters = widgets.NewButtonWithIcon("Filters", theme.NewThemedResource(iconFilter), w.filters.open)
	tools := widgets.NewButtonWithIcon("Tools", theme.GridIcon(), w.toggleTools)
	t.find = t.entry("Find (Ctrl+F)", 150, nil)
	t.find.OnChanged, t.find.OnConfirm = w.findRows, w.goToFound
	t.find.OnEscape = func() {
		if t.find.Text == "" { // there is nothing to clear: it is for the window
			w.window.Canvas().Unfocus()
			w.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
		t.find.SetText("")
	}
	fit := widgets.NewButtonWithIcon("", theme.ZoomFitIcon(), func() { w.canvas.Fit() })
	line := container.NewHBox(add, company, t.undo, t.redo, widget.NewSeparator(),
		widgets.Wide(140, t.basis), t.year, widgets.Wide(120, t.figure), t.filters, tools, layout.NewSpacer(), fit, t.find)
	t.box = container.NewStack(widgets.NewGround(widgets.ColourPanel),
		container.NewBorder(nil, widget.NewSeparator(), nil, nil, widgets.Inset(line, 5, 8)))
	w.session.onBook = append(w.session.onBook, t.follow)
	w.session.onSteps = append(w.session.onSteps, t.follow)
	w.session.onBook = append(w.session.onBook, t.followView)
	w.session.onView = append(w.session.onView, t.followView)
	t.followView()
	return t
}

// followView shows which money counts now: a document opens with its own view, and undo changes it.
func (t *toolbar) followView() {
	view := t.window.session.view
	show := func(choice *widgets.Select, at int) {
		if choice.SelectedIndex() != at {
			answer := choice.OnChanged
			choice.OnChanged = nil
			choice.SetSelectedIndex(at)
			choice.OnChanged = answer
		}
	}
	show(t.basis, slices.IndexFunc(views, func(one basisName) bool { return one.basis == cmp.Or(view.Basis, network.BasisHeadline) }))
	show(t.figure, slices.IndexFunc(figures, func(one figureName) bool { return one.figure == cmp.Or(view.Figure, network.PickBest) }))
	if year, _ := t.readYear(); year != view.Year {
		t.year.OnChanged = nil
		t.year.SetText("")
		if view.Year != 0 {
			t.year.SetText(strconv.Itoa(view.Year))
		}
		t.year.OnChanged = t.typeYear
		t.year.Settle()
	}
	if hidden := view.Basis != network.BasisYear; hidden != t.year.Hidden {
		t.year.Hidden = hidden
		t.box.Refresh()
	}
	t.nameFilters()
}

func (t *toolbar) entry(hint string, width float32, typed func(string)) *widgets.TextEntry {
	entry := widgets.NewTextEntry(hint)
	entry.Width = width
	entry.OnChanged = typed
	return entry
}

// chooseBasis counts something else of a contract that runs for years; a year can be named for "a year's worth".
func (t *toolbar) chooseBasis(name string) {
	chosen := views[t.basis.SelectedIndex()].basis
	t.window.changeView("Count "+strings.ToLower(name), func(view *network.View) { view.Basis, view.Year = chosen, 0 })
}

// chooseFigure counts another end of the ranges.
func (t *toolbar) chooseFigure(name string) {
	chosen := figures[t.figure.SelectedIndex()].figure
	t.window.changeView("Count "+strings.ToLower(name), func(view *network.View) { view.Figure = chosen })
}

// readYear returns the year that is typed, 0 for none.
func (t *toolbar) readYear() (year int, ok bool) {
	text := strings.TrimSpace(t.year.Text)
	if text == "" {
		return 0, true
	}
	year, err := strconv.Atoi(text)
	return year, err == nil && year >= 1800 && year <= 2200
}

func (t *toolbar) typeYear(text string) {
	year, ok := t.readYear()
	if !ok {
		if len(text) >= 4 || strings.Trim(text, " 0123456789") != "" {
			t.window.status.say("Write a year such as 2026, or nothing for an average year")
		}
		return
	}
	label := "Count an average year"
	if year != 0 {
		label = fmt.Sprintf("Count the year %d", year)
	}
	t.window.moveView(label, "year", func(view *network.View) { view.Year = year })
}

// nameFilters says on the button how many filters there are.
func (t *toolbar) nameFilters() {
	words := "Filters"
	if count := len(t.window.session.view.Filters(nil)); count > 0 {
		words = fmt.Sprintf("Filters (%d)", count)
	}
	t.filters.SetText(words)
}

// follow brings undo and redo up to date with the history.
func (t *toolbar) follow() {
	undo, redo := t.window.session.nextSteps()
	setEnabled(t.undo, undo != "")
	setEnabled(t.redo, redo != "")
	t.window.nameSteps(undo, redo)
}

func setEnabled(button *widgets.Button, on bool) {
	if on {
		button.Enable()
	} else {
		button.Disable()
	}
}
