package gui

import (
	"fmt"
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
	basis   *widget.Select
	figure  *widget.Select
	undo    *widget.Button
	redo    *widget.Button
	year    *widgets.TextEntry
	filters *widget.Button
	find    *widgets.TextEntry
	box     fyne.CanvasObject
}

// views are the choices of what counts of a contract that runs for years.
var views = []struct {
	name  string
	basis network.Basis
}{{"Headline totals", network.BasisHeadline}, {"A year's worth", network.BasisYear}, {"Paid so far", network.BasisDrawn}}

func newToolbar(w *Window) *toolbar {
	t := &toolbar{window: w}
	add := widget.NewButtonWithIcon("Deal", theme.ContentAddIcon(), w.addDeal)
	add.Importance = widget.HighImportance
	company := widget.NewButtonWithIcon("Company", theme.ContentAddIcon(), w.addCompany)
	t.undo = widget.NewButtonWithIcon("", theme.ContentUndoIcon(), w.undo)
	t.redo = widget.NewButtonWithIcon("", theme.ContentRedoIcon(), w.redo)
	t.basis = t.basisChoice()
	figure := widget.NewSelect([]string{"Best figures", "Low figures", "High figures"}, nil)
	figure.SetSelectedIndex(0)
	figure.OnChanged = func(string) {
		w.setView(func(view *network.View) {
			view.Figure = []network.Pick{network.PickBest, network.PickLow, network.PickHigh}[figure.SelectedIndex()]
		})
	}
	t.figure = figure
	t.filters = widget.NewButtonWithIcon("Filters", theme.NewThemedResource(iconFilter), w.filters.open)
	tools := widget.NewButtonWithIcon("Tools", theme.GridIcon(), w.toggleTools)
	t.find = t.entry("Find (Ctrl+F)", 150, nil)
	t.find.OnChanged = w.findRows
	t.find.OnEscape = func() { t.find.SetText("") }
	fit := widget.NewButtonWithIcon("", theme.ZoomFitIcon(), func() { w.canvas.Fit() })
	line := container.NewHBox(add, company, t.undo, t.redo, widget.NewSeparator(),
		widgets.Wide(140, t.basis), t.year, widgets.Wide(120, figure), t.filters, tools, layout.NewSpacer(), fit, t.find)
	t.box = container.NewStack(widgets.NewGround(widgets.ColourPanel),
		container.NewBorder(nil, widget.NewSeparator(), nil, nil, widgets.Inset(line, 5, 8)))
	w.session.onBook = append(w.session.onBook, t.follow)
	w.session.onSteps = append(w.session.onSteps, t.follow)
	w.session.onView = append(w.session.onView, t.nameFilters)
	return t
}

// reset shows the view that a document opens with.
func (t *toolbar) reset() {
	for _, choice := range []*widget.Select{t.basis, t.figure} {
		answer := choice.OnChanged
		choice.OnChanged = nil
		choice.SetSelectedIndex(0)
		choice.OnChanged = answer
	}
	t.year.OnChanged = nil
	t.year.SetText("")
	t.year.OnChanged = t.typeYear
	t.year.Hide()
	t.nameFilters()
}

func (t *toolbar) entry(placeholder string, width float32, typed func(string)) *widgets.TextEntry {
	entry := widgets.NewTextEntry(placeholder)
	entry.Width = width
	entry.OnChanged = typed
	return entry
}

// basisChoice chooses what counts of a contract that runs for years; a year can be named for "a year's worth".
func (t *toolbar) basisChoice() *widget.Select {
	t.year = t.entry("average year", 96, t.typeYear)
	t.year.Hide()
	names := make([]string, len(views))
	for i := range views {
		names[i] = views[i].name
	}
	basis := widget.NewSelect(names, nil)
	basis.SetSelectedIndex(0)
	basis.OnChanged = func(string) {
		chosen := views[basis.SelectedIndex()].basis
		t.year.Hidden = chosen != network.BasisYear
		t.box.Refresh()
		t.window.setView(func(view *network.View) {
			view.Basis, view.Year = chosen, 0
			if year, ok := t.readYear(); ok && chosen == network.BasisYear {
				view.Year = year
			}
		})
	}
	return basis
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
	t.window.setView(func(view *network.View) { view.Year = year })
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

func setEnabled(button *widget.Button, on bool) {
	if on {
		button.Enable()
	} else {
		button.Disable()
	}
}

// findRows keeps the rows that hold the words, in every table.
func (w *Window) findRows(words string) {
	w.deals.setFind(words)
	w.companies.setFind(words)
	w.loops.setFind(words)
	w.sources.setFind(words)
	w.scenarios.setFind(words)
}
