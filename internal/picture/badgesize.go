package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// From afar badges are as large as they must be to be read, so that they cover more and more of the canvas. Those of few
// companies are always drawn; those of many where they are clear of each other and of other companies.

// badgeRadius is the radius of a badge in canvas units, badgeRim that of the ground around it.
const badgeRadius, badgeRim = 7.0, 8.5

const (
	// readBadge is the least radius of a badge, in pixels at scale 1. Where it is larger than badgePart of its company's it stands
	// beside it, so that the company is seen: badgeBeside of it beyond the rim.
	readBadge, badgePart, badgeBeside = 4.0, 0.45, 0.9
	// badgeTouch is how far beyond the rim the centre of another badge stands at most, in its radii: then its shape lies on the rim.
	badgeTouch = 0.65
	// leastBadged and leastPinned are the radii, in pixels at scale 1, below which a company of many is too small for its badges
	// and for its pin: companies that were put somewhere by hand are few.
	leastBadged, leastPinned = 3.5, 3.0
	// alwaysMarked is up to how many companies badges and pins are drawn however small these are.
	alwaysMarked = 64
)

// strained reports whether a stress test has marked the company: it cannot pay, or its stakes lose value.
func (d *Disc) strained() bool { return d.Badges&(1<<BadgeFallen|1<<BadgeHolder) != 0 }

// badgesDrawn returns the radius in pixels with which the company's badges are drawn, 0 where they are not: at so many pixels
// to a unit of the canvas, on a screen of a scale.
func (d *Disc) badgesDrawn(factor, scale float64) float64 {
	radius := min(factor, textStopsUp*scale) * badgeRadius
	switch {
	case d.strained():
		return max(radius*1.25, 5.5*scale)
	case d.Emphasis == Faded || factor < d.badgesFrom*scale:
		return 0
	}
	return max(radius, readBadge*scale)
}

// beside reports whether a badge that is drawn with a radius in canvas units stands beside the company, not on its rim.
func (d *Disc) beside(radius float64) bool { return radius > badgePart*d.Radius }

// outAt returns how far beyond the rim the centre of a badge of a place stands that is drawn with a radius in canvas units.
func (d *Disc) outAt(place badgePlace, badge Badge, radius float64) float64 {
	if d.beside(radius) {
		sin, cos := math.Sincos(place.angle)
		return badgeBeside * badgeShapes[badge].rim(layout.Point{X: -cos, Y: -sin}) * radius
	}
	return min(place.out, badgeTouch*radius)
}

// badgeAt returns where a badge of the company stands that is drawn with a radius in pixels: at the rim as that is drawn, and
// from near, where badges do not grow with the canvas, no further from it than that it touches it.
func (d *drawing) badgeAt(disc *Disc, at int, radius float64) layout.Point {
	return d.badgeIn(disc, disc.badgesAt[at], at, radius)
}

// badgeIn returns where the company's badge of that number would stand in a place, or its pin, which counts as a badge.
func (d *drawing) badgeIn(disc *Disc, place badgePlace, at int, radius float64) layout.Point {
	badge := BadgeHedging // round, as the head of a pin
	if worn := disc.Badges.List(); at < len(worn) {
		badge = worn[at]
	}
	shown := *disc
	shown.Radius, place.out = d.shownRadius(disc), disc.outAt(place, badge, radius/d.f)
	return shown.placeOf(place)
}

// fewMarked reports whether there are so few companies that the badges and pins of all are drawn.
func (s *Scene) fewMarked() bool { return len(s.dense().Discs) <= alwaysMarked }
