package gui

import (
	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
)

// layoutWords says in the menu, in the history and in the status bar how companies are placed.
var layoutWords = map[deal.Layout]struct{ menu, label, said string }{
	deal.LayoutStress: {"Lay out by stress", "Lay out by stress",
		"Laid out by stress: who deals stands near"},
	deal.LayoutLayers: {"Lay out in layers: who finances whom", "Lay out in layers",
		"Laid out in layers: money runs down"},
	deal.LayoutCircle: {"Lay out on a circle, loops in order", "Lay out on a circle",
		"Laid out on a circle, loops in order"},
}

// layOutBy places the companies in another way; those that are pinned stay. It is an edit of the document: whoever
// opens the file sees the same picture, and undo brings the old one back.
func (w *Window) layOutBy(mode deal.Layout) {
	if w.session.book.Layout != mode {
		edit := deal.Edit{Label: layoutWords[mode].label, Seen: w.session.book, Layout: &mode}
		if _, err := w.session.apply(edit); err != nil {
			w.tell("The companies were not placed", err)
			return
		}
	}
	w.status.say(layoutWords[mode].said)
}

// layoutCommand is the command that places the companies in one way; the key goes with Alt and Shift.
func (w *Window) layoutCommand(mode deal.Layout, key fyne.KeyName, free func() bool) *command {
	return w.withAlt(&command{
		menu: "Arrange", label: layoutWords[mode].menu, key: key, shift: true, enabled: free, run: func() { w.layOutBy(mode) },
	})
}

// checkLayout marks in the menu the way in which companies are placed now.
func (w *Window) checkLayout() {
	menu := w.window.MainMenu()
	if menu == nil {
		return
	}
	for _, list := range menu.Items {
		for _, item := range list.Items {
			for mode, words := range layoutWords {
				if item.Label == words.menu {
					item.Checked = mode == w.session.book.Layout
				}
			}
		}
	}
	menu.Refresh()
}
