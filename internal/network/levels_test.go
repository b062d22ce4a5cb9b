package network

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
)

// TestFinnRangeHoldsItsScenarios checks that no amount of an undisclosed leg leads out of the range: the index
// is greatest where companies come into balance, far from both ends of the leg.
func TestFinnRangeHoldsItsScenarios(t *testing.T) {
	const billion = 1_000_000_000_00
	book := func(chips deal.Figure) *deal.Book {
		parts := deal.Book{}
		for i, name := range []string{"Amazon", "OpenAI", "Microsoft", "Nvidia", "Oracle"} {
			parts.Companies = append(parts.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: name})
		}
		for i, leg := range []struct {
			payer, payee deal.CompanyID
			figure       deal.Figure
		}{
			{1, 2, deal.Exactly(10 * billion)}, {2, 1, deal.Exactly(38 * billion)}, {3, 2, deal.Exactly(13 * billion)},
			{2, 3, deal.Exactly(250 * billion)}, {4, 2, deal.Exactly(100 * billion)}, {2, 5, deal.Exactly(300 * billion)},
			{5, 4, chips},
		} {
			parts.Deals = append(parts.Deals, deal.Deal{
				ID: deal.DealID(i + 1), Title: "d", Status: deal.StatusSigned, Counting: deal.Counted,
				Legs: []deal.Leg{{
					ID: deal.LegID(i + 1), Payer: leg.payer, Payee: leg.payee, Kind: deal.KindChips, Figure: leg.figure, Currency: deal.USD,
				}},
			})
		}
		return deal.NewBook(parts)
	}
	measure := func(chips deal.Figure, ranges bool) *Measures {
		b := book(chips)
		n, err := Build(b, View{})
		if err != nil {
			t.Fatal(err)
		}
		m, err := Measure(context.Background(), b, n, Options{Ranges: ranges})
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	found := measure(deal.Undisclosed(), true).FinnRange
	if !found.Sampled || found.Driver != 7 {
		t.Errorf("the range %+v is not said to be searched for, or driven by another leg", found)
	}
	for cents := int64(1); cents <= 700; cents += 7 {
		if finn := measure(deal.Exactly(cents*billion), false).Finn; finn > found.High+1e-9 || finn < found.Low-1e-9 {
			t.Errorf("at $%dbn the index is %.4f, outside %.4f to %.4f", cents, finn, found.Low, found.High)
		}
	}
}
