package layout

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// changed is a graph after one change, and how far companies may move for it on average, in hops: for a new company, a
// circle has to grow and everyone on it shifts a little.
type changed struct {
	name  string
	graph Graph
	bound map[string]float64
}

// changes returns the graph with one more deal between companies that are there, and with one more company.
func changes(g Graph) []changed {
	leg := g
	leg.Edges = append(slices.Clone(g.Edges), [2]int{5, 9})
	company := g
	company.N++
	company.Edges = append(slices.Clone(g.Edges), [2]int{g.N, 0}, [2]int{g.N, 3})
	company.Radius, company.Label = append(slices.Clone(g.Radius), 20), append(slices.Clone(g.Label), Size{60, 16})
	return []changed{
		{"leg", leg, map[string]float64{"stress": 0, "circular": 0, "layered": 0.06}},
		{"company", company, map[string]float64{"stress": 0.1, "circular": 2, "layered": 0.1}},
	}
}

// movement returns how far the companies that were there have moved on average, in hops.
func movement(g Graph, before, after []Point) float64 {
	sum := 0.0
	for i := range before {
		sum += before[i].distance(after[i]) / float64(len(before))
	}
	return sum / g.unit(Options{})
}

// TestChangesMoveLittle adds a deal, or a company with two deals, to drawings of every mode.
func TestChangesMoveLittle(t *testing.T) {
	for _, size := range []string{"layout-20", "layout-200"} {
		g := dressed(readGraph(t, size))
		for name, mode := range everyMode {
			before := mode(g, Options{Seed: 3})
			for _, c := range changes(g) {
				start := slices.Clone(before)
				for len(start) < c.graph.N {
					start = append(start, NoPlace())
				}
				after := mode(c.graph, Options{Seed: 3, Start: start})
				if moved := movement(g, before, after); moved > c.bound[name] {
					t.Errorf("%s, %s, another %s: companies moved by %.3f hops on average", size, name, c.name, moved)
				}
				if name != "stress" || c.name != "company" {
					continue
				}
				if far := after[g.N].distance(before[0].towards(before[3], 0.5)); far > 4*g.unit(Options{}) {
					t.Errorf("%s: the new company stands %.1f from its partners", size, far)
				}
			}
		}
	}
}

// BenchmarkChange measures what one more deal and one more company move, in hops on average, and how long that takes.
func BenchmarkChange(b *testing.B) {
	for _, size := range []string{"layout-20", "layout-200", "layout-2000"} {
		g := dressed(readGraph(b, size))
		for _, name := range []string{"stress", "layered", "circular"} {
			before := everyMode[name](g, Options{Seed: 3})
			for _, c := range changes(g) {
				b.Run(fmt.Sprintf("%s/%s/%s", size, name, c.name), func(b *testing.B) {
					start := slices.Clone(before)
					for len(start) < c.graph.N {
						start = append(start, NoPlace())
					}
					var after []Point
					for b.Loop() {
						after = everyMode[name](c.graph, Options{Seed: 3, Start: start})
					}
					b.ReportMetric(movement(g, before, after), "hops")
				})
			}
		}
	}
}

// TestPinnedStayInEveryChange pins some companies of a drawing and adds deals and companies at random.
func TestPinnedStayInEveryChange(t *testing.T) {
	g := dressed(readGraph(t, "layout-20"))
	for name, mode := range everyMode {
		before := mode(g, Options{Seed: 1})
		rapid.Check(t, func(t *rapid.T) {
			more := g
			more.N += rapid.IntRange(0, 4).Draw(t, "new companies")
			more.Edges = slices.Clone(g.Edges)
			end := rapid.IntRange(0, more.N-1)
			for range rapid.IntRange(0, 6).Draw(t, "new deals") {
				more.Edges = append(more.Edges, [2]int{end.Draw(t, "payer"), end.Draw(t, "payee")})
			}
			o := Options{Seed: 1, Start: slices.Clone(before)}
			for i := range more.N {
				if i >= g.N {
					o.Start = append(o.Start, NoPlace())
				}
				o.Pinned = append(o.Pinned, i < g.N && rapid.Bool().Draw(t, "pinned"))
			}
			for i, at := range mode(more, o) {
				if o.Pinned[i] && at != before[i] {
					t.Fatalf("%s: pinned company %d went from %v to %v", name, i, before[i], at)
				}
			}
		})
	}
}

// TestNumbersOfCompaniesDoNotMatter numbers the companies in another way: chance falls on others then, but the drawing is
// as good, and the levels are the same.
func TestNumbersOfCompaniesDoNotMatter(t *testing.T) {
	g := dressed(readGraph(t, "layout-20"))
	stress := meanStress(g, Stress(context.Background(), g, Options{Seed: 1}))
	levels, _ := Levels(g)
	for seed := range uint64(5) {
		to := rand.New(rand.NewPCG(seed, 0)).Perm(g.N)
		other := Graph{N: g.N, Radius: make([]float64, g.N), Label: make([]Size, g.N)}
		for i, at := range to {
			other.Radius[at], other.Label[at] = g.Radius[i], g.Label[i]
		}
		for _, edge := range g.Edges {
			other.Edges = append(other.Edges, [2]int{to[edge[0]], to[edge[1]]})
		}
		if again := meanStress(other, Stress(context.Background(), other, Options{Seed: 1})); again > stress*1.15 {
			t.Errorf("permutation %d: stress %.4f, it was %.4f", seed, again, stress)
		}
		otherLevels, _ := Levels(other)
		for i, at := range to {
			if off := otherLevels[at] - levels[i]; off > 1e-6 || off < -1e-6 {
				t.Errorf("permutation %d: company %d is on level %g, it was on %g", seed, i, otherLevels[at], levels[i])
			}
		}
	}
}
