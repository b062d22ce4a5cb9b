package gui

import (
	"slices"

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
	menuOfLoop = []string{
		"The loop by itself", "Next loop", "Previous loop", "", "Zoom to what is selected", "Put on a circle, loops in order", "",
		"Only the selected companies", "Select nothing",
	}
	menuOfSource = []string{"Change…", "Select nothing"}
	menuOfCanvas = []string{
		"Add deal…", "Add company…", "Select all companies", "",
		"Fit to window", "Natural size", "Lay out anew", "", "All companies", "Clear filters", "",
		"Show or hide the legend", "Show or hide the overview", "Full screen for a presentation",
	}
)

// showTargetMenu selects what the right button was pressed on and lists what can be done with it. One of several
// selected companies stands for all of them, and a leg of the selected loop for the loop.
func (w *Window) showTargetMenu(target picture.Target, at fyne.Position) {
	switch s := w.session.selection; {
	case target.Company != 0 && slices.Contains(s.Companies, target.Company):
	case target.Leg != 0 && len(s.Loop) > 0 && w.litByLoop(target):
	default:
		w.selectTarget(target)
	}
	w.showMenu(at)
}

// litByLoop reports whether the leg belongs to the selected loop.
func (w *Window) litByLoop(target picture.Target) bool {
	scene, _ := w.canvas.Scene()
	arrow, ok := scene.Arrow(target.Leg)
	return ok && arrow.Emphasis == picture.Lit
}

// menuOfSelected returns the labels of what can be done with what is selected.
func (w *Window) menuOfSelected() []string {
	s := w.session
	switch {
	case len(s.selection.Loop) > 0:
		return menuOfLoop
	case s.source != 0:
		return menuOfSource
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
func (w *Window) showMenu(at fyne.Position) { w.showMenuOf(w.menuOfSelected(), at) }

func (w *Window) showMenuOf(labels []string, at fyne.Position) {
	var items []*fyne.MenuItem
	line := false
	for _, label := range labels {
		if label == "" {
			line = len(items) > 0
			continue
		}
		c := w.commandLabelled(label)
		if c == nil || c.enabled != nil && !c.enabled() {
			continue
		}
		if line {
			items = append(items, fyne.NewMenuItemSeparator())
			line = false
		}
		items = append(items, fyne.NewMenuItem(c.label, c.try))
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
