package layout

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawnBefore draws a connected graph, and where its companies stood before: anywhere, one of them perhaps nowhere.
func drawnBefore(t *rapid.T) (g Graph, before []Point) {
	g.N = rapid.IntRange(3, 12).Draw(t, "companies")
	for i := 1; i < g.N; i++ {
		g.Edges = append(g.Edges, [2]int{rapid.IntRange(0, i-1).Draw(t, "payer"), i})
	}
	before = make([]Point, g.N)
	for i := range before {
		before[i] = Point{rapid.Float64Range(-900, 900).Draw(t, "x"), rapid.Float64Range(-900, 900).Draw(t, "y")}
	}
	return g, before
}

// squares returns the sum of the squared distances of two drawings.
func squares(a, b []Point) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i].minus(b[i]).dot(a[i].minus(b[i]))
	}
	return sum
}

// A drawing made anew around one pinned company leaves it where it is, and no other turn, mirrored or not, would make the
// others stand to each other more as they stood before.
func TestOnePinDoesNotTurnThePicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, before := drawnBefore(t)
		pin := rapid.IntRange(0, g.N-1).Draw(t, "pin")
		o := Options{Seed: 1, Before: before, Pinned: make([]bool, g.N), Start: make([]Point, g.N)}
		for i := range o.Start {
			o.Start[i] = NoPlace()
		}
		o.Pinned[pin], o.Start[pin] = true, before[pin]
		points := Stress(context.Background(), g, o)
		if points[pin] != before[pin] {
			t.Fatalf("the pin went from %v to %v", before[pin], points[pin])
		}
		points, stood := slices.Delete(points, pin, pin+1), slices.Delete(slices.Clone(before), pin, pin+1)
		middle, was := centre(points), centre(stood)
		for i := range points {
			points[i], stood[i] = points[i].minus(middle), stood[i].minus(was)
		}
		least := squares(points, stood)
		for angle := range 72 {
			sin, cos := math.Sincos(2 * math.Pi * float64(angle) / 72)
			for _, flip := range []float64{1, -1} {
				turned := make([]Point, len(points))
				for i, u := range points {
					u.Y *= flip
					turned[i] = Point{u.X*cos - u.Y*sin, u.X*sin + u.Y*cos}
				}
				if other := squares(turned, stood); other < least-1e-6*(1+least) {
					t.Fatalf("turned by %d degrees, flip %g, the squares are %g instead of %g", 5*angle, flip, other, least)
				}
			}
		}
	})
}

// A company that was dragged to the other side and pinned there, and all others laid out anew, leaves these where they were:
// it is not they that were dragged.
func TestAFarPinDoesNotTurnTheOthers(t *testing.T) {
	for _, size := range []string{"layout-20", "layout-200"} {
		g := readGraph(t, size)
		before := Stress(context.Background(), g, Options{Seed: 1})
		o := Options{Seed: 1, Before: before, Pinned: make([]bool, g.N), Start: make([]Point, g.N)}
		for i := range o.Start {
			o.Start[i] = NoPlace()
		}
		const dragged = 3
		drawn := slices.Clone(before)
		before[dragged] = before[dragged].times(-2)
		o.Pinned[dragged], o.Start[dragged] = true, before[dragged]
		after := Stress(context.Background(), g, o)
		for i := range after {
			if off := after[i].distance(drawn[i]); i != dragged && off > 1e-6 {
				t.Fatalf("%s: company %d is %g away from where it stood", size, i, off)
			}
		}
	}
}

// A company that was dragged and pinned does not turn the picture of all others when it is made anew.
func TestDraggingOneCompanyKeepsTheTurnOfThePicture(t *testing.T) {
	for _, size := range []string{"layout-20", "layout-200"} {
		g := readGraph(t, size)
		for name, mode := range map[string]func(context.Context, Graph, Options) []Point{"stress": Stress, "layered": Layered} {
			before := mode(context.Background(), g, Options{Seed: 1})
			// The analyst knows the picture the other way round.
			for i := range before {
				before[i].X *= -1
			}
			o := Options{Seed: 1, Before: before, Pinned: make([]bool, g.N), Start: make([]Point, g.N)}
			for i := range o.Start {
				o.Start[i] = NoPlace()
			}
			const dragged = 3
			move := Point{15, 25}
			before[dragged] = before[dragged].plus(move)
			o.Pinned[dragged], o.Start[dragged] = true, before[dragged]
			after := mode(context.Background(), g, o)
			if after[dragged] != before[dragged] {
				t.Errorf("%s, %s: the pin went away", size, name)
			}
			for i := range after {
				if moved := after[i].distance(before[i]); moved > 3*move.length() {
					t.Fatalf("%s, %s: company %d went %.0f away because another one was dragged %.0f", size, name, i, moved, move.length())
				}
			}
		}
	}
}

// Without a pin a drawing that would come upside down is turned back, and one in levels that would come the other way round.
func TestNewDrawingsAreTurnedLikeTheOneBefore(t *testing.T) {
	g := dressed(readGraph(t, "layout-20"))
	for name, mode := range map[string]func(context.Context, Graph, Options) []Point{"stress": Stress, "layered": Layered} {
		usual := mode(context.Background(), g, Options{Seed: 1})
		before := make([]Point, g.N)
		for i, at := range usual {
			before[i] = Point{-at.X, at.Y}
			if name == "stress" {
				before[i].Y = -at.Y
			}
		}
		after := mode(context.Background(), g, Options{Seed: 1, Before: before})
		if turned, not := squares(after, before), squares(usual, before); turned > not/20 {
			t.Errorf("%s: the squares are %g, and %g as it is usually drawn", name, turned, not)
		}
	}
}

// A circle that is made anew is turned as it was: about as near to where companies stood as any turn would bring them, the
// money still clockwise. Made anew once more, it stays.
func TestNewCirclesAreTurnedLikeTheOneBefore(t *testing.T) {
	for _, size := range []string{"layout-20", "layout-200"} {
		g := dressed(readGraph(t, size))
		usual := Circular(context.Background(), g, Options{Seed: 1})
		for _, turn := range []float64{0, 0.7, math.Pi / 2, 3} {
			before := make([]Point, g.N)
			sin, cos := math.Sincos(turn)
			for i, at := range usual {
				before[i] = Point{at.X*cos - at.Y*sin, at.X*sin + at.Y*cos}
			}
			after := Circular(context.Background(), g, Options{Seed: 1, Before: before})
			if turned, not := squares(after, before), squares(usual, before); turned > 0.05*not+0.001*squares(usual, make([]Point, g.N)) {
				t.Errorf("%s turned by %g: the squares are %g, and %g as it is usually drawn", size, turn, turned, not)
			}
			again := Circular(context.Background(), g, Options{Seed: 1, Before: after})
			if moved := squares(again, after); moved > 1e-2*squares(after, make([]Point, g.N)) {
				t.Errorf("%s turned by %g: made anew once more, the squares are %g", size, turn, moved)
			}
		}
		// Turned over, it stays clockwise.
		before := make([]Point, g.N)
		for i, at := range usual {
			before[i] = Point{-at.X, at.Y}
		}
		after := Circular(context.Background(), g, Options{Seed: 1, Before: before})
		area := 0.0
		for i := range 3 {
			area += usual[i].cross(usual[(i+1)%3]) * after[i].cross(after[(i+1)%3])
		}
		if area <= 0 {
			t.Errorf("%s: the circle is turned over", size)
		}
	}
}
