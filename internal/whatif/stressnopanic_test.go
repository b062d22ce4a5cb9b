package whatif

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// figureDrawn draws a figure of any kind, up to so many cents.
func figureDrawn(t *rapid.T, most int64) deal.Figure {
	low := rapid.Int64Range(0, most).Draw(t, "low")
	high := rapid.Int64Range(low, most).Draw(t, "high")
	return rapid.SampledFrom([]deal.Figure{
		deal.Exactly(high), deal.About(high), deal.UpTo(high), deal.AtLeast(low), deal.Between(low, high), deal.Undisclosed(),
		deal.Undisclosed().Assume(low, low, high), deal.AtLeast(low).Assume(low, high, high),
	}).Draw(t, "figure")
}

// paidBook draws a small book of every kind, status, figure, term and drawn part.
func paidBook(t *rapid.T) *deal.Book {
	count := rapid.IntRange(2, 4).Draw(t, "companies")
	cash := make([]float64, count)
	for i := range cash {
		cash[i] = float64(rapid.Int64Range(-1, 5).Draw(t, "cash"))
	}
	var flows [][3]int64
	for range rapid.IntRange(0, 5).Draw(t, "legs") {
		from := rapid.IntRange(0, count-1).Draw(t, "from")
		to := (from + rapid.IntRange(1, count-1).Draw(t, "to")) % count
		flows = append(flows, [3]int64{int64(from), int64(to), 1})
	}
	book := bookOf(cash, flows, 0)
	for i := range book.Deals {
		owner, leg := &book.Deals[i], &book.Deals[i].Legs[0]
		owner.Status = rapid.SampledFrom([]deal.Status{deal.StatusInTalks, deal.StatusSigned, deal.StatusActive, deal.StatusCompleted}).Draw(t, "status")
		owner.Announced = rapid.SampledFrom([]deal.Date{"", "2025-03", "2026-01-01"}).Draw(t, "announced")
		leg.Kind = rapid.SampledFrom([]deal.Kind{deal.KindCloud, deal.KindChips, deal.KindEquity, deal.KindDebt}).Draw(t, "kind")
		leg.Figure = figureDrawn(t, 1000)
		leg.TermMonths = rapid.SampledFrom([]int{0, 0, 7, 36}).Draw(t, "months")
		if rapid.Bool().Draw(t, "drawn is stated") {
			leg.Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: rapid.Int64Range(0, 1200).Draw(t, "drawn"), Currency: deal.USD}}
		}
		if leg.Kind == deal.KindEquity && rapid.Bool().Draw(t, "valued") {
			leg.Valuation = figureDrawn(t, 5000)
		}
	}
	return deal.NewBook(*book)
}

// Whatever has been paid of whatever leg, every shock has an answer in every view, whose numbers lie between their ends.
func TestEveryShockHasAnAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := paidBook(t)
		shock := rapid.SampledFrom([]Shock{
			{Kind: ShockFails, Company: 1}, {Kind: ShockFails, Company: 2, Recovery: 400_000}, {Kind: ShockFails, Company: 1, Assume: true},
			{Kind: ShockCash, Company: 2, Cents: 100}, {Kind: ShockValuations, Part: nasdaqFall}, {Kind: ShockCut, Cut: deal.KindCloud, Part: 500_000},
			{Kind: ShockCollapse, Status: deal.StatusInTalks}, {Kind: ShockCollapse, Status: deal.StatusSigned}, {Kind: ShockCutOff, Company: 1, Supplier: 2},
		}).Draw(t, "shock")
		view := network.View{
			Basis:  rapid.SampledFrom(network.Bases).Draw(t, "basis"),
			Figure: rapid.SampledFrom(network.Picks).Draw(t, "figure"),
		}
		if view.Basis == network.BasisYear && rapid.Bool().Draw(t, "a year") {
			view.Year = 2026
		}
		result, err := Stress(context.Background(), book, view, shock)
		if err != nil {
			t.Fatal(err)
		}
		all := result.estimates()
		for _, e := range append(all.exact, all.searched...) {
			if e.Low > e.Best+1e-6 || e.High < e.Best-1e-6 {
				t.Fatalf("%s: %+v", shock.Words(book), *e)
			}
		}
	})
}
