package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestBadgesAreOnNoOtherCompany: no badge lies on a company that does not bear it, in any layout and at several sizes; those of
// forty companies in layers are there in a small window too.
func TestBadgesAreOnNoOtherCompany(t *testing.T) {
	inputs := realDocuments(t)
	inputs["three hundred"] = documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	for name, in := range inputs {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(in, as))
			for _, size := range [][2]int{{552, 640}, {1200, 900}, {1400, 1200}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				wrong, drawn := picture.BadgesOnOthers(scene, camera)
				for _, wrong := range wrong {
					t.Errorf("%s %q in %v: %s", name, as, size, wrong)
				}
				if name == "forty" && as == deal.LayoutLayers && drawn < 4 {
					t.Errorf("%s %q in %v: %d badges are drawn", name, as, size, drawn)
				}
			}
		}
	}
}
