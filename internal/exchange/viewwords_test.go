package exchange

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// What a filter keeps for want of a date or a number is told beside it; the third deal has neither.
func TestViewSaysWhatItsFiltersKeep(t *testing.T) {
	plain := *framedBook()
	plain.Deals[2].Legs[0].Figure = deal.Undisclosed()
	book := deal.NewBook(plain)
	least := deal.Money{Cents: 6_000_000_000_00, Currency: deal.USD}
	for want, view := range map[string]network.View{
		"headline totals, best figures":                                       {},
		"headline totals, best figures, as of 19 Oct 2025 and 1 undated":      {AsOf: "2025-10-19"},
		"headline totals, best figures, at least $6bn and 1 without a number": {MinAmount: least},
		"headline totals, best figures, at least $6bn, disclosed only":        {MinAmount: least, OnlyKnown: true},
		"headline totals, best figures, as of 19 Oct 2025, disclosed only":    {AsOf: "2025-10-19", OnlyKnown: true},
	} {
		built, err := network.Build(book, view)
		if err != nil {
			t.Fatal(err)
		}
		if got := countedUnder(book, built); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
