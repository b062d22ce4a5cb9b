package network

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// iteratedClearing applies the rule of R. Rogers and L. Veraart again and again, from full payment downwards or
// from no payment upwards.
func iteratedClearing(n *Network, cash []Means, costs DefaultCosts, downwards bool) []float64 {
	owes, pays := make([]float64, len(n.Companies)), make([]float64, len(n.Companies))
	for _, flow := range n.Flows {
		owes[flow.Payer] += float64(flow.Money)
	}
	if downwards {
		copy(pays, owes)
	}
	for range 50_000 {
		gets := make([]float64, len(pays))
		for _, flow := range n.Flows {
			if flow.Money > 0 {
				gets[flow.Payee] += float64(flow.Money) * pays[flow.Payer] / owes[flow.Payer]
			}
		}
		change := 0.0
		for i := range pays {
			next := owes[i]
			if cash[i].Known && cash[i].Cents+gets[i] < owes[i]*(1-1e-11) {
				next = (1-costs.Cash)*cash[i].Cents + (1-costs.Payments)*gets[i]
			}
			change = math.Max(change, math.Abs(next-pays[i]))
			pays[i] = next
		}
		if change < 1e-13 {
			break
		}
	}
	return pays
}

func TestClearingIsTheLimitOfPaying(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 7).Draw(t, "companies")
		n := rapidNetwork(t, companies, drawRows(t, companies, 14, 9))
		cash := make([]Means, companies)
		for i := range cash {
			// Half cents keep a company from being able to pay to the last cent or not by rounding alone.
			cash[i] = Means{Known: rapid.IntRange(0, 4).Draw(t, "known") > 0}
			if rapid.Bool().Draw(t, "has cash") {
				cash[i].Cents = float64(rapid.IntRange(0, 20).Draw(t, "cash")) / 2
			}
		}
		costs := DefaultCosts{}
		if rapid.Bool().Draw(t, "costs") {
			costs = DefaultCosts{Cash: rapid.Float64Range(0, 1).Draw(t, "of cash"), Payments: rapid.Float64Range(0.1, 1).Draw(t, "of payments")}
		}
		greatest, err := n.Clearing(cash, costs)
		if err != nil {
			t.Fatal(err)
		}
		least, err := n.LeastClearing(cash, costs)
		if err != nil {
			t.Fatal(err)
		}
		down, up := iteratedClearing(n, cash, costs, true), iteratedClearing(n, cash, costs, false)
		for i := range down {
			if math.Abs(greatest.Pays[i]-down[i]) > 1e-7 {
				t.Fatalf("greatest: company %d pays %g, not %g", i, greatest.Pays[i], down[i])
			}
			if math.Abs(least.Pays[i]-up[i]) > 1e-7 {
				t.Fatalf("least: company %d pays %g, not %g", i, least.Pays[i], up[i])
			}
			if least.Pays[i] > greatest.Pays[i]+1e-9 {
				t.Fatalf("company %d pays more in the least vector", i)
			}
			if greatest.Unstated[i] != !cash[i].Known || !cash[i].Known && greatest.Pays[i] != greatest.Owes[i] {
				t.Fatalf("company %d with unstated cash: %+v", i, greatest)
			}
		}
	})
}

func TestClearingRefusesCostsThatAreNoShares(t *testing.T) {
	n := networkOf(t, 2, [][3]int64{{0, 1, 5}})
	for _, costs := range []DefaultCosts{{Cash: -0.1}, {Payments: 1.1}, {Cash: math.NaN()}} {
		if _, err := n.Clearing(n.Cash(nil), costs); err == nil {
			t.Errorf("costs of %v were accepted", costs)
		}
		if _, err := n.LeastClearing(n.Cash(nil), costs); err == nil {
			t.Errorf("costs of %v were accepted", costs)
		}
	}
}

func TestDefaultCostsWidenTheHole(t *testing.T) {
	n := networkWithCash(t, []float64{4, 0}, [][3]int64{{0, 1, 10}, {1, 0, 2}})
	clearing, err := n.Clearing(n.Cash(nil), DefaultCosts{Cash: 0.5, Payments: 0.5})
	if err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "pays", clearing.Pays, []float64{3, 2})
	wantNear(t, "shortfall", clearing.Shortfall(), 7)
}

