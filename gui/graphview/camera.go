package graphview

import (
	"math"

	"fyne.io/fyne/v2"

	"roundtrip/internal/layout"
)

// The zooms that the wheel and the commands stay within.
const (
	leastZoom = 0.02
	mostZoom  = 12
)

// Fit shows everything, and goes on doing so while the content changes.
func (v *View) Fit() {
	v.stopTravel()
	v.pointAway()
	v.fitted, v.refit = true, true
	v.paint(false)
}

// follows reports whether the analyst sees all of the picture and has not moved the camera since, though perhaps companies.
func (v *View) follows() bool { return v.fitted || v.fitsAgain }

// leaveFit has the camera stay where the analyst moves it.
func (v *View) leaveFit() { v.fitted, v.fitsAgain = false, false }

// ZoomBy zooms about the middle of the canvas.
func (v *View) ZoomBy(factor float64) {
	v.zoomAt(layout.Point{X: float64(v.camera.Width) / 2, Y: float64(v.camera.Height) / 2}, factor)
}

func (v *View) zoomAt(pixel layout.Point, factor float64) {
	v.stopTravel()
	v.endGlide()
	v.leaveFit()
	v.camera = v.camera.ZoomedAt(v.zoomedAbout(pixel), min(max(v.camera.Zoom*factor, leastZoom), mostZoom))
	v.follow()
}

// pan moves what is shown by a distance on the screen, in whole pixels: then nothing of what is painted changes. It stops
// before the picture goes out of sight.
func (v *View) pan(dx, dy float32) {
	v.stopTravel()
	v.endGlide()
	v.leaveFit()
	x, y := v.heldIn(math.Round(float64(dx)*v.pixels), math.Round(float64(dy)*v.pixels))
	v.camera = movedBy(v.camera, x, y)
	v.follow()
}

// pixel returns the pixel of a position in the widget.
func (v *View) pixel(at fyne.Position) layout.Point {
	return layout.Point{
		X: float64(at.X-v.origin.X) * v.pixels, Y: float64(at.Y-v.origin.Y) * v.pixels,
	}
}

// world returns the place on the canvas of a position in the widget.
func (v *View) world(at fyne.Position) layout.Point { return v.camera.ToWorld(v.pixel(at)) }

// position returns where in the widget a place on the canvas is shown.
func (v *View) position(world layout.Point) fyne.Position {
	pixel := v.camera.ToScreen(world)
	return fyne.NewPos(v.origin.X+v.units(pixel.X), v.origin.Y+v.units(pixel.Y))
}
