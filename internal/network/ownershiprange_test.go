package network

import (
	"context"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

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
	_, m := ranged(t, book)
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

// A buys 8/96 of C, and B buys an unpriced part of A: what A's own owners hold of C may be anything down to nothing. D buys
// a part of A besides, in the second case, through which it may hold of C what A holds. In the third, A has an unpriced part
// of C beside its own, and may hold everything.
func TestAStakeWithoutAPriceLeavesWhatIsLookedThroughOpen(t *testing.T) {
	bought := equity(1, 1, 3, 0)
	bought.Figure, bought.Valuation, bought.ValuationMoney = deal.Exactly(8), deal.Exactly(96), deal.TimingPostMoney
	for i, test := range []struct {
		with     []deal.Leg
		want     Range // of what A holds of C
		direct   Standing
		standing Standing
	}{
		{with: []deal.Leg{equity(2, 2, 1, 0)}, want: Range{High: 8.0 / 96, Driver: 2}, standing: AtMost},
		{with: []deal.Leg{equity(2, 2, 1, 0), equity(3, 4, 1, deal.Whole/4)}, want: Range{High: 6.0 / 96, Driver: 2}, standing: Between},
		{with: []deal.Leg{equity(2, 1, 3, 0)}, want: Range{Low: 8.0 / 96, High: 1, Driver: 2}, direct: AtLeast, standing: AtLeast},
		{with: []deal.Leg{equity(2, 2, 3, 0)}, want: Range{High: 8.0 / 96, Driver: 2}, direct: AtMost, standing: AtMost},
	} {
		for j := range test.with {
			if test.with[j].Stake == 0 {
				test.with[j].Figure, test.with[j].Valuation = deal.Undisclosed(), deal.Figure{}
			}
		}
		book := issuedBook(4, deal.StatusSigned, append([]deal.Leg{bought}, test.with...)...)
		n, m := ranged(t, book)
		direct, through := n.StandingsOfHoldings(book, m.Ownership, m.Ranges.LookThrough)
		for at, h := range m.Ownership.Holdings {
			if h.Holder != 0 || h.Held != 2 {
				continue
			}
			got := m.Ranges.LookThrough[at]
			wantNear(t, fmt.Sprint(i, " low"), got.Low, test.want.Low)
			wantNear(t, fmt.Sprint(i, " high"), got.High, test.want.High)
			if got.Driver != test.want.Driver || got.Sampled || direct[at] != test.direct || through[at] != test.standing {
				t.Errorf("%d: %+v, direct %q, looked through %q", i, got, direct[at], through[at])
			}
		}
	}
}

// Whatever stakes without a price turn out to buy, what is looked through lies in its interval.
func TestWhatUnpricedStakesBuyStaysInTheRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var legs []deal.Leg
		for i := range rapid.IntRange(1, 6).Draw(t, "legs") {
			payer, payee := rapid.IntRange(1, 4).Draw(t, "payer"), rapid.IntRange(1, 4).Draw(t, "payee")
			if payer == payee {
				continue
			}
			leg := equity(deal.LegID(i+1), deal.CompanyID(payer), deal.CompanyID(payee), deal.Share(rapid.Int64Range(0, 300_000).Draw(t, "stake")))
			leg.Figure, leg.Valuation = deal.Undisclosed(), deal.Figure{}
			if rapid.Bool().Draw(t, "unpriced") {
				leg.Stake = 0
			}
			legs = append(legs, leg)
		}
		book := issuedBook(4, deal.StatusSigned, legs...)
		n, err := Build(book, View{})
		if err != nil {
			t.Fatal(err)
		}
		base := n.Ownership(book)
		ranges := n.ownershipRanges(context.Background(), book, base)
		for i := range legs {
			if legs[i].Stake == 0 {
				legs[i].Figure, legs[i].Valuation = deal.Exactly(rapid.Int64Range(0, 100_000).Draw(t, "money")), deal.Exactly(1000)
				legs[i].ValuationMoney = deal.TimingPreMoney
			}
		}
		priced := issuedBook(4, deal.StatusSigned, legs...)
		n, err = Build(priced, View{})
		if err != nil {
			t.Fatal(err)
		}
		now := make(map[[2]int]float64)
		found := n.Ownership(priced)
		for _, h := range found.Holdings {
			now[[2]int{h.Holder, h.Held}] = h.LookThrough
		}
		for i, h := range base.Holdings {
			part := now[[2]int{h.Holder, h.Held}]
			if !found.Closed && !ranges[i].Sampled && (part < ranges[i].Low-1e-9 || part > ranges[i].High+1e-9) {
				t.Fatalf("%d of %d is %v, outside %+v", h.Holder, h.Held, part, ranges[i])
			}
		}
	})
}
