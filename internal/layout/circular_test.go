package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
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

// TestPassingCountsRight compares what passing the others changes, and where the company stops, with crossings and
// lengths counted on the circle.
func TestPassingCountsRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 9).Draw(t, "companies")
		g := Graph{N: n}
		for i := 1; i < n; i++ {
			g.Edges = append(g.Edges, [2]int{rapid.IntRange(0, i-1).Draw(t, "partner"), i})
		}
		for range rapid.IntRange(0, 12).Draw(t, "more") {
			g.Edges = append(g.Edges, [2]int{rapid.IntRange(0, n-1).Draw(t, "payer"), rapid.IntRange(0, n-1).Draw(t, "payee")})
		}
		for range g.Edges {
			g.Weight = append(g.Weight, rapid.Float64Range(0, 9).Draw(t, "money"))
		}
		d := newDrawing(g, Options{})
		r := newRing(d.graph.part(d.parts[0]), d.parts[0], g)
		r.chain()
		start := slices.Clone(r.order)
		company := rapid.IntRange(0, n-1).Draw(t, "company")
		w := newWay(r)
		w.begin(company)
		before, change := r.cost(g), 0.0
		for step := 1; step < n; step++ {
			change += w.pass(step - 1)
			r.order = slices.Clone(start)
			r.number()
			w.stop(step)
			if after := r.cost(g); math.Abs(before+change-after) > 1e-9 {
				t.Fatalf("%d passed: cost %g, change %g, then %g", step, before, change, after)
			}
			if sorted := slices.Sorted(slices.Values(r.order)); sorted[0] != 0 || sorted[n-1] != n-1 || len(slices.Compact(sorted)) != n {
				t.Fatalf("%d passed: the circle is %v", step, r.order)
			}
		}
	})
}

// cost counts what sifting makes small, on the circle that is drawn.
func (r *ring) cost(g Graph) float64 {
	points, sum := make([]Point, g.N), 0.0
	for at, company := range r.order {
		sin, cos := math.Sincos(2 * math.Pi * float64(at) / float64(g.N))
		points[company] = Point{cos, sin}
		for k, other := range r.graph.neighbours(company) {
			step := (r.at[other] - at + g.N) % g.N
			sum += r.share[company][k] * float64(min(step, g.N-step)) / 2
		}
	}
	return float64(countCrossings(g, points)) + shortWay*sum
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

// TestTheCircleIsRound: with names of all lengths, every company stands equally far from the middle.
func TestTheCircleIsRound(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{35, 200} {
		g := Graph{N: n}
		for i := range n {
			g.Edges = append(g.Edges, [2]int{i, (i + 1) % n}, [2]int{i, random.IntN(n)})
			g.Radius = append(g.Radius, 8+30*random.Float64()*random.Float64())
			label := Size{}
			if i < 60 {
				label = Size{Width: 30 + 90*random.Float64(), Height: 16 + 32*float64(random.IntN(2))}
			}
			g.Label = append(g.Label, label)
		}
		points := Circular(t.Context(), g, Options{Seed: 1, Gap: 70})
		low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
		for _, p := range points {
			low, high = Point{min(low.X, p.X), min(low.Y, p.Y)}, Point{max(high.X, p.X), max(high.Y, p.Y)}
		}
		middle := low.towards(high, 0.5)
		least, most := math.Inf(1), 0.0
		for _, p := range points {
			away := p.distance(middle)
			least, most = min(least, away), max(most, away)
		}
		if most > 1.002*least {
			t.Errorf("%d companies stand between %.1f and %.1f from the middle", n, least, most)
		}
	}
}

// TestThousandsStandOnSeveralCircles: one around the other, in turn, so that the whole is several times smaller than one circle
// and its band is narrow. One more company leaves their number.
func TestThousandsStandOnSeveralCircles(t *testing.T) {
	g := dressed(readGraph(t, "layout-2000"))
	points, boxes := Circular(context.Background(), g, Options{Seed: 1}), g.boxes()
	overlapping(points, boxes, func(i, j int) { t.Errorf("companies %d and %d overlap", i, j) })
	middle, around := centre(points), 0.0
	nearest, furthest := math.Inf(1), 0.0
	for i, at := range points {
		around += min(boxes[i].left+boxes[i].right, boxes[i].up+boxes[i].down)
		nearest, furthest = min(nearest, at.distance(middle)), max(furthest, at.distance(middle))
	}
	if furthest > around/(2*math.Pi) || nearest < 0.8*furthest {
		t.Errorf("companies stand from %.0f to %.0f from the middle, the height of all of them is %.0f", nearest, furthest, around)
	}
	after := Circular(context.Background(), changes(g)[1].graph, Options{Seed: 1, Start: append(slices.Clone(points), NoPlace())})
	if moved := movement(g, points, after); moved > 0.5 {
		t.Errorf("one more company moves the others by %.2f hops", moved)
	}
}
