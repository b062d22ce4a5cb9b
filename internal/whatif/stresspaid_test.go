package whatif

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// nothingPaid returns the book with every completed deal signed instead.
func nothingPaid(book *deal.Book) *deal.Book {
	signed := *book
	signed.Deals = slices.Clone(book.Deals)
	for i := range signed.Deals {
		if signed.Deals[i].Status == deal.StatusCompleted {
			signed.Deals[i].Status = deal.StatusSigned
		}
	}
	return deal.NewBook(signed)
}

// B owes A 70 over seven years from 2025 on, of which it has paid some, and A has bought a stake in B for 10. B fails.
func TestWhatHasBeenPaidIsNotDueAgain(t *testing.T) {
	year := func(year int) network.View { return network.View{Basis: network.BasisYear, Year: year} }
	for name, test := range map[string]struct {
		view      network.View
		status    deal.Status // of the stake
		drawn     float64     // on the contract, in billions; below 0 it is not stated
		due, paid float64     // in billions
		said      string
	}{
		"nothing paid":          {network.View{}, deal.StatusSigned, -1, 80, 0, "All 2 legs have a number."},
		"the stake":             {network.View{}, deal.StatusCompleted, -1, 70, 10, "$10bn on 1 leg has been paid and is not due again. What has been paid of 1 leg of signed and active deals is not stated: all of it is taken as due."},
		"of the contract":       {network.View{}, deal.StatusSigned, 30, 50, 30, "$30bn on 1 leg has been paid and is not due again."},
		"both":                  {network.View{}, deal.StatusCompleted, 70, 0, 80, "Nothing is still to be paid. $80bn on 2 legs has been paid"},
		"an average year":       {network.View{Basis: network.BasisYear}, deal.StatusCompleted, 30, 10, 10, ""},
		"less than a year left": {network.View{Basis: network.BasisYear}, deal.StatusCompleted, 64, 6, 14, ""},
		"a year that is paid":   {year(2026), deal.StatusCompleted, 20, 0, 10, ""},
		"a year paid in part":   {year(2027), deal.StatusCompleted, 24, 6, 4, ""},
		"a year to come":        {year(2028), deal.StatusSigned, 24, 10, 0, "The only leg has a number. The cash"},
		"nothing yet":           {network.View{}, deal.StatusCompleted, 0, 70, 10, "$10bn on 1 leg has been paid and is not due again. The cash"},
		"only what is drawn":    {network.View{Basis: network.BasisDrawn}, deal.StatusCompleted, 24, 0, 34, "Nothing is still to be paid."},
	} {
		t.Run(name, func(t *testing.T) {
			book := bookOf([]float64{0, 0}, [][3]int64{{0, 1, bn(10)}, {1, 0, bn(70)}}, 2)
			book.Deals[0].Status, book.Deals[0].Announced = test.status, "2025-01-01"
			contract := &book.Deals[1].Legs[0]
			contract.Start, contract.TermMonths = "2025-01-01", 84
			if test.drawn >= 0 {
				contract.Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: int64(test.drawn * 1e11), Currency: deal.USD}}
			}
			result, err := Stress(context.Background(), deal.NewBook(*book), test.view, Shock{Kind: ShockFails, Company: 2})
			if err != nil {
				t.Fatal(err)
			}
			wantClose(t, "due", result.Due.Best, test.due*1e11)
			wantClose(t, "paid", result.Paid.Best, test.paid*1e11)
			if a, _ := result.Company(1); math.Abs(a.Rank.Best-1) > 1e-9 {
				t.Errorf("A has dealt with nobody else, and loses %v of its value", a.Rank.Best)
			}
			if got := result.KnownWords(); !strings.Contains(got, test.said) {
				t.Errorf("it says %q, not %q", got, test.said)
			}
			for _, leg := range result.Legs {
				if part := leg.Lost.Best / (test.due + test.paid) / 1e11; leg.OfAll > 1+1e-9 || leg.OfAll < part-1e-9 {
					t.Errorf("%v of the leg is lost: %+v", leg.OfAll, leg)
				}
			}
		})
	}
}

// Every year's part that is still to be paid adds up to what is still to be paid of the whole, whatever has been drawn.
func TestUnpaidYearsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, term := rapid.Int64Range(1, 1e12).Draw(t, "cents"), rapid.IntRange(1, 120).Draw(t, "months")
		drawn, month := rapid.Int64Range(0, 2*all).Draw(t, "drawn"), rapid.SampledFrom([]deal.Date{"2025-01-01", "2025-07-15", "2024-12"}).Draw(t, "start")
		book := bookOf([]float64{-1, -1}, [][3]int64{{0, 1, all}}, 0)
		leg := &book.Deals[0].Legs[0]
		leg.Start, leg.TermMonths = month, term
		leg.Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: drawn, Currency: deal.USD}}
		made := deal.NewBook(*book)
		unpaid := func(view network.View) int64 {
			n, err := network.Build(made, view)
			if err != nil {
				t.Fatal(err)
			}
			return n.Unpaid(made).Gross()
		}
		sum := int64(0)
		for year := 2024; year <= 2036; year++ {
			sum += unpaid(network.View{Basis: network.BasisYear, Year: year})
		}
		if want := max(0, all-drawn); unpaid(network.View{}) != want || sum-want > 12 || want-sum > 12 {
			t.Fatalf("in years %d, in all %d, not %d", sum, unpaid(network.View{}), want)
		}
		if average, left := unpaid(network.View{Basis: network.BasisYear}), max(0, all-drawn); average > left+12 {
			t.Fatalf("a year has %d of the %d that are left", average, left)
		}
	})
}
