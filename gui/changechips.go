package gui

import (
	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// changeChips lists what is tried, one change a chip, in the order in which it was given. Its chips are kept and
// only say something else while a slider moves. There are two lines of them; a chip at the end shows the others.
type changeChips struct {
	window  *Window
	session *session
	changes []deal.Change
	chips   []*widgets.ChangeChip
	folded  *widgets.Folded
	box     *fyne.Container
	reveal  func(fyne.CanvasObject)              // brings a chip into sight
	tell    func(words string, at fyne.Position) // what of a chip is cut; "" is nothing
}

// chipLines is how many lines of chips are shown at once.
const chipLines = 2

func newChangeChips(w *Window) *changeChips {
	c := &changeChips{window: w, session: w.session, folded: widgets.NewFolded(chipLines, 4)}
	c.box = c.folded.Box
	return c
}

// show brings the chips up to date, and reports whether there are more or fewer of them than before, or others.
func (c *changeChips) show() bool {
	changes := c.session.trial()
	grown := len(changes) != len(c.changes)
	c.changes = changes
	if len(changes) == 0 {
		c.folded.Open(false)
	}
	c.chips = c.chips[:min(len(c.chips), len(changes))]
	for i := len(c.chips); i < len(changes); i++ {
		c.chips = append(c.chips, c.chip(i))
	}
	changed := grown
	for i, words := range whatif.DescribeAll(c.session.book, changes) {
		changed = changed || c.chips[i].Words() != words
		c.chips[i].SetWords(words)
	}
	if changed {
		before := c.box.MinSize().Height
		var shown []fyne.CanvasObject
		for _, chip := range c.chips {
			shown = append(shown, chip)
		}
		c.folded.SetChips(shown)
		grown = grown || c.box.MinSize().Height != before
	}
	return grown
}

func (c *changeChips) chip(i int) *widgets.ChangeChip {
	chip := widgets.NewChangeChip("")
	chip.OnOpened = func() { c.window.editChange(c.changes[i]) }
	chip.OnRemoved = func() { c.remove(i) }
	chip.OnMoved = func(by int) { c.focus(i + by) }
	chip.OnFocus = func() {
		if c.reveal != nil {
			c.reveal(chip)
		}
	}
	chip.OnCut = func(words string, at fyne.Position) {
		if c.tell != nil {
			c.tell(words, at)
		}
	}
	return chip
}

// remove takes a change back; the keyboard stays among the chips while there are some.
func (c *changeChips) remove(i int) {
	words := whatif.Describe(c.session.book, c.changes[i])
	focused, has := c.window.window.Canvas().Focused().(*widgets.ChangeChip)
	c.session.untry(c.changes[i])
	c.window.status.say("Taken back: " + words)
	if has && focused != nil {
		c.focus(min(i, len(c.chips)-1))
	}
}

// focus gives the keyboard to a chip; without chips nothing has it.
func (c *changeChips) focus(i int) {
	switch {
	case len(c.chips) == 0:
		c.window.window.Canvas().Unfocus()
	case i >= 0 && i < len(c.chips):
		c.folded.Unfold(c.chips[i])
		c.window.window.Canvas().Focus(c.chips[i])
	}
}

// editChange opens the form of a change that is tried.
func (w *Window) editChange(change deal.Change) {
	form := newChangeForm(entryOfChange(w.session.book, change), "Try another value")
	form.OnTry = func(to deal.Change) {
		w.dropForm()
		w.session.retry(change, to)
	}
	w.openChangeForm(form)
}

// changeSomething opens the form for a change of any kind.
func (w *Window) changeSomething() { w.tryAbout(deal.Change{Field: deal.ChangeAmount}) }

// tryAbout opens the form for a further change, begun as the given one.
func (w *Window) tryAbout(begun deal.Change) {
	entry := entryOfChange(w.session.book, begun)
	if begun.Value == 0 {
		entry.value = ""
	}
	form := newChangeForm(entry, "Change something else")
	form.OnTry = func(change deal.Change) {
		w.dropForm()
		w.tryChange(change)
	}
	w.openChangeForm(form)
}

func (w *Window) openChangeForm(form *changeForm) {
	form.OnCancel = w.closeForm
	w.openForm(form.smallForm)
}

// tryChange tries one change more and shows what it does.
func (w *Window) tryChange(change deal.Change) {
	w.session.try(change)
	if whatif.IsBase(w.session.book, change) {
		w.status.say("Nothing changes by that: " + whatif.Describe(w.session.book, change))
		return
	}
	w.sides.SelectIndex(whatIfTab)
	w.status.say("Tried: " + whatif.Describe(w.session.book, change))
}
