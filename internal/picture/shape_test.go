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
