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

// TestFinancingDecidesLevels: edges that do not lead order what nothing else ties, and move nothing else.
func TestFinancingDecidesLevels(t *testing.T) {
	for _, c := range []struct {
		name   string
		g      Graph
		levels []float64
	}{
		{"a customer's purchases, however large", Graph{N: 2, Edges: [][2]int{{0, 1}, {1, 0}}, Weight: []float64{1, 300}, Lead: []float64{1, 0}}, []float64{0, 1}},
		{"a supplier below who pays it", Graph{N: 3, Edges: [][2]int{{0, 1}, {1, 2}}, Weight: []float64{1, 300}, Lead: []float64{1, 0}}, []float64{0, 1, 2}},
		{"two that nothing ties but purchases", Graph{N: 4, Edges: [][2]int{{0, 1}, {2, 3}, {1, 2}}, Lead: []float64{1, 1, 0}}, []float64{0, 1, 2, 3}},
		{"no financing", Graph{N: 3, Edges: [][2]int{{0, 1}, {1, 2}}, Lead: []float64{0, 0}}, []float64{0, 1, 2}},
		{"part of an edge", Graph{N: 2, Edges: [][2]int{{0, 1}, {1, 0}}, Weight: []float64{9, 1}, Lead: []float64{3, 1}}, []float64{0, 0.5}},
	} {
		levels, _ := Levels(c.g)
		for i, want := range c.levels {
			if math.Abs(levels[i]-want) > 1e-9 {
				t.Errorf("%s: levels %v, want %v", c.name, levels, c.levels)
				break
			}
		}
	}
}

// TestAFinancingTreeHasOneLevelAStep draws trees of financing and any purchases beside it: each company stands one level
// below the one that finances it.
func TestAFinancingTreeHasOneLevelAStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Graph{N: rapid.IntRange(2, 30).Draw(t, "n")}
		money := rapid.Float64Range(0.01, 300)
		for child := 1; child < g.N; child++ {
			if rapid.IntRange(0, 5).Draw(t, "root") == 0 {
				continue
			}
			g.Edges = append(g.Edges, [2]int{rapid.IntRange(0, child-1).Draw(t, "financier"), child})
			g.Weight, g.Lead = append(g.Weight, money.Draw(t, "weight")), append(g.Lead, money.Draw(t, "lead"))
		}
		financed := len(g.Edges)
		end := rapid.IntRange(0, g.N-1)
		for range rapid.IntRange(0, 60).Draw(t, "purchases") {
			g.Edges = append(g.Edges, [2]int{end.Draw(t, "payer"), end.Draw(t, "payee")})
			g.Weight, g.Lead = append(g.Weight, money.Draw(t, "weight")), append(g.Lead, 0)
		}
		levels, _ := Levels(g)
		for _, edge := range g.Edges[:financed] {
			if step := levels[edge[1]] - levels[edge[0]]; math.Abs(step-1) > 1e-5 {
				t.Fatalf("company %d stands %g levels below %d, which finances it: %v", edge[1], step, edge[0], levels)
			}
		}
	})
}

// TestWideRowsAreBrokenIntoLines finances forty companies from one: they stand in lines below it, no line is long, and
// who pays within the level stands above who is paid.
func TestWideRowsAreBrokenIntoLines(t *testing.T) {
	g := Graph{N: 41}
	for i := 1; i < g.N; i++ {
		g.Edges, g.Lead = append(g.Edges, [2]int{0, i}), append(g.Lead, 1)
	}
	for i := 1; i < 10; i++ {
		g.Edges, g.Lead = append(g.Edges, [2]int{i, 41 - i}), append(g.Lead, 0)
	}
	g = dressed(g)
	points := Layered(context.Background(), g, Options{Seed: 1})
	lines := make(map[int]int)
	for i, at := range points[1:] {
		if at.Y <= points[0].Y {
			t.Errorf("company %d at %v is not below its financier at %v", i+1, at, points[0])
		}
		lines[int(math.Round(at.Y))]++
	}
	if len(lines) < 3 || len(lines) > 8 {
		t.Errorf("lines of %v companies", lines)
	}
	for i := 1; i < 10; i++ {
		if points[i].Y > points[41-i].Y {
			t.Errorf("company %d at %v, which pays company %d at %v, stands below it", i, points[i], 41-i, points[41-i])
		}
	}
}

// Levels of hundreds are drawn no larger than they need for companies, names and legs, and no two companies overlap.
func TestLargeLevelsAreTight(t *testing.T) {
	g := dressed(readGraph(t, "layout-200"))
	points := Layered(context.Background(), g, Options{Seed: 1})
	all := make([]int, g.N)
	for i := range all {
		all[i] = i
	}
	low, high := bounds(points, g.boxes(), all)
	unit := g.unit(Options{})
	if each := math.Sqrt((high.X - low.X) * (high.Y - low.Y) / float64(g.N)); each > 1.6*unit {
		t.Errorf("every company has a square of %.0f, a hop is %.0f", each, unit)
	}
	overlapping(points, g.boxes(), func(i, j int) { t.Errorf("companies %d and %d overlap", i, j) })
}
