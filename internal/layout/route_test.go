package layout

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// height returns how far the middle of a curve lies to the left of the line from a to b.
func height(c Curve, a, b Point) float64 {
	along := b.minus(a)
	return -along.cross(c.At(0.5).minus(a)) / along.length()
}

// nearest returns the least distance between the middle parts of two curves.
func nearest(a, b Curve) float64 {
	least := math.Inf(1)
	for i := 6; i <= 18; i++ {
		for j := range 24 {
			least = min(least, math.Sqrt(segmentSquare(a.At(float64(i)/24), b.At(float64(j)/24), b.At(float64(j+1)/24))))
		}
	}
	return least
}

func TestRouteLeftOfThePayer(t *testing.T) {
	points := []Point{{0, 0}, {200, 0}, {100, 150}}
	radius := []float64{20, 15, 10}
	runs := []Run{{0, 1, 3}, {1, 0, 3}, {1, 2, 3}, {2, 0, 3}}
	curves := NewObstacles(points, radius).Route(runs)
	for i, run := range runs {
		if h := height(curves[i], points[run.Payer], points[run.Payee]); h < 5 {
			t.Errorf("run %d bows %.1f to its left", i, h)
		}
	}
	if up, down := curves[0].At(0.5).Y, curves[1].At(0.5).Y; up >= 0 || down <= 0 {
		t.Errorf("the reciprocal pair passes at %.1f and %.1f: they should lie on different sides", up, down)
	}
	// 0, 1, 2 runs clockwise on the screen: its legs bow away from the middle.
	middle := centre(points)
	for _, i := range []int{0, 2, 3} {
		straight := points[runs[i].Payer].towards(points[runs[i].Payee], 0.5)
		if curves[i].At(0.5).distance(middle) <= straight.distance(middle) {
			t.Errorf("leg %d of the clockwise loop bows inwards", i)
		}
	}
}

// TestRouteProperties checks that curves start and end on the rims, that they are finite, and that runs between the
// same two companies keep their sides and lie apart.
func TestRouteProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Point{rapid.Float64Range(-300, 300).Draw(t, "x"), rapid.Float64Range(-300, 300).Draw(t, "y")}
		angle, length := rapid.Float64Range(0, 7).Draw(t, "angle"), rapid.Float64Range(160, 700).Draw(t, "length")
		points := []Point{a, a.plus(Point{math.Cos(angle), math.Sin(angle)}.times(length))}
		radius := []float64{rapid.Float64Range(0, 50).Draw(t, "payer"), rapid.Float64Range(0, 50).Draw(t, "payee")}
		var runs []Run
		for range rapid.IntRange(1, 5).Draw(t, "runs") {
			run := Run{0, 1, rapid.Float64Range(0.5, 7).Draw(t, "width")}
			if rapid.Bool().Draw(t, "back") {
				run.Payer, run.Payee = 1, 0
			}
			runs = append(runs, run)
		}
		curves := NewObstacles(points, radius).Route(runs)
		for i, run := range runs {
			if off := curves[i].From.distance(points[run.Payer]) - radius[run.Payer]; math.Abs(off) > 1e-6 {
				t.Fatalf("run %d starts %g off the rim", i, off)
			}
			if off := curves[i].To.distance(points[run.Payee]) - radius[run.Payee]; math.Abs(off) > 1e-6 {
				t.Fatalf("run %d ends %g off the rim", i, off)
			}
			if height(curves[i], points[run.Payer], points[run.Payee]) <= 0 {
				t.Fatalf("run %d does not bow to its left", i)
			}
			for j := range i {
				if apart, wide := nearest(curves[i], curves[j]), (run.Width+runs[j].Width)/2; apart < wide {
					t.Fatalf("runs %d and %d pass at %.2f and are %.2f wide together", i, j, apart, wide)
				}
			}
		}
	})
}

// TestRoutePassesOthers puts a third company on the straight line and on the usual arc.
func TestRoutePassesOthers(t *testing.T) {
	for _, third := range []Point{{150, 0}, {150, -26}, {150, -10}, {120, -35}, {200, 12}} {
		for _, runs := range [][]Run{{{0, 1, 4}}, {{0, 1, 4}, {1, 0, 4}}, {{0, 1, 4}, {0, 1, 2}}} {
			points, radius := []Point{{0, 0}, {300, 0}, third}, []float64{20, 20, 12}
			discs := NewObstacles(points, radius)
			for i, curve := range NewObstacles(points, radius).Route(runs) {
				if hit, _ := discs.hit(curve, runs[i], math.Inf(1)); hit > 0 {
					t.Errorf("run %d of %d passes through the company at %v, %.1f deep", i, len(runs), third, hit)
				}
			}
		}
	}
}

// TestRouteOfOddRuns wants curves whatever the runs: companies that touch, sit inside each other or are one, and runs
// of companies that do not exist.
func TestRouteOfOddRuns(t *testing.T) {
	points := []Point{{0, 0}, {10, 0}, {0, 0}, NoPlace(), {1e9, 0}}
	radius := []float64{20, 20, 5, 5}
	runs := []Run{{0, 1, 2}, {1, 0, 2}, {0, 2, 2}, {0, 0, 2}, {0, 0, 2}, {0, 3, 2}, {7, 0, 1}, {-1, 2, 1}, {0, 4, 3}}
	for i, curve := range NewObstacles(points, radius).Route(runs) {
		for _, p := range []Point{curve.From, curve.C1, curve.C2, curve.To} {
			if !p.placed() {
				t.Errorf("run %d has the curve %v", i, curve)
			}
		}
	}
	if len(NewObstacles(nil, nil).Route(nil)) != 0 {
		t.Error("no runs have curves")
	}
}

// TestRouteFreesMostLegs counts how many legs of a drawn network still pass through a third company's disc.
func TestRouteFreesMostLegs(t *testing.T) {
	g := dressed(readGraph(t, "layout-20"))
	points := Stress(context.Background(), g, Options{Seed: 1})
	runs := make([]Run, len(g.Edges))
	for i, edge := range g.Edges {
		runs[i] = Run{edge[0], edge[1], 2}
	}
	discs, through := NewObstacles(points, g.Radius), 0
	for i, curve := range NewObstacles(points, g.Radius).Route(runs) {
		if hit, _ := discs.hit(curve, runs[i], math.Inf(1)); hit > clearance {
			through++
		}
	}
	if through > 3 {
		t.Errorf("%d of %d legs pass through third companies", through, len(runs))
	}
}

// Legs both ways between companies on a circle that have one other between them bow inwards past it, side by side.
func TestRouteOnACircleBowsInwards(t *testing.T) {
	for _, companies := range []int{7, 9, 12} {
		points, radius := make([]Point, companies), make([]float64, companies)
		for i := range points {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(companies))
			points[i], radius[i] = Point{300 * cos, 300 * sin}, 24
		}
		curves := NewObstacles(points, radius).Route([]Run{{Payer: 0, Payee: 2, Width: 4}, {Payer: 2, Payee: 0, Width: 4}})
		for at, curve := range curves {
			for step := range 101 {
				if p := curve.At(float64(step) / 100); p.distance(points[1]) < radius[1]+2 {
					t.Fatalf("%d companies: leg %d passes through the company between its ends", companies, at)
				}
			}
		}
		if apart := curves[0].At(0.5).distance(curves[1].At(0.5)); apart < 4+runGap {
			t.Errorf("%d companies: the legs are %.1f apart", companies, apart)
		}
	}
}
