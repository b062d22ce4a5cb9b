package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestFilteredDocumentsStandApart: under no filter, in no layout, does a company of a real document lie on another.
func TestFilteredDocumentsStandApart(t *testing.T) {
	for name, in := range realDocuments(t) {
		for _, as := range deal.Layouts {
			whole := picture.ArrangedAs(in, as)
			for _, view := range picture.FilteredViews {
				shown := picture.Filtered(t, whole, view)
				shown.Places = shown.Parted(nil)
				if pairs := picture.OverlappingDiscs(picture.Build(shown)); len(pairs) > 0 {
					t.Errorf("%s, %s, %+v: %v overlap", name, as, view, pairs)
				}
			}
		}
	}
}
