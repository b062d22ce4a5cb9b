package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
)

// command is something that the analyst can ask for. Menu and shortcuts come from one table, commandTable below. Its parts
// that are about one thing stand beside that thing, each in a list of its own that the table takes in: helpCommands here,
// filterCommands in filtercommands.go, timelineCommands in timeline.go, canvasCommands and arrangeCommands in
// canvascommands.go, layoutCommand in layoutmodes.go, scenarioCommands in scenariocommands.go, stressCommands in
// stresscanvas.go and toolCommands in toolcommands.go. No two commands may have the same keys: a test says so.
type command struct {
	menu    string // the menu that lists it
	under   string // the entry of that menu below which it stands; "" is the menu itself
	label   string
	key     fyne.KeyName // with Ctrl (Cmd on macOS); "" has no shortcut
	shift   bool
	alt     bool // Alt takes the place of Ctrl
	alone   bool // the key stands without Ctrl: it is seen where no entry has the keyboard
	divider bool // a line stands above it in its menu
	quits   bool // takes the place of the menu's own way to quit
	beside  bool // what it shows stands beside the canvas: it has nothing to do in a presentation
	enabled func() bool
	run     func()

	otherwise func() // what its keys do where it is not enabled: they say why; nil: nothing

	item *fyne.MenuItem // that stands for it in the menu bar
}

// menus are the menus in their order.
var menus = []string{"File", "Edit", "View", "Filter", "Arrange", "What-if", "Help"}

