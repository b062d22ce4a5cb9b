package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// handleCorners are the directions in which FreeRim looks, as angles from the right towards the bottom.
var handleCorners = [...]float64{-0.75 * math.Pi, -0.25 * math.Pi, 0.75 * math.Pi, 0.25 * math.Pi}

// FreeRim returns the place on the company's rim for a handle to take hold of: the upper left corner, or the first
// other one that no badge is near.
func (d Disc) FreeRim() layout.Point {
	best, farthest := d.Centre, math.Inf(-1)
	for _, angle := range handleCorners {
		sin, cos := math.Sincos(angle)
		at := d.RimTowards(layout.Point{X: cos, Y: sin})
		room := 3 * badgeRim
		for badge := range d.Badges.List() {
			room = min(room, distance(at, d.badgeCentre(badge)))
		}
		if room > farthest {
			best, farthest = at, room
		}
	}
	return best
}

// RimTowards returns the place on the company's rim in a direction, which is one unit long.
func (d Disc) RimTowards(direction layout.Point) layout.Point {
	return plus(d.Centre, times(direction, shapeOf(d.Role).rim(direction)*d.Radius))
}
