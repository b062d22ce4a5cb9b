package layout

import (
	"testing"

	"pgregory.net/rapid"
)

// TestPart: whatever stands where, nothing that is free overlaps in the end, and who is fixed or alone has not moved.
func TestPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 40).Draw(t, "count")
		points, fixed := make([]Point, count), make([]bool, count)
		o := Outlines{Reach: make([]float64, count)}
		for i := range points {
			points[i] = Point{rapid.Float64Range(0, 900).Draw(t, "x"), rapid.Float64Range(0, 700).Draw(t, "y")}
			o.Reach[i] = rapid.Float64Range(4, 46).Draw(t, "radius")
		}
		points[0], fixed[0] = NoPlace(), true
		if count > 2 {
			fixed[1] = true
		}
		o.Towards = func(i int, _ Point) float64 { return o.Reach[i] }
		const gap = 6
		apart := Part(points, o, fixed, gap)
		for i, p := range apart {
			alone := true
			for j, q := range apart {
				if i == j || !p.placed() || !q.placed() {
					continue
				}
				if p.distance(q) < o.Reach[i]+o.Reach[j] {
					t.Errorf("%d and %d overlap by %v", i, j, o.Reach[i]+o.Reach[j]-p.distance(q))
				}
				alone = alone && points[i].distance(points[j]) > 400
			}
			if p.placed() && p != points[i] && (fixed[i] || alone) {
				t.Errorf("%d moved from %v to %v", i, points[i], p)
			}
		}
	})
}
