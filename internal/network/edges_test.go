package network

import (
	"context"
	"math"
	"testing"

	"roundtrip/internal/deal"
)

// TestMeasuresOnEdges tries what the documentation of each measure says of networks in which something is missing,
// closed, doubled or without end. Where all that matters is that a network measures like another one, like is set.
func TestMeasuresOnEdges(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for name, test := range map[string]struct {
		rows, like                           [][3]int64
		loops                                int
		share, finn, multiplier, gamma, debt float64
		back, rank, supplier                 []float64
	}{
		"no flows": {supplier: []float64{nan, nan, nan}, rank: []float64{0, 0, 0}},
		"a closed network": {
			rows: [][3]int64{{0, 1, 10}, {1, 2, 10}, {2, 0, 10}}, loops: 1, share: 1, finn: 1, multiplier: inf, gamma: 1,
			back: []float64{1, 1, 1}, rank: []float64{2.0 / 3, 2.0 / 3, 2.0 / 3}, supplier: []float64{10_000, 10_000, 10_000},
		},
		"a self-payment alone": {
			rows: [][3]int64{{1, 1, 10}}, share: 1, finn: 1, multiplier: inf, gamma: 1,
			back: []float64{1}, rank: []float64{0, 0, 0}, supplier: []float64{nan, 10_000, nan},
		},
		"a self-payment beside another": {
			rows: [][3]int64{{0, 0, 10}, {0, 1, 10}}, share: 0.5, finn: 10.0 / 30, multiplier: 3, gamma: 0.5, debt: 10,
			back: []float64{1, 0}, rank: []float64{1.0 / 3, 0, 0}, supplier: []float64{5_000, nan, nan},
		},
		"undisclosed legs alone": {
			rows: [][3]int64{{0, 1, 0}, {1, 0, 0}}, loops: 1,
			rank: []float64{0, 0, 0}, supplier: []float64{nan, nan, nan},
		},
		"an undisclosed leg on the way back": {
			rows: [][3]int64{{0, 1, 10}, {1, 0, 0}}, loops: 1, multiplier: 2, debt: 10,
			back: []float64{0, 1}, rank: []float64{0.5, 0, 0}, supplier: []float64{10_000, nan, nan},
		},
		"parallel legs": {
			rows: [][3]int64{{0, 1, 10}, {1, 0, 3}, {0, 1, 5}, {1, 0, 4}}, like: [][3]int64{{0, 1, 15}, {1, 0, 7}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := measuredRows(t, test.rows)
			if test.like != nil {
				like := measuredRows(t, test.like)
				test.loops, test.share, test.finn, test.multiplier = like.Loops.Count, like.CircularShare, like.Finn, like.Multiplier
				test.gamma, test.debt = like.BFF.GammaThr, float64(like.Netting.NetDebt)
				test.back, test.rank, test.supplier = like.ReturnShare, like.DebtRank, like.SupplierHHI
			}
			if m.Loops.Count != test.loops {
				t.Errorf("%d loops, want %d", m.Loops.Count, test.loops)
			}
			wantNear(t, "circular share", m.CircularShare, test.share)
			wantNear(t, "Finn's index", m.Finn, test.finn)
			wantNear(t, "throughput circularity", m.BFF.GammaThr, test.gamma)
			wantNear(t, "net debt", float64(m.Netting.NetDebt), test.debt)
			if m.Multiplier != test.multiplier && math.Abs(m.Multiplier-test.multiplier) > 1e-12 {
				t.Errorf("multiplier %g, want %g", m.Multiplier, test.multiplier)
			}
			if test.back != nil {
				wantAllNear(t, "return share", m.ReturnShare, test.back)
				wantAllNear(t, "earmarked", m.Earmarked, test.back)
			}
			wantAllNear(t, "DebtRank", m.DebtRank, test.rank)
			for i, want := range test.supplier {
				if got := m.SupplierHHI[i]; math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > 1e-9 {
					t.Errorf("supplier index of %d: %g, want %g", i, got, want)
				}
			}
			if m.Clearing.Shortfall() != 0 || len(m.Clearing.Waves) != 0 {
				t.Errorf("companies whose cash nobody has stated default: %+v", m.Clearing)
			}
			for company, outside := range m.Ownership.Outside {
				if outside != 1 || m.Ownership.Closed {
					t.Errorf("company %d: %+v", company, m.Ownership)
				}
			}
		})
	}
}

func measuredRows(t *testing.T, rows [][3]int64) *Measures {
	t.Helper()
	m, err := Measure(context.Background(), nil, networkOf(t, 3, rows), Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestClearingWithoutAnyCash has two greatest and least outcomes far apart: everybody could pay if only one began.
func TestClearingWithoutAnyCash(t *testing.T) {
	n := networkOf(t, 3, [][3]int64{{0, 1, 10}, {1, 0, 10}, {2, 2, 5}})
	for i := range n.Companies {
		n.Companies[i].Cash = deal.Reported{Stated: true, Money: deal.Money{Currency: deal.USD}}
	}
	greatest, err := n.Clearing(n.Cash(nil), DefaultCosts{})
	if err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "greatest", greatest.Pays, []float64{10, 10, 5})
	least, err := n.LeastClearing(n.Cash(nil), DefaultCosts{})
	if err != nil {
		t.Fatal(err)
	}
	wantAllNear(t, "least", least.Pays, []float64{0, 0, 0})
}

// TestOwnershipWithoutOwners has two companies that own each other wholly.
func TestOwnershipWithoutOwners(t *testing.T) {
	stake := func(id deal.LegID, payer, payee deal.CompanyID) deal.Leg {
		return deal.Leg{ID: id, Payer: payer, Payee: payee, Kind: deal.KindEquity, Figure: deal.Exactly(5), Currency: deal.USD, Stake: deal.Whole}
	}
	book := deal.NewBook(deal.Book{
		Companies: []deal.Company{{ID: 1}, {ID: 2}},
		Deals: []deal.Deal{{ID: 1, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
			stake(1, 1, 2), stake(2, 2, 1), stake(3, 1, 1),
		}}},
	})
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	if o := n.Ownership(book); !o.Closed || len(o.Holdings) != 2 || o.Outside[0] != 0 {
		t.Errorf("got %+v", o)
	}
}
