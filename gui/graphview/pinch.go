package graphview

import "fyne.io/fyne/v2"

// Pinched zooms as the wheel does, about a place in the window. It does nothing when that is beside the canvas. The
// factor, above 0, is what the two fingers have spread by.
func (v *View) Pinched(at fyne.Position, factor float64) {
	place, size := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(v)), v.Size()
	if place.X >= 0 && place.Y >= 0 && place.X < size.Width && place.Y < size.Height {
		v.zoomAt(v.pixel(place), factor)
	}
}
