package gui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// layoutWords says in the menu, in the history and in the status bar how companies are placed.
var layoutWords = map[deal.Layout]struct{ menu, label, doing, said string }{
	deal.LayoutStress: {"Lay out by stress", "Lay out by stress",
		"Laying out by stress…", "Laid out by stress: who deals stands near"},
	deal.LayoutLayers: {"Lay out in layers: who finances whom", "Lay out in layers",
		"Laying out in layers…", "Laid out in layers"}, // and what the legend says of levels
	deal.LayoutCircle: {"Lay out on a circle, loops in order", "Lay out on a circle",
		"Laying out on a circle…", "Laid out on a circle, loops in order"},
}

// layingOut is a layout that was asked for and does not stand on the canvas yet.
type layingOut struct {
	mode deal.Layout
	said string // what the status bar says when it stands; "": none was asked for
}

// layOut runs what has the canvas lay the companies out, and says what is being done until the picture shows it.
// A picture that is quick to make shows it while that runs.
func (w *Window) layOut(to layingOut, doing string, run func() bool) {
	w.laying = to
	if !run() {
		w.laying = layingOut{}
		return
	}
	if w.laying.said != "" && len(w.session.book.Companies) > 0 {
		w.status.say(doing)
	}
}

// sayLaidOut says that the layout that was asked for stands on the canvas.
func (w *Window) sayLaidOut() {
	if w.laying.said != "" && w.laying.mode == w.session.book.Layout {
		w.status.say(w.laying.said)
	}
	w.laying = layingOut{}
}

// sayAllPinned says that no layout can move anything when every company is pinned, and reports whether that is so.
func (w *Window) sayAllPinned() bool {
	companies := w.session.book.Companies
	if len(companies) == 0 || slices.ContainsFunc(companies, func(company deal.Company) bool { return !company.Pinned }) {
		return false
	}
	w.status.say(fmt.Sprintf("Nothing moved: all %s are pinned (Unpin all: %s, then %s)", counted(len(companies), "company"),
		w.commandLabelled("Select all companies").keyText(), w.commandLabelled("Unpin: let the layout place it").keyText()))
	return true
}

// layOutBy places the companies in another way; those that are pinned stay. It is an edit of the document: whoever
// opens the file sees the same picture, and undo brings the old one back.
func (w *Window) layOutBy(mode deal.Layout) {
	words := layoutWords[mode]
	if w.session.book.Layout == mode && !w.canvas.Placing() {
		w.status.say(w.laidOutWords(mode))
		return
	}
	if w.sayAllPinned() {
		return
	}
	w.layOut(layingOut{mode, w.laidOutWords(mode)}, words.doing, func() bool {
		if w.session.book.Layout == mode {
			return true
		}
		_, err := w.session.apply(deal.Edit{Label: words.label, Seen: w.session.book, Layout: &mode})
		if err != nil {
			w.tell("The companies were not placed", err)
		}
		return err == nil
	})
}

// laidOutWords says how the companies are placed, of layers in the legend's words about levels.
func (w *Window) laidOutWords(mode deal.Layout) string {
	said := layoutWords[mode].said
	if _, built, _ := w.session.shown(); mode == deal.LayoutLayers && built != nil {
		said += ": " + picture.LevelsWords(built)
	}
	return said
}

// layOutAnew gives every company that is not pinned another place. It is no edit of the document, which only remembers
// where a layout has put companies, but undo brings the old places back.
func (w *Window) layOutAnew() {
	if w.sayAllPinned() {
		return
	}
	anew := func() {
		w.layOut(layingOut{w.session.book.Layout, "Laid out anew; companies that you have dragged stay"}, "Laying out anew…", func() bool {
			w.canvas.LayOut()
			return true
		})
	}
	if mode, stood := w.canvas.Found(); len(stood.At) > 0 {
		givenUp := false // it was undone before it had found places: redo looks for them again
		w.session.steps.viewed(step{label: "Lay out anew", exchange: func() {
			if givenUp && w.session.book.Layout == mode {
				givenUp = false
				anew()
				return
			}
			givenUp = w.laying.said != "" && w.laying.mode == mode
			w.laying = layingOut{}
			stood = w.canvas.PutBack(mode, stood)
			w.keepPlaces()
		}})
		tell(w.session.onSteps)
	}
	anew()
}

// layoutCommand is the command that places the companies in one way; the key goes with Alt and Shift.
func (w *Window) layoutCommand(mode deal.Layout, key fyne.KeyName, free func() bool) *command {
	return w.withAlt(&command{
		menu: "Arrange", label: layoutWords[mode].menu, key: key, shift: true, enabled: free, run: func() { w.layOutBy(mode) },
	})
}

// checkChoices marks in the menu the way in which companies are placed now, and whether anything moves by itself.
func (w *Window) checkChoices() {
	menu := w.window.MainMenu()
	if menu == nil {
		return
	}
	for mode, words := range layoutWords {
		w.commandLabelled(words.menu).item.Checked = mode == w.session.book.Layout
	}
	w.commandLabelled(letMove).item.Checked = !w.canvas.Still()
	menu.Refresh()
}
