package graphview

import (
	"fyne.io/fyne/v2"

	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// SetCovered tells how much of the canvas is covered from its upper left corner on, as by the chips of the filters: a
// camera that shows everything keeps companies, names and amounts out of there.
func (v *View) SetCovered(size fyne.Size) {
	if v.covered == size {
		return
	}
	v.covered = size
	if v.fitted && v.scene != nil && v.content.Network != nil {
		v.paint(false)
	}
	v.overview.follow()
}

// coveredBox returns what is covered of the picture, in pixels; empty where nothing is.
func (v *View) coveredBox() picture.Rect {
	return picture.Rect{High: layout.Point{X: float64(v.covered.Width) * v.pixels, Y: float64(v.covered.Height) * v.pixels}}
}

// covering returns what lies on a camera's picture, in pixels: the legend, and other boxes.
func covering(scene *picture.Scene, c picture.Camera, others ...picture.Rect) []picture.Rect {
	return append(others, scene.LegendBox(c))
}

// hides reports whether a part of the picture has a company, a name or an amount in it.
func hides(scene *picture.Scene, c picture.Camera, box picture.Rect) bool {
	if box.High.X <= box.Low.X || box.High.Y <= box.Low.Y {
		return false
	}
	area := picture.Rect{Low: c.ToWorld(box.Low), High: c.ToWorld(box.High)}
	for i := range scene.Discs {
		if worldBox(&scene.Discs[i]).Overlaps(area) {
			return true
		}
	}
	for _, label := range scene.Labels(c.Zoom) {
		if label.Box.Overlaps(area) {
			return true
		}
	}
	return false
}

// worldBox returns the box around a company on the canvas.
func worldBox(disc *picture.Disc) picture.Rect {
	at, reach := disc.Centre, disc.Radius
	return picture.Rect{Low: layout.Point{X: at.X - reach, Y: at.Y - reach}, High: layout.Point{X: at.X + reach, Y: at.Y + reach}}
}

// fitBelow returns the camera that shows all of a scene: below what is covered where that would hide some of it.
func fitBelow(c picture.Camera, scene *picture.Scene, covered picture.Rect) picture.Camera {
	best := c.Fit(scene)
	if taken := int(covered.High.Y); hides(scene, best, covered) && 2*taken < c.Height {
		lower := c
		lower.Height -= taken
		lower = lower.Fit(scene)
		lower.Height = c.Height
		lower.Centre.Y -= float64(taken) / 2 / (lower.Zoom * lower.Scale)
		if !scene.UnderLegend(lower) || scene.UnderLegend(best) {
			return lower
		}
	}
	return best
}
