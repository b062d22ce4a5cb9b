package whatif

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestWordsSayWhatAmountsLack tells of a stake whose way back has no number, because nobody discloses it or because its currency
// has no exchange rate: each is called what it is.
func TestWordsSayWhatAmountsLack(t *testing.T) {
	for name, test := range map[string]struct {
		figure    deal.Figure
		currency  deal.Currency
		want, not string
	}{
		"undisclosed":    {deal.Undisclosed(), deal.USD, "disclosed", "exchange rate"},
		"without a rate": {deal.Exactly(bn(4)), "EUR", "exchange rate", "disclosed"},
	} {
		book := deal.NewBook(deal.Book{
			Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "Giver"}, {ID: 2, Name: "Taker"}},
			Deals: []deal.Deal{{ID: 1, Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
				{ID: 1, Deal: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(bn(10)), Currency: deal.USD},
				{ID: 2, Deal: 1, Payer: 2, Payee: 1, Kind: deal.KindCloud, Figure: test.figure, Currency: test.currency},
			}}},
		})
		w, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, changes := range [][]deal.Change{nil, {{Field: deal.ChangeAmount, Target: 1, Value: bn(20)}}} {
			compared, err := w.CompareChanges(context.Background(), 1, changes)
			if err != nil {
				t.Fatal(err)
			}
			told := compared.Saturation.Sentence
			for _, sentence := range compared.Words()[1:] {
				told += " " + sentence.Text
			}
			if !strings.Contains(told, test.want) || strings.Contains(told, test.not) {
				t.Errorf("%s: it tells %q", name, told)
			}
		}
	}
}

// TestWhyAStakeIsNotCounted tells of a stake with an amount that the view counts nothing of: why is said as it is.
func TestWhyAStakeIsNotCounted(t *testing.T) {
	for want, test := range map[string]struct {
		view     network.View
		currency deal.Currency
	}{
		"because there is no rate from EUR to USD.":                                         {network.View{}, "EUR"},
		"because no source says when it begins, so nobody knows what falls into that year.": {network.View{Basis: network.BasisYear, Year: 2026}, deal.USD},
		"because no source says how much of it is paid so far.":                             {network.View{Basis: network.BasisDrawn}, deal.USD},
		"because the view leaves it out.":                                                   {network.View{Basis: network.BasisDrawn, OnlyDisclosed: true}, deal.USD},
	} {
		book := deal.NewBook(deal.Book{
			Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "Giver"}, {ID: 2, Name: "Taker"}},
			Deals: []deal.Deal{{ID: 1, Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{
				{ID: 1, Deal: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(bn(5)), Currency: test.currency},
				{ID: 2, Deal: 1, Payer: 2, Payee: 1, Kind: deal.KindCloud, Figure: deal.Exactly(bn(7)), Currency: deal.USD},
			}}},
		})
		w, err := NewWorkbench(context.Background(), book, test.view, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		compared, err := w.CompareChanges(context.Background(), 1, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := compared.Saturation.Sentence; !strings.HasSuffix(got, "adds nothing to the circular money, "+want) {
			t.Errorf("it says %q, not %q", got, want)
		}
	}
}
