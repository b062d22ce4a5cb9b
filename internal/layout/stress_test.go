package layout

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestStressAgainstPeers holds the bars that the best peers set on the same graphs by the same measure.
func TestStressAgainstPeers(t *testing.T) {
	for _, bar := range []struct {
		graph     string
		seeds     uint64
		stress    float64
		crossings int
	}{
		{"layout-20", 5, 0.088, 38}, // sfdp: 39 crossings at 0.0884
		{"layout-200", 3, 0.1499, math.MaxInt},
		{"layout-2000", 1, 0.1761, math.MaxInt}, // sfdp
	} {
		g := readGraph(t, bar.graph)
		for seed := range bar.seeds {
			points := Stress(context.Background(), g, Options{Seed: seed})
			if stress := meanStress(g, points); stress > bar.stress {
				t.Errorf("%s, seed %d: stress %.4f, at most %.4f is wanted", bar.graph, seed, stress, bar.stress)
			}
			if bar.crossings == math.MaxInt {
				continue
			}
			if crossings := countCrossings(g, points); crossings > bar.crossings {
				t.Errorf("%s, seed %d: %d crossings, at most %d are wanted", bar.graph, seed, crossings, bar.crossings)
			}
		}
	}
}

// TestStressDrawsAHub looks at what a reader sees of a hub with eight partners, some of them joined, and one more
// company behind a partner.
func TestStressDrawsAHub(t *testing.T) {
	g := Graph{N: 10, Edges: [][2]int{{3, 4}, {6, 7}, {1, 9}}}
	for partner := 1; partner <= 8; partner++ {
		g.Edges = append(g.Edges, [2]int{partner, 0}, [2]int{0, partner})
	}
	g = dressed(g)
	for seed := range uint64(5) {
		points := Stress(context.Background(), g, Options{Seed: seed})
		if crossings := countCrossings(g, points); crossings > 0 {
			t.Errorf("seed %d: %d crossings", seed, crossings)
		}
		low, high := bounds(points, g.boxes(), []int{0, 1, 2, 3, 4, 5, 6, 7, 8})
		if off := points[0].distance(low.towards(high, 0.5)); off > 0.2*(high.X-low.X) {
			t.Errorf("seed %d: the hub stands %.0f from the middle of a drawing %.0f wide", seed, off, high.X-low.X)
		}
		var angles []float64
		for partner := 1; partner <= 8; partner++ {
			u := points[partner].minus(points[0])
			angles = append(angles, math.Atan2(u.Y, u.X))
		}
		slices.Sort(angles)
		angles = append(angles, angles[0]+2*math.Pi)
		for i := range 8 {
			if gap := (angles[i+1] - angles[i]) * 180 / math.Pi; gap < 25 || gap > 75 {
				t.Errorf("seed %d: neighbours around the hub stand %.0f degrees apart", seed, gap)
			}
		}
		low, high = bounds(points, g.boxes(), []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
		if shape := (high.X - low.X) / (high.Y - low.Y); shape < 1 || shape > 2.2 {
			t.Errorf("seed %d: the drawing is %.2f times as wide as high", seed, shape)
		}
	}
}

// drawGraph draws any graph, also broken ones.
func drawGraph(t *rapid.T) (Graph, Options) {
	g := Graph{N: rapid.IntRange(0, 40).Draw(t, "n")}
	end := rapid.IntRange(-1, g.N)
	for range rapid.IntRange(0, 80).Draw(t, "m") {
		g.Edges = append(g.Edges, [2]int{end.Draw(t, "payer"), end.Draw(t, "payee")})
	}
	size := rapid.SampledFrom([]float64{0, 5, 12, 30, 60, 150, math.NaN(), -3})
	o := Options{Seed: rapid.Uint64().Draw(t, "seed"), Aspect: rapid.SampledFrom([]float64{0, 0.5, 1, 3}).Draw(t, "aspect")}
	start := rapid.Bool().Draw(t, "start")
	for range g.N {
		g.Radius = append(g.Radius, size.Draw(t, "radius"))
		g.Label = append(g.Label, Size{size.Draw(t, "width"), size.Draw(t, "height")})
		if !start {
			continue
		}
		place := NoPlace()
		if rapid.IntRange(0, 3).Draw(t, "placed") > 0 {
			place = Point{rapid.Float64Range(-500, 500).Draw(t, "x"), rapid.Float64Range(-500, 500).Draw(t, "y")}
		}
		o.Start = append(o.Start, place)
		o.Pinned = append(o.Pinned, rapid.IntRange(0, 4).Draw(t, "pinned") == 0)
	}
	return g, o
}

// everyMode is every way to place companies.
var everyMode = map[string]func(Graph, Options) []Point{
	"stress":   func(g Graph, o Options) []Point { return Stress(context.Background(), g, o) },
	"circular": func(g Graph, o Options) []Point { return Circular(context.Background(), g, o) },
	"layered":  func(g Graph, o Options) []Point { return Layered(context.Background(), g, o) },
}

// TestEveryMode checks what holds for every graph in every mode: places are finite, pins stay, no two boxes overlap
// unless both are pinned, and the same question has the same answer.
func TestEveryMode(t *testing.T) {
	for name, mode := range everyMode {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				g, o := drawGraph(t)
				points := mode(g, o)
				if len(points) != g.N {
					t.Fatalf("%d places for %d companies", len(points), g.N)
				}
				for i, p := range points {
					if !p.placed() {
						t.Fatalf("company %d stands at %v", i, p)
					}
					if o.pinned(i) && p != o.Start[i] {
						t.Fatalf("pinned company %d moved from %v to %v", i, o.Start[i], p)
					}
				}
				overlapping(points, g.boxes(), func(i, j int) {
					if !o.pinned(i) || !o.pinned(j) {
						t.Fatalf("companies %d at %v and %d at %v overlap", i, points[i], j, points[j])
					}
				})
				if again := mode(g, o); !slices.Equal(points, again) {
					t.Fatalf("the same graph and seed gave %v, then %v", points, again)
				}
			})
		})
	}
}

