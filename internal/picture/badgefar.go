package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// A badge looks for a place that is free where the canvas is seen at natural size, and from afar too, where it covers more of it.

// allWithin is the side of the square, in pixels, into which all companies fit from where badges look for their places: they
// and their names then fill a small window.
const allWithin = 400.0

// marking is the search for the places of the badges and pins of all companies.
type marking struct {
	scene *Scene
	from  []*drawing // from where the scene is looked at: at natural size, and at each level further away until all is seen
}

func (b *builder) marking() *marking {
	m := &marking{scene: b.scene}
	all := nowhere()
	for i := range b.scene.Discs {
		all = all.union(b.scene.Discs[i].extent())
	}
	least := allWithin / max(all.Size().Width, all.Size().Height, 1)
	for zoom := 1.0; len(m.from) == 0 || zoom > least/levelStep; zoom /= levelStep {
		m.from = append(m.from, &drawing{scene: b.scene, camera: Camera{Zoom: zoom, Scale: 1}, f: zoom})
	}
	return m
}

// markSearch is the search for the places of the badges and the pin of one company.
type markSearch struct {
	*marking
	disc  *Disc
	far   *drawing // from where they are looked at from afar
	near  []*Disc  // other companies near to it
	worn  []layout.Point
	blots []blot
}

// search begins the search for a company: from afar it is looked at from where all is seen, or as far away as it may have badges.
func (m *marking) search(at int) *markSearch {
	s := &markSearch{marking: m, disc: &m.scene.Discs[at]}
	for _, s.far = range m.from {
		if !m.scene.fewMarked() && s.far.shownRadius(s.disc)*s.far.f < leastBadged {
			break
		}
	}
	reach := s.disc.mostRadius*widestShape(s.disc) + 3*readBadge/s.far.f
	for i := range m.scene.Discs {
		other := &m.scene.Discs[i]
		if i != at && distance(other.Centre, s.disc.Centre) < reach+other.mostRadius*widestShape(other) {
			s.near = append(s.near, other)
		}
	}
	return s
}

// take keeps the place of one of the company's badges from those that look for one after it.
func (s *markSearch) take(at int) {
	s.blots = append(s.blots, blot{s.disc.badgeCentre(at), badgeRim})
	s.worn = append(s.worn, s.far.badgeAt(s.disc, at, readBadge))
}

// spot returns the place of the company's badge of that number.
func (s *markSearch) spot(at int) badgePlace {
	var usual []badgePlace
	if at > 0 {
		before := s.disc.badgesAt[at-1]
		step := 2 * math.Asin(min((badgeRim+badgeApart)/max(s.disc.Radius+badgeOut, badgeRim+badgeApart), 1))
		usual = append(usual, badgePlace{before.angle + step, badgeOut}, badgePlace{before.angle - step, badgeOut})
	}
	for _, angle := range badgeCorners {
		usual = append(usual, badgePlace{angle, badgeOut})
	}
	best, most := badgePlace{}, math.Inf(-1)
	for _, place := range usual {
		if s.disc.badgeRoom(place, s.blots) < badgeRim+badgeApart {
			continue
		}
		if found := s.farRoom(place, at); found > most {
			best, most = place, found
		}
		if most >= 0 {
			return best
		}
	}
	widest, room := usual[0], math.Inf(-1)
	for _, out := range s.disc.badgeDistances() {
		for step := range badgeAngles {
			place := badgePlace{badgeCorners[0] + 2*math.Pi*float64(step)/badgeAngles, out}
			if out < 0 && !s.disc.insideClear(place) {
				continue
			}
			free := s.disc.badgeRoom(place, s.blots)
			if free > room {
				widest, room = place, free
			}
			if free >= badgeRim+badgeApart {
				if found := s.farRoom(place, at); found > most {
					best, most = place, found
				}
			}
		}
		if !math.IsInf(most, -1) {
			return best
		}
	}
	return widest
}

// farRoom returns by how much the company's badge of that number is clear in a place of other companies, and of the company's other badges, from afar, at
// most 0.
func (s *markSearch) farRoom(place badgePlace, at int) float64 {
	return s.roomFrom(s.far, s.far.badgeIn(s.disc, place, at, readBadge), readBadge*badgeRim/badgeRadius, s.worn)
}

// roomFrom returns by how much a badge with a radius in pixels is clear of other companies and of other badges as they are
// drawn, in canvas units, at most 0.
func (s *markSearch) roomFrom(d *drawing, centre layout.Point, radius float64, worn []layout.Point) float64 {
	room := 0.0
	for _, other := range s.near {
		shown := d.shownRadius(other)
		if away := distance(centre, other.Centre) - radius/d.f; away < room+shown*shapeOf(other.Role).outside {
			drawn := *other
			drawn.Radius = shown
			room = min(room, drawn.near(centre)-radius/d.f)
		}
	}
	for _, at := range worn {
		room = min(room, distance(centre, at)-2*radius/d.f)
	}
	return room
}

// leastZooms returns the zoom from which the company's badges and its pin are drawn: 0, always, among few companies, and among
// many where the company is large enough, and its badges clear of each other and of other companies.
func (s *markSearch) leastZooms() (badges, pin float64) {
	if s.scene.fewMarked() {
		return 0, 0
	}
	if !s.disc.strained() {
		badges = s.least(func(d *drawing) bool { return d.shownRadius(s.disc)*d.f >= leastBadged && s.clearFrom(d) })
	}
	if s.disc.Pinned {
		pin = s.least(func(d *drawing) bool { return d.shownRadius(s.disc)*d.f >= leastPinned })
	}
	return badges, pin
}

// least returns the least zoom at which something is so, as it is at all between that and natural size, and 1 where it is not there.
func (s *markSearch) least(holds func(*drawing) bool) float64 {
	const halvings = 8
	zoom := 1.0
	for _, d := range s.from {
		if holds(d) {
			zoom = d.f
			continue
		}
		for low, halving := d.f, 0; halving < halvings && low < zoom; halving++ {
			middle := *d
			middle.f = (low + zoom) / 2
			if middle.camera.Zoom = middle.f; holds(&middle) {
				zoom = middle.f
			} else {
				low = middle.f
			}
		}
		break
	}
	return zoom
}

// clearFrom reports whether the company's badges are clear of each other and of other companies as they are drawn.
func (s *markSearch) clearFrom(d *drawing) bool {
	var worn []layout.Point
	radius := max(badgeRadius*d.f, readBadge)
	for at := range s.disc.Badges.List() {
		centre := d.badgeAt(s.disc, at, radius)
		if s.roomFrom(d, centre, radius, worn) < 0 {
			return false
		}
		worn = append(worn, centre)
	}
	return true
}
