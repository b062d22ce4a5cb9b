package gui

import (
	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
)

// canvasKeys are the keys of the canvas that no command has.
var canvasKeys = []widgets.Fact{
	{Caption: "+ −", Value: "Zoom in and out"},
	{Caption: "0 1 2", Value: "Show everything, natural size, what is selected"},
	{Caption: "Arrow keys", Value: "Go to the next loop or back; with Shift, move the canvas"},
	{Caption: "Page Down, Page Up", Value: "The next loop, the one before"},
	{Caption: "Space held", Value: "Every drag moves the canvas"},
	{Caption: "Return, Delete", Value: "Change or delete what is selected"},
	{Caption: "Escape", Value: "From wherever the keyboard is: close the menu, panel or form that is open; give up a drag; leave the presentation or the loop by itself; select nothing"},
}

// canvasHands are what the mouse does on the canvas.
var canvasHands = []struct {
	heading string
	facts   []widgets.Fact
}{
	{"Look around", []widgets.Fact{
		{Caption: "Drag on empty canvas", Value: "Move it; with the middle button or the space bar also from a company"},
		{Caption: "Wheel", Value: "Zoom at the pointer, with Ctrl too"},
		{Caption: "Two fingers on a touchpad", Value: "Spread or close them to zoom at the pointer: on macOS, on Windows, and on Linux with X.Org 21.1, Xwayland 22.1 or later"},
		{Caption: "Overview in the corner", Value: "Press or drag in it to go there. It shows itself when companies are out of sight, and can be switched off in the menu View"},
		{Caption: "Click on the legend", Value: "The whole of it, or a short one; where it would take much of the canvas it is short by itself. Ctrl+G hides it"},
	}},
	{"Select", []widgets.Fact{
		{Caption: "Click", Value: "Select a company or a leg; on empty canvas, nothing"},
		{Caption: "Ctrl or Shift with a click", Value: "Add a company to what is selected, or take it out; in the list of companies too"},
		{Caption: "Shift with a drag", Value: "Select every company in the rectangle; with Ctrl as well, add them"},
		{Caption: "Double click", Value: "Change a company or a deal"},
		{Caption: "Right button", Value: "What can be done with the company, the leg, the loop or the canvas. What is selected stays so on any part of it and on empty canvas, and the menu is of all of it"},
	}},
	{"Move and arrange", []widgets.Fact{
		{Caption: "Drag a company", Value: "Pin it where it is released; if it is one of several selected, all of them. Seen from so far that it is a dot of less than 12 points, only a selected one is taken along: a drag from another moves the canvas. Two companies never stand on each other: the one that was dropped goes to the nearest free place"},
		{Caption: "Menu Arrange", Value: "Line the selected companies up, spread them evenly, put them on a circle in the order of payment, or unpin them. Who is in the way steps aside. Every move, laying out anew too, is one step that Ctrl+Z takes back"},
	}},
	{"Enter a deal", []widgets.Fact{
		{Caption: "Drag from a company's rim", Value: "Or from the arrow that stands there while the pointer is on it, to the company that is paid: the form opens with both filled in. Seen from so far that its radius is less than 14 points, a company has the arrow only. Ctrl with a drag from anywhere on the company does the same"},
	}},
	{"Loops", []widgets.Fact{
		{Caption: "The loop by itself", Value: "Only its companies, in a ring, clockwise in the order of payment; the inspector beside it lists legs, amounts, categories and sources. What is exported is this picture"},
		{Caption: "Moving money", Value: "Along the selected loop, from payer to payee, while the window has the focus. It stands still where nobody has touched the canvas for 20 seconds, in a presentation for 10 minutes; the menu View switches it off"},
		{Caption: "Full screen", Value: "The picture with its title and legend and the sentence of the loop, for an audience; arrow keys go from loop to loop, and every key of the canvas, its filters and its loops works as beside the tables"},
	}},
}

// showCanvasHelp explains how to work on the canvas.
func (w *Window) showCanvasHelp() {
	var parts []fyne.CanvasObject
	for _, part := range canvasHands {
		parts = append(parts, section(part.heading), widgets.Facts(part.facts))
	}
	parts = append(parts, section("Keys on the canvas"), widgets.Facts(canvasKeys))
	w.showHelp("Working on the canvas", widgets.Stacked(4, parts...))
}

// showKeys lists every command with its keys, menu by menu, and the keys that are no command's.
func (w *Window) showKeys() {
	var parts []fyne.CanvasObject
	for _, menu := range menus {
		var facts []widgets.Fact
		for _, c := range w.commands {
			if key := c.keyText(); key != "" && c.menu == menu {
				facts = append(facts, widgets.Fact{Caption: key, Value: c.label})
			}
		}
		if len(facts) > 0 {
			parts = append(parts, section(menu), widgets.Facts(facts))
		}
	}
	parts = append(parts, section("On the canvas"), widgets.Facts(canvasKeys),
		section("In a list"), widgets.Facts([]widgets.Fact{
			{Caption: "Arrow keys, Home, End", Value: "Select a row; with Shift, in the list of companies, beside those that are selected"},
			{Caption: "Return, Delete", Value: "Change or delete what is selected; in the list of loops Return shows the loop by itself"},
		}))
	w.showHelp("Keys", widgets.Stacked(4, parts...))
}
