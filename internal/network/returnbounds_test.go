package network

import (
	"context"
	"testing"

	"roundtrip/internal/deal"

	"pgregory.net/rapid"
)

// drawReturnNetwork draws a network whose legs have ranges, some of them without an end.
func drawReturnNetwork(t *rapid.T) *Network {
	companies := rapid.IntRange(2, 5).Draw(t, "companies")
	n := &Network{Base: deal.USD, Companies: make([]deal.Company, companies)}
	for payer := range companies {
		n.Companies[payer].ID = deal.CompanyID(payer + 1)
		for payee := range companies {
			if rapid.IntRange(0, 9).Draw(t, "there") > 5 {
				continue
			}
			low := rapid.Int64Range(0, 6).Draw(t, "low")
			leg := FlowLeg{ID: deal.LegID(payer*companies + payee + 1), Kind: deal.KindOther, Money: low, Low: low, High: low, Known: true}
			switch rapid.IntRange(0, 5).Draw(t, "sort") {
			case 0, 1, 2:
				leg.High += rapid.Int64Range(1, 9).Draw(t, "wide")
			case 3:
				leg.HighOpen, leg.Known = true, low > 0
			}
			flow := Flow{Payer: payer, Payee: payee}
			flow.add(leg)
			n.Flows = append(n.Flows, flow)
		}
	}
	finished, err := n.finish()
	if err != nil {
		t.Fatal(err)
	}
	return finished
}

func TestReturnSharesLieBetweenTheirEnds(t *testing.T) {
	counts := [2]int{}
	rapid.Check(t, func(t *rapid.T) {
		n := drawReturnNetwork(t)
		m, err := Measure(context.Background(), nil, n, Options{Ranges: true, Samples: 4})
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range m.Ranges.ReturnShare {
			if !r.inside(m.ReturnShare[i]) || !(r.Low >= 0 && r.High <= 1) {
				t.Fatalf("flow %d: %g is not in %+v", i, m.ReturnShare[i], r)
			}
			for _, exact := range []bool{!r.Sampled || r.LowProven, !r.Sampled || r.HighProven} {
				if exact {
					counts[0]++
				} else {
					counts[1]++
				}
			}
		}
		a := n.amounts()
		for range 60 {
			for i, flow := range n.Flows {
				high := flow.High
				if flow.HighOpen {
					high = flow.Low + rapid.SampledFrom([]int64{1, 10, 100, 1_000_000}).Draw(t, "open")
				}
				a.money[i] = rapid.OneOf(rapid.Just(flow.Low), rapid.Just(high), rapid.Int64Range(flow.Low, high)).Draw(t, "cents")
			}
			a.total()
			for i, share := range a.returnShare(make([]float64, len(a.money))) {
				r := m.Ranges.ReturnShare[i]
				if (!r.Sampled || r.LowProven) && share < r.Low*(1-1e-5)-1e-9 || (!r.Sampled || r.HighProven) && share > r.High*(1+1e-5)+1e-9 {
					t.Fatalf("flow %d (%d to %d) comes back by %g at %v, outside of %+v\n%+v", i, a.payer[i], a.payee[i], share, a.money, r, n.Flows)
				}
			}
		}
	})
	if counts[0] < counts[1] {
		t.Errorf("only %d ends are exact, and %d were searched for", counts[0], counts[1])
	}
}
