package picture

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Hit returns what is at a point of the canvas, or within the tolerance of it (canvas units): the company on
// top, otherwise the nearest leg.
func (s *Scene) Hit(p layout.Point, tolerance float64) Target {
	best, nearest := -1, math.Inf(1)
	for i := range s.Discs {
		disc := &s.Discs[i]
		if distance(p, disc.Centre) > 1.7*disc.Radius+tolerance {
			continue
		}
		// Of two discs that are near, the one drawn last is the one that the eye picks.
		if d := disc.near(p); d <= tolerance && d <= nearest {
			best, nearest = i, d
		}
	}
	if best >= 0 {
		return Target{Company: s.Discs[best].Company}
	}
	for _, passing := range []bool{false, true} {
		if best = s.hitArrow(p, tolerance, passing); best >= 0 {
			return Target{Leg: s.Arrows[best].Leg}
		}
	}
	return Target{}
}

// hitArrow returns the arrow that is nearest to a point, of those that only pass by or of the others, or -1.
func (s *Scene) hitArrow(p layout.Point, tolerance float64, passing bool) int {
	best, nearest := -1, math.Inf(1)
	for i := range s.Arrows {
		arrow := &s.Arrows[i]
		if s.passes(i) != passing {
			continue
		}
		reach := arrow.Width/2 + tolerance
		if curveBounds(arrow.Curve).near(p) > reach {
			continue
		}
		if d := nearCurve(arrow.Curve, p) - arrow.Width/2; d <= tolerance && max(d, 0) <= nearest {
			best, nearest = i, max(d, 0)
		}
	}
	return best
}

// HitLabel returns what the name or amount at a point of the canvas belongs to, at the zoom that is shown.
func (s *Scene) HitLabel(p layout.Point, zoom float64) Target {
	for _, label := range s.Labels(zoom) {
		if label.Box.near(p) == 0 {
			return Target{Company: label.Company, Leg: label.Leg}
		}
	}
	return Target{}
}

// BadgeAt returns the badge at a point of the canvas that is seen at a zoom, and the company that bears it.
func (s *Scene) BadgeAt(p layout.Point, zoom float64) (company deal.CompanyID, badge Badge, ok bool) {
	d := &drawing{scene: s, camera: Camera{Zoom: zoom, Scale: 1}, f: zoom}
	for i := len(s.Discs) - 1; i >= 0; i-- {
		disc := &s.Discs[i]
		if disc.Badges == 0 {
			continue
		}
		radius := disc.badgesDrawn(zoom, 1)
		for at, badge := range disc.Badges.List() {
			if radius > 0 && distance(p, d.badgeAt(disc, at, radius))*zoom <= radius*badgeRim/badgeRadius {
				return disc.Company, badge, true
			}
		}
	}
	return 0, 0, false
}