func TestDebtRankOfThePublishedNetwork(t *testing.T) {
	exposure := [3][3]float64{{0, 1, 0}, {10, 0, 3}, {3, 2, 0}}
	buffer := [3]float64{2, 5, 2}
	weight := []float64{10.0 / 140, 100.0 / 140, 30.0 / 140}
	var impacts []Impact
	for lender := range exposure {
		for borrower, cents := range exposure[lender] {
			if cents > 0 {
				impacts = append(impacts, Impact{From: borrower, To: lender, Share: min(1, cents/buffer[lender])})
			}
		}
	}
	wantAllNear(t, "stress", ranksOf(impacts, weight), []float64{0.9285714286, 0.25, 0.6642857143})
	for company, want := range []float64{0.9285714286, 0.25, 0.6642857143} {
		shock := make([]float64, 3)
		shock[company] = 1
		wantNear(t, "stress of a default", Spread(impacts, weight, shock).Lost, want)
	}
	wantNear(t, "stress of a shock to all", Spread(impacts, weight, []float64{0.1, 0.1, 0.1}).Lost, 0.1607142857)
}

func TestDebtRankOfDeals(t *testing.T) {
	// An investor finances a laboratory, which buys from a cloud.
	book := deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: 1}, {ID: 2}, {ID: 3}},
		Deals: []deal.Deal{{ID: 1, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
			{ID: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(10), Currency: deal.USD},
			{ID: 2, Payer: 2, Payee: 3, Kind: deal.KindCloud, Figure: deal.Exactly(20), Currency: deal.USD},
		}}},
	})
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "rank", n.DebtRank(book), []float64{0, 0.6, 0})
	distress := n.Shock(book, []float64{0, 0.77, 0})
	wantAllNear(t, "distress", distress.Of, []float64{0.77, 0.77, 0.77})
	wantNear(t, "lost beyond the shock", distress.Lost, 0.77*0.6)
}

// TestDebtRankCapsWhatOnePartnerCosts is X, which both finances Y and sells to it, each for all that X has: when Y has
// lost half of its value, X loses half and not twice that.
func TestDebtRankCapsWhatOnePartnerCosts(t *testing.T) {
	book := deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: 1}, {ID: 2}, {ID: 3}},
		Deals: []deal.Deal{{ID: 1, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
			{ID: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(100), Currency: deal.USD},
			{ID: 2, Payer: 2, Payee: 1, Kind: deal.KindCloud, Figure: deal.Exactly(100), Currency: deal.USD},
			{ID: 3, Payer: 3, Payee: 2, Kind: deal.KindCloud, Figure: deal.Exactly(100), Currency: deal.USD},
		}}},
	})
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	if impacts := n.Impacts(book); !slices.Equal(impacts, []Impact{{1, 0, 1}, {2, 1, 0.5}}) {
		t.Errorf("got %v", impacts)
	}
	// Z's failure costs Y, of half of all value, a half, and X, of a quarter, a half in turn.
	wantAllNear(t, "rank", n.DebtRank(book), []float64{0, 0.25, 0.375})
}

// ranksOf lets each company fail by itself.
func ranksOf(impacts []Impact, weight []float64) []float64 {
	ranks, s := make([]float64, len(weight)), new(spreader)
	s.impacts = impacts
	s.set(impacts, weight)
	s.failAll(context.Background(), ranks)
	return ranks
}

func TestDebtRankDoesNotDependOnProcessors(t *testing.T) {
	n := dealNetwork(t, 1_000, 2_500)
	impacts, weight := n.Impacts(nil), n.amounts().valueShares()
	alone := make([]float64, len(weight))
	s := new(spreader)
	s.set(impacts, weight)
	s.failEach(t.Context(), alone, 0, 1)
	for company, rank := range ranksOf(impacts, weight) {
		if rank != alone[company] {
			t.Fatalf("company %d: got %g, alone %g", company, rank, alone[company])
		}
		shock := make([]float64, len(weight))
		if company%100 == 0 {
			shock[company] = 1
			wantNear(t, "lost", Spread(impacts, weight, shock).Lost, rank)
		}
	}
}
