package layout

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestOnRing(t *testing.T) {
	at := func(x, y float64) Item { return Item{At: Point{x, y}, Radius: 5} }
	for _, test := range []struct {
		name    string
		items   []Item
		inOrder bool
		want    []Point
	}{
		{"stays on its circle", []Item{at(100, 0), at(0, 100), at(-100, 0), at(0, -100)}, false, []Point{{100, 0}, {0, 100}, {-100, 0}, {0, -100}}},
		{"two at one place", []Item{at(7, 7), at(7, 7)}, true, []Point{{2, 7}, {12, 7}}},
		{"around the middle", []Item{at(0, 60), at(0, -60), at(60, 0), at(-60, 0)}, false, []Point{{0, 60}, {0, -60}, {60, 0}, {-60, 0}}},
	} {
		for i, p := range OnRing(test.items, 0, test.inOrder) {
			if p.distance(test.want[i]) > 1e-6 {
				t.Errorf("%s: item %d goes to %v, not %v", test.name, i, p, test.want[i])
			}
		}
	}
	three := OnRing([]Item{at(0, 0), at(0, 0), at(0, 0)}, 30, true)
	if three[0].Y >= three[1].Y || three[1].X <= 0 || three[2].X >= 0 {
		t.Errorf("three companies at one place go to %v: not clockwise from the top", three)
	}
}

func TestRingIsEvenWideEnoughAndMovesTheLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawnItems(t, 8)
		gap := float64(rapid.IntRange(0, 130).Draw(t, "gap"))
		ordered := rapid.Bool().Draw(t, "in order")
		points := OnRing(items, gap, ordered)
		if len(items) < 2 {
			return
		}
		places := make([]Point, len(items))
		for i := range items {
			places[i] = items[i].At
		}
		middle, radius := centre(places), points[0].distance(centre(places))
		for i, p := range points {
			if math.Abs(p.distance(middle)-radius) > 1e-6 {
				t.Fatalf("item %d is %v from the middle, the first %v", i, p.distance(middle), radius)
			}
			for j := range i {
				if p.distance(points[j]) < items[i].Radius+items[j].Radius+min(gap, 1)-1e-6 {
					t.Fatalf("items %d and %d stand at %v and %v", j, i, points[j], p)
				}
			}
		}
		moved := func(turn float64) float64 {
			sum, sin, cos := 0.0, math.Sin(turn), math.Cos(turn)
			for i, p := range points {
				away := p.minus(middle)
				to := middle.plus(Point{away.X*cos - away.Y*sin, away.X*sin + away.Y*cos}).minus(places[i])
				sum += to.dot(to)
			}
			return sum
		}
		turn := rapid.Float64Range(0, 2*math.Pi).Draw(t, "turn")
		if moved(0) > moved(turn)+1e-6*(1+moved(0)) {
			t.Fatalf("turned by %v they move %v, not %v", turn, moved(turn), moved(0))
		}
		if ordered && len(points) > 2 {
			for i := range points {
				if points[i].minus(middle).cross(points[(i+1)%len(points)].minus(middle)) < -1e-6 {
					t.Fatalf("%v do not run clockwise", points)
				}
			}
		}
	})
}
