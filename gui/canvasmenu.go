package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"roundtrip/internal/picture"
)

// What can be done with each thing, by the labels of the commands; "" is a line between them. Commands that make no
// sense at the moment are left out.
var (
	menuOfCompany = []string{
		"Change…", "Add deal that it pays…", "Add deal that pays it…", "",
		"Biggest loop through it", "Zoom to what is selected", "",
		"Let this company fail", "Let it pay nothing for a while…", "Cut it off from a supplier…", "Try another cash…", "",
		"Neighbourhood of 1 step", "Neighbourhood of 2 steps", "Only the selected companies", "Hide the selected companies", "All companies", "",
		"Pin where it stands", "Unpin: let the layout place it", "Delete",
	}
	menuOfCompanies = []string{
		"Add deal between the two…", "Zoom to what is selected", "",
		"Align left", "Align one below the other", "Align right", "Align at the top", "Align side by side", "Align at the bottom", "",
		"Distribute from left to right", "Distribute from top to bottom", "Put on a circle, loops in order", "",
		"Only the selected companies", "Hide the selected companies", "All companies", "",
		"Pin where it stands", "Unpin: let the layout place it", "Delete",
	}
	menuOfLeg = []string{
		"Change…", "Duplicate deal…", "",
		"Move the selected leg", "Try another amount…", "Try another status…", "", "Biggest loop through it", "Zoom to what is selected", "", "Delete",
	}
	menuOfLegs = []string{
		"Zoom to what is selected", "", "Only the selected companies", "Hide the selected companies", "All companies", "", "Select nothing", "", "Delete",
	}
	menuOfLoop = []string{
		"The loop by itself", "Next loop", "Previous loop", "", "Zoom to what is selected", "Put on a circle, loops in order", "",
		"Only the selected companies", "Select nothing",
	}
	menuOfSource = []string{"Change…", "Select nothing"}
	menuBeside   = []string{ // of the canvas beside what is selected, below the menu of that
		"", "Add deal…", "Select all companies", "Select nothing", "Fit to window", "Clear filters",
	}
	menuOfCanvas = []string{
		"Add deal…", "Add company…", "Select all companies", "",
		"Fit to window", "Natural size", "Lay out anew", "", "All companies", "Clear filters", "",
		"Show or hide the legend", "Show or hide the overview", fullScreen,
	}
)

// menuNaming is how the commands for a company or a deal name it, with the place of its name, in a menu that does not stand
// on it.
var menuNaming = map[string]string{
	"Change…": "Change %s…", "Duplicate deal…": "Duplicate %s…", "Delete": "Delete %s",
	"Add deal that it pays…": "Add deal that %s pays…", "Add deal that pays it…": "Add deal that pays %s…",
	"Biggest loop through it": "Biggest loop through %s", "Zoom to what is selected": "Zoom to %s",
	"Neighbourhood of 1 step": "Neighbourhood of %s, 1 step", "Neighbourhood of 2 steps": "Neighbourhood of %s, 2 steps",
	"Only the selected companies": "Only %s", "Hide the selected companies": "Hide %s",
	"Pin where it stands": "Pin %s where it stands", "Unpin: let the layout place it": "Unpin %s: let the layout place it",
	"Try another amount…": "Try another amount of %s…", "Try another status…": "Try another status of %s…",
}

// onlyOnIt is what the menu of empty canvas leaves to the menu that stands on what is selected, so that all of it has room in a
// window of 700 units.
var onlyOnIt = []string{
	"Let this company fail", "Let it pay nothing for a while…", "Cut it off from a supplier…", "Try another cash…",
	"Align left", "Align one below the other", "Align right", "Align at the top", "Align side by side", "Align at the bottom",
	"Distribute from left to right", "Distribute from top to bottom",
}

// mostMenuLetters is how much of a name a menu has room for.
const mostMenuLetters = 28

// showTargetMenu selects what the right button was pressed on and lists what can be done with it. What is part of what is
// selected stands for all of that, and so does the empty canvas: a menu takes no selection away.
func (w *Window) showTargetMenu(target picture.Target, at fyne.Position) {
	switch {
	case target.Nothing() && !w.session.selection.Empty():
		chosen := slices.DeleteFunc(slices.Clone(w.menuOfSelected()), func(label string) bool { return slices.Contains(onlyOnIt, label) })
		w.showMenuOf(besides(chosen, menuBeside), at, w.namedInMenu)
		return
	case !w.selects(target):
		w.selectTarget(target)
	}
	w.showMenu(at)
}

