package layout

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		name        string
		g           Graph
		levels      []float64
		incoherence float64
	}{
		{"nothing", Graph{}, nil, 0},
		{"alone", Graph{N: 2}, []float64{0, 0}, 0},
		{"chain", Graph{N: 3, Edges: [][2]int{{0, 1}, {1, 2}}}, []float64{0, 1, 2}, 0},
		{"loop", Graph{N: 3, Edges: [][2]int{{0, 1}, {1, 2}, {2, 0}}}, []float64{0, 0, 0}, 1},
		{"pair, unequal", Graph{N: 2, Edges: [][2]int{{0, 1}, {1, 0}}, Weight: []float64{3, 1}}, []float64{0, 0.5}, 0.75},
		{"feed-forward", Graph{N: 3, Edges: [][2]int{{0, 1}, {1, 2}, {0, 2}}}, []float64{0, 2.0 / 3, 4.0 / 3}, 1.0 / 9},
		{"two components", Graph{N: 4, Edges: [][2]int{{1, 0}, {2, 3}}}, []float64{1, 0, 0, 1}, 0},
	} {
		levels, incoherence := Levels(c.g)
		if math.Abs(incoherence-c.incoherence) > 1e-9 {
			t.Errorf("%s: incoherence %g, want %g", c.name, incoherence, c.incoherence)
		}
		for i, want := range c.levels {
			if math.Abs(levels[i]-want) > 1e-9 {
				t.Errorf("%s: levels %v, want %v", c.name, levels, c.levels)
				break
			}
		}
	}
}

// TestLevelsSolveTheirEquation checks that at every company the steps of its payments, weighed by money, balance.
func TestLevelsSolveTheirEquation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Graph{N: rapid.IntRange(2, 30).Draw(t, "n")}
		end := rapid.IntRange(0, g.N-1)
		for range rapid.IntRange(1, 90).Draw(t, "m") {
			g.Edges = append(g.Edges, [2]int{end.Draw(t, "payer"), end.Draw(t, "payee")})
			g.Weight = append(g.Weight, rapid.Float64Range(0.01, 300).Draw(t, "weight"))
		}
		levels, _ := Levels(g)
		off := make([]float64, g.N)
		for at, edge := range g.Edges {
			if g.valid(edge) {
				miss := g.Weight[at] * (levels[edge[1]] - levels[edge[0]] - 1)
				off[edge[0]] -= miss
				off[edge[1]] += miss
			}
		}
		for i := range off {
			if math.Abs(off[i]) > 1e-5 {
				t.Fatalf("company %d is off balance by %g at levels %v", i, off[i], levels)
			}
		}
	})
}

// TestLayeredPutsPayersAbove checks rows of a chain of financing with a loop back.
func TestLayeredPutsPayersAbove(t *testing.T) {
	g := dressed(Graph{N: 6, Edges: [][2]int{{0, 2}, {1, 2}, {2, 3}, {2, 4}, {3, 5}, {4, 5}, {5, 2}},
		Weight: []float64{10, 10, 10, 10, 10, 10, 1}})
	points := Layered(context.Background(), g, Options{})
	for _, edge := range g.Edges[:6] {
		if points[edge[0]].Y >= points[edge[1]].Y {
			t.Errorf("payer %d at %v is not above payee %d at %v", edge[0], points[edge[0]], edge[1], points[edge[1]])
		}
	}
	if points[0].Y != points[1].Y || math.Abs(points[3].Y-points[4].Y) > 1e-9 {
		t.Errorf("companies at one level do not stand in one row: %v", points)
	}
}
