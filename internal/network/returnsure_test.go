package network

import (
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// TestUnknownReturnsAreThoseThatAnAmountDecides gives every undisclosed leg of random networks an amount: where nobody knew
// what comes back it is then more than nothing, and a share of nothing that was known stays nothing.
func TestUnknownReturnsAreThoseThatAnAmountDecides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 6).Draw(t, "companies")
		book := deal.Book{Base: deal.USD}
		for i := range companies {
			book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: string(rune('A' + i))})
		}
		one := deal.Deal{ID: 1, Title: "deal", Status: deal.StatusSigned, Counting: deal.Counted}
		disclosed := map[deal.LegID]int64{}
		for i := range rapid.IntRange(1, 12).Draw(t, "legs") {
			leg := deal.Leg{ID: deal.LegID(i + 1), Deal: 1, Kind: deal.KindCloud, Currency: deal.USD,
				Payer: deal.CompanyID(rapid.IntRange(1, companies).Draw(t, "payer")), Payee: deal.CompanyID(rapid.IntRange(1, companies).Draw(t, "payee"))}
			if leg.Payer == leg.Payee {
				continue
			}
			if leg.Figure = deal.Exactly(rapid.Int64Range(1, 9).Draw(t, "cents")); rapid.Bool().Draw(t, "undisclosed") {
				leg.Figure, disclosed[leg.ID] = deal.Undisclosed(), 5
			}
			one.Legs = append(one.Legs, leg)
		}
		book.Deals = []deal.Deal{one}
		n, err := Build(deal.NewBook(book), View{})
		if err != nil {
			t.Fatal(err)
		}
		before := n.ReturnShare()
		after, unknown := n.With(disclosed).ReturnShare(), n.UnknownReturns(before)
		for i := range n.Flows {
			if unknown[i] && (before[i] != 0 || after[i] == 0) || !unknown[i] && before[i] == 0 && after[i] != 0 {
				t.Fatalf("flow %d: %v, then %v; unknown: %v", i, before[i], after[i], unknown[i])
			}
		}
	})
}
