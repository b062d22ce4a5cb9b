package picture

import (
	"image"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestStrainIsMarkedWithoutColour looks at what a stress test draws: the number of the wave, the leg that is hollow and
// what it loses, and everybody else faded.
func TestStrainIsMarkedWithoutColour(t *testing.T) {
	in := dealInput(t, network.View{})
	var hit Arrow
	for _, arrow := range Build(in).Arrows {
		if arrow.Known && arrow.Width > hit.Width {
			hit = arrow
		}
	}
	payer := in.Network.Companies[hit.Payer].ID
	in.Strain = &Strain{
		Words: "Stress: it fails, wave 0 of 2", Waves: map[deal.CompanyID]int{payer: 2},
		Lost: map[deal.LegID]LegLoss{hit.Leg: {Part: 0.5, Amount: "−$5bn"}},
	}
	scene := Build(in)
	arrow, _ := scene.Arrow(hit.Leg)
	if arrow.Unpaid != 0.5 || arrow.Amount != "−$5bn" || arrow.Emphasis != Lit || arrow.Glow != 0 {
		t.Errorf("the leg that is hit: %+v", arrow)
	}
	for _, other := range scene.Arrows {
		if other.Leg != hit.Leg && other.Emphasis != Faded {
			t.Errorf("leg %d is not faded", other.Leg)
		}
	}
	disc, _ := scene.Disc(payer)
	if disc.Wave != 2 || disc.Badges.List()[0] != BadgeFallen || disc.Emphasis != Lit {
		t.Errorf("the company that falls: %+v", disc)
	}
	if !strings.Contains(strings.Join(scene.explained.Notes, " "), "wave 0 of 2") {
		t.Errorf("the legend does not say what is shown: %v", scene.explained.Notes)
	}
	camera := Camera{Width: 900, Height: 700, Scale: 1, Zoom: 1}.Fit(scene)
	plain, strained := image.NewRGBA(image.Rect(0, 0, 900, 700)), image.NewRGBA(image.Rect(0, 0, 900, 700))
	Paint(strained, scene, camera, Light())
	in.Strain = nil
	Paint(plain, Build(in), camera, Light())
	if string(plain.Pix) == string(strained.Pix) {
		t.Error("the stress test is not drawn")
	}
}
