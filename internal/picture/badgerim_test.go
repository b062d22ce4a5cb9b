package picture

import (
	"fmt"
	"math"
)

// BadgesOffTheirRim returns the badges that touch their company nowhere as both are drawn at a zoom, and how many are drawn:
// brute force.
func BadgesOffTheirRim(s *Scene, zoom float64) (wrong []string, drawn int) {
	d := &drawing{scene: s, camera: Camera{Zoom: zoom, Scale: 1}, f: zoom}
	for i := range s.Discs {
		disc := s.Discs[i]
		radius := disc.badgesDrawn(zoom, 1)
		if radius == 0 {
			continue
		}
		shown := disc
		shown.Radius = d.shownRadius(&disc)
		for at, badge := range disc.Badges.List() {
			drawn++
			apart := math.Inf(1)
			for _, side := range badgeShapes[badge].placed(d.badgeAt(&disc, at, radius), radius/zoom) {
				for step := range 9 {
					apart = min(apart, shown.near(side.At(float64(step)/8)))
				}
			}
			if apart > 0 {
				wrong = append(wrong, fmt.Sprintf("badge %d of %s is %.1f pixels off at zoom %.2f", badge, disc.Name, apart*zoom, zoom))
			}
		}
	}
	return wrong, drawn
}