// shortcut returns the command's keys, or nil. Undo, redo and selecting everything, Ctrl with Z, Y and A alone, are shortcuts
// of their own kind: the window never sees their keys otherwise.
func (c *command) shortcut() fyne.Shortcut {
	if c.key == "" {
		return nil
	}
	if !c.alt && !c.alone && !c.shift {
		switch c.key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	modifier := fyne.KeyModifierShortcutDefault
	switch {
	case c.alt:
		modifier = fyne.KeyModifierAlt
	case c.alone:
		modifier = 0
	}
	if c.shift {
		modifier |= fyne.KeyModifierShift
	}
	return &desktop.CustomShortcut{KeyName: c.key, Modifier: modifier}
}

// try runs the command when it is enabled. Menu shortcuts fire whatever the menu item says, so the check
// stands here.
func (c *command) try() {
	if c.enabled == nil || c.enabled() {
		c.run()
	} else if c.otherwise != nil {
		c.otherwise()
	}
}

// commandTable is everything that can be asked for.
func (w *Window) commandTable() []*command {
	free := func() bool { return w.window.Canvas().Overlays().Top() == nil }
	hasDeal := func() bool { _, ok := w.session.selectedDeal(); return ok && free() }
	canChange := func() bool {
		_, source := w.session.book.Source(w.session.source)
		_, company := w.session.selectedCompany()
		return hasDeal() || (company || source) && free()
	}
	hasRow := func() bool { return (hasDeal() || len(w.session.selection.Companies) > 0) && free() }
	return slices.Concat([]*command{
		{menu: "File", label: "New document…", key: fyne.KeyO, shift: true, enabled: free, run: w.newDocument},
		{menu: "File", label: "Open…", key: fyne.KeyO, enabled: free, run: w.openDocument},
		{menu: "File", label: "Open the sample", enabled: free, run: w.openSample},
		{menu: "File", label: "Save a copy…", key: fyne.KeyS, shift: true, enabled: free, run: w.saveCopy},
		{menu: "File", label: "Import CSV or JSON…", key: fyne.KeyI, divider: true, enabled: free, run: w.importFile},
		{menu: "File", label: "Export deals, everything or a report…", key: fyne.KeyE, enabled: free, run: w.exportFile},
		{menu: "File", label: "Export picture…", key: fyne.KeyE, shift: true, enabled: free, run: w.exportPicture},
		{menu: "File", label: "Copy picture", key: fyne.KeyC, shift: true, enabled: free, run: w.copyPicture},
		{menu: "File", label: "Quit", key: fyne.KeyQ, divider: true, quits: true, run: w.close},

		{menu: "Edit", label: "Undo", key: fyne.KeyZ, run: w.undo},
		{menu: "Edit", label: "Redo", key: fyne.KeyY, run: w.redo},
		{menu: "Edit", label: "Add deal…", key: fyne.KeyN, divider: true, enabled: free, run: w.addDeal},
		{menu: "Edit", label: "Add company…", key: fyne.KeyN, shift: true, enabled: free, run: w.addCompany},
		{menu: "Edit", label: "Exchange rates…", enabled: free, run: w.changeRates},
		{menu: "Edit", label: "Change…", key: fyne.KeyReturn, shift: true, enabled: canChange, run: w.changeSelected},
		{menu: "Edit", label: "Duplicate deal…", key: fyne.KeyD, enabled: hasDeal, run: w.duplicateDeal},
		{menu: "Edit", label: "Delete", key: fyne.KeyDelete, enabled: hasRow, run: func() {
			w.unlessTyping(&desktop.CustomShortcut{KeyName: fyne.KeyDelete, Modifier: fyne.KeyModifierShortcutDefault}, w.deleteSelected)
		}},
		{menu: "Edit", label: "Save entry", key: fyne.KeyReturn, divider: true, enabled: w.canSubmit, run: w.submitForm},
		{menu: "Edit", label: "Find…", key: fyne.KeyF, beside: true, enabled: free, run: w.focusFind},

		{menu: "View", label: "Fit to window", key: fyne.Key0, enabled: free, run: func() { w.canvas.Fit() }},
		{menu: "View", label: "Zoom in", key: fyne.KeyEqual, enabled: free, run: func() { w.canvas.ZoomBy(1.25) }},
		{menu: "View", label: "Zoom out", key: fyne.KeyMinus, enabled: free, run: func() { w.canvas.ZoomBy(1 / 1.25) }},
		{menu: "View", label: "Natural size", key: fyne.Key9, enabled: free, run: func() { w.canvas.NaturalSize() }},
		{menu: "View", label: "Zoom to what is selected", key: fyne.KeyJ, enabled: free, run: func() { w.canvas.FitSelection() }},
		w.layoutCommand(deal.LayoutStress, fyne.KeyS, free),
		w.layoutCommand(deal.LayoutLayers, fyne.KeyL, free),
		w.layoutCommand(deal.LayoutCircle, fyne.KeyR, free),
		{menu: "Arrange", label: "Lay out anew", key: fyne.KeyL, enabled: free, run: w.layOutAnew},
		{menu: "View", label: "Show or hide the legend", key: fyne.KeyG, divider: true, enabled: free, run: w.toggleLegend},
		{menu: "View", label: letMove, key: fyne.KeyE, shift: true, alt: true, enabled: free, run: w.toggleMotion},
		{menu: "View", label: "Next loop", key: fyne.KeyPageDown, divider: true, enabled: free, run: func() { w.stepLoop(1) }},
		{menu: "View", label: "Previous loop", key: fyne.KeyPageUp, enabled: free, run: func() { w.stepLoop(-1) }},
		{menu: "View", label: "Select nothing", enabled: free, run: w.session.selectNothing},
		{menu: "View", label: "Deals", key: fyne.Key1, divider: true, beside: true, enabled: free, run: func() { w.showTable(dealsTab) }},
		{menu: "View", label: "Companies", key: fyne.Key2, beside: true, enabled: free, run: func() { w.showTable(companiesTab) }},
		{menu: "View", label: "Loops", key: fyne.Key3, beside: true, enabled: free, run: func() { w.showTable(loopsTab) }},
		{menu: "View", label: "Sources", key: fyne.Key4, beside: true, enabled: free, run: func() { w.showTable(sourcesTab) }},
		{menu: "View", label: "Light, dark or as the system", key: fyne.KeyT, divider: true, enabled: free, run: w.nextAppearance},

		{menu: "What-if", label: "Move a number", key: fyne.KeyM, beside: true, enabled: free, run: w.focusStake},
		{menu: "What-if", label: "Move the selected leg", key: fyne.KeyM, shift: true, beside: true, enabled: hasDeal, run: w.moveSelectedLeg},
		{menu: "What-if", label: "Back to the base", key: fyne.KeyB, enabled: free, run: w.whatIf.backToBase},
	}, w.helpCommands(free), w.filterCommands(free), w.timelineCommands(free), w.canvasCommands(free), w.arrangeCommands(free), w.scenarioCommands(free), w.stressCommands(free), w.toolCommands(free))
}

func (w *Window) helpCommands(free func() bool) []*command {
	return []*command{
		{menu: "Help", label: "Keys", key: fyne.KeySlash, enabled: free, run: w.showKeys},
		{menu: "Help", label: "Working on the canvas", key: fyne.KeyF1, alone: true, enabled: free, run: w.showCanvasHelp},
		{menu: "Help", label: "What the numbers mean", enabled: free, run: w.showMeasures},
		{menu: "Help", label: "How the numbers are computed", enabled: free, run: w.showMethods},
		{menu: "Help", label: "About Roundtrip", divider: true, enabled: free, run: w.showAbout},
	}
}

// mainMenu lists the commands menu by menu.
func (w *Window) mainMenu() *fyne.MainMenu {
	var list []*fyne.Menu
	for _, name := range menus {
		menu, below := fyne.NewMenu(name), map[string]*fyne.Menu{}
		for _, c := range w.commands {
			if c.menu != name {
				continue
			}
			into := menu
			if c.under != "" {
				if into = below[c.under]; into == nil {
					into = fyne.NewMenu(c.under)
					below[c.under] = into
					entry := fyne.NewMenuItem(c.under, nil)
					entry.ChildMenu = into
					menu.Items = append(menu.Items, entry)
				}
			}
			if c.divider && len(into.Items) > 0 {
				into.Items = append(into.Items, fyne.NewMenuItemSeparator())
			}
			into.Items = append(into.Items, c.menuItem())
		}
		list = append(list, menu)
	}
	return fyne.NewMainMenu(list...)
}

// menuItem makes the entry that stands for the command.
func (c *command) menuItem() *fyne.MenuItem {
	c.item = fyne.NewMenuItem(c.label, c.try)
	c.item.IsQuit = c.quits
	if shortcut := c.shortcut(); shortcut != nil {
		c.item.Shortcut = shortcut
	}
	return c.item
}

// mostStepWords is how many letters of a step the menu has room for.
const mostStepWords = 48

// nameSteps says in the menu what undo and redo would take next: Undo: Hide Microsoft.
func (w *Window) nameSteps(undo, redo string) {
	changed := false
	for command, step := range map[string]string{"Undo": undo, "Redo": redo} {
		words := command
		if letters := []rune(step); len(letters) > mostStepWords {
			words += ": " + string(letters[:mostStepWords-1]) + "…"
		} else if step != "" {
			words += ": " + step
		}
		if item := w.commandLabelled(command).item; item != nil && item.Label != words {
			item.Label, changed = words, true
		}
	}
	if menu := w.window.MainMenu(); changed && menu != nil {
		menu.Refresh()
	}
}

// keyText writes the command's shortcut as a reader expects it.
func (c *command) keyText() string {
	if c.key == "" {
		return ""
	}
	text := "Ctrl+"
	switch {
	case c.alt:
		text = "Alt+"
	case c.alone:
		text = ""
	}
	if c.shift {
		text += "Shift+"
	}
	name := string(c.key)
	switch c.key {
	case fyne.KeyPageDown:
		name = "PageDown"
	case fyne.KeyPageUp:
		name = "PageUp"
	case desktop.KeyMenu:
		name = "Menu key or Shift+F10"
	}
	return text + name
}

// typing is what has an undo of its own: an entry.
type typing interface {
	Content() string
	Settled() bool
	Undo()
	Redo()
}

// focusedEntry returns the entry that has the keyboard, for undo and redo of typing.
func (w *Window) focusedEntry() (typing, bool) {
	entry, ok := w.window.Canvas().Focused().(typing)
	return entry, ok
}
