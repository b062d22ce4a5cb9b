package picture

import (
	"image"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
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
	if line := scene.explained.Lines[len(scene.explained.Lines)-1]; line.Mark != MarkUnpaid || line.Text != "−$5bn: not paid; solid: still paid" {
		t.Errorf("the legend says of legs that are not paid in full: %+v", line)
	}
	if lines := scene.explained.inShort().Lines; lines[len(lines)-1].Text != "−$5bn: not paid" {
		t.Errorf("the short legend says %+v", lines)
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

// TestStakesThatLoseValueAreMarked looks at a fall of valuations, by which everybody is still paid.
func TestStakesThatLoseValueAreMarked(t *testing.T) {
	in := dealInput(t, network.View{})
	var held Arrow
	for _, arrow := range Build(in).Arrows {
		if arrow.Financing && arrow.Width > held.Width {
			held = arrow
		}
	}
	holder := in.Network.Companies[held.Payer].ID
	in.ShowLegend = true
	in.Strain = &Strain{Words: "Stress: valuations fall", Holders: map[deal.CompanyID]HolderLoss{holder: {Amount: "stakes about −$104bn", Legs: []deal.LegID{held.Leg}}}}
	scene := Build(in)
	disc, _ := scene.Disc(holder)
	if len(disc.Badges.List()) != 1 || disc.Badges.List()[0] != BadgeHolder || disc.Emphasis != Lit {
		t.Errorf("the holder: %+v", disc)
	}
	for _, arrow := range scene.Arrows {
		if want := map[bool]Emphasis{true: Plain, false: Faded}[arrow.Leg == held.Leg]; arrow.Emphasis != want || arrow.Unpaid != 0 || arrow.Glow != 0 {
			t.Errorf("leg %d: emphasis %v, unpaid %v, glow %v", arrow.Leg, arrow.Emphasis, arrow.Unpaid, arrow.Glow)
		}
	}
	told := false
	for _, label := range scene.Labels(1) {
		told = told || label.Company == holder && strings.HasSuffix(strings.Join(label.Lines, " "), " stakes about −$104bn")
	}
	if !told {
		t.Error("what the stakes lose does not stand below the holder's name")
	}
	if legend := scene.WithFullLegend().Legend; len(legend.Badges) != 1 || legend.Badges[0] != BadgeHolder {
		t.Errorf("the legend explains %v", legend.Badges)
	}
	if badges := scene.Legend.inShort().Badges; len(badges) != 1 || badges[0] != BadgeHolder {
		t.Errorf("the short legend explains %v", badges)
	}
}

// From afar too, a leg of a known amount that is not paid in full is a double line and never dotted: dots are for amounts that
// are not disclosed.
func TestAThinUnpaidLegIsADoubleLine(t *testing.T) {
	for _, dash := range []Dash{Solid, Dashed, Dotted} {
		for _, width := range []float64{0.2, 1, 3, 9} {
			to, a := &strokes{}, &Arrow{Width: width, Unpaid: 1, Dash: dash, Known: dash != Dotted, Emphasis: Lit}
			d := &drawing{style: Light(), pen: to, f: 1, camera: Camera{Scale: 1}, scene: &Scene{Discs: make([]Disc, 1)}}
			d.unpaid(a, straight(layout.Point{}, layout.Point{X: 100}), width, Light().Commercial)
			if len(to.list) != 2 {
				t.Fatalf("%v wide: drawn with %d lines", width, len(to.list))
			}
			rails, gap := to.list[0], to.list[1]
			if rails.Dash != dash || rails.Width < width || gap.Dash != Solid || gap.Width < 0.9 || rails.Width-gap.Width < 2 {
				t.Errorf("%v wide, dash %v: %+v, and between them %+v", width, dash, rails, gap)
			}
			if gap.Colour != Light().Background || Contrast(rails.Colour, gap.Colour) < 2 {
				t.Errorf("%v wide: the rails are hardly seen: %v", width, rails.Colour)
			}
		}
	}
}
