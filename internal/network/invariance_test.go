package network

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// measured is a network drawn with cash, and what is known of it.
func measured(t *rapid.T, companies int, rows [][3]int64, cash []int64) *Measures {
	n := rapidNetwork(t, companies, rows)
	for i := range cash {
		if cash[i] >= 0 {
			n.Companies[i].Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: cash[i], Currency: deal.USD}}
		}
	}
	m, err := Measure(context.Background(), nil, n, Options{Limits: Limits{Top: 1000}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func drawMeasured(t *rapid.T) (companies int, rows [][3]int64, cash []int64) {
	companies = rapid.IntRange(2, 8).Draw(t, "companies")
	rows = drawRows(t, companies, 20, 1_000)
	cash = rapid.SliceOfN(rapid.Int64Range(-1, 2_000), companies, companies).Draw(t, "cash") // -1 is not stated
	return companies, rows, cash
}

// same compares what does not depend on the order of companies and flows, with money times a factor.
func same(t *rapid.T, got, want *Measures, factor float64) {
	number := func(what string, got, want float64) {
		if !mostlyEqual(got, want) {
			t.Fatalf("%s: got %.12g, want %.12g", what, got, want)
		}
	}
	number("gross", float64(got.Gross), factor*float64(want.Gross))
	number("circulation", float64(got.Circulation), factor*float64(want.Circulation))
	number("share", got.CircularShare, want.CircularShare)
	number("finn", got.Finn, want.Finn)
	number("multiplier", got.Multiplier, want.Multiplier)
	number("volume", got.BFF.Volume, factor*want.BFF.Volume)
	number("weights", got.BFF.LoopWeightSum, factor*want.BFF.LoopWeightSum)
	number("gamma", got.BFF.GammaThr, want.BFF.GammaThr)
	number("net debt", float64(got.Netting.NetDebt), factor*float64(want.Netting.NetDebt))
	number("compressed", float64(got.Netting.Compressed), factor*float64(want.Netting.Compressed))
	number("shortfall", got.Clearing.Shortfall(), factor*want.Clearing.Shortfall())
	number("loops", float64(got.Loops.Count), float64(want.Loops.Count))
}

// sameOfCompanies compares what each company has, company i of want being company place[i] of got.
func sameOfCompanies(t *rapid.T, got, want *Measures, place []int, factor float64) {
	for i, at := range place {
		for what, pair := range map[string][2]float64{
			"pays":           {got.Clearing.Pays[at], factor * want.Clearing.Pays[i]},
			"throughflow":    {got.Throughflow[at], factor * want.Throughflow[i]},
			"supplier index": {got.SupplierHHI[at], want.SupplierHHI[i]},
			"customer index": {got.CustomerHHI[at], want.CustomerHHI[i]},
			"debt rank":      {got.DebtRank[at], want.DebtRank[i]},
		} {
			if !mostlyEqual(pair[0], pair[1]) {
				t.Fatalf("%s of %d: got %.12g, want %.12g", what, i, pair[0], pair[1])
			}
		}
	}
}

func TestOrderOfCompaniesAndDealsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies, rows, cash := drawMeasured(t)
		place := rapid.Permutation(sequence(companies)).Draw(t, "places")
		moved, movedCash := make([][3]int64, len(rows)), make([]int64, companies)
		for i, row := range rows {
			moved[i] = [3]int64{int64(place[row[0]]), int64(place[row[1]]), row[2]}
		}
		for i, at := range place {
			movedCash[at] = cash[i]
		}
		slices.Reverse(moved)
		got, want := measured(t, companies, moved, movedCash), measured(t, companies, rows, cash)
		same(t, got, want, 1)
		sameOfCompanies(t, got, want, place, 1)
		weights := func(m *Measures) []float64 {
			var all []float64
			for _, loop := range m.BFF.Top {
				all = append(all, loop.Weight)
			}
			slices.Sort(all)
			return all
		}
		if !slices.EqualFunc(weights(got), weights(want), mostlyEqual) {
			t.Fatalf("loops weigh %v, want %v", weights(got), weights(want))
		}
	})
}

func TestUnitOfMoneyDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies, rows, cash := drawMeasured(t)
		factor := rapid.Int64Range(2, 1_000_000).Draw(t, "factor")
		scaled, scaledCash := slices.Clone(rows), slices.Clone(cash)
		for i := range scaled {
			scaled[i][2] *= factor
		}
		for i := range scaledCash {
			if scaledCash[i] > 0 {
				scaledCash[i] *= factor
			}
		}
		got, want := measured(t, companies, scaled, scaledCash), measured(t, companies, rows, cash)
		same(t, got, want, float64(factor))
		sameOfCompanies(t, got, want, sequence(companies), float64(factor))
		for i := range want.ReturnShare {
			if !mostlyEqual(got.ReturnShare[i], want.ReturnShare[i]) {
				t.Fatalf("flow %d comes back by %g, not %g", i, got.ReturnShare[i], want.ReturnShare[i])
			}
		}
	})
}

func TestSplittingALegDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies, rows, cash := drawMeasured(t)
		if len(rows) == 0 {
			return
		}
		at := rapid.IntRange(0, len(rows)-1).Draw(t, "leg")
		split := slices.Clone(rows)
		first := rapid.Int64Range(0, rows[at][2]).Draw(t, "first part")
		split[at][2] = first
		split = append(split, [3]int64{rows[at][0], rows[at][1], rows[at][2] - first})
		got, want := measured(t, companies, split, cash), measured(t, companies, rows, cash)
		same(t, got, want, 1)
		sameOfCompanies(t, got, want, sequence(companies), 1)
		if !slices.Equal(got.ReturnShare, want.ReturnShare) || !slices.Equal(got.Circular, want.Circular) {
			t.Fatal("the flows carry something else")
		}
	})
}

func TestMeasuresOfRandomNetworksAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies, rows, cash := drawMeasured(t)
		m := measured(t, companies, rows, cash)
		share := func(what string, value float64) {
			if !(value >= 0 && value <= 1) {
				t.Fatalf("%s is %g", what, value)
			}
		}
		share("circular share", m.CircularShare)
		share("finn", m.Finn)
		share("gamma", m.BFF.GammaThr)
		for i, value := range m.ReturnShare {
			share("return share", value)
			share("earmarked", m.Earmarked[i])
		}
		for i := range m.Throughflow {
			share("debt rank", m.DebtRank[i])
			if m.Clearing.Pays[i] > m.Clearing.Owes[i] || m.Clearing.Pays[i] < 0 {
				t.Fatalf("company %d pays %g of %g", i, m.Clearing.Pays[i], m.Clearing.Owes[i])
			}
			for _, hhi := range []float64{m.SupplierHHI[i], m.CustomerHHI[i]} {
				if !math.IsNaN(hhi) && (hhi <= 0 || hhi > 10_000*(1+1e-12)) {
					t.Fatalf("an index of company %d is %g", i, hhi)
				}
			}
		}
		if m.Netting.NetDebt > m.Netting.Compressed || m.Netting.Compressed > m.Gross {
			t.Fatalf("netting %+v of %d", m.Netting, m.Gross)
		}
		if (m.Circulation > 0) != (m.Loops.Count > 0) || (m.Finn > 0) != (m.Loops.Count > 0) {
			t.Fatalf("%d loops, circulation %d, Finn's index %g", m.Loops.Count, m.Circulation, m.Finn)
		}
	})
}
