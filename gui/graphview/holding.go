package graphview

import (
	"math"

	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// Some of the picture is always in sight, as of a map: whoever has lost all of it sees nothing that leads back.

// extent returns the rectangle around all companies, on the canvas.
func (v *View) extent() picture.Rect {
	discs := v.scene.Whole().Discs
	all := worldBox(&discs[0])
	for i := range discs {
		box := worldBox(&discs[i])
		all.Low = layout.Point{X: min(all.Low.X, box.Low.X), Y: min(all.Low.Y, box.Low.Y)}
		all.High = layout.Point{X: max(all.High.X, box.High.X), Y: max(all.High.Y, box.High.Y)}
	}
	return all
}

// holds reports whether there is a picture to be kept in sight.
func (v *View) holds() bool { return v.scene != nil && len(v.scene.Whole().Discs) > 0 }

// heldIn returns how much of a move, in whole pixels, leaves the picture in sight: a part of what is around all companies, and
// a company or leg where there was one before, or where the move would go further out.
func (v *View) heldIn(x, y float64) (float64, float64) {
	if !v.holds() {
		return x, y
	}
	all := v.extent()
	low, high := v.camera.ToScreen(all.Low), v.camera.ToScreen(all.High)
	heldX := heldBack(x, low.X, high.X, float64(v.camera.Width))
	heldY := heldBack(y, low.Y, high.Y, float64(v.camera.Height))
	to := movedBy(v.camera, heldX, heldY)
	if v.shows(to) || heldX == x && heldY == y && !v.shows(v.camera) {
		return heldX, heldY
	}
	back := v.towardsNearest(to)
	return heldX + math.Round(back.X), heldY + math.Round(back.Y)
}

// The parts of the canvas that is covered, or of the picture where that is smaller, by what stays in sight along either axis.
const (
	heldOfCanvas  = 0.2
	heldOfPicture = 0.5
)

// heldBack returns how much of a move along one axis, in whole pixels, leaves a part in sight of what reaches from low to
// high. What is further out already may stay there.
func heldBack(by, low, high, length float64) float64 {
	keep := min(heldOfCanvas*length, heldOfPicture*(high-low))
	if by < 0 {
		return max(by, min(math.Ceil(keep-high), 0))
	}
	return min(by, max(math.Floor(length-keep-low), 0))
}

// movedBy returns the camera that shows the canvas moved by so many pixels.
func movedBy(c picture.Camera, x, y float64) picture.Camera {
	c.Centre.X -= x / (c.Zoom * c.Scale)
	c.Centre.Y -= y / (c.Zoom * c.Scale)
	return c
}

// heldEdge is how far from the edge of the canvas something is in sight, in units of the screen.
const heldEdge = 12

// shows reports whether a camera shows the middle of a company, or a place on a leg.
func (v *View) shows(c picture.Camera) bool {
	whole, edge := v.scene.Whole(), heldEdge*v.pixels
	sees := func(place layout.Point) bool {
		at := c.ToScreen(place)
		return at.X >= edge && at.Y >= edge && at.X <= float64(c.Width)-edge && at.Y <= float64(c.Height)-edge
	}
	for i := range whole.Discs {
		if sees(whole.Discs[i].Centre) {
			return true
		}
	}
	const pieces = 16
	for i := range whole.Arrows {
		for piece := range pieces {
			if sees(whole.Arrows[i].Curve.At(float64(piece) / pieces)) {
				return true
			}
		}
	}
	return false
}

// towardsNearest returns how far to move the canvas, in pixels, for the nearest company to come into sight.
func (v *View) towardsNearest(c picture.Camera) layout.Point {
	var best layout.Point
	least, edge := math.Inf(1), (heldEdge+1)*v.pixels
	discs := v.scene.Whole().Discs
	for i := range discs {
		at := c.ToScreen(discs[i].Centre)
		way := layout.Point{
			X: shiftInto(at.X, at.X, edge, float64(c.Width)-edge), Y: shiftInto(at.Y, at.Y, edge, float64(c.Height)-edge),
		}
		if far := math.Hypot(way.X, way.Y); far < least {
			least, best = far, way
		}
	}
	return best
}

// zoomedAbout returns the pixel that stays where it is when the picture is zoomed at another one: the nearest of the picture.
func (v *View) zoomedAbout(pixel layout.Point) layout.Point {
	if !v.holds() {
		return pixel
	}
	all := v.extent()
	low, high := v.camera.ToScreen(all.Low), v.camera.ToScreen(all.High)
	return layout.Point{X: min(max(pixel.X, low.X), high.X), Y: min(max(pixel.Y, low.Y), high.Y)}
}
