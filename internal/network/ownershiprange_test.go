package network

import (
	"context"
	"math"
	"testing"

	"roundtrip/internal/deal"
)

// TestOwnershipRanges lets a stake follow from uncertain money over an uncertain valuation, and looks through it.
func TestOwnershipRanges(t *testing.T) {
	book := deal.NewBook(deal.Book{
		Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}, {ID: 3, Name: "C"}},
		Deals: []deal.Deal{{ID: 1, Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
			{
				ID: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Currency: deal.USD,
				Figure:    deal.Figure{Said: deal.SaidRange, Low: 10, Best: 20, High: 30},
				Valuation: deal.Figure{Said: deal.SaidRange, Low: 100, Best: 100, High: 200}, ValuationMoney: deal.TimingPostMoney,
			},
			{ID: 2, Payer: 2, Payee: 3, Kind: deal.KindEquity, Figure: deal.Exactly(5), Currency: deal.USD, Stake: deal.Whole / 2},
		}}},
	})
	n, err := Build(book, View{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := Measure(context.Background(), book, n, Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	want := map[[2]int][3]float64{{0, 1}: {0.05, 0.2, 0.3}, {0, 2}: {0.025, 0.1, 0.15}, {1, 2}: {0.35, 0.4, 0.475}}
	if len(m.Ownership.Holdings) != len(want) || len(m.Ranges.LookThrough) != len(want) {
		t.Fatalf("got %+v, ranges %+v", m.Ownership.Holdings, m.Ranges.LookThrough)
	}
	for i, h := range m.Ownership.Holdings {
		ends, got := want[[2]int{h.Holder, h.Held}], m.Ranges.LookThrough[i]
		for at, value := range []float64{got.Low, h.LookThrough, got.High} {
			if math.Abs(value-ends[at]) > 1e-12 {
				t.Errorf("%d of %d: %g in %+v, want %v", h.Holder, h.Held, h.LookThrough, got, ends)
			}
		}
		if got.Driver != 1 || got.Sampled {
			t.Errorf("%d of %d: %+v", h.Holder, h.Held, got)
		}
	}
}
