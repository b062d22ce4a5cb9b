package picture

import "fmt"

// BadgesOnOthers returns the badges that lie on another company as both are drawn, and how many are drawn: brute force.
func BadgesOnOthers(s *Scene, c Camera) (wrong []string, drawn int) {
	d := &drawing{scene: s, camera: c, f: c.factor()}
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
		}
	}
	return wrong, drawn
}
