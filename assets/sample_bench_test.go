package assets_test

import (
	"testing"

	"roundtrip/internal/network"
)

// BenchmarkMeasureSample computes all measures of the sample, as a slider does at every step, and once more with
// the interval of every one.
func BenchmarkMeasureSample(b *testing.B) {
	for _, try := range []struct {
		name   string
		ranges bool
	}{{"points", false}, {"ranges", true}} {
		b.Run(try.name, func(b *testing.B) {
			book := sampleBook(b)
			built, err := network.Build(book, network.View{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := network.Measure(b.Context(), book, built, network.Options{Ranges: try.ranges}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
