package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// fullScreen is the label of the command that begins a presentation and ends it.
const fullScreen = "Full screen for a presentation"

// canvasCommands are the commands of what is selected on the canvas, beside those of the document and the view.
func (w *Window) canvasCommands(free func() bool) []*command {
	two := func() bool { return len(w.session.selection.Companies) == 2 && free() }
	one := func() bool { _, ok := w.session.selectedCompany(); return ok && free() }
	hasLoop := func() bool { return (len(w.session.selection.Loop) > 0 || w.loopView.on()) && free() }
	onLoop := func() bool { _, ok := w.loopOfSelected(); return ok && free() }
	return []*command{
		{menu: "Edit", label: "Select all companies", key: fyne.KeyA, divider: true, run: func() {
			w.unlessTyping(&fyne.ShortcutSelectAll{}, func() {
				if free() {
					w.selectAll()
				}
			})
		}},
		{menu: "Edit", label: "Add deal between the two…", key: fyne.KeyD, shift: true, enabled: two, run: w.addDealBetweenSelected},
		{menu: "Edit", label: "Add deal that it pays…", enabled: one, run: func() { w.addDealOfSelected(true) }},
		{menu: "Edit", label: "Add deal that pays it…", enabled: one, run: func() { w.addDealOfSelected(false) }},
		{menu: "Edit", label: "What can be done with it", key: desktop.KeyMenu, alone: true, enabled: free, run: w.showMenuOfSelected},

		{menu: "View", label: "Canvas", key: fyne.Key5, divider: true, enabled: free, run: func() { w.window.Canvas().Focus(w.canvas) }},
		{menu: "View", label: "Biggest loop through it", key: fyne.KeyR, shift: true, enabled: onLoop, run: w.selectBiggestLoop},
		{menu: "View", label: "The loop by itself", key: fyne.KeyU, enabled: hasLoop, run: w.toggleLoopView},
		{menu: "View", label: "Show or hide the overview", key: fyne.KeyG, shift: true, divider: true, beside: true, enabled: free, run: w.toggleOverview},
		{menu: "View", label: fullScreen, key: fyne.KeyF11, alone: true, enabled: w.canPresent, run: w.togglePresentation},
	}
}

// arrangeCommands give the selected companies other places.
func (w *Window) arrangeCommands(free func() bool) []*command {
	chosen := func(least int) func() bool {
		return func() bool { return len(w.session.chosenCompanies()) >= least && !w.loopView.on() && free() }
	}
	align := func(at int, key fyne.KeyName) *command {
		way := alignSides[at]
		return w.withAlt(w.needsCompanies(2, &command{menu: "Arrange", label: way.label, key: key, shift: true, enabled: chosen(2),
			run: func() { w.align(way.side, way.said) }}))
	}
	move := func(label string, key fyne.KeyName, across, down float64) *command {
		return w.withAlt(w.needsCompanies(1, &command{menu: "Arrange", label: label, key: key, divider: key == fyne.KeyLeft,
			enabled: chosen(1), run: func() { w.nudgeSelected(across, down) }}))
	}
	other := func(label string, key fyne.KeyName, least int, run func()) *command {
		return w.withAlt(w.needsCompanies(least, &command{menu: "Arrange", label: label, key: key, shift: true, enabled: chosen(least), run: run}))
	}
	list := []*command{
		align(0, fyne.KeyLeft), align(1, fyne.KeyC), align(2, fyne.KeyRight),
		align(3, fyne.KeyUp), align(4, fyne.KeyM), align(5, fyne.KeyDown),
		other("Distribute from left to right", fyne.KeyH, 3, func() { w.distribute(true) }),
		other("Distribute from top to bottom", fyne.KeyV, 3, func() { w.distribute(false) }),
		other("Put on a circle, loops in order", fyne.KeyO, 2, w.arrangeOnCircle),
		move("Move left", fyne.KeyLeft, -1, 0), move("Move right", fyne.KeyRight, 1, 0),
		move("Move up", fyne.KeyUp, 0, -1), move("Move down", fyne.KeyDown, 0, 1),
		other("Pin where it stands", fyne.KeyP, 1, w.pinSelected),
		other("Unpin: let the layout place it", fyne.KeyU, 1, w.unpinSelected),
	}
	unpin := list[len(list)-1]
	unpin.enabled = func() bool { return w.pinnedSelected() && chosen(1)() }
	for _, first := range []*command{list[0], list[3], list[6], list[len(list)-2]} {
		first.divider = true
	}
	return list
}

// withAlt gives the command Alt in place of Ctrl. While an entry has the keyboard the keys are the entry's.
func (w *Window) withAlt(c *command) *command {
	c.alt = true
	run, otherwise := c.run, c.otherwise
	c.run = func() { w.unlessTyping(c.shortcut(), run) }
	if otherwise != nil {
		c.otherwise = func() { w.unlessTyping(c.shortcut(), otherwise) }
	}
	return c
}

// unlessTyping runs the command, or gives the keys that asked for it to the entry that has the keyboard: the menu
// takes them before an entry sees them. Where no key is held the command was chosen in a menu, and means what it says.
func (w *Window) unlessTyping(keys fyne.Shortcut, run func()) {
	if _, typing := w.focusedEntry(); typing && heldKeys() != 0 {
		if entry, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
			entry.TypedShortcut(keys)
		}
		return
	}
	run()
}

// commandFor returns the command that has a key alone. Shift with F10 is the key for menus where there is none.
func (w *Window) commandFor(key fyne.KeyName) (*command, bool) {
	if key == fyne.KeyF10 && heldKeys()&fyne.KeyModifierShift != 0 {
		key = desktop.KeyMenu
	}
	for _, c := range w.commands {
		if c.alone && c.key == key {
			return c, true
		}
	}
	return nil, false
}

// commandLabelled returns the command of a label, or nil.
func (w *Window) commandLabelled(label string) *command {
	for _, c := range w.commands {
		if c.label == label {
			return c
		}
	}
	return nil
}

// preferNoOverview is the name of the preference that keeps the overview away.
const preferNoOverview = "overview hidden"

// toggleOverview shows the overview where it is of use, or never.
func (w *Window) toggleOverview() {
	on := !w.canvas.Overview()
	w.canvas.SetOverview(on)
	w.app.Preferences().SetBool(preferNoOverview, !on)
	if on {
		w.status.say("The overview is shown where not all companies are in sight")
	} else {
		w.status.say("The overview is hidden")
	}
}
