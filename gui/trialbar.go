package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"roundtrip/gui/widgets"
)

// trialBar says which scenario is tried, and has the buttons for what can be done with it.
type trialBar struct {
	session *session
	unread  func() string // the entries that cannot be read, or ""
	name    *widgets.Text
	note    *widgets.Paragraph
	save    *widgets.Button
	back    *widgets.Button
	box     *fyne.Container
}

func newTrialBar(w *Window, unread func() string) *trialBar {
	b := &trialBar{session: w.session, unread: unread, name: widgets.NewText(""), note: widgets.NewNote("")}
	b.name.Style.Bold = true
	change := widgets.NewButtonWithIcon("Change…", theme.ContentAddIcon(), w.changeSomething)
	b.save = widgets.NewButtonWithIcon("Save…", theme.DocumentSaveIcon(), w.saveScenario)
	b.back = widgets.NewButtonWithIcon("Base", theme.ContentUndoIcon(), w.backToBase)
	for _, button := range []*widgets.Button{change, b.save, b.back} {
		button.Importance = widget.LowImportance
	}
	b.box = widgets.Stacked(0, container.NewHBox(change, b.save, b.back, layout.NewSpacer()), b.name, b.note)
	return b
}

// show names the scenario, and reports whether it has another height.
func (b *trialBar) show() bool {
	before := b.note.Content() == ""
	scenario, differs, ok := b.session.scenario()
	tried := b.session.tried()
	name, note := "What is tried", ""
	switch {
	case ok && differs:
		name, note = scenario.Name+" (changed)", "Not as it was saved. Save… keeps it in the scenario or as another one."
	case ok:
		name, note = scenario.Name, scenario.Note
	case !tried:
		note = "Nothing is moved: the scenario is the base."
	}
	if b.session.late {
		name += " · computing…"
	}
	b.name.SetText(name)
	b.note.SetText(note)
	b.note.Hidden = note == ""
	setEnabled(b.save, tried && b.unread() == "")
	setEnabled(b.back, tried || ok)
	return before != (note == "")
}

// backToBase takes everything back that is tried.
func (w *Window) backToBase() { w.whatIf.backToBase() }
