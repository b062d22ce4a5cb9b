package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestEveryFlagOfTheDocumentsHasABadge: of the sample, of forty and of three hundred companies.
func TestEveryFlagOfTheDocumentsHasABadge(t *testing.T) {
	inputs := realDocuments(t)
	inputs["three hundred"] = documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	for name, in := range inputs {
		if len(in.Measures.Flags) == 0 {
			t.Errorf("%s has no flags", name)
		}
		for _, as := range deal.Layouts {
			for _, wrong := range picture.BadgesMissing(picture.Build(picture.ArrangedAs(in, as)), in.Measures.Flags) {
				t.Errorf("%s %q: %s", name, as, wrong)
			}
		}
	}
}
