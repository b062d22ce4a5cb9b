package picture

import (
	"fmt"
	"math"
)

// DiscsOnEachOther returns the pairs of companies whose outlines lie on each other as they are drawn at a zoom: brute force.
func DiscsOnEachOther(s *Scene, zoom float64) []string {
	d := &drawing{scene: s, camera: Camera{Zoom: zoom, Scale: 1}, f: zoom}
	var wrong []string
	for i := range s.Discs {
		a := s.Discs[i]
		a.Radius = d.shownRadius(&a)
		for j := range s.Discs {
			b := s.Discs[j]
			b.Radius = d.shownRadius(&b)
			if i == j || distance(a.Centre, b.Centre) > 1.6*(a.Radius+b.Radius) {
				continue
			}
			for _, corner := range shapeDrawn(a.Role, a.Radius*zoom).polygon {
				if at := plus(a.Centre, times(corner, a.Radius)); shapeDrawn(b.Role, b.Radius*zoom).holds(times(minus(at, b.Centre), 1/b.Radius)) {
					wrong = append(wrong, fmt.Sprintf("%s lies on %s: %.2f pixels apart with radii of %.2f and %.2f", a.Name, b.Name,
						distance(a.Centre, b.Centre)*zoom, a.Radius*zoom, b.Radius*zoom))
					break
				}
			}
		}
	}
	return wrong
}

// SmallestSeen returns the radius in pixels of the smallest company as it is drawn.
func SmallestSeen(s *Scene, c Camera) float64 {
	d := &drawing{scene: s, camera: c, f: c.factor()}
	smallest := math.Inf(1)
	for i := range s.Discs {
		smallest = min(smallest, d.shownRadius(&s.Discs[i])*d.f)
	}
	return smallest
}
