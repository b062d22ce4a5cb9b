package picture

import (
	"math"
	"math/bits"

	"roundtrip/internal/layout"
)

// badgePlace is where a badge stands: the angle around its company, from the right towards the bottom, and how far beyond
// the rim its centre is, below 0 inside.
type badgePlace struct{ angle, out float64 }

const (
	// badgeOut is how far outside the rim a badge's centre usually stands, so that it hides little of a small company.
	badgeOut = 2.0
	// badgeFar is how far outside it stands at most: there it still lies on the rim with a part of itself.
	badgeFar = 4.6
	// badgeApart is the canvas between a badge's ground and legs, and between two badges.
	badgeApart = 0.5
	// badgeAngles is how many places around a company are looked at where no corner is free.
	badgeAngles = 72
)

// badgeCorners are the directions in which a badge stands where all are free, the best first: the upper corners, the sides,
// and then the lower corners, since names stand below.
var badgeCorners = [...]float64{-0.25 * math.Pi, -0.75 * math.Pi, 0, math.Pi, 0.25 * math.Pi, 0.75 * math.Pi, -0.5 * math.Pi, 0.5 * math.Pi}

// badgeCentre returns where the company's badge of that number stands.
func (d *Disc) badgeCentre(at int) layout.Point { return d.placeOf(d.badgesAt[at]) }

func (d *Disc) placeOf(place badgePlace) layout.Point {
	sin, cos := math.Sincos(place.angle)
	toward := layout.Point{X: cos, Y: sin}
	return plus(d.Centre, times(toward, shapeOf(d.Role).rim(toward)*d.Radius+place.out))
}

// blot is a round part of the canvas that a badge must not cover.
type blot struct {
	at     layout.Point
	radius float64
}

// placeMarks gives each badge a place of its own between the legs that meet its company: beside the one before where that
// is free, otherwise in another gap; inside the company where there is no gap, and a little further out where it is too small. It
// stands where it does while nothing is selected, unless a leg that gives way to the ring of a loop covers it then. The pin of a
// company that is too small to have it inside has a place as if it were a badge more.
func (b *builder) placeMarks() {
	m := b.marking()
	for i := range b.scene.Discs {
		disc := &b.scene.Discs[i]
		if disc.Badges == 0 && !disc.Pinned {
			continue
		}
		s := m.search(i)
		s.blots = append(b.legsAround(i, Arrow.usually), b.discsAround(i)...)
		s.place()
		disc.unlitAt = disc.badgesAt
		disc.badgesFrom, disc.pinFrom = s.leastZooms()
		b.moveMarks(i, s)
	}
}

// moveMarks gives the badges of a company that a leg covers which has given way to a ring places elsewhere.
func (b *builder) moveMarks(at int, s *markSearch) {
	moved := b.legsAround(at, Arrow.bowed)
	for mark := range s.disc.marks() {
		if s.disc.badgeRoom(s.disc.badgesAt[mark], moved) >= badgeRadius {
			continue
		}
		s.blots, s.worn = append(b.legsAround(at, Arrow.now), b.discsAround(at)...), nil
		for other := range s.disc.marks() {
			if other != mark {
				s.take(other)
			}
		}
		s.disc.badgesAt[mark] = s.spot(mark)
	}
}

// marks returns how many places the company needs for its badges and its pin.
func (d *Disc) marks() int {
	marks := bits.OnesCount8(uint8(d.Badges))
	if d.Pinned {
		marks++
	}
	return marks
}

// now returns the arrow as it runs.
func (a Arrow) now() Arrow { return a }

// bowed returns the arrow where it gives way to the ring of the loop that is selected, otherwise nothing.
func (a Arrow) bowed() Arrow {
	if a.usual == (usualWay{}) {
		return Arrow{}
	}
	return a
}

// badgeRoom returns how much of the canvas around a place for a badge is free of blots, as a radius.
func (d *Disc) badgeRoom(place badgePlace, blots []blot) float64 {
	centre, least := d.placeOf(place), math.Inf(1)
	for _, taken := range blots {
		least = min(least, distance(centre, taken.at)-taken.radius)
	}
	return least
}

// badgeDistances returns how far beyond the rim a badge may stand, the best first.
func (d *Disc) badgeDistances() []float64 {
	distances := []float64{badgeOut}
	if d.Radius*shapeOf(d.Role).inside >= 2.5*badgeRim {
		distances = append(distances, -badgeRim-badgeApart)
	}
	return append(distances, badgeFar)
}

// insideClear reports whether a badge inside the company leaves the name there alone.
func (d *Disc) insideClear(place badgePlace) bool {
	lines, fits := insideName(d.Name, d.Role, d.Radius)
	return !fits || around(d.Centre, blockSize(lines, true, nameSize)).near(d.placeOf(place)) >= badgeRim
}

// badgeReach is how far from a company is looked for what its badges must not cover.
const badgeReach = 3 * badgeRim

// legsAround returns what a badge of a company must not cover of legs as they are led, above all their heads.
func (b *builder) legsAround(at int, led func(Arrow) Arrow) []blot {
	area := b.scene.Discs[at].extent().grown(badgeReach)
	var blots []blot
	add := func(arrow Arrow) {
		if arrow = led(arrow); arrow.Leg != 0 && curveBounds(arrow.Curve).grown(arrow.Width).Overlaps(area) {
			blots = append(blots, arrow.blots(area)...)
		}
	}
	if b.scene.large() {
		for _, end := range b.scene.ends[at] {
			add(b.scene.Arrows[end.arrow])
		}
		return blots
	}
	for i := range b.scene.Arrows {
		add(b.scene.Arrows[i])
	}
	return blots
}

// discsAround returns the other companies that a badge of a company must not cover.
func (b *builder) discsAround(at int) []blot {
	disc := &b.scene.Discs[at]
	area := disc.extent().grown(badgeReach)
	var blots []blot
	for i := range b.scene.Discs {
		other := &b.scene.Discs[i]
		if i != at && distance(other.Centre, disc.Centre) < 2*(disc.Radius+other.Radius)+2*badgeReach && other.extent().Overlaps(area) {
			blots = append(blots, blot{other.Centre, other.Radius * shapeOf(other.Role).outside})
		}
	}
	return blots
}

// blots returns the parts of a leg that lie in an area.
func (a *Arrow) blots(area Rect) []blot {
	const apart = 3.0
	var blots []blot
	pieces := min(max(int(curveLength(a.Shaft)/apart), 2), 400)
	for piece := range pieces + 1 {
		if p := a.Shaft.At(float64(piece) / float64(pieces)); area.near(p) == 0 {
			blots = append(blots, blot{p, a.Width / 2})
		}
	}
	for corner := range a.Head {
		from, to := a.Head[corner], a.Head[(corner+1)%len(a.Head)]
		for step := range 6 {
			if p := between(from, to, float64(step)/6); area.near(p) == 0 {
				blots = append(blots, blot{p, apart / 2})
			}
		}
	}
	return blots
}
