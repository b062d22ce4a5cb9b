package picture

import (
	"math"

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

// badgeCorners are the directions in which a badge stands where all are free, the best first: the upper right, the other
// corners, then the sides.
var badgeCorners = [...]float64{-0.25 * math.Pi, -0.75 * math.Pi, 0.25 * math.Pi, 0.75 * math.Pi, 0, math.Pi, -0.5 * math.Pi, 0.5 * math.Pi}

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

// pinBadges gives each badge a place of its own between the legs that meet its company: beside the one before where that
// is free, otherwise in another gap; inside the company where there is no gap, and a little further out where it is too small. It
// stands where it does while nothing is selected, unless a leg that gives way to the ring of a loop covers it then.
func (b *builder) pinBadges() {
	for i := range b.scene.Discs {
		disc := &b.scene.Discs[i]
		if disc.Badges == 0 {
			continue
		}
		count := len(disc.Badges.List())
		blots := append(b.legsAround(i, Arrow.usually), b.discsAround(i)...)
		for at := range count {
			disc.badgesAt[at] = disc.badgeSpot(at, blots)
			blots = append(blots, blot{disc.badgeCentre(at), badgeRim})
		}
		disc.unlitAt = disc.badgesAt
		moved := b.legsAround(i, Arrow.bowed)
		for at := range count {
			if disc.badgeRoom(disc.badgesAt[at], moved) >= badgeRadius {
				continue
			}
			taken := append(b.legsAround(i, Arrow.now), b.discsAround(i)...)
			for other := range count {
				if other != at {
					taken = append(taken, blot{disc.badgeCentre(other), badgeRim})
				}
			}
			disc.badgesAt[at] = disc.badgeSpot(at, taken)
		}
	}
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

// badgeSpot returns the place of the company's badge of that number.
func (d *Disc) badgeSpot(at int, blots []blot) badgePlace {
	room := func(place badgePlace) float64 { return d.badgeRoom(place, blots) }
	var usual []badgePlace
	if at > 0 {
		before := d.badgesAt[at-1]
		step := 2 * math.Asin(min((badgeRim+badgeApart)/max(d.Radius+badgeOut, badgeRim+badgeApart), 1))
		usual = append(usual, badgePlace{before.angle + step, badgeOut}, badgePlace{before.angle - step, badgeOut})
	}
	for _, angle := range badgeCorners {
		usual = append(usual, badgePlace{angle, badgeOut})
	}
	for _, place := range usual {
		if room(place) >= badgeRim+badgeApart {
			return place
		}
	}
	best, most := usual[0], math.Inf(-1)
	for _, out := range d.badgeDistances() {
		for step := range badgeAngles {
			place := badgePlace{badgeCorners[0] + 2*math.Pi*float64(step)/badgeAngles, out}
			if found := room(place); found > most && (out >= 0 || d.insideClear(place)) {
				best, most = place, found
			}
		}
		if most >= badgeRim+badgeApart {
			break
		}
	}
	return best
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
