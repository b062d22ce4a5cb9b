package network

import (
	"context"
	"testing"

	"pgregory.net/rapid"
)

// drawReturnNetwork draws a network whose legs have ranges, some of them without an end.
func drawReturnNetwork(t *rapid.T) *Network {
	companies := rapid.IntRange(2, 5).Draw(t, "companies")
	var rows [][4]int64
	for payer := range int64(companies) {
		for payee := range int64(companies) {
			if rapid.IntRange(0, 9).Draw(t, "there") > 5 {
				continue
			}
			low := rapid.Int64Range(0, 6).Draw(t, "low")
			high := low
			switch rapid.IntRange(0, 5).Draw(t, "sort") {
			case 0, 1, 2:
				high += rapid.Int64Range(1, 9).Draw(t, "wide")
			case 3:
				high = -1
			}
			rows = append(rows, [4]int64{payer, payee, low, high})
		}
	}
	n, err := networkOfRows(companies, rows)
	if err != nil {
		t.Fatal(err)
	}
	return n
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