// selects reports whether the company or leg is selected, alone or among others, or lit as part of the selected loop.
func (w *Window) selects(target picture.Target) bool {
	switch s := w.session.selection; {
	case target.Nothing():
		return false
	case len(s.Loop) > 0:
		return slices.Contains(s.Loop, target.Company) || w.litByLoop(target)
	case target.Company != 0:
		return slices.Contains(s.Companies, target.Company)
	default:
		return slices.Contains(s.Legs, target.Leg)
	}
}

// litByLoop reports whether the leg belongs to the selected loop.
func (w *Window) litByLoop(target picture.Target) bool {
	scene, _ := w.canvas.Scene()
	arrow, ok := scene.Arrow(target.Leg)
	return ok && arrow.Emphasis == picture.Lit
}

// besides returns the labels of a menu with others below them, each once.
func besides(labels, others []string) []string {
	labels = slices.Clone(labels)
	for _, label := range others {
		if label == "" || !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return labels
}

// menuOfSelected returns the labels of what can be done with what is selected.
func (w *Window) menuOfSelected() []string {
	s := w.session
	switch {
	case len(s.selection.Loop) > 0:
		return menuOfLoop
	case s.source != 0:
		return menuOfSource
	case len(s.selection.Legs) > 1:
		return menuOfLegs
	case len(s.selection.Legs) > 0:
		return menuOfLeg
	case len(s.selection.Companies) > 1:
		return menuOfCompanies
	case len(s.selection.Companies) == 1:
		return menuOfCompany
	}
	return menuOfCanvas
}

// showMenu lists the commands for what is selected. Their keys stand in the menu bar and in the help: here Fyne would
// write them in a grey that nobody can read.
func (w *Window) showMenu(at fyne.Position) { w.showMenuOf(w.menuOfSelected(), at, w.countedInMenu) }

// countedInMenu returns a command's label as a menu has it: with the number of what would go where that is several, and that
// of the full screen by what it does now.
func (w *Window) countedInMenu(label string) string {
	switch {
	case label == fullScreen && w.presentation.on:
		return "Leave the presentation"
	case label != "Delete":
		return label
	}
	if count := len(w.session.selection.Companies); count > 1 {
		return "Delete the " + counted(count, "company")
	}
	if count := len(w.session.selectedDeals()); count > 1 {
		return "Delete the " + counted(count, "deal") + "…"
	}
	return label
}

// namedInMenu returns a command's label with the name of the company or the deal that it is about.
func (w *Window) namedInMenu(label string) string {
	naming, ok := menuNaming[label]
	if !ok {
		return w.countedInMenu(label)
	}
	name := ""
	if company, ok := w.session.selectedCompany(); ok {
		name = shortenedName(company.Name, mostMenuLetters)
	} else if deals := w.session.selectedDeals(); len(deals) == 1 {
		name = "“" + shortenedName(deals[0].Title, mostMenuLetters) + "”"
	} else {
		return w.countedInMenu(label)
	}
	return strings.ReplaceAll(fmt.Sprintf(naming, name), "……", "…")
}

// showMenuOf lists the commands of the labels, each as it is called there.
func (w *Window) showMenuOf(labels []string, at fyne.Position, called func(label string) string) {
	var items []*fyne.MenuItem
	line := false
	for _, label := range labels {
		if label == "" {
			line = len(items) > 0
			continue
		}
		c := w.commandLabelled(label)
		if c == nil || c.enabled != nil && !c.enabled() || c.beside && w.presentation.on {
			continue
		}
		if line {
			items = append(items, fyne.NewMenuItemSeparator())
			line = false
		}
		items = append(items, fyne.NewMenuItem(called(c.label), c.try))
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.window.Canvas(), at)
}

// showMenuOfSelected lists the commands where what is selected stands on the canvas, for the keyboard.
func (w *Window) showMenuOfSelected() {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(w.canvas)
	size := w.canvas.Size()
	spot := fyne.NewPos(size.Width/2, size.Height/2)
	if place, ok := w.canvas.PlaceOfSelection(); ok {
		spot = fyne.NewPos(min(max(place.X, 0), size.Width), min(max(place.Y, 0), size.Height))
	}
	w.showMenu(at.Add(spot))
}
