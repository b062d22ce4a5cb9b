package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/gui/widgets"
)

// giveBack gives the keyboard to what had it before a form or a question took it; nil is the canvas' own way of having
// it, see arrowFromNowhere. What is no longer there does not get it.
func (w *Window) giveBack(before fyne.Focusable) {
	object, ok := before.(fyne.CanvasObject)
	if ok && object.Visible() && fyne.CurrentApp().Driver().CanvasForObject(object) == w.window.Canvas() {
		w.window.Canvas().Focus(before)
	}
}

// arrowFromNowhere gives an arrow key to the canvas, with the keyboard, while nothing that has arrows of its own has it:
// as when a document has just been opened, or after a button was pressed.
func (w *Window) arrowFromNowhere(event *fyne.KeyEvent) {
	keyboard := w.window.Canvas()
	switch keyboard.Focused().(type) {
	case nil, *widgets.Button:
	default:
		return
	}
	if w.form != nil || w.asked != nil || w.side.open || w.tools.open || keyboard.Overlays().Top() != nil {
		return
	}
	keyboard.Focus(w.canvas)
	if heldKeys()&fyne.KeyModifierShift != 0 {
		w.canvas.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft}) // it went down before the canvas had the keyboard
	}
	w.canvas.TypedKey(event)
}
