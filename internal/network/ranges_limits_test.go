package network

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"
)

// inside reports whether a value that was measured lies in its interval, as far as both are known.
func (r Range) inside(value float64) bool {
	return math.IsNaN(value) || math.IsNaN(r.Low) || value >= r.Low*(1-1e-9) && value <= r.High*(1+1e-9)
}

func TestRangesStopInTimeAndSayWhy(t *testing.T) {
	n := withRanges(dealNetwork(t, 500, 1_250))
	m, err := Measure(context.Background(), nil, n, Options{Limits: Limits{MaxLen: 4}, Ranges: true, Time: time.Nanosecond})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(m.Ranges.Why, "stopped after 1ns") || m.Ranges.Corners != 0 || !m.CircularRange.Sampled {
		t.Errorf("got %q, %d corners, %+v", m.Ranges.Why, m.Ranges.Corners, m.CircularRange)
	}
	measuresInside(t, m)
	if m.Ranges.Gross.Low >= float64(m.Gross) || !math.IsInf(m.Ranges.Gross.High, 1) {
		t.Errorf("the exact range of the gross is %+v around %d", m.Ranges.Gross, m.Gross)
	}
}

func TestRangesHoldWhatWasMeasuredAndNameADriver(t *testing.T) {
	n := withRanges(dealNetwork(t, 20, 45))
	m, err := Measure(context.Background(), nil, n, Options{Ranges: true, Time: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	measuresInside(t, m)
	if m.Ranges.Why != "" || m.Ranges.Corners == 0 {
		t.Errorf("stopped: %q, %d corners", m.Ranges.Why, m.Ranges.Corners)
	}
	for name, r := range map[string]Range{
		"circular share": m.CircularRange, "Finn": m.FinnRange, "gross": m.Ranges.Gross, "circulation": m.Ranges.Circulation,
		"multiplier": m.Ranges.Multiplier, "gamma": m.Ranges.GammaThr, "net debt": m.Ranges.NetDebt,
		"compressed": m.Ranges.Compressed, "shortfall": m.Ranges.Shortfall, "volume": m.Ranges.Volume,
		"biggest loop": m.Ranges.Loops[0],
	} {
		if !(r.Low < r.High) || r.Driver == 0 {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// measuresInside checks that every interval holds the measure that it belongs to.
func measuresInside(t *testing.T, m *Measures) {
	t.Helper()
	check := func(name string, r Range, value float64) {
		if !r.inside(value) {
			t.Errorf("%s: %g is not in %+v", name, value, r)
		}
	}
	check("circular share", m.CircularRange, m.CircularShare)
	check("Finn's index", m.FinnRange, m.Finn)
	check("gross", m.Ranges.Gross, float64(m.Gross))
	check("circulation", m.Ranges.Circulation, float64(m.Circulation))
	check("multiplier", m.Ranges.Multiplier, m.Multiplier)
	check("net debt", m.Ranges.NetDebt, float64(m.Netting.NetDebt))
	check("compressed", m.Ranges.Compressed, float64(m.Netting.Compressed))
	check("shortfall", m.Ranges.Shortfall, m.Clearing.Shortfall())
	check("volume", m.Ranges.Volume, m.BFF.Volume)
	for i, loop := range m.Loops.Top {
		check("loop", m.Ranges.Loops[i], float64(loop.Money))
	}
	for i, share := range m.ReturnShare {
		check("earmarked", m.Ranges.Earmarked[i], m.Earmarked[i])
		check("return share", m.Ranges.ReturnShare[i], share)
	}
	for i := range m.Throughflow {
		check("pays", m.Ranges.Pays[i], m.Clearing.Pays[i])
		check("throughflow", m.Ranges.Throughflow[i], m.Throughflow[i])
		check("supplier index", m.Ranges.SupplierHHI[i], m.SupplierHHI[i])
		check("customer index", m.Ranges.CustomerHHI[i], m.CustomerHHI[i])
		if m.Ranges.DebtRank != nil {
			check("DebtRank", m.Ranges.DebtRank[i], m.DebtRank[i])
		}
	}
}
