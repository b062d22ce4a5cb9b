package layout

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestStepAside(t *testing.T) {
	items := []Item{
		{At: Point{0, 0}, Radius: 20}, {At: Point{10, 0}, Radius: 10}, {At: Point{200, 0}, Radius: 20},
	}
	points := StepAside(items, []bool{true, false, false})
	want := []Point{{0, 0}, {20 + Spacing + 10, 0}, {200, 0}}
	for i, p := range points {
		if p != want[i] {
			t.Errorf("item %d goes to %v, not %v", i, p, want[i])
		}
	}
}

func TestWhoeverIsInTheWayStepsAsideAndNobodyElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawnItems(t, 12)
		placed := make([]bool, len(items))
		for i := range items {
			placed[i] = rapid.Bool().Draw(t, "placed")
		}
		pair := func(i, j int, points []Point) bool {
			return apart([]Item{items[i], items[j]}, []Point{points[i], points[j]})
		}
		before := make([]Point, len(items))
		for i, item := range items {
			before[i] = item.At
		}
		points := StepAside(items, placed)
		for i := range items {
			inTheWay := false
			for j := range items {
				inTheWay = inTheWay || !placed[i] && placed[j] && !pair(i, j, before)
			}
			if !inTheWay && points[i] != items[i].At {
				t.Fatalf("item %d is in nobody's way, and goes to %v", i, points[i])
			}
			for j := range items {
				if inTheWay && i != j && !pair(i, j, points) {
					t.Fatalf("items %d and %d stand at %v and %v", i, j, points[i], points[j])
				}
			}
		}
	})
}

// TestFreePlaceIsTheNearest compares with a fine grid of places around the item.
func TestFreePlaceIsTheNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawnItems(t, 6)
		if len(items) == 0 {
			return
		}
		var taken []rectangle
		for _, item := range items[1:] {
			taken = append(taken, item.box(item.At))
		}
		item := items[0]
		got := freePlace(item, taken)
		alone := func(p Point) bool {
			for _, other := range items[1:] {
				if !apart([]Item{item, other}, []Point{p, other.At}) {
					return false
				}
			}
			return true
		}
		if !alone(got) {
			t.Fatalf("%v is not free", got)
		}
		far := got.distance(item.At)
		const steps = 24
		for i := -steps; i <= steps; i++ {
			for j := -steps; j <= steps; j++ {
				p := item.At.plus(Point{float64(i), float64(j)}.times(far / steps))
				if p.distance(item.At) < far-1e-6 && alone(p) {
					t.Fatalf("%v is free and %v away, %v is %v away", p, p.distance(item.At), got, far)
				}
			}
		}
		if math.IsNaN(far) {
			t.Fatal("nowhere")
		}
	})
}
