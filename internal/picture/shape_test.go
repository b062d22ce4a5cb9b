package picture

import (
	"testing"

	"roundtrip/internal/deal"
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
