package network

import (
	"math/rand/v2"
	"testing"
	"time"
)

// loopWorkloads are the networks of docs/benchmarks.md.
var loopWorkloads = []struct {
	name   string
	build  func(t testing.TB) *Network
	maxLen int
}{
	{"K9", func(t testing.TB) *Network { return complete(t, 9, one) }, 0},
	{"K10", func(t testing.TB) *Network { return complete(t, 10, one) }, 0},
	{"deal20", fromFile("deal20"), 0},
	{"deal60", fromFile("deal60"), 0},
	{"star3x40", fromFile("star3x40"), 0},
	{"er100_180", fromFile("er100_180"), 0},
	{"own10k_25k", fromFile("own10k_25k"), 0},
	{"deal200 to 6", fromFile("deal200"), 6},
	{"deal200 to 8", fromFile("deal200"), 8},
	{"sf1000_3000 to 6", fromFile("sf1000_3000"), 6},
	{"sf1000_3000 to 8", fromFile("sf1000_3000"), 8},
	{"own10k_25k to 6", fromFile("own10k_25k"), 6},
	{"diamonds30 to 60", func(t testing.TB) *Network { return diamonds(t, 30) }, 60},
}

func fromFile(name string) func(t testing.TB) *Network {
	return func(t testing.TB) *Network { return graph(t, name) }
}

// BenchmarkVisitLoops counts all loops through a callback; docs/benchmarks.md compares it with other programs.
func BenchmarkVisitLoops(b *testing.B) {
	for _, workload := range loopWorkloads {
		b.Run(workload.name, func(b *testing.B) {
			n := workload.build(b)
			limits := Limits{MaxLen: workload.maxLen, Count: 1 << 40, Time: time.Hour}
			count := 0
			b.ReportAllocs()
			for b.Loop() {
				count, _, _ = n.VisitLoops(b.Context(), limits, func([]int) bool { return true })
			}
			b.ReportMetric(float64(count), "loops")
			if count > 0 {
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(count), "ns/loop")
			}
		})
	}
}

// BenchmarkBiggestLoops finds the ten biggest loops without listing all loops.
func BenchmarkBiggestLoops(b *testing.B) {
	random := rand.New(rand.NewPCG(5, 6))
	distinct := func() int64 { return random.Int64N(1e15) }
	for _, test := range []struct {
		name    string
		network *Network
		maxLen  int
	}{
		{"deal20", graph(b, "deal20"), 0},
		{"deal60", graph(b, "deal60"), 0},
		{"deal200", graph(b, "deal200"), 0},
		{"deal200 to 6", graph(b, "deal200"), 6},
		{"sf1000_3000 to 6", graph(b, "sf1000_3000"), 6},
		{"own10k_25k", graph(b, "own10k_25k"), 0},
		{"own10k_25k to 6", graph(b, "own10k_25k"), 6},
		{"K30", complete(b, 30, distinct), 0},
		{"K30 of equals", complete(b, 30, one), 0},
		{"30 diamonds", diamonds(b, 30), 0},
	} {
		b.Run(test.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				search := newLoopSearch(b.Context(), nil, Limits{MaxLen: test.maxLen, Time: time.Hour})
				search.room = newWorkspace()
				test.network.biggest(search, 10)
				search.room.done()
			}
		})
	}
}
