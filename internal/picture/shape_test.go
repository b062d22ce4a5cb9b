package picture

import (
	"math"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Every role has an outline of its own: colour is not the only sign.
func TestEveryRoleHasItsOwnShape(t *testing.T) {
	for i, role := range deal.Roles {
		own, ok := shapes[role]
		if !ok {
			t.Errorf("%s has no shape and would look like %s", role, deal.RoleOther)
		}
		for _, other := range deal.Roles[:i] {
			if s := shapes[other]; len(s.polygon) == len(own.polygon) && s.extent == own.extent {
				t.Errorf("%s and %s look alike", role, other)
			}
		}
	}
	if len(shapes) != len(deal.Roles) {
		t.Errorf("%d shapes for %d roles", len(shapes), len(deal.Roles))
	}
}

// A company that is drawn with a radius of four pixels or more shows the shape of its role, and legs that are led to the rim
// of that end on what is drawn.
func TestSmallShapesAreToldApart(t *testing.T) {
	const mostAlike, mostOff = 0.91, 0.5
	for i, role := range deal.Roles {
		own := shapeDrawn(role, 4)
		for _, other := range deal.Roles[:i] {
			if alike := overlapOf(own, shapeDrawn(other, 4)); alike > mostAlike {
				t.Errorf("%s and %s share %.0f%% of what they cover", role, other, 100*alike)
			}
		}
		for step := range 360 {
			sin, cos := math.Sincos(2 * math.Pi * float64(step) / 360)
			way := layout.Point{X: cos, Y: sin}
			at, off := times(way, shapeOf(role).rim(way)), math.Inf(1)
			for piece, p := range own.polygon {
				off = min(off, nearSegment(at, p, own.polygon[(piece+1)%len(own.polygon)]))
			}
			if off*smallShape > mostOff {
				t.Errorf("the rim of a small %s is %.2f pixels off at %d degrees", role, off*smallShape, step)
			}
		}
	}
}

// overlapOf returns which part of what two shapes cover both cover.
func overlapOf(a, b *shape) float64 {
	const side = 160
	both, any := 0, 0
	for x := range side {
		for y := range side {
			p := layout.Point{X: 4*float64(x)/side - 2, Y: 4*float64(y)/side - 2}
			if inA, inB := a.holds(p), b.holds(p); inA || inB {
				any++
				if inA && inB {
					both++
				}
			}
		}
	}
	return float64(both) / float64(any)
}

// The distance to the rim, found among the few pieces of its sector, is that to the nearest piece of the whole outline
// that lies in the direction.
func TestRimOfEveryShape(t *testing.T) {
	for role, s := range shapes {
		for step := range 1440 {
			sin, cos := math.Sincos(2 * math.Pi * float64(step) / 1440)
			way := layout.Point{X: cos, Y: sin}
			at, off := times(way, s.rim(way)), math.Inf(1)
			for i, p := range s.polygon {
				off = min(off, nearSegment(at, p, s.polygon[(i+1)%len(s.polygon)]))
			}
			if off > 1e-2 || !s.holds(times(at, 0.99)) || s.holds(times(at, 1.01)) {
				t.Fatalf("the rim of %s at %d of 1440 is %v, %.4f from its outline", role, step, at, off)
			}
		}
	}
}
