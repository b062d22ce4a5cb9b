package network

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// uncertainNetwork makes a network of flows given as payer, payee, low, best and high, one leg each; a high
// below the low is open.
func uncertainNetwork(t interface{ Fatal(...any) }, companies int, rows [][5]int64) *Network {
	flows := make([]Flow, len(rows))
	for i, row := range rows {
		flows[i] = Flow{Payer: int(row[0]), Payee: int(row[1]), Money: row[3]}
	}
	n, err := fromFlows(companies, flows)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n.Flows {
		flow := &n.Flows[i]
		flow.Low, flow.High = 0, 0
		for j := range flow.Legs {
			leg := &flow.Legs[j]
			row := rows[leg.ID-1]
			leg.Low, leg.High = row[2], row[4]
			if row[4] < row[2] {
				leg.High, leg.HighOpen, flow.HighOpen = max(row[2], row[3]), true, true
			}
			flow.Low += leg.Low
			flow.High += leg.High
		}
	}
	return n
}

// bruteShares returns the least and the greatest share over all whole amounts. The ends lie at whole amounts:
// the greatest at a corner of a circulation in whole numbers, the least at a corner of the box.
func bruteShares(n *Network, highs func(flow int) int64) (least, greatest float64) {
	a := n.amounts()
	least, greatest = math.Inf(1), math.Inf(-1)
	var try func(flow int)
	try = func(flow int) {
		if flow == len(n.Flows) {
			share := a.circularShare()
			least, greatest = min(least, share), max(greatest, share)
			return
		}
		for cents := n.Flows[flow].Low; cents <= highs(flow); cents++ {
			a.money[flow] = cents
			try(flow + 1)
		}
	}
	try(0)
	return least, greatest
}

func drawUncertain(t *rapid.T, companies, flows int, open bool) *Network {
	count := rapid.IntRange(1, flows).Draw(t, "count")
	rows := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) [5]int64 {
		payer := rapid.IntRange(0, companies-1).Draw(t, "payer")
		payee := (payer + rapid.IntRange(1, companies-1).Draw(t, "steps")) % companies
		low := rapid.Int64Range(0, 3).Draw(t, "low")
		high := low + rapid.Int64Range(0, 3).Draw(t, "width")
		best := rapid.Int64Range(low, high).Draw(t, "best")
		if open && rapid.IntRange(0, 5).Draw(t, "open") == 0 {
			high, best = -1, low
		}
		return [5]int64{int64(payer), int64(payee), low, best, high}
	}), count, count, func(row [5]int64) [2]int64 { return [2]int64{row[0], row[1]} }).Draw(t, "flows")
	return uncertainNetwork(t, companies, rows)
}

func TestCircularRangeIsThatOfAllAmounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawUncertain(t, 4, 6, false)
		least, greatest := bruteShares(n, func(flow int) int64 { return n.Flows[flow].High })
		got := n.CircularRange(context.Background(), 1)
		if !mostlyEqual(got.Low, least) || !mostlyEqual(got.High, greatest) || got.Sampled {
			t.Fatalf("got %+v, want %g to %g", got, least, greatest)
		}
		if uncertain := len(n.uncertainLegs()) > 0; got.Driver != 0 && !uncertain {
			t.Fatalf("leg %d drives a share that is certain", got.Driver)
		}
	})
}

func TestCircularRangeOfOpenFlows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawUncertain(t, 3, 5, true)
		box := newBox(n, n.amounts())
		got := n.CircularRange(context.Background(), 1)
		if box.openLoop() {
			if got.High != 1 {
				t.Fatalf("got %+v, want 1 for a loop without bounds", got)
			}
			return
		}
		// No open flow needs to carry more than all bounded ones together.
		bound := int64(0)
		for _, flow := range n.Flows {
			bound += flow.High
		}
		_, greatest := bruteShares(n, func(flow int) int64 {
			if n.Flows[flow].HighOpen {
				return max(bound, n.Flows[flow].Low)
			}
			return n.Flows[flow].High
		})
		if !mostlyEqual(got.High, greatest) {
			t.Fatalf("got %+v, want up to %g", got, greatest)
		}
	})
}

func TestCircularRangeSearchedForHoldsTheBase(t *testing.T) {
	var rows [][5]int64
	for i := range int64(20) {
		rows = append(rows, [5]int64{i, (i + 1) % 20, 1 + i%3, 4 + i%5, 9 + i%7}, [5]int64{i, (i + 7) % 20, 2, 5, 30})
	}
	n := uncertainNetwork(t, 20, rows)
	first := n.CircularRange(context.Background(), 7)
	if !first.Sampled || first.Driver == 0 || first.Low >= first.High {
		t.Errorf("got %+v", first)
	}
	if again := n.CircularRange(context.Background(), 7); again != first {
		t.Errorf("the same seed gave %+v after %+v", again, first)
	}
	if base := n.amounts().circularShare(); base < first.Low || base > first.High {
		t.Errorf("%g is outside of %+v", base, first)
	}
	if _, sampled := newBox(n, n.amounts()).least(context.Background(), 7); !sampled {
		t.Error("forty uncertain flows were not searched")
	}
}