func TestStressOfLargeGraphsHasNoOverlaps(t *testing.T) {
	g := dressed(readGraph(t, "layout-2000"))
	points := Stress(context.Background(), g, Options{Seed: 1})
	overlapping(points, g.boxes(), func(i, j int) { t.Errorf("companies %d and %d overlap", i, j) })
}

// TestStressStopsWhenCancelled checks that a cancelled drawing still gives every company a place of its own.
func TestStressStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, name := range []string{"layout-20", "layout-200"} {
		g := dressed(readGraph(t, name))
		points := Stress(ctx, g, Options{})
		for i, p := range points {
			if !p.placed() {
				t.Errorf("%s: company %d has no place", name, i)
			}
		}
		overlapping(points, g.boxes(), func(i, j int) { t.Errorf("%s: companies %d and %d overlap", name, i, j) })
	}
}

// TestAnewKeepsTheView draws again with mostly new companies: those that had a place stay on their side.
func TestAnewKeepsTheView(t *testing.T) {
	g := readGraph(t, "layout-200")
	start := Stress(context.Background(), g, Options{Seed: 1})
	for i := 40; i < g.N; i++ {
		start[i] = NoPlace()
	}
	turned := func(points []Point) float64 {
		var dot, cross float64
		for i := range 40 {
			dot += points[i].dot(start[i])
			cross += points[i].cross(start[i])
		}
		return math.Abs(math.Atan2(cross, dot))
	}
	if angle := turned(Stress(context.Background(), g, Options{Seed: 2, Start: start})); angle > 0.5 {
		t.Errorf("the new drawing is turned by %.2f against the old one", angle)
	}
}

// TestALargeHubStaysInTheMiddle makes room round a disc that is far larger than the many beside it.
func TestALargeHubStaysInTheMiddle(t *testing.T) {
	g := Graph{N: 301}
	for partner := 1; partner < g.N; partner++ {
		g.Edges = append(g.Edges, [2]int{0, partner})
	}
	g = dressed(g)
	g.Radius[0] = 120
	points := Stress(context.Background(), g, Options{Seed: 1})
	all := make([]int, g.N)
	for i := range all {
		all[i] = i
	}
	low, high := bounds(points, g.boxes(), all)
	if off := points[0].distance(low.towards(high, 0.5)); off > 0.1*(high.X-low.X) {
		t.Errorf("the hub stands %.0f from the middle of a drawing %.0f wide", off, high.X-low.X)
	}
}
