package layout

import (
	"context"
	"math"
	"testing"
)

// A level has one height in all parts of a drawing.
func TestLevelsHaveOneHeight(t *testing.T) {
	g := Graph{N: 12, Edges: [][2]int{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}, {0, 6}, {1, 7}, {8, 9}, {10, 11}}}
	for range g.N {
		g.Radius, g.Label = append(g.Radius, 12), append(g.Label, Size{60, 13})
	}
	points := Layered(context.Background(), g, Options{Seed: 1})
	levels, _ := Levels(g)
	for i, p := range points {
		for j, q := range points {
			if math.Abs(levels[i]-levels[j]) < 1e-6 && math.Abs(p.Y-q.Y) > 1 {
				t.Errorf("companies %d and %d are on level %g at heights %g and %g", i, j, levels[i], p.Y, q.Y)
			}
		}
	}
}
