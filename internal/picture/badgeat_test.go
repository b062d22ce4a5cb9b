package picture

import (
	"context"
	"testing"

	"roundtrip/internal/network"
)

// TestBadgesAreFoundWhereTheyAreDrawn: the pointer finds every badge at its middle, and none where it is too small to be drawn.
func TestBadgesAreFoundWhereTheyAreDrawn(t *testing.T) {
	in := dealInput(t, network.View{})
	measures, err := network.Measure(context.Background(), in.Book, in.Network, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	in.Measures = measures
	scene, found := Build(in), 0
	for i := range scene.Discs {
		disc := &scene.Discs[i]
		for at, badge := range disc.Badges.List() {
			found++
			company, got, ok := scene.BadgeAt(disc.badgeCentre(at), 1)
			if !ok || company != disc.Company || got != badge {
				t.Errorf("at badge %d of %s there is badge %d of %d", badge, disc.Name, got, company)
			}
			if _, _, ok = scene.BadgeAt(disc.badgeCentre(at), 0.05); ok {
				t.Errorf("badge %d of %s is found where it is not drawn", badge, disc.Name)
			}
		}
		if _, _, ok := scene.BadgeAt(disc.Centre, 1); ok {
			t.Errorf("there is a badge in the middle of %s", disc.Name)
		}
	}
	if found == 0 {
		t.Error("no company has a badge")
	}
}
