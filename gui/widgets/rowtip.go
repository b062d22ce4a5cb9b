package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Above returns the object with the tooltip on top of it, for which it asks for no room.
func Above(object fyne.CanvasObject, tip *Tooltip) fyne.CanvasObject {
	return container.NewStack(object, container.New(freeLayout{}, tip))
}

// freeLayout leaves objects where they were put.
type freeLayout struct{}

// Layout implements fyne.Layout.
func (freeLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// MinSize implements fyne.Layout.
func (freeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// TellOver lets the tooltip tell the lines beside the pointer, inside the object that it is above.
func (t *Tooltip) TellOver(object fyne.CanvasObject, pointer fyne.Position, lines []TooltipLine) {
	t.Tell(lines)
	t.PlaceBeside(pointer.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(object)), object.Size())
	canvas.Refresh(object) // what was never shown does not know its canvas, and would not be painted
}

// rowTip tells after a while what a row has only a part of.
type rowTip struct {
	*Tooltip
	of   int64  // the row that it tells of
	stop func() // gives up the wait; nil at rest
}

// tipAfter is how long the pointer stays on a row before it is told.
const tipAfter = 500 * time.Millisecond

// afterWhile runs the work on the window's goroutine after a while, unless it is stopped before. Tests do not wait.
var afterWhile = func(after time.Duration, work func()) (stop func()) {
	timer := time.AfterFunc(after, func() { fyne.Do(work) })
	return func() { timer.Stop() }
}

func newRowTip() *rowTip {
	tip := &rowTip{Tooltip: NewTooltip(0)}
	tip.Small = true
	return tip
}

// leave tells nothing.
func (t *rowTip) leave() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.Hide()
}

// tellCut waits and then tells beside the pointer what the row has only a part of.
func (t *Table) tellCut(cut func() []TooltipLine, key int64, pointer fyne.Position) {
	tip := t.tip
	if key == tip.of && (tip.stop != nil || tip.Visible()) {
		return
	}
	tip.leave()
	tip.of = key
	tip.stop = afterWhile(tipAfter, func() {
		tip.stop = nil
		tip.Width = max(0, t.Size().Width-28)
		tip.TellOver(t, pointer, cut())
	})
}
