package picture

import (
	"image/color"

	"roundtrip/internal/layout"
)

// The mark of a company that the analyst has put where it stands: a small pin, in pixels at scale 1.
const (
	pinSmallest, pinLargest = 1.9, 4.0
	pinInLegend             = 2.4
	pinPart                 = 0.38 // of the company's radius, up to pinInLegend, and from there pinPartLarge
	pinPartLarge            = 0.2
	pinInside               = 5.0 // the radius from which a company has it inside; it stands beside a smaller one
	pinHigh                 = 0.68

	pinHead, pinGround = 2.1, 3.1 // the radius of its head beside a company, and of the ground around it
	pinOut             = 3.8      // of the middle of its head beyond the rim
	pinNeedle          = 1.2
)

// pinned marks a company that stays where it was put: in its middle, or above the name that stands inside.
func (d *drawing) pinned(disc *Disc, fill color.RGBA) {
	radius, scale := d.shownRadius(disc)*d.f, d.camera.Scale
	if !disc.Pinned || disc.Emphasis == Faded || radius < pinInside*scale {
		return
	}
	centre := d.camera.ToScreen(disc.Centre)
	if _, inside := insideName(disc.Name, disc.Role, disc.Radius); inside {
		centre.Y -= pinHigh * shapeOf(disc.Role).inside * radius
	}
	size := max(min(pinPart*radius, pinInLegend*scale), min(pinPartLarge*radius, pinLargest*scale), pinSmallest*scale)
	d.pin(centre, size, Mix(fill, d.style.On(fill), 0.85))
}

// pinBeside returns where the head of the pin of a small company stands beside it, and whether it has one there.
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

// pinUnder draws the pin of a company that is too small to have it inside: it sticks in the company, which is drawn over its point.
func (d *drawing) pinUnder(disc *Disc) {
	at, beside := d.pinBeside(disc)
	if !beside {
		return
	}
	head, scale := d.camera.ToScreen(at), d.camera.Scale
	needle := straight(head, d.camera.ToScreen(disc.Centre))
	d.pen.stroke(stroke{Curve: needle, Width: (pinNeedle + 2*(pinGround-pinHead)) * scale, Colour: d.style.Rim})
	d.pen.fill(outline{Path: circleShape.placed(head, pinGround*scale), Colour: d.style.Rim})
	d.pen.stroke(stroke{Curve: needle, Width: pinNeedle * scale, Colour: d.style.Text})
	d.pen.fill(outline{Path: circleShape.placed(head, pinHead*scale), Colour: d.style.Text})
}

// pin draws a slanting pin whose head has a radius, around its middle.
func (d *drawing) pin(centre layout.Point, radius float64, colour color.RGBA) {
	head := plus(centre, layout.Point{X: 0.5 * radius, Y: -0.7 * radius})
	point := plus(centre, layout.Point{X: -1.1 * radius, Y: 1.5 * radius})
	d.pen.stroke(stroke{Curve: straight(head, point), Width: 0.42 * radius, Colour: colour})
	d.pen.fill(outline{Path: circleShape.placed(head, radius), Colour: colour})
}
