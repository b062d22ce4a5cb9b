package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestCompaniesAreDrawnApart: no company is drawn onto another, however many there are and however far away they are seen from.
func TestCompaniesAreDrawnApart(t *testing.T) {
	inputs := realDocuments(t)
	inputs["three hundred"] = documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	inputs["five hundred"] = picture.HubInput(t, 500, 1200, 1)
	inputs["two thousand"] = picture.HubInput(t, 2000, 2500, 1)
	for name, in := range inputs {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(in, as))
			fit := picture.Camera{Width: 552, Height: 640, Scale: 1}.Fit(scene).Zoom
			for _, part := range []float64{0.5, 1, 2} {
				if wrong := picture.DiscsOnEachOther(scene, part*fit); len(wrong) > 0 {
					t.Errorf("%s %q at %.1f of the fit: %d companies, such as %s", name, as, part, len(wrong), wrong[0])
				}
			}
		}
	}
}

// TestEveryCompanyOfThousandsIsSeen: where all of the picture is seen in a large window, the smallest company is a dot of two
// pixels, on a circle as well.
func TestEveryCompanyOfThousandsIsSeen(t *testing.T) {
	in := picture.HubInput(t, 2000, 2500, 1)
	for _, as := range deal.Layouts {
		scene := picture.Build(picture.ArrangedAs(in, as))
		camera := picture.Camera{Width: 1280, Height: 800, Scale: 1}.Fit(scene)
		if smallest := picture.SmallestSeen(scene, camera); smallest < 1 {
			t.Errorf("%q: the smallest company has a radius of %.2f pixels", as, smallest)
		}
	}
}
