package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestLevelsStandApart: between two levels there is at least as much room as a disc and its name take, and of few
// companies every level has its words.
func TestLevelsStandApart(t *testing.T) {
	for name, in := range realDocuments(t) {
		s := picture.Build(picture.ArrangedAs(in, deal.LayoutLayers))
		if len(s.Rows) < 3 {
			t.Errorf("%s: %d levels", name, len(s.Rows))
		}
		if apart, high := picture.NearestRows(s); apart < high {
			t.Errorf("%s: two levels are %.0f apart, a disc and its name are %.0f high", name, apart, high)
		}
		words := make(map[string]bool)
		for _, label := range s.Labels(1) {
			words[label.Lines[0]] = label.Ink == picture.InkRow || words[label.Lines[0]]
		}
		for _, row := range s.Rows {
			if !words[row.Text] {
				t.Errorf("%s: nothing says %q", name, row.Text)
			}
		}
	}
}
