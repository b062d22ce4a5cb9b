package network

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"
)

// BenchmarkVisitLoops counts all loops through a callback; docs/benchmarks.md compares it with other programs.
func BenchmarkVisitLoops(b *testing.B) {
	for _, test := range []struct {
		name   string
		build  func(t testing.TB) *Network
		maxLen int
	}{
		{"K9", func(t testing.TB) *Network { return complete(t, 9, one) }, 0},
		{"K10", func(t testing.TB) *Network { return complete(t, 10, one) }, 0},
		{"deal20", func(t testing.TB) *Network { return graph(t, "deal20") }, 0},
		{"deal60", func(t testing.TB) *Network { return graph(t, "deal60") }, 0},
		{"star3x40", func(t testing.TB) *Network { return graph(t, "star3x40") }, 0},
		{"er100_180", func(t testing.TB) *Network { return graph(t, "er100_180") }, 0},
		{"own10k_25k", func(t testing.TB) *Network { return graph(t, "own10k_25k") }, 0},
		{"deal200 to 6", func(t testing.TB) *Network { return graph(t, "deal200") }, 6},
		{"deal200 to 8", func(t testing.TB) *Network { return graph(t, "deal200") }, 8},
		{"sf1000_3000 to 6", func(t testing.TB) *Network { return graph(t, "sf1000_3000") }, 6},
		{"sf1000_3000 to 8", func(t testing.TB) *Network { return graph(t, "sf1000_3000") }, 8},
		{"own10k_25k to 6", func(t testing.TB) *Network { return graph(t, "own10k_25k") }, 6},
		{"30 diamonds to 60", func(t testing.TB) *Network { return diamonds(t, 30) }, 60},
	} {
		b.Run(test.name, func(b *testing.B) {
			n := test.build(b)
			limits := Limits{MaxLen: test.maxLen, Count: 1 << 40, Time: time.Hour}
			count := 0
			b.ReportAllocs()
			for b.Loop() {
				count, _, _ = n.VisitLoops(context.Background(), limits, func([]int) bool { return true })
			}
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
				test.network.biggest(newLoopSearch(context.Background(), Limits{MaxLen: test.maxLen, Time: time.Hour}), 10)
			}
		})
	}
}
