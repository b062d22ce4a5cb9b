package network

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"roundtrip/internal/deal"
)

// dealNetwork makes a network like those of deals: a few hubs that most flows touch, some flows that go both
// ways, and log-normal amounts from millions to hundreds of billions.
func dealNetwork(tb testing.TB, companies, flows int) *Network {
	tb.Helper()
	random := rand.New(rand.NewPCG(uint64(companies), uint64(flows)))
	seen := make(map[[2]int]bool)
	var list []Flow
	add := func(payer, payee int) {
		if payer == payee || seen[[2]int{payer, payee}] || len(list) == flows {
			return
		}
		seen[[2]int{payer, payee}] = true
		cents := int64(100_000_000_000 * math.Exp(2*random.NormFloat64()))
		list = append(list, Flow{Payer: payer, Payee: payee, Money: cents})
	}
	ends := []int{0} // each company as often as it has flows, so that hubs attract more
	for company := 1; company < companies; company++ {
		other := ends[random.IntN(len(ends))]
		ends = append(ends, company, other)
		if random.IntN(2) == 0 {
			add(company, other)
		} else {
			add(other, company)
		}
	}
	for len(list) < flows {
		payer, payee := ends[random.IntN(len(ends))], ends[random.IntN(len(ends))]
		add(payer, payee)
		if random.IntN(4) == 0 {
			add(payee, payer)
		}
	}
	n, err := fromFlows(companies, list)
	if err != nil {
		tb.Fatal(err)
	}
	for i := range n.Companies {
		if random.IntN(2) == 0 {
			cents := int64(100_000_000_000 * math.Exp(2*random.NormFloat64()))
			n.Companies[i].Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: cents, Currency: deal.USD}}
		}
	}
	return n
}

var benchmarkSizes = [][2]int{{20, 45}, {200, 500}, {2_000, 5_000}}

func BenchmarkMeasure(b *testing.B) {
	for _, size := range benchmarkSizes {
		b.Run(fmt.Sprintf("%d-%d", size[0], size[1]), func(b *testing.B) {
			n := dealNetwork(b, size[0], size[1])
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Measure(context.Background(), nil, n, Options{Limits: Limits{MaxLen: 6}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkMeasureAgain measures in the same memory, as whoever keeps only the last answer can.
func BenchmarkMeasureAgain(b *testing.B) {
	for _, size := range benchmarkSizes {
		b.Run(fmt.Sprintf("%d-%d", size[0], size[1]), func(b *testing.B) {
			n, m := dealNetwork(b, size[0], size[1]), new(Measures)
			b.ReportAllocs()
			for b.Loop() {
				if err := m.Again(context.Background(), nil, n, Options{Limits: Limits{MaxLen: 6}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEachMeasure(b *testing.B) {
	for _, size := range benchmarkSizes {
		n := dealNetwork(b, size[0], size[1])
		room := newWorkspace()
		a := n.amountsIn(room)
		cash, share := n.Cash(nil), make([]float64, len(n.Flows))
		for _, measure := range []struct {
			name string
			run  func()
		}{
			{"circulation", func() { a.circulation(nil) }},
			{"return share", func() { a.returnShare(share) }},
			{"clearing", func() { a.clearing(cash, DefaultCosts{}) }},
			{"debt rank", func() { a.debtRanks(b.Context(), n.financing(room), cash, nil) }},
			{"forwarding", func() { a.forwarding(context.Background(), 0, weighingWork) }},
			{"loops", func() { FindLoops(context.Background(), n, Limits{MaxLen: 6}) }},
			{"ownership", func() { n.Ownership(nil) }},
			{"amounts", func() { n.amountsIn(room) }},
		} {
			b.Run(fmt.Sprintf("%s-%d-%d", measure.name, size[0], size[1]), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					used := room.mark()
					measure.run()
					room.release(used)
				}
			})
		}
	}
}
