package network

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// TestRatesOfANetwork names the rates of what is in the network, and no other ones.
func TestRatesOfANetwork(t *testing.T) {
	book := viewBook()
	book.Rates = []deal.Rate{{Currency: "JPY", Micros: 6_500}, {Currency: "GBP", Micros: 1_300_000, Date: "2025-03"}, {Currency: "EUR", Micros: 1_200_000}}
	book.Companies[3].Cash = deal.Reported{Stated: true, Money: deal.Money{Cents: 1, Currency: "GBP"}}
	book = deal.NewBook(*book)
	for want, c := range map[string]struct {
		view    View
		further []deal.LegID
	}{
		"EUR GBP": {view: View{}},
		"":        {view: View{Hidden: []deal.CompanyID{4}}},
		"GBP":     {view: View{Hidden: []deal.CompanyID{5}}},
		"EUR":     {view: View{Hidden: []deal.CompanyID{4}}, further: []deal.LegID{5}},
	} {
		n, err := Build(book, c.view)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, rate := range n.Rates(book, c.further...) {
			codes = append(codes, string(rate.Currency))
		}
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("%+v: got %q, want %q", c.view, got, want)
		}
	}
	if got := book.CountedAt(book.Rates[1:]); got != "Counted at 1 GBP = 1.3 USD (Mar 2025, no source: your own entry); 1 EUR = 1.2 USD (no source: your own entry)." {
		t.Errorf("it says %q", got)
	}
}
