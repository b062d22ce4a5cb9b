package layout

import (
	"context"
	"math"
	"testing"
)

// TestCircularKeepsLoopsTogether hides two loops with much money among small deals.
func TestCircularKeepsLoopsTogether(t *testing.T) {
	g := Graph{N: 9}
	loop := func(money float64, path ...int) {
		for i, company := range path {
			g.Edges = append(g.Edges, [2]int{company, path[(i+1)%len(path)]})
			g.Weight = append(g.Weight, money)
		}
	}
	loop(100, 0, 5, 2, 7)
	loop(80, 1, 8, 3)
	loop(1, 0, 1, 4)
	loop(1, 6, 4)
	d := newDrawing(g, Options{})
	order := d.ringOrder(context.Background(), d.parts[0])
	at := make([]int, g.N)
	for i, company := range order {
		at[company] = i
	}
	span := func(path ...int) int {
		most := 0
		for _, i := range path {
			for _, j := range path {
				step := (at[j] - at[i] + g.N) % g.N
				most = max(most, min(step, g.N-step))
			}
		}
		return most
	}
	if span(0, 5, 2, 7) != 3 || span(1, 8, 3) != 2 {
		t.Errorf("loops of much money do not stand together in the order %v", order)
	}
}

// TestRingSwapCountsRight compares the change that a swap reports with crossings counted on the circle.
func TestRingSwapCountsRight(t *testing.T) {
	g := readGraph(t, "layout-20")
	d := newDrawing(g, Options{})
	r := newRing(d.graph.part(d.parts[0]), d.parts[0], g)
	r.chain()
	cost := func() float64 {
		points, sum := make([]Point, g.N), 0.0
		for at, company := range r.order {
			sin, cos := math.Sincos(2 * math.Pi * float64(at) / float64(g.N))
			points[company] = Point{cos, sin}
			sum += r.length(company) / 2
		}
		return float64(countCrossings(g, points)) + shortWay*sum
	}
	for step := range 200 {
		before, change := cost(), r.swap(step*7%g.N)
		if after := cost(); math.Abs(before+change-after) > 1e-9 {
			t.Fatalf("step %d: cost %g, change %g, then %g", step, before, change, after)
		}
	}
}

// TestCircularCrossesLittle compares with the order in which the companies come.
func TestCircularCrossesLittle(t *testing.T) {
	g := readGraph(t, "layout-20")
	numbered := make([]Point, g.N)
	for i := range numbered {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(g.N))
		numbered[i] = Point{cos, sin}
	}
	if sifted, plain := countCrossings(g, Circular(context.Background(), g, Options{})), countCrossings(g, numbered); 2*sifted > plain {
		t.Errorf("%d crossings, %d without any order", sifted, plain)
	}
}
