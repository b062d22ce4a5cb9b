package picture

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// HeadsOverlap returns which part of the area of its arrowheads lies on the head or the line of another leg at the same
// company, by a lattice of points: brute force. It also returns how many heads there are of which more than a twentieth does.
func HeadsOverlap(s *Scene) (part float64, heads int) {
	covered, all := 0, 0
	for i := range s.Arrows {
		a := &s.Arrows[i]
		hidden, points := 0, 0
		for _, p := range latticeOf(a.Head) {
			points++
			if coveredAt(s, i, p) {
				hidden++
			}
		}
		covered, all = covered+hidden, all+points
		if 20*hidden > points {
			heads++
		}
	}
	return float64(covered) / max(float64(all), 1), heads
}

// coveredAt reports whether another leg at the payee of an arrow covers a point of its head.
func coveredAt(s *Scene, own int, p layout.Point) bool {
	at := s.Arrows[own].payeeDisc
	for j := range s.Arrows {
		b := &s.Arrows[j]
		if j == own || b.payeeDisc != at && b.payerDisc != at {
			continue
		}
		if b.payeeDisc == at && inTriangle(b.Head, p) || nearCurve(b.Shaft, p) < b.Width/2 {
			return true
		}
	}
	return false
}

// latticeOf returns points that lie evenly in a triangle.
func latticeOf(t [3]layout.Point) []layout.Point {
	const pieces = 12
	var points []layout.Point
	for i := range pieces {
		for j := range pieces - i {
			u, v := (float64(i)+1.0/3)/pieces, (float64(j)+1.0/3)/pieces
			points = append(points, plus(t[0], plus(times(minus(t[1], t[0]), u), times(minus(t[2], t[0]), v))))
		}
	}
	return points
}

func inTriangle(t [3]layout.Point, p layout.Point) bool {
	side := func(a, b layout.Point) float64 { return (b.X-a.X)*(p.Y-a.Y) - (b.Y-a.Y)*(p.X-a.X) }
	x, y, z := side(t[0], t[1]), side(t[1], t[2]), side(t[2], t[0])
	return x > 0 && y > 0 && z > 0 || x < 0 && y < 0 && z < 0
}

// No arrowhead of the deals of the articles lies on another leg that meets the same company, in any layout.
func TestHeadsOfTheDealsLieApart(t *testing.T) {
	inputs := []Input{dealInput(t, network.View{})}
	for _, as := range deal.Layouts {
		inputs = append(inputs, arranged(dealInput(t, network.View{}), as))
	}
	for _, in := range inputs {
		if part, heads := HeadsOverlap(Build(in)); heads > 0 || part > 0.002 {
			t.Errorf("%q: %d heads lie on others, %.1f%% of their area", in.Book.Layout, heads, 100*part)
		}
	}
}

// Heads at a company lie apart as long as its rim has room for them; where it has not, little of them is covered. Ends
// stay on the rim.
func TestHeadsLieApartWhereTheRimHasRoom(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		companies := rapid.IntRange(2, 30).Draw(r, "companies")
		legs := rapid.IntRange(1, 2*companies).Draw(r, "legs")
		in := hubInput(t, companies, legs, rapid.Uint64Range(0, 1<<20).Draw(r, "seed"))
		scene := Build(arranged(in, rapid.SampledFrom(deal.Layouts).Draw(r, "layout")))
		part, _ := HeadsOverlap(scene)
		if part > 0.12 {
			r.Errorf("%.1f%% of the heads' area is covered", 100*part)
		}
		for i := range scene.Arrows {
			a := &scene.Arrows[i]
			for at, end := range map[int]layout.Point{a.payerDisc: a.Curve.From, a.payeeDisc: a.Curve.To} {
				disc := &scene.Discs[at]
				way := minus(end, disc.Centre)
				if off := length(way) - shapeOf(disc.Role).rim(way)*disc.Radius; math.Abs(off) > 0.1 {
					r.Fatalf("an end of leg %d is %.2f off the rim", a.Leg, off)
				}
			}
		}
	})
}
