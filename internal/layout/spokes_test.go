package layout

import (
	"context"
	"math/rand/v2"
	"testing"
)

// aroundOne returns a network in which one company deals with nearly all others, most of them there and back, and these
// with each other here and there.
func aroundOne(seed uint64) Graph {
	random := rand.New(rand.NewPCG(seed, 0))
	g := Graph{N: 300}
	for i := 1; i < 260; i++ {
		g.Edges = append(g.Edges, [2]int{0, i})
		if random.IntN(3) > 0 {
			g.Edges = append(g.Edges, [2]int{i, 0})
		}
	}
	for i := 260; i < g.N; i++ {
		g.Edges = append(g.Edges, [2]int{i, 1 + random.IntN(259)})
	}
	for range 120 {
		g.Edges = append(g.Edges, [2]int{1 + random.IntN(299), 1 + random.IntN(299)})
	}
	for range g.N {
		g.Radius = append(g.Radius, 8)
	}
	return g
}

// TestLegsOfAHubRunBetweenItsPartners: hardly any leg of a company with hundreds of partners passes under another one.
func TestLegsOfAHubRunBetweenItsPartners(t *testing.T) {
	for seed := range uint64(3) {
		g := aroundOne(seed)
		points := Stress(context.Background(), g, Options{Seed: seed, Gap: 80})
		overlapping(points, g.boxes(), func(i, j int) { t.Errorf("seed %d: companies %d and %d overlap", seed, i, j) })
		if under, legs := legsUnder(g, points); under > legs/20 {
			t.Errorf("seed %d: %d of %d legs pass under a third company", seed, under, legs)
		}
		low, high := bounds(points, g.boxes(), []int{0})
		middle := centre(points)
		if off := low.towards(high, 0.5).distance(middle); off > 100 {
			t.Errorf("seed %d: the hub stands %.0f from the middle", seed, off)
		}
	}
}

// legsUnder counts the legs that pass under a third company, and all.
func legsUnder(g Graph, points []Point) (under, legs int) {
	var runs []Run
	for _, edge := range g.Edges {
		if g.valid(edge) {
			runs = append(runs, Run{edge[0], edge[1], 2})
		}
	}
	obstacles := NewObstacles(points, g.Radius)
	for at, curve := range obstacles.Route(runs) {
		if obstacles.Under(curve, runs[at], 0) > 1 {
			under++
		}
	}
	return under, len(runs)
}

// TestLegsOfTwoHubsRunBetweenTheirPartners: the partners of two that deal with most others stand on spokes around each.
func TestLegsOfTwoHubsRunBetweenTheirPartners(t *testing.T) {
	const partners = 110
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 0))
		g := Graph{N: 2 + 2*partners + 20, Edges: [][2]int{{0, 1}}}
		for i := 2; i < g.N; i++ {
			with := i % 2
			if i >= 2+2*partners {
				with = 2 + random.IntN(2*partners)
			}
			g.Edges = append(g.Edges, [2]int{i, with})
			if random.IntN(3) > 0 {
				g.Edges = append(g.Edges, [2]int{with, i})
			}
		}
		for range 40 {
			g.Edges = append(g.Edges, [2]int{2 + random.IntN(g.N-2), 2 + random.IntN(g.N-2)})
		}
		for range g.N {
			g.Radius = append(g.Radius, 8)
		}
		points := Stress(context.Background(), g, Options{Seed: seed, Gap: 80})
		overlapping(points, g.boxes(), func(i, j int) { t.Errorf("seed %d: companies %d and %d overlap", seed, i, j) })
		if under, legs := legsUnder(g, points); under > legs/20 {
			t.Errorf("seed %d: %d of %d legs pass under a third company", seed, under, legs)
		}
	}
}
