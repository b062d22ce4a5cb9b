package layout

import (
	"context"
	"math"
	"slices"
	"testing"
)

// TestOnePinLeavesLevelsAndCircleAlone pins a company far from where the levels, or the circle, have it: the drawing of
// all others is the one without a pin, moved.
func TestOnePinLeavesLevelsAndCircleAlone(t *testing.T) {
	g := readGraph(t, "layout-200")
	g.Radius = make([]float64, g.N)
	for i := range g.Radius {
		g.Radius[i] = 12
	}
	draw := map[string]func(context.Context, Graph, Options) []Point{"layers": Layered, "circle": Circular}
	for name, place := range draw {
		o := Options{Seed: 1, Pinned: make([]bool, g.N), Start: make([]Point, g.N)}
		for i := range o.Start {
			o.Start[i] = NoPlace()
		}
		free := place(context.Background(), g, o)
		const company = 7
		o.Pinned[company], o.Start[company] = true, Point{4000, -2500}
		pinned := place(context.Background(), g, o)
		move := o.Start[company].minus(free[company])
		for i := range free {
			if off := pinned[i].distance(free[i].plus(move)); off > 1e-6 || math.IsNaN(off) {
				t.Fatalf("%s: company %d stands %g away from its place", name, i, off)
			}
		}
	}
}

// TestManyPinsDoNotSquashLevels pins a fifth of the companies in a narrow strip: the levels are as far apart as without
// them.
func TestManyPinsDoNotSquashLevels(t *testing.T) {
	g := readGraph(t, "layout-200")
	free := Layered(context.Background(), g, Options{Seed: 1})
	o := Options{Seed: 1, Pinned: make([]bool, g.N), Start: make([]Point, g.N)}
	for i := range o.Start {
		o.Start[i] = NoPlace()
		if i%5 == 0 {
			o.Pinned[i], o.Start[i] = true, Point{float64(10 * i), float64(i % 3)}
		}
	}
	height := func(points []Point) float64 {
		low, high := math.Inf(1), math.Inf(-1)
		for i, at := range points {
			if !o.Pinned[i] {
				low, high = min(low, at.Y), max(high, at.Y)
			}
		}
		return high - low
	}
	if got, want := height(Layered(context.Background(), g, o)), height(free); math.Abs(got-want) > 0.05*want {
		t.Errorf("the levels are %g high with pins, %g without", got, want)
	}
}

// TestOnePinDoesNotTakeTheOthersAlong drags one company far away and draws anew: it stays there, and the middle of all others
// is where it was.
func TestOnePinDoesNotTakeTheOthersAlong(t *testing.T) {
	g := dressed(readGraph(t, "layout-20"))
	for name, place := range everyMode {
		before := place(g, Options{Seed: 1})
		o := Options{Seed: 1, Before: slices.Clone(before), Pinned: make([]bool, g.N), Start: make([]Point, g.N)}
		for i := range o.Start {
			o.Start[i] = NoPlace()
		}
		const company = 7
		o.Pinned[company], o.Start[company] = true, before[company].plus(Point{1500, 900})
		o.Before[company] = o.Start[company]
		after := place(g, o)
		if after[company] != o.Start[company] {
			t.Errorf("%s: it went from %v to %v", name, o.Start[company], after[company])
		}
		middle := func(points []Point) Point { return centre(slices.Delete(slices.Clone(points), company, company+1)) }
		if off := middle(after).distance(middle(before)); off > 0.5*g.unit(Options{}) {
			t.Errorf("%s: the others went by %.0f", name, off)
		}
		overlapping(after, g.boxes(), func(i, j int) { t.Errorf("%s: %d and %d overlap", name, i, j) })
	}
}
