package picture

import "math"

// The badges of a company stand in a row along its rim where there is a gap for all of them, otherwise each in a gap of its
// own, and where that is too narrow for three or more, the last ones give way to one that counts them.

// place gives all marks of the company their places.
func (s *markSearch) place() {
	blots := s.blots
	for {
		list, at := s.disc.Badges.List(), 0
		for _, place := range s.row(len(list)) {
			s.disc.badgesAt[at] = place
			s.take(at)
			at++
		}
		for ; at < s.disc.marks(); at++ {
			s.disc.badgesAt[at] = s.spot(at)
			s.take(at)
		}
		if len(list) < 3 || s.disc.strained() || s.clear(blots) {
			return
		}
		for _, badge := range list[len(list)-2:] {
			if badge != BadgeMore {
				s.disc.More |= 1 << badge
			}
		}
		s.disc.Badges = s.disc.Badges&^s.disc.More | 1<<BadgeMore
		s.blots, s.worn = blots, nil
	}
}

// row returns places for several badges beside each other in the widest gap that has room for all of them; nil where none has.
func (s *markSearch) row(count int) []badgePlace {
	if count < 2 {
		return nil
	}
	var best []badgePlace
	widest := badgeRim + badgeApart
	for _, out := range [...]float64{badgeOut, (badgeOut + badgeFar) / 2, badgeFar} {
		for step := range badgeAngles {
			places := s.rowFrom(badgePlace{2 * math.Pi * float64(step) / badgeAngles, out}, count)
			room := math.Inf(1)
			for _, place := range places {
				room = min(room, s.disc.badgeRoom(place, s.blots))
			}
			if places != nil && room > widest && s.farClear(places) {
				best, widest = places, room
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// rowFrom returns the places of badges beside each other along the rim, from one on; nil where the rim is too short.
func (s *markSearch) rowFrom(first badgePlace, count int) []badgePlace {
	const turn = math.Pi / 90
	places := []badgePlace{first}
	for place := first; len(places) < count; places = append(places, place) {
		before := s.disc.placeOf(place)
		for place.angle += turn; distance(s.disc.placeOf(place), before) < 2*badgeRim+badgeApart; place.angle += turn {
			if place.angle > first.angle+2*math.Pi {
				return nil
			}
		}
	}
	if distance(s.disc.placeOf(places[0]), s.disc.placeOf(places[count-1])) < 2*badgeRim {
		return nil
	}
	return places
}

// farClear reports whether badges in these places are clear of each other and of other companies from afar.
func (s *markSearch) farClear(places []badgePlace) bool {
	worn := s.worn
	for at, place := range places {
		centre := s.far.badgeIn(s.disc, place, at, readBadge)
		if s.roomFrom(s.far, centre, readBadge*badgeRim/badgeRadius, worn) < 0 {
			return false
		}
		worn = append(worn, centre)
	}
	return true
}

// clear reports whether the company's badges are off what is around it, and from afar off each other and other companies where
// they are always drawn.
func (s *markSearch) clear(blots []blot) bool {
	for at := range s.disc.Badges.List() {
		if s.disc.badgeRoom(s.disc.badgesAt[at], blots) < badgeRadius {
			return false
		}
		for before := range at {
			if distance(s.disc.badgeCentre(at), s.disc.badgeCentre(before)) < 2*badgeRim {
				return false
			}
		}
	}
	return !s.scene.fewMarked() || s.clearFrom(s.far)
}
