package network

import (
	"testing"

	"roundtrip/internal/deal"
)

// What a filter keeps for want of a date or a number is told beside it; of two deals one has neither.
func TestNetworkSaysWhatItsFiltersKeep(t *testing.T) {
	const billion = 1_000_000_000_00
	plain := deal.Book{Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "Aurora"}, {ID: 2, Name: "Borealis"}}}
	for i, figure := range []deal.Figure{deal.Exactly(7 * billion), deal.Undisclosed()} {
		plain.Deals = append(plain.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted,
			Announced: deal.Date([]string{"2025-10", ""}[i]),
			Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: 1, Payee: 2,
				Kind: deal.KindCloud, Basis: deal.BasisCash, Figure: figure, Currency: deal.USD,
			}},
		})
	}
	book := deal.NewBook(plain)
	least := deal.Money{Cents: 6 * billion, Currency: deal.USD}
	for want, view := range map[string]View{
		"headline totals, best figures":                                       {},
		"headline totals, best figures, as of 19 Oct 2025 and 1 undated":      {AsOf: "2025-10-19"},
		"headline totals, best figures, at least $6bn and 1 without a number": {MinAmount: least},
		"headline totals, best figures, at least $6bn, disclosed only":        {MinAmount: least, OnlyDisclosed: true},
		"headline totals, best figures, as of 19 Oct 2025, disclosed only":    {AsOf: "2025-10-19", OnlyDisclosed: true},
		"headline totals, best figures, as of 19 Oct 2025 and 1 undated, at least $6bn and 1 without a number": {
			AsOf: "2025-10-19", MinAmount: least},
	} {
		built, err := Build(book, view)
		if err != nil {
			t.Fatal(err)
		}
		if got := built.Words(book); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
