package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestRowsAreUntangled: where no leg has to cross another one, hardly any does.
func TestRowsAreUntangled(t *testing.T) {
	for _, wide := range []int{8, 30} {
		g := Graph{N: 3 * wide}
		for at := range 2 * wide {
			g.Edges = append(g.Edges, [2]int{at, at + wide})
			if (at+1)%wide != 0 {
				g.Edges = append(g.Edges, [2]int{at, at + wide + 1})
			}
		}
		g = dressed(g)
		points := Layered(context.Background(), g, Options{Seed: 1})
		if count := countCrossings(g, points); count > len(g.Edges)/10 {
			t.Errorf("%d of %d legs cross", count, len(g.Edges))
		}
	}
}

// TestLevelsFillTheirShape: levels of hundreds are about as wide as is asked for, and no strip of them is nearly empty.
func TestLevelsFillTheirShape(t *testing.T) {
	const strips = 10
	g := dressed(readGraph(t, "layout-200"))
	g.Label = nil // of so many, few names are shown
	for _, aspect := range []float64{1, 1.25, 1.6} {
		points := Layered(context.Background(), g, Options{Seed: 1, Aspect: aspect})
		low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
		for _, p := range points {
			low, high = Point{min(low.X, p.X), min(low.Y, p.Y)}, Point{max(high.X, p.X), max(high.Y, p.Y)}
		}
		if got := (high.X - low.X) / (high.Y - low.Y); math.Abs(got-wideLevels*aspect) > 0.15 {
			t.Errorf("a drawing that should be %g times as wide as high is %.2f times", aspect, got)
		}
		var in [strips]int
		for _, p := range points {
			in[min(int((p.X-low.X)/(high.X-low.X)*strips), strips-1)]++
		}
		if least := slices.Min(in[:]); least < g.N/strips/3 {
			t.Errorf("from left to right there are %v companies", in)
		}
	}
}

// TestRowSearchCounts: what the search says a step costs is what the cost of the whole drawing changes by.
func TestRowSearchCounts(t *testing.T) {
	g := dressed(readGraph(t, "layout-20"))
	d := newDrawing(g, Options{})
	p := d.part(d.parts[0])
	n := p.graph.size()
	nearness := make([]float64, n*n)
	for i := range nearness {
		nearness[i] = 0.5
	}
	judge := newJudge(p.graph, nearness, make([]float64, n), make([]box, n))
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		points := make([]Point, n)
		for i := range points {
			points[i] = Point{10 * random.Float64(), 5 * random.Float64()}
		}
		s := newRowSearch(newSketch(judge, points))
		whole := func() float64 {
			sum := judge.total(s.points)
			for i := range n {
				for _, other := range s.others[i] {
					sum += short * math.Abs(s.points[i].X-s.points[other].X) / 2 / float64(len(s.edges))
				}
			}
			return sum
		}
		was, said := whole(), 0.0
		for range 5 {
			a := random.IntN(n)
			cost, along := s.shift(a, random.NormFloat64(), s.around(a, s.points[a], math.Inf(1)), math.Inf(1))
			said += cost + along
		}
		if changed := whole() - was; math.Abs(changed-said) > 1e-9*(1+was) {
			t.Fatalf("the whole changed by %g, the steps by %g", changed, said)
		}
	})
}

// TestRowSearchKeepsHeights: whatever is moved, heights follow the levels.
func TestRowSearchKeepsHeights(t *testing.T) {
	g := dressed(readGraph(t, "layout-200"))
	points := Layered(context.Background(), g, Options{Seed: 3})
	levels, _ := Levels(g)
	all := make([]int, g.N)
	for i := range all {
		all[i] = i
	}
	for i, row := range Rows(levels, all) {
		for j, other := range Rows(levels, all) {
			if (row < other) != (points[i].Y < points[j].Y) {
				t.Errorf("companies %d and %d of levels %g and %g stand at heights %g and %g", i, j, row, other, points[i].Y, points[j].Y)
			}
		}
	}
}