// TestRangeOfTheSourceArticles is the one undisclosed leg of the table: it moves the share from 6% to 41%.
func TestRangeOfTheSourceArticles(t *testing.T) {
	const amazon, anthropic, microsoft, nvidia, openAI, coreWeave, oracle = 0, 1, 2, 3, 4, 5, 6
	certain := func(payer, payee, millions int64) [5]int64 {
		return [5]int64{payer, payee, millions, millions, millions}
	}
	n := uncertainNetwork(t, 7, [][5]int64{
		certain(amazon, openAI, 10_000), certain(amazon, anthropic, 8_000), certain(microsoft, openAI, 13_000),
		certain(nvidia, openAI, 100_000), certain(openAI, coreWeave, 22_750), certain(openAI, amazon, 38_000),
		certain(openAI, microsoft, 250_000), certain(openAI, oracle, 300_000), {oracle, nvidia, 0, 0, -1},
	})
	base, got := n.amounts().circularShare(), n.CircularRange(context.Background(), 0)
	if math.Abs(base-0.062016) > 5e-7 || math.Abs(got.High-0.411048) > 5e-7 {
		t.Errorf("got %.6f, up to %.6f", base, got.High)
	}
	if got.Driver != 9 || got.Sampled || got.Low != 0 {
		t.Errorf("got %+v", got)
	}
	m, err := Measure(context.Background(), nil, n, Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	if m.CircularRange != got || m.FinnRange.Driver != 9 || m.FinnRange.Low >= m.FinnRange.High {
		t.Errorf("got %+v and %+v", m.CircularRange, m.FinnRange)
	}
	r := m.Ranges
	if r.Gross != (Range{Low: 741_750, High: math.Inf(1), Driver: 9}) {
		t.Errorf("gross: %+v", r.Gross)
	}
	if r.Circulation != (Range{Low: 46_000, High: 346_000, Driver: 9}) {
		t.Errorf("circulation: %+v", r.Circulation)
	}
	if r.Throughflow[coreWeave] != (Range{Low: 22_750, High: 22_750}) || !math.IsInf(r.Throughflow[nvidia].High, 1) {
		t.Errorf("throughflow: %+v", r.Throughflow)
	}
	if r.OpenAsHighAs != 741_750 || r.Corners == 0 {
		t.Errorf("open as high as %d, %d corners", r.OpenAsHighAs, r.Corners)
	}
}

func TestEveryRangeHoldsItsMeasure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawUncertain(t, 5, 10, true)
		m, err := Measure(context.Background(), nil, n, Options{Ranges: true, Samples: 10})
		if err != nil {
			t.Fatal(err)
		}
		holds := func(what string, r Range, value float64) {
			if !(r.Low <= value && value <= r.High) && !(math.IsNaN(value)) {
				t.Fatalf("%s: %g is outside of %+v", what, value, r)
			}
		}
		holds("circular share", m.CircularRange, m.CircularShare)
		holds("finn", m.FinnRange, m.Finn)
		holds("gross", m.Ranges.Gross, float64(m.Gross))
		holds("circulation", m.Ranges.Circulation, float64(m.Circulation))
		holds("multiplier", m.Ranges.Multiplier, m.Multiplier)
		holds("gamma", m.Ranges.GammaThr, m.BFF.GammaThr)
		holds("net debt", m.Ranges.NetDebt, float64(m.Netting.NetDebt))
		holds("compressed", m.Ranges.Compressed, float64(m.Netting.Compressed))
		holds("shortfall", m.Ranges.Shortfall, m.Clearing.Shortfall())
		for i := range n.Flows {
			holds("return share", m.Ranges.ReturnShare[i], m.ReturnShare[i])
		}
		for i := range n.Companies {
			holds("throughflow", m.Ranges.Throughflow[i], m.Throughflow[i])
			holds("debt rank", m.Ranges.DebtRank[i], m.DebtRank[i])
			holds("supplier index", m.Ranges.SupplierHHI[i], m.SupplierHHI[i])
			holds("customer index", m.Ranges.CustomerHHI[i], m.CustomerHHI[i])
		}
		if driver := m.Ranges.Circulation.Driver; driver != 0 {
			if _, flow, ok := n.legIn(driver); !ok || n.Flows[flow].Low == n.Flows[flow].High && !n.Flows[flow].HighOpen {
				t.Fatalf("leg %d drives the circulation", driver)
			}
		}
	})
}

func TestCertainFiguresHaveNoWidth(t *testing.T) {
	n := networkOf(t, 3, [][3]int64{{0, 1, 2}, {1, 2, 1}, {2, 0, 1}})
	m, err := Measure(context.Background(), nil, n, Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	if m.CircularRange != (Range{Low: 0.75, High: 0.75}) || m.FinnRange != (Range{Low: m.Finn, High: m.Finn}) {
		t.Errorf("got %+v and %+v", m.CircularRange, m.FinnRange)
	}
	if m.Ranges.Gross.Driver != deal.LegID(0) || m.Ranges.Multiplier.Sampled {
		t.Errorf("got %+v", m.Ranges)
	}
}
