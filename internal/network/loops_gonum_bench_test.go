//go:build unix

package network

import (
	"syscall"
	"testing"

	"gonum.org/v1/gonum/graph/topo"
)

// BenchmarkGonumLoops lists the loops with gonum, for docs/benchmarks.md. The processor time is reported
// beside the elapsed time because other work on the machine stretches long runs; it counts the garbage
// collector of every core.
func BenchmarkGonumLoops(b *testing.B) {
	for _, workload := range loopWorkloads {
		if workload.maxLen > 0 {
			continue
		}
		b.Run(workload.name, func(b *testing.B) {
			g := gonumGraph(workload.build(b))
			start := processorTime(b)
			for b.Loop() {
				topo.DirectedCyclesIn(g)
			}
			b.ReportMetric(float64(processorTime(b)-start)/float64(b.N), "cpu-ns/op")
		})
	}
}

// processorTime returns the nanoseconds of processor time that the process has used.
func processorTime(b *testing.B) int64 {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}
