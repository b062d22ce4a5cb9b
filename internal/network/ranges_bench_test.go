package network

import (
	"context"
	"fmt"
	"testing"
)

// withRanges makes two of three amounts of the network uncertain: half to twice as much, and one in nine open.
func withRanges(n *Network) *Network {
	for i := range n.Flows {
		flow := &n.Flows[i]
		if i%3 == 0 {
			continue
		}
		leg := &flow.Legs[0]
		leg.Low, leg.High, leg.HighOpen = leg.Money/2, 2*leg.Money, i%9 == 1
		flow.Low, flow.High, flow.HighOpen = leg.Low, leg.High, leg.HighOpen
	}
	return n
}

func BenchmarkMeasureRanges(b *testing.B) {
	for _, size := range benchmarkSizes {
		b.Run(fmt.Sprintf("%d-%d", size[0], size[1]), func(b *testing.B) {
			n := withRanges(dealNetwork(b, size[0], size[1]))
			b.ReportAllocs()
			for b.Loop() {
				m, err := Measure(context.Background(), nil, n, Options{Limits: Limits{MaxLen: 6}, Ranges: true})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(m.Ranges.Corners), "corners")
			}
		})
	}
}
