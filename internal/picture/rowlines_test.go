package picture

import (
	"slices"
	"testing"
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
