package picture

import (
	"image/color"

	"roundtrip/internal/layout"
)

// The mark of a company that the analyst has put where it stands: a small pin, in pixels at scale 1.
const (
	pinSmallest, pinLargest = 2.4, 4.0
	pinPart                 = 0.2 // of the company's radius, between the two
	pinInside               = 7.0 // the radius from which a company has it inside; it sticks in the rim of a smaller one
	pinHigh                 = 0.68

	pinHead, pinGround = 2.1, 3.1 // the radius of its head beside a company, and of the ground around it
	pinOut             = 2.6      // of the middle of its head beyond the rim
	pinDeep            = 0.45     // where its point is, in the company's radii from the middle
)

// pinned marks a company that stays where it was put: in its middle, or above the name that stands inside; a small one at its rim.
func (d *drawing) pinned(disc *Disc, fill color.RGBA) {
	if head, beside := d.pinBeside(disc); beside {
		d.pinIn(disc, head, fill)
		return
	}
	radius := d.shownRadius(disc) * d.f
	if !disc.Pinned || disc.Emphasis == Faded || radius < pinInside*d.camera.Scale {
		return
	}
	centre := d.camera.ToScreen(disc.Centre)
	if _, inside := insideName(disc.Name, disc.Role, disc.Radius); inside {
		centre.Y -= pinHigh * shapeOf(disc.Role).inside * radius
	}
	size := min(max(pinPart*radius, pinSmallest*d.camera.Scale), pinLargest*d.camera.Scale)
	d.pin(centre, size, Mix(fill, d.style.On(fill), 0.85))
}

// pinBeside returns where the head of the pin of a small company stands beside it, and whether it does.
func (d *drawing) pinBeside(disc *Disc) (head layout.Point, beside bool) {
	shown := *disc
	shown.Radius = d.shownRadius(disc)
	if !disc.Pinned || disc.Emphasis == Faded || d.f < disc.pinFrom*d.camera.Scale || shown.Radius*d.f >= pinInside*d.camera.Scale {
		return head, false
	}
	place := disc.badgesAt[disc.marks()-1]
	place.out = pinOut * d.camera.Scale / d.f
	return shown.placeOf(place), true
}

// pinIn draws a pin that sticks in the rim of a small company.
func (d *drawing) pinIn(disc *Disc, at layout.Point, fill color.RGBA) {
	scale, colour := d.camera.Scale, d.style.Text
	head, centre := d.camera.ToScreen(at), d.camera.ToScreen(disc.Centre)
	d.pen.fill(outline{Path: circleShape.placed(head, pinGround*scale), Colour: d.style.Rim})
	point := plus(centre, times(unit(minus(head, centre)), pinDeep*d.shownRadius(disc)*d.f))
	d.pen.stroke(stroke{Curve: straight(head, point), Width: scale, Colour: Mix(fill, d.style.On(fill), 0.85)})
	d.pen.fill(outline{Path: circleShape.placed(head, pinHead*scale), Colour: colour})
}

// pin draws a slanting pin whose head has a radius, around its middle.
func (d *drawing) pin(centre layout.Point, radius float64, colour color.RGBA) {
	head := plus(centre, layout.Point{X: 0.5 * radius, Y: -0.7 * radius})
	point := plus(centre, layout.Point{X: -1.1 * radius, Y: 1.5 * radius})
	d.pen.stroke(stroke{Curve: straight(head, point), Width: 0.42 * radius, Colour: colour})
	d.pen.fill(outline{Path: circleShape.placed(head, radius), Colour: colour})
}
