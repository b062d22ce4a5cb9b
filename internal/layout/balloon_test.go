package layout

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestBalloonsLieAroundACircle: a leg that leads far around stays near the circle that it was asked for, on its side, from
// rim to rim, and those beside it lie further out.
func TestBalloonsLieAroundACircle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		radius := rapid.Float64Range(30, 400).Draw(t, "radius")
		radii := [2]float64{rapid.Float64Range(0, 0.05*radius).Draw(t, "payer"), rapid.Float64Range(0, 0.05*radius).Draw(t, "payee")}
		far := rapid.Float64Range(radii[0]+radii[1]+2, radius).Draw(t, "far")
		angle, toLeft := rapid.Float64Range(0, 7).Draw(t, "angle"), rapid.Bool().Draw(t, "left")
		a := Point{rapid.Float64Range(-300, 300).Draw(t, "x"), rapid.Float64Range(-300, 300).Draw(t, "y")}
		b := a.plus(Point{math.Cos(angle), math.Sin(angle)}.times(far))
		curves := Balloon([2]Point{a, b}, radii, []float64{2, 5}, radius, toLeft)
		if len(curves) != 2 {
			t.Fatalf("%d curves", len(curves))
		}
		side := 1.0
		if !toLeft {
			side = -1
		}
		up := side * math.Sqrt(radius*radius-far*far/4)
		along := b.minus(a).times(1 / far)
		middle := a.towards(b, 0.5).plus(Point{along.Y, -along.X}.times(up))
		for i, curve := range curves {
			if off := math.Abs(curve.From.distance(a)-radii[0]) + math.Abs(curve.To.distance(b)-radii[1]); off > 1e-6 {
				t.Errorf("leg %d ends %g off the rims", i, off)
			}
			if height := side * height(curve, a, b); height < 1.8*math.Sqrt(radius*radius-far*far/4) {
				t.Errorf("leg %d reaches %g to its side", i, height)
			}
		}
		for step := range 21 {
			if away := curves[0].At(float64(step) / 20).distance(middle); away < 0.75*radius || away > 1.2*radius {
				t.Errorf("at %d of 20 the leg is %g from the middle of a circle with radius %g", step, away, radius)
			}
		}
		if inner, outer := height(curves[0], a, b), height(curves[1], a, b); side*(outer-inner) < 3.5+runGap {
			t.Errorf("the second leg reaches %g, the first %g", outer, inner)
		}
	})
}

// Companies that touch, or are further apart than the circle is wide, have no leg around it.
func TestNoBalloon(t *testing.T) {
	for _, far := range []float64{0, 20, 21, 201, 1000} {
		if curves := Balloon([2]Point{{}, {X: far}}, [2]float64{10, 10}, []float64{2}, 100, true); curves != nil {
			t.Errorf("%g apart: %v", far, curves)
		}
	}
}
