package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestAmountsStandAtTheirOwnLegs: however far a picture is zoomed in or out, no amount lies on another leg than its own or far
// from it, no leader runs over a company or words, and fewer amounts are told the further out. Among three hundred companies
// eight of the ten largest amounts are told (see TestTheLargestAmountsAreTold), on thin lines where there is no other room, as long
// as the picture fills a window.
func TestAmountsStandAtTheirOwnLegs(t *testing.T) {
	three := documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	forty := documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv"))
	for _, of := range []struct {
		in      picture.Input
		onOther int
	}{{documentOf(t, sample), 0}, {forty, 0}, {three, 10}} {
		for _, as := range deal.Layouts {
			if of.onOther > 0 && as != deal.LayoutStress {
				continue
			}
			scene := picture.Build(picture.ArrangedAs(of.in, as))
			fit := picture.Camera{Width: 1120, Height: 800, Scale: 1}.Fit(scene).Zoom
			before := 0
			for _, part := range []float64{0.3, 0.5, 0.7, 1, 2} {
				got := picture.OnOwnLegs(scene, part*fit)
				if len(got.OnOther) > of.onOther || part < 0.5 && len(got.OnOther) > 0 {
					t.Errorf("%d companies %q at %.1f of the fit: %d of %d lie on another leg: %q", len(scene.Discs), as, part, len(got.OnOther), got.Amounts, got.OnOther)
				}
				if len(got.Crossed) > 0 {
					t.Errorf("%d companies %q at %.1f of the fit: %q", len(scene.Discs), as, part, got.Crossed)
				}
				for _, wrong := range got.Astray {
					t.Errorf("%d companies %q at %.1f of the fit: %s", len(scene.Discs), as, part, wrong)
				}
				if got.Amounts < before {
					t.Errorf("%d companies %q at %.1f of the fit: %d amounts, and %d further out", len(scene.Discs), as, part, got.Amounts, before)
				}
				before = got.Amounts
			}
		}
	}
}
