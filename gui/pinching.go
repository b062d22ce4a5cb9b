package gui

import "fyne.io/fyne/v2"

// pinched zooms the canvas where two fingers on a touchpad spread or close, unless something lies over it there.
func (w *Window) pinched(at fyne.Position, factor float64) {
	covered := w.window.Canvas().Overlays().Top() != nil || !w.presentation.on && !w.middle.Visible()
	if !covered {
		w.canvas.Pinched(at, factor)
	}
}
