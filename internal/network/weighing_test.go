package network

import (
	"context"
	"math"
	"testing"
)

// aroundAHub is one company that pays every other one, each of which pays something else back: as many loops as
// companies, and as many rounds of forwarding.
func aroundAHub(tb testing.TB, companies int) *Network {
	tb.Helper()
	var flows []Flow
	for v := 1; v < companies; v++ {
		out, back := int64(100_000*v), int64(100_000*(v*7919%companies+1))
		flows = append(flows, Flow{Payer: 0, Payee: v, Money: out}, Flow{Payer: v, Payee: 0, Money: back})
	}
	n, err := fromFlows(companies, flows)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// TestWeighingIsBoundedByRounds weighs few loops in many rounds of many companies, whose inverses would fill the
// memory of a computer.
func TestWeighingIsBoundedByRounds(t *testing.T) {
	small := aroundAHub(t, 100).Forwarding(context.Background(), 0)
	circulation, _ := aroundAHub(t, 100).Circulation()
	if small.Skipped || math.Abs(small.Volume-2*small.LoopWeightSum) > 1e-6*small.Volume || small.Volume > float64(circulation)*(1+1e-9) {
		t.Errorf("got %+v, circulation %d", small, circulation)
	}
	large := aroundAHub(t, 1_900).Forwarding(context.Background(), 0)
	if !large.Skipped || large.Volume <= 0 || large.Top != nil {
		t.Errorf("got %+v", large)
	}
}

func TestForwardingIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if f := aroundAHub(t, 50).Forwarding(ctx, 0); !f.Skipped || f.Top != nil {
		t.Errorf("got %+v", f)
	}
}
