package picture

import (
	"image/color"

	"roundtrip/internal/layout"
)

// The mark of a company that the analyst has put where it stands: a small pin, in pixels at scale 1.
const (
	pinSmallest, pinLargest = 2.4, 4.0
	pinPart                 = 0.2 // of the company's radius, between the two
	pinnedFrom              = 7.0 // a smaller company has none: it could not be told from its badge
	pinHigh                 = 0.68
)

// pinned marks a company that stays where it was put: in its middle, or above the name that stands inside.
func (d *drawing) pinned(disc *Disc, fill color.RGBA) {
	radius := disc.Radius * d.f
	if !disc.Pinned || disc.Emphasis == Faded || radius < pinnedFrom*d.camera.Scale {
		return
	}
	centre := d.camera.ToScreen(disc.Centre)
	if _, inside := insideName(disc.Name, disc.Role, disc.Radius); inside {
		centre.Y -= pinHigh * shapeOf(disc.Role).inside * radius
	}
	size := min(max(pinPart*radius, pinSmallest*d.camera.Scale), pinLargest*d.camera.Scale)
	d.pin(centre, size, Mix(fill, d.style.On(fill), 0.85))
}

// pin draws a slanting pin whose head has a radius, around its middle.
func (d *drawing) pin(centre layout.Point, radius float64, colour color.RGBA) {
	head := plus(centre, layout.Point{X: 0.5 * radius, Y: -0.7 * radius})
	point := plus(centre, layout.Point{X: -1.1 * radius, Y: 1.5 * radius})
	d.pen.stroke(stroke{Curve: straight(head, point), Width: 0.42 * radius, Colour: colour})
	d.pen.fill(outline{Path: circleShape.placed(head, radius), Colour: colour})
}
