package picture

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestBadgesAreFoundWhereTheyAreDrawn: the pointer finds every badge at its middle from near and from afar.
func TestBadgesAreFoundWhereTheyAreDrawn(t *testing.T) {
	in := dealInput(t, network.View{})
	measures, err := network.Measure(context.Background(), in.Book, in.Network, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	in.Measures = measures
	scene, found := Build(in), 0
	for _, zoom := range []float64{3, 1, 0.3, 0.15} {
		d := &drawing{scene: scene, camera: Camera{Zoom: zoom, Scale: 1}, f: zoom}
		for i := range scene.Discs {
			disc := &scene.Discs[i]
			for at, badge := range disc.Badges.List() {
				found++
				company, got, ok := scene.BadgeAt(d.badgeAt(disc, at, disc.badgesDrawn(zoom, 1)), zoom)
				if !ok || company != disc.Company || got != badge {
					t.Errorf("zoom %v: at badge %d of %s there is badge %d of %d", zoom, badge, disc.Name, got, company)
				}
			}
			if _, _, ok := scene.BadgeAt(disc.Centre, zoom); ok {
				t.Errorf("zoom %v: there is a badge in the middle of %s", zoom, disc.Name)
			}
		}
	}
	if found == 0 {
		t.Error("no company has a badge")
	}
}

// TestNoBadgeIsFoundWhereNoneIsDrawn: of companies of many that are too small to have one.
func TestNoBadgeIsFoundWhereNoneIsDrawn(t *testing.T) {
	in := hubInput(t, 100, 200, 1)
	in.Measures = &network.Measures{}
	for _, company := range in.Network.Companies {
		in.Measures.Flags = append(in.Measures.Flags, network.Flag{Rule: network.RuleBeyondMeans, Companies: []deal.CompanyID{company.ID}})
	}
	scene := Build(arranged(in, deal.LayoutStress))
	for i := range scene.Discs {
		disc := &scene.Discs[i]
		if _, _, ok := scene.BadgeAt(disc.badgeCentre(0), 0.05); ok || disc.badgesDrawn(0.05, 1) > 0 {
			t.Errorf("the badge of %s is found, or drawn, where the company has %.1f pixels", disc.Name, disc.Radius*0.05)
		}
	}
}
