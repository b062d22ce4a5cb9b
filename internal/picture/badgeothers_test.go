package picture

import "fmt"

// BadgesOnOthers returns the badges that lie on another company, another badge, a name or an amount as they are drawn, and how
// many are drawn: brute force.
func BadgesOnOthers(s *Scene, c Camera) (wrong []string, drawn int) {
	d := &drawing{scene: s, camera: c, f: c.factor()}
	labels := s.Labels(c.Zoom)
	for i := range s.Discs {
		disc := &s.Discs[i]
		radius := disc.badgesDrawn(d.f, c.Scale)
		if radius == 0 {
			continue
		}
		for at, badge := range disc.Badges.List() {
			drawn++
			centre := d.badgeAt(disc, at, radius)
			for j := range s.Discs {
				other := s.Discs[j]
				if other.Radius = d.shownRadius(&other); j != i && other.near(centre) < radius/d.f {
					wrong = append(wrong, fmt.Sprintf("badge %d of %s lies on %s", badge, disc.Name, other.Name))
				}
			}
			for before := range at {
				if distance(centre, d.badgeAt(disc, before, radius)) < 2*radius/d.f {
					wrong = append(wrong, fmt.Sprintf("two badges of %s lie on each other", disc.Name))
				}
			}
			for j := range labels {
				if labels[j].Box.near(centre) < 0.9*radius/d.f {
					wrong = append(wrong, fmt.Sprintf("badge %d of %s lies on %q", badge, disc.Name, labels[j].Lines))
				}
			}
		}
	}
	return wrong, drawn
}

// BadgesWorn returns how many companies have each badge that the legend explains in a picture, how many of them are drawn with it,
// and what the legend says of it.
func BadgesWorn(s *Scene, c Camera) (worn, drawn map[Badge]int, said map[Badge]string) {
	worn, drawn, said = make(map[Badge]int), make(map[Badge]int), make(map[Badge]string)
	for i := range s.Discs {
		for _, badge := range s.Discs[i].Badges.List() {
			worn[badge]++
			if s.Discs[i].badgesDrawn(c.factor(), c.Scale) > 0 {
				drawn[badge]++
			}
		}
	}
	for _, column := range s.legendIn(c).columns() {
		for _, cell := range column {
			if cell.sign == signBadge {
				said[cell.badge] = cell.text
			}
		}
	}
	return worn, drawn, said
}
