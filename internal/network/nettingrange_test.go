package network

import (
	"context"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

func rangesOfNetwork(t interface{ Fatal(...any) }, n *Network, samples int) *Measures {
	m, err := Measure(context.Background(), nil, n, Options{Ranges: true, Samples: samples, Time: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// eachAmounts sets the money to every combination of whole amounts up to the highs, and visits it.
func eachAmounts(n *Network, highs func(flow int) int64, visit func(a *amounts)) {
	a := n.amounts()
	var try func(flow int)
	try = func(flow int) {
		if flow == len(n.Flows) {
			a.total()
			visit(a)
			return
		}
		for cents := n.Flows[flow].Low; cents <= highs(flow); cents++ {
			a.money[flow] = cents
			try(flow + 1)
		}
	}
	try(0)
}

// spread is the least and the most that was seen.
type spread struct{ least, most float64 }

func (s *spread) see(value float64) { s.least, s.most = min(s.least, value), max(s.most, value) }

func noSpread() spread { return spread{math.Inf(1), math.Inf(-1)} }

func TestNettingRangesAreThoseOfAllAmounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawUncertain(t, 4, 5, false)
		debt, compressed, multiplier := noSpread(), noSpread(), noSpread()
		eachAmounts(n, func(flow int) int64 { return n.Flows[flow].High }, func(a *amounts) {
			netting := a.netting(a.circulation(nil))
			debt.see(float64(netting.NetDebt))
			compressed.see(float64(netting.Compressed))
			multiplier.see(a.multiplier())
		})
		r := rangesOfNetwork(t, n, 3).Ranges
		for name, c := range map[string]struct {
			got  Range
			want spread
		}{"net debt": {r.NetDebt, debt}, "compressed": {r.Compressed, compressed}, "multiplier": {r.Multiplier, multiplier}} {
			if c.got.Sampled || !mostlyEqual(c.got.Low, c.want.least) || c.got.High != c.want.most && !mostlyEqual(c.got.High, c.want.most) {
				t.Fatalf("%s: got %+v, want %+v", name, c.got, c.want)
			}
			if (c.got.Low < c.got.High) != (c.got.Driver != 0) {
				t.Fatalf("%s: %+v has no driver, or one too many", name, c.got)
			}
		}
	})
}

// TestNettingRangesOfOpenFlows tries open flows far beyond everything else: nothing may lie outside of the ranges.
func TestNettingRangesOfOpenFlows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawUncertain(t, 3, 4, true)
		m := rangesOfNetwork(t, n, 3)
		r := m.Ranges
		holds := func(name string, r Range, value float64) {
			if !r.inside(value) {
				t.Fatalf("%s: %g is outside of %+v", name, value, r)
			}
		}
		eachAmounts(n, func(flow int) int64 { return n.Flows[flow].Low + 3 }, func(a *amounts) {
			for flow := range a.money {
				switch over := a.money[flow] - n.Flows[flow].Low; {
				case !n.Flows[flow].HighOpen:
					a.money[flow] = min(a.money[flow], n.Flows[flow].High)
				case over == 3:
					a.money[flow] = 1_000_000
				}
			}
			a.total()
			netting := a.netting(a.circulation(nil))
			holds("net debt", r.NetDebt, float64(netting.NetDebt))
			holds("compressed", r.Compressed, float64(netting.Compressed))
			holds("multiplier", r.Multiplier, a.multiplier())
			for flow := range a.money {
				a.money[flow] = min(a.money[flow], n.Flows[flow].Low+3)
			}
		})
		if outgrows := newBox(n, n.amounts()).outgrows(); outgrows && (m.FinnRange.Low != 0 || r.GammaThr.Low != 0) {
			t.Fatalf("an open flow leaves Finn %+v and gamma %+v", m.FinnRange, r.GammaThr)
		}
	})
}

// TestRangesThatCanClose is a loop whose figures can all be 14: then nothing is owed, and everything goes round.
func TestRangesThatCanClose(t *testing.T) {
	m := rangesOfNetwork(t, uncertainNetwork(t, 3, [][5]int64{{0, 1, 1000, 1500, 2000}, {1, 2, 1200, 1500, 1800}, {2, 0, 1400, 1400, 1400}}), 0)
	r := m.Ranges
	if m.CircularRange.High != 1 || m.FinnRange.High != 1 || r.GammaThr.High != 1 || r.NetDebt.Low != 0 || r.Compressed.Low != 0 ||
		!math.IsInf(r.Multiplier.High, 1) {
		t.Errorf("got share %+v, Finn %+v, gamma %+v, net debt %+v, compressed %+v, multiplier %+v",
			m.CircularRange, m.FinnRange, r.GammaThr, r.NetDebt, r.Compressed, r.Multiplier)
	}
	if !m.FinnRange.HighProven || m.FinnRange.LowProven || r.NetDebt.Sampled || r.Multiplier.Sampled {
		t.Errorf("got %+v, %+v, %+v", m.FinnRange, r.NetDebt, r.Multiplier)
	}
}

// TestRangesOfALoopThatNobodyDiscloses is one of which only the limits of shares are known, and what drives it.
func TestRangesOfALoopThatNobodyDiscloses(t *testing.T) {
	m := rangesOfNetwork(t, uncertainNetwork(t, 2, [][5]int64{{0, 1, 0, 0, -1}, {1, 0, 0, 0, -1}}), 0)
	r, inf := m.Ranges, math.Inf(1)
	for name, c := range map[string]struct {
		got  Range
		high float64
	}{
		"share": {m.CircularRange, 1}, "Finn": {m.FinnRange, 1}, "gamma": {r.GammaThr, 1}, "multiplier": {r.Multiplier, inf},
		"net debt": {r.NetDebt, inf}, "compressed": {r.Compressed, inf}, "volume": {r.Volume, inf},
		"circulation": {r.Circulation, inf}, "loop": {r.Loops[0], inf},
	} {
		if c.got.Low != 0 || c.got.High != c.high || c.got.Sampled || c.got.Driver == 0 {
			t.Errorf("%s: got %+v", name, c.got)
		}
	}
}

// TestWhatOpenFiguresLeaveUnpaid is a payer of an open leg: with cash that is stated it cannot pay it all, and otherwise it is
// taken to pay.
func TestWhatOpenFiguresLeaveUnpaid(t *testing.T) {
	for _, stated := range []bool{true, false} {
		n := uncertainNetwork(t, 2, [][5]int64{{0, 1, 100, 100, -1}})
		if stated {
			n.Companies[0].Cash = deal.Reported{Money: deal.Money{Cents: 500, Currency: deal.USD}, Stated: true}
		}
		r := rangesOfNetwork(t, n, 0).Ranges.Shortfall
		if r.Low != 0 || r.Sampled && stated || math.IsInf(r.High, 1) != stated || (r.Driver != 0) != stated {
			t.Errorf("stated %v: got %+v", stated, r)
		}
	}
}
