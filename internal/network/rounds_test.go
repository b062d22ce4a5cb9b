package network

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

func newRandom(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

// clearedRounds is Balanced Flow Forwarding by its definition: in each round, within strongly connected
// components, every company forwards what it gets, no more than it pays, which is a clearing without cash.
func clearedRounds(a *amounts) (circular []float64) {
	circular = make([]float64, len(a.money))
	left := make([]float64, len(a.money))
	for flow, cents := range a.money {
		left[flow] = float64(cents)
	}
	for range a.companies + 1 {
		component, _ := a.paying(func(flow int) bool { return left[flow] > 0 }).components(nil)
		around := make([]float64, len(left))
		for flow, cents := range left {
			if component[a.payer[flow]] == component[a.payee[flow]] {
				around[flow] = cents
			}
		}
		s := new(settlement)
		s.set(a.companies, a.payer, a.payee, around)
		s.fall()
		for flow, cents := range around {
			if cents == 0 {
				continue
			}
			taken := cents * s.pays[a.payer[flow]] / s.owes[a.payer[flow]]
			circular[flow] += taken
			if left[flow] -= taken; left[flow] < 1e-12*float64(a.money[flow]) {
				left[flow] = 0
			}
		}
	}
	return circular
}

func forwardedFlows(a *amounts) []float64 {
	total, round := make([]float64, len(a.money)), make([]float64, len(a.money))
	a.forward(a.arrows(), func(f *forwarder) bool {
		f.flows(round)
		for flow, cents := range round {
			total[flow] += cents
		}
		return true
	})
	return total
}

func TestForwardingIsRepeatedClearing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 12).Draw(t, "companies")
		a := rapidNetwork(t, companies, drawRows(t, companies, 50, 1_000)).amounts()
		got, want := forwardedFlows(a), clearedRounds(a)
		for flow := range want {
			if math.Abs(got[flow]-want[flow]) > 1e-7 {
				t.Fatalf("flow %d: got %g, want %g", flow, got[flow], want[flow])
			}
		}
	})
}

func TestForwardingOfALargeNetworkIsBalanced(t *testing.T) {
	a := dealNetwork(t, 300, 900).amounts()
	balance, around, volume := make([]float64, a.companies), make([]float64, a.companies), 0.0
	for flow, cents := range forwardedFlows(a) {
		if cents < 0 || cents > float64(a.money[flow])*(1+1e-9) {
			t.Fatalf("flow %d carries %g of %d", flow, cents, a.money[flow])
		}
		balance[a.payer[flow]] -= cents
		balance[a.payee[flow]] += cents
		around[a.payer[flow]] += cents
		volume += cents
	}
	for company := range balance {
		if math.Abs(balance[company]) > 1e-9*around[company] {
			t.Errorf("company %d is off by %g of %g", company, balance[company], around[company])
		}
	}
	if volume == 0 || volume > float64(a.circulation(nil)) {
		t.Errorf("volume %g", volume)
	}
}

func TestCirculationOfLargeNetworksIsTheGreatest(t *testing.T) {
	for _, size := range benchmarkSizes {
		n := dealNetwork(t, size[0], size[1])
		total, part := n.Circulation()
		if total == 0 || gainsMore(n, part) {
			t.Errorf("%v: circulation %d is not the greatest", size, total)
		}
	}
}
