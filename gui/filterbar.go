package gui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"roundtrip/gui/widgets"
	"roundtrip/internal/network"
)

// filterBar shows on the canvas, at its top, what is left out, each as a chip that takes it back. The canvas does not
// give way to it: the picture stays still when a filter comes or goes, unless it shows everything and a chip would hide
// some of that.
type filterBar struct {
	window *Window
	flow   *widgets.Flow
	chips  *fyne.Container
	tip    *widgets.Tooltip // what a click on the chip under the pointer does
	box    *fyne.Container
}

// The room around the chips.
const chipsAbove, chipsBeside = 8, 10

func newFilterBar(w *Window) *filterBar {
	b := &filterBar{window: w, flow: &widgets.Flow{Gap: 5}, tip: widgets.NewTooltip(240)}
	b.tip.Small = true
	b.chips = container.New(b.flow)
	b.box = widgets.Inset(b.chips, chipsAbove, chipsBeside)
	b.box.Hide()
	w.session.onBook = append(w.session.onBook, b.show, w.drawFirst)
	w.session.onView = append(w.session.onView, b.show, w.drawAtOnce, func() { w.narrowing.follow(w.session.view) })
	return b
}

// show makes the chips of what is left out now. The keyboard stays where it was among them.
func (b *filterBar) show() {
	session := b.window.session
	filters := session.filters()
	focused := b.focused()
	b.chips.Objects = nil
	b.tip.Tell(nil) // of a chip that may be gone
	for _, filter := range filters {
		chip := widgets.NewFilterChip(filter.Words, func() { b.takeBack(filter) })
		chip.OnPointed = b.point
		b.chips.Objects = append(b.chips.Objects, chip)
	}
	if len(filters) > 1 {
		b.chips.Objects = append(b.chips.Objects, widgets.NewChip("Clear filters", b.window.clearFilters))
	}
	b.box.Hidden = len(filters) == 0
	b.box.Refresh()
	b.window.middle.Refresh()
	switch {
	case focused < 0:
	case len(filters) == 0:
		b.window.window.Canvas().Unfocus()
	default:
		b.window.window.Canvas().Focus(b.chips.Objects[min(focused, len(filters)-1)].(fyne.Focusable))
	}
}

// point tells what a click on the chip under the pointer does.
func (b *filterBar) point(at fyne.Position, over bool) {
	b.tip.Tell(nil)
	if over {
		b.tip.TellOver(b.window.middle, at, []widgets.TooltipLine{{Text: "Remove this filter"}})
	}
}

// focused returns the position of the chip that has the keyboard, or -1.
func (b *filterBar) focused() int {
	focused, ok := b.window.window.Canvas().Focused().(*widgets.FilterChip)
	if !ok {
		return -1
	}
	return slices.Index(b.chips.Objects, fyne.CanvasObject(focused))
}

// takeBack lets count again what the filter leaves out.
func (b *filterBar) takeBack(filter network.Filter) {
	b.window.changeView("Take back “"+filter.Words+"”", func(view *network.View) { *view = filter.Without })
}

// cover tells the canvas how far the chips reach over it. In a presentation the title stands there instead.
func (b *filterBar) cover() {
	covered := fyne.Size{}
	if b.window.presentation.on {
		covered = b.window.presentation.behind.Size()
	} else if b.box.Visible() {
		for _, chip := range b.chips.Objects {
			far := chip.Position().Add(chip.Size())
			covered = covered.Max(fyne.NewSize(far.X+2*chipsBeside, far.Y+2*chipsAbove))
		}
	}
	b.window.canvas.SetCovered(covered)
}

// height returns how high the bar is in a column of the width.
func (b *filterBar) height(width float32) float32 {
	if !b.box.Visible() {
		return 0
	}
	return b.flow.Height(b.chips.Objects, width-2*chipsBeside) + 2*chipsAbove
}
