package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestHeadsMeetTheirCompanies: whatever the layout and the zoom, every arrowhead's tip is on the outline of its payee.
func TestHeadsMeetTheirCompanies(t *testing.T) {
	inputs := realDocuments(t)
	inputs["three hundred"] = documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	for name, in := range inputs {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(in, as))
			for _, zoom := range []float64{0.1, 0.3, 1, 3} {
				wrong, drawn := picture.TipsOffTheRim(scene, zoom)
				if drawn == 0 {
					t.Errorf("%s %q, zoom %g: no heads", name, as, zoom)
				}
				if len(wrong) > 0 {
					t.Errorf("%s %q, zoom %g: %d of %d: %q", name, as, zoom, len(wrong), drawn, wrong[0])
				}
			}
		}
	}
}
