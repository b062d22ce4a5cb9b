package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

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

// point waits and then tells, beside the place in the room, what the row has only a part of.
func (t *rowTip) point(cut func() []TooltipLine, of int64, at fyne.Position, room fyne.Size) {
	if of == t.of && (t.stop != nil || t.Visible()) {
		return
	}
	t.leave()
	t.of = of
	t.stop = afterWhile(tipAfter, func() {
		t.stop = nil
		t.Width = max(0, room.Width-28)
		t.Tell(cut())
		t.PlaceBeside(at, room)
	})
}

// leave tells nothing.
func (t *rowTip) leave() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.Hide()
}

// tellCut tells what the row has only a part of, once the pointer has rested on it.
func (t *Table) tellCut(cut func() []TooltipLine, key int64, pointer fyne.Position) {
	at := pointer.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(t))
	t.tip.point(cut, key, at, t.Size())
}
