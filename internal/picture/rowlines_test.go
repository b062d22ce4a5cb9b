package picture

import (
	"math"
	"slices"
	"testing"

	"roundtrip/internal/layout"
)

// TestLevelsOfLargeNetworksHaveWords: a small level beside one with several lines does not take the words from all.
func TestLevelsOfLargeNetworksHaveWords(t *testing.T) {
	row := func(at float64, companies int, upper, lower float64) Row {
		return Row{Y: at, companies: companies, upper: upper, lower: lower}
	}
	rows := []Row{row(0, 10, 0, 0), row(300, 3, 300, 300), row(500, 150, 280, 500), row(900, 40, 900, 900)}
	if kept := inOrder(rows); len(kept) != 3 || kept[1].companies != 150 {
		t.Errorf("of %v there stay %v", rows, kept)
	}
	if kept := inOrder([]Row{row(0, 10, 0, 0), row(-100, 10, -100, -100)}); kept != nil {
		t.Errorf("levels that stand the other way round are kept as %v", kept)
	}
	if lines := linesOf([]float64{0, 0, 1, 40, 41, 80}); !slices.Equal(lines, []float64{0, 41}) {
		t.Errorf("the lines are %v", lines)
	}
}

// NearestRows returns how far the first line of a level is from the last one of the level above, where that is least, and
// how high a disc with a name is, of middle size.
func NearestRows(s *Scene) (apart, high float64) {
	apart = math.Inf(1)
	for i := 1; i < len(s.Rows); i++ {
		apart = min(apart, s.Rows[i].begin()-s.Rows[i-1].end())
	}
	radii := make([]float64, len(s.Discs))
	for i := range s.Discs {
		radii[i] = s.Discs[i].Radius
	}
	slices.Sort(radii)
	return apart, 2*radii[len(radii)/2] + layout.LabelGap + blockSize([]string{"Name"}, true, nameSize).Height
}
