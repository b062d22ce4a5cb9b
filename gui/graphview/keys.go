package graphview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Focusable  = (*View)(nil)
	_ desktop.Keyable = (*View)(nil)
)

// FocusGained implements fyne.Focusable.
func (v *View) FocusGained() {
	v.focus.show(v, !v.Presented)
	v.watched()
}

// FocusLost implements fyne.Focusable.
func (v *View) FocusLost() {
	v.hand.space, v.hand.shift = false, false
	v.focus.show(v, false)
}

// KeyDown notices the space bar, while which is held every drag moves the canvas, and Shift. Escape gives up what the mouse is
// doing, here because with Ctrl held it is typed as a shortcut.
func (v *View) KeyDown(event *fyne.KeyEvent) {
	v.watched()
	switch event.Name {
	case fyne.KeySpace:
		v.hand.space = true
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		v.hand.shift = true
	case fyne.KeyEscape:
		v.cancelGesture()
	}
}

// KeyUp implements desktop.Keyable.
func (v *View) KeyUp(event *fyne.KeyEvent) {
	switch event.Name {
	case fyne.KeySpace:
		v.hand.space = false
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		v.hand.shift = false
	}
}

// TypedRune zooms: + and − by a step, 0 to everything, 1 to natural size, 2 to what is selected.
func (v *View) TypedRune(r rune) {
	switch r {
	case '+', '=':
		v.ZoomBy(1.25)
	case '-':
		v.ZoomBy(1 / 1.25)
	case '0':
		v.Fit()
	case '1':
		v.NaturalSize()
	case '2':
		v.FitSelection()
	}
}

// step is how far an arrow key moves the canvas, in units of the screen.
const step = 40

// arrows are the directions of the arrow keys on the screen.
var arrows = map[fyne.KeyName]fyne.Delta{
	fyne.KeyUp: {DY: -1}, fyne.KeyDown: {DY: 1}, fyne.KeyLeft: {DX: -1}, fyne.KeyRight: {DX: 1},
}

// TypedKey steps through the loops with the arrow keys, and moves the canvas with them while Shift is held. Escape during a drag has done its work with KeyDown.
func (v *View) TypedKey(event *fyne.KeyEvent) {
	arrow, isArrow := arrows[event.Name]
	switch {
	case isArrow && !v.hand.shift && v.OnStep != nil:
		v.OnStep(int(arrow.DX + arrow.DY))
	case isArrow:
		v.pan(-step*arrow.DX, -step*arrow.DY)
	case event.Name == fyne.KeyEscape && v.hand.dragging:
	case v.WithKey != nil:
		v.WithKey(event)
	}
}
