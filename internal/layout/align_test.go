package layout

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawnItems draws items that may stand anywhere, on each other too.
func drawnItems(t *rapid.T, most int) []Item {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Item {
		item := Item{
			At:     Point{float64(rapid.IntRange(-300, 300).Draw(t, "x")), float64(rapid.IntRange(-300, 300).Draw(t, "y"))},
			Radius: float64(rapid.IntRange(1, 46).Draw(t, "radius")),
		}
		if rapid.Bool().Draw(t, "named") {
			item.Label = Size{float64(rapid.IntRange(10, 120).Draw(t, "wide")), 14}
		}
		return item
	}), 0, most).Draw(t, "items")
}

// apart reports whether no two of the items keep less than Spacing at their places.
func apart(items []Item, points []Point) bool {
	for i := range items {
		for j := range i {
			a, b := items[i].box(points[i]), items[j].box(points[j])
			across := max(a.low.X-b.high.X, b.low.X-a.high.X)
			down := max(a.low.Y-b.high.Y, b.low.Y-a.high.Y)
			if max(across, down) < Spacing-1e-6 {
				return false
			}
		}
	}
	return true
}

func TestAlign(t *testing.T) {
	items := []Item{{At: Point{0, 0}, Radius: 10}, {At: Point{100, 200}, Radius: 30}, {At: Point{50, 400}, Radius: 20}}
	for _, test := range []struct {
		side Side
		want []Point
	}{
		{Left, []Point{{0, 0}, {20, 200}, {10, 400}}},
		{Centre, []Point{{50, 0}, {50, 200}, {50, 400}}},
		{Right, []Point{{120, 0}, {100, 200}, {110, 400}}},
		{Top, []Point{{0, 0}, {106, 20}, {44, 10}}},
		{Middle, []Point{{0, 200}, {106, 200}, {44, 200}}},
		{Bottom, []Point{{0, 410}, {106, 390}, {44, 400}}},
	} {
		if got := Align(items, test.side); !slices.Equal(got, test.want) {
			t.Errorf("side %d: %v, not %v", test.side, got, test.want)
		}
	}
}

func TestAlignedItemsStandInLineAndApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawnItems(t, 9)
		side := Side(rapid.IntRange(int(Left), int(Bottom)).Draw(t, "side"))
		points := Align(items, side)
		if !apart(items, points) {
			t.Fatalf("%v overlap", points)
		}
		for i, p := range points {
			at := map[Side]float64{
				Left: p.X - items[i].Radius, Centre: p.X, Right: p.X + items[i].Radius,
				Top: p.Y - items[i].Radius, Middle: p.Y, Bottom: p.Y + items[i].Radius,
			}[side]
			first := map[Side]float64{
				Left: points[0].X - items[0].Radius, Centre: points[0].X, Right: points[0].X + items[0].Radius,
				Top: points[0].Y - items[0].Radius, Middle: points[0].Y, Bottom: points[0].Y + items[0].Radius,
			}[side]
			if math.Abs(at-first) > 1e-9 {
				t.Fatalf("side %d: item %d stands at %v, the first at %v", side, i, at, first)
			}
		}
		again := slices.Clone(items)
		for i := range again {
			again[i].At = points[i]
		}
		for i, p := range Align(again, side) {
			if p.distance(points[i]) > 1e-6 {
				t.Fatalf("aligned again item %d moves from %v to %v", i, points[i], p)
			}
		}
	})
}

// TestSpacedMovesTheLeast compares with every way of pooling neighbours: the best positions always are such a way.
func TestSpacedMovesTheLeast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := spans(drawnItems(t, 7), true)
		got := spaced(list)
		order := alongAxis(list)
		cost := func(at []float64) float64 {
			sum := 0.0
			for i := range list {
				sum += (at[i] - list[i].at) * (at[i] - list[i].at)
			}
			return sum
		}
		best := math.Inf(1)
		for cuts := range 1 << max(len(order)-1, 0) {
			at := pooled(list, order, cuts)
			if inOrder(list, order, at) {
				best = min(best, cost(at))
			}
		}
		if !inOrder(list, order, got) {
			t.Fatalf("%v overlap", got)
		}
		if len(list) > 0 && cost(got) > best+1e-6*(1+best) {
			t.Fatalf("moved by %v, possible is %v", cost(got), best)
		}
	})
}

// pooled cuts the order where the bits say so, and puts each piece together about its mean.
func pooled(list []span, order []int, cuts int) []float64 {
	at := make([]float64, len(list))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && cuts&(1<<(to-1)) == 0 {
			to++
		}
		offset, mean := 0.0, 0.0
		for rank := from; rank < to; rank++ {
			if rank > from {
				offset += list[order[rank-1]].after + Spacing + list[order[rank]].before
			}
			at[order[rank]] = offset
			mean += (list[order[rank]].at - offset) / float64(to-from)
		}
		for _, i := range order[from:to] {
			at[i] += mean
		}
		from = to
	}
	return at
}

func inOrder(list []span, order []int, at []float64) bool {
	for rank := 1; rank < len(order); rank++ {
		a, b := order[rank-1], order[rank]
		if at[b]-list[b].before < at[a]+list[a].after+Spacing-1e-6 {
			return false
		}
	}
	return true
}

func TestDistribute(t *testing.T) {
	items := []Item{{At: Point{0, 0}, Radius: 10}, {At: Point{300, 5}, Radius: 30}, {At: Point{50, 9}, Radius: 20}, {At: Point{60, 2}, Radius: 10}}
	want := []Point{{0, 0}, {300, 5}, {30 + 200.0/3, 9}, {60 + 400.0/3, 2}}
	for i, p := range Distribute(items, true) {
		if p.distance(want[i]) > 1e-9 {
			t.Errorf("item %d goes to %v, not %v", i, p, want[i])
		}
	}
}

func TestDistributedItemsHaveTheSameRoomBetweenThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawnItems(t, 9)
		across := rapid.Bool().Draw(t, "across")
		points := Distribute(items, across)
		for i := range items {
			items[i].At = points[i]
		}
		list := spans(items, across)
		order := alongAxis(list)
		var gaps []float64
		for rank := 1; rank < len(order); rank++ {
			a, b := list[order[rank-1]], list[order[rank]]
			gaps = append(gaps, b.at-b.before-a.at-a.after)
		}
		if len(gaps) > 0 && slices.Min(gaps) < Spacing-1e-6 {
			t.Fatalf("the gaps are %v", gaps)
		}
		if len(gaps) > 1 && slices.Max(gaps)-slices.Min(gaps) > 1e-6 {
			t.Fatalf("the gaps are %v", gaps)
		}
	})
}
