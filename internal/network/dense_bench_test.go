package network

import (
	"fmt"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// BenchmarkDenseAlgebra inverts the matrix of money that wanders with gonum, from which the return share of every
// flow can be read, for docs/benchmarks.md.
func BenchmarkDenseAlgebra(b *testing.B) {
	for _, size := range benchmarkSizes {
		b.Run(fmt.Sprintf("%d-%d", size[0], size[1]), func(b *testing.B) {
			n := dealNetwork(b, size[0], size[1])
			a := n.amounts()
			stays := mat.NewDense(size[0], size[0], nil)
			for company := range size[0] {
				stays.Set(company, company, 1)
			}
			for flow, cents := range a.money {
				payer, payee := int(a.payer[flow]), int(a.payee[flow])
				stays.Set(payer, payee, stays.At(payer, payee)-float64(cents)/float64(a.through(a.payer[flow])))
			}
			var inverse mat.Dense
			for b.Loop() {
				if err := inverse.Inverse(stays); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
