package picture

import (
	"testing"

	"roundtrip/internal/network"
)

// TestFreeRimIsOnTheRimAndOffTheBadges looks at every company of the sample, with its badges in every direction.
func TestFreeRimIsOnTheRimAndOffTheBadges(t *testing.T) {
	scene := Build(dealInput(t, network.View{}))
	for _, disc := range scene.Discs {
		for _, from := range badgeCorners {
			for worn := range Badges(1 << BadgeMore) { // which stands for some of them
				disc.Badges = worn
				for at := range disc.badgesAt {
					disc.badgesAt[at] = badgePlace{from + 1.2*float64(at), badgeOut}
				}
				at := disc.FreeRim()
				if off := disc.near(at); off > 0.5 || disc.near(between(disc.Centre, at, 1.1)) == 0 {
					t.Fatalf("%s: the handle at %v is %v off the rim", disc.Name, at, off)
				}
				for badge := range worn.List() {
					if gap := distance(at, disc.badgeCentre(badge)); gap < badgeRim {
						t.Errorf("%s, badges %v from %v: the handle is %v from a badge", disc.Name, worn.List(), from, gap)
					}
				}
			}
		}
	}
}
