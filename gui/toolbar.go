package gui

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// toolbar has the commands that are needed all the time, and how the deals are counted.
type toolbar struct {
	window *Window
	basis  *widget.Select
	figure *widget.Select
	undo   *widget.Button
	redo   *widget.Button
	year   *widgets.TextEntry
	asOf   *widgets.TextEntry
	status *widget.Button
	find   *widgets.TextEntry
	box    fyne.CanvasObject
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
	t.asOf = t.entry("as of: any day", 96, nil)
	t.asOf.OnSubmitted = t.typeAsOf
	t.asOf.OnLeave = func() { t.typeAsOf(t.asOf.Text) }
	t.status = widget.NewButtonWithIcon("Statuses", theme.MenuDropDownIcon(), t.showStatuses)
	t.status.IconPlacement = widget.ButtonIconTrailingText
	t.find = t.entry("Find (Ctrl+F)", 150, nil)
	t.find.OnChanged = w.findRows
	t.find.OnEscape = func() { t.find.SetText("") }
	fit := widget.NewButtonWithIcon("", theme.ZoomFitIcon(), func() { w.canvas.Fit() })
	line := container.NewHBox(add, company, t.undo, t.redo, widget.NewSeparator(),
		widgets.Wide(140, t.basis), t.year, widgets.Wide(120, figure), t.asOf, t.status, layout.NewSpacer(), fit, t.find)
	t.box = container.NewStack(widgets.NewGround(widgets.ColourPanel),
		container.NewBorder(nil, widget.NewSeparator(), nil, nil, widgets.Inset(line, 5, 8)))
	w.session.onBook = append(w.session.onBook, t.follow)
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
	t.asOf.SetText("")
	t.status.SetText("Statuses")
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

func (t *toolbar) typeAsOf(text string) {
	date, err := deal.ParseDate(text)
	if err != nil {
		t.window.status.say("No day is in force: " + err.Error())
	} else if date != t.window.session.view.AsOf {
		t.window.status.say("As of " + cmp.Or(date.String(), "any day"))
	}
	if date != t.window.session.view.AsOf {
		t.window.setView(func(view *network.View) { view.AsOf = date })
	}
}

// showStatuses opens the list of statuses; those that are ticked count.
func (t *toolbar) showStatuses() {
	view := t.window.session.view
	boxes := container.NewVBox()
	for _, status := range deal.Statuses {
		check := widget.NewCheck(string(status), nil)
		check.Checked = countsIn(view, status)
		check.OnChanged = func(on bool) {
			t.window.setView(func(view *network.View) { view.Statuses = withStatus(*view, status, on) })
			t.nameStatuses()
		}
		boxes.Add(check)
	}
	popup := widget.NewPopUp(boxes, t.window.window.Canvas())
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.status)
	popup.ShowAtPosition(at.AddXY(0, t.status.Size().Height+2))
}

// nameStatuses says on the button when not every live status counts.
func (t *toolbar) nameStatuses() {
	words := "Statuses"
	if chosen := t.window.session.view.Statuses; chosen != nil {
		words = counted(len(chosen), "status")
	}
	t.status.SetText(words)
}

func countsIn(view network.View, status deal.Status) bool {
	if view.Statuses == nil {
		return status.Live()
	}
	for _, chosen := range view.Statuses {
		if chosen == status {
			return true
		}
	}
	return false
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

// follow brings undo and redo up to date with the history.
func (t *toolbar) follow() {
	undo, redo, err := t.window.session.document.History()
	setEnabled(t.undo, err == nil && undo != "")
	setEnabled(t.redo, err == nil && redo != "")
}

func setEnabled(button *widget.Button, on bool) {
	if on {
		button.Enable()
	} else {
		button.Disable()
	}
}

// setView changes how the deals are counted.
func (w *Window) setView(change func(*network.View)) {
	view := w.session.view
	change(&view)
	w.session.setView(view)
}

// findRows keeps the rows that hold the words, in every table.
func (w *Window) findRows(words string) {
	w.deals.setFind(words)
	w.companies.setFind(words)
	w.loops.setFind(words)
	w.sources.setFind(words)
}
