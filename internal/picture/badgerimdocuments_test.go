package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestBadgesTouchTheirCompanies: at every zoom each badge that is drawn lies on the rim of its own company or within it.
func TestBadgesTouchTheirCompanies(t *testing.T) {
	inputs := realDocuments(t)
	inputs["three hundred"] = documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	for name, in := range inputs {
		for _, as := range deal.Layouts {
			scene, all := picture.Build(picture.ArrangedAs(in, as)), 0
			for _, zoom := range []float64{0.1, 0.3, 0.5, 1, 2, 3, 8} {
				wrong, drawn := picture.BadgesOffTheirRim(scene, zoom)
				for _, wrong := range wrong {
					t.Errorf("%s %q: %s", name, as, wrong)
				}
				all += drawn
			}
			if all == 0 {
				t.Errorf("%s %q: no badge is drawn", name, as)
			}
		}
	}
}
