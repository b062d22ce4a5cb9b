package network

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
)

// TestOneLegOnEachBasis puts a contract over seven years beside money that is paid once, on every basis, by what has
// become of the deal. -1 is a flow without a number, -2 none at all.
func TestOneLegOnEachBasis(t *testing.T) {
	contract := deal.Leg{
		ID: 1, Payer: 1, Payee: 2, Kind: deal.KindCloud, Figure: deal.Exactly(700_00), Currency: deal.USD,
		Start: "2025-07-01", TermMonths: 84,
	}
	stake := deal.Leg{ID: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(700_00), Currency: deal.USD}
	drawn := func(leg deal.Leg, cents int64) deal.Leg {
		leg.Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: cents, Currency: deal.USD}}
		return leg
	}
	year := func(year int) View { return View{Basis: BasisYear, Year: year} }
	for name, test := range map[string]struct {
		leg    deal.Leg
		status deal.Status
		view   View
		want   int64
	}{
		"the contract, headline":              {contract, deal.StatusSigned, View{}, 700_00},
		"the contract, an average year":       {contract, deal.StatusSigned, View{Basis: BasisYear}, 100_00},
		"the contract, its first half year":   {contract, deal.StatusSigned, year(2025), 50_00},
		"the contract, a year in the middle":  {contract, deal.StatusSigned, year(2028), 100_00},
		"the contract, its last half year":    {contract, deal.StatusSigned, year(2032), 50_00},
		"the contract, the year after":        {contract, deal.StatusSigned, year(2033), -2},
		"the contract, drawn so far":          {drawn(contract, 30_00), deal.StatusActive, View{Basis: BasisDrawn}, 30_00},
		"the contract, drawn and not stated":  {contract, deal.StatusActive, View{Basis: BasisDrawn}, -1},
		"the contract, drawn when completed":  {contract, deal.StatusCompleted, View{Basis: BasisDrawn}, 700_00},
		"the contract, drawn before it binds": {contract, deal.StatusAnnounced, View{Basis: BasisDrawn}, -2},
		"the stake, headline":                 {stake, deal.StatusSigned, View{}, 700_00},
		"the stake, an average year":          {stake, deal.StatusSigned, View{Basis: BasisYear}, 700_00},
		"the stake, its year":                 {stake, deal.StatusSigned, year(2025), 700_00},
		"the stake, the year after":           {stake, deal.StatusSigned, year(2026), -2},
		"the stake, drawn when completed":     {stake, deal.StatusCompleted, View{Basis: BasisDrawn}, 700_00},
		"the stake, drawn in part":            {drawn(stake, 100_00), deal.StatusSigned, View{Basis: BasisDrawn}, 100_00},
		"the stake, drawn and not stated":     {stake, deal.StatusSigned, View{Basis: BasisDrawn}, -1},
		"the stake, drawn while in talks":     {stake, deal.StatusInTalks, View{Basis: BasisDrawn}, -2},
		"cancelled":                           {stake, deal.StatusCancelled, View{}, -2},
		"superseded":                          {contract, deal.StatusSuperseded, View{}, -2},
		"before it was announced":             {stake, deal.StatusSigned, View{AsOf: "2025-05"}, -2},
		"on the day it was announced":         {stake, deal.StatusSigned, View{AsOf: "2025-06-15"}, 700_00},
		"of another status":                   {stake, deal.StatusRumoured, View{Statuses: []deal.Status{deal.StatusSigned}}, -2},
		"at a quarter": {
			contract, deal.StatusRumoured,
			View{Basis: BasisYear, Weights: map[deal.Status]deal.Share{deal.StatusRumoured: deal.Whole / 4}}, 25_00,
		},
	} {
		t.Run(name, func(t *testing.T) {
			book := deal.NewBook(deal.Book{
				Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "Payer"}, {ID: 2, Name: "Payee"}},
				Deals: []deal.Deal{{
					ID: 1, Status: test.status, Counting: deal.Counted, Announced: "2025-06-15", Legs: []deal.Leg{test.leg},
				}},
			})
			n, err := Build(book, test.view)
			if err != nil {
				t.Fatal(err)
			}
			m, err := Measure(context.Background(), book, n, Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := int64(-2)
			if len(n.Flows) == 1 {
				if got = n.Flows[0].Money; !n.Flows[0].Known() {
					got = -1
				}
			}
			if got != test.want || m.Gross != max(0, test.want) {
				t.Errorf("got %d, gross %d, want %d", got, m.Gross, test.want)
			}
		})
	}
}
