package deal

import (
	"slices"
	"testing"
)

// TestRatesAreTold says of amounts in another currency what they count as, at which rate and after whom.
func TestRatesAreTold(t *testing.T) {
	const euro, yen = Currency("EUR"), Currency("JPY")
	book := NewBook(Book{
		Sources: []Source{{ID: 4, Title: "ECB"}},
		Deals: []Deal{{ID: 1, Legs: []Leg{
			{ID: 1, Figure: Exactly(8_000_000_000_00), Currency: euro}, {ID: 2, Figure: Exactly(1_000_000_000_00), Currency: USD},
			{ID: 3, Figure: Undisclosed(), Currency: euro}, {ID: 4, Figure: UpTo(1_000_000_000_00), Currency: yen},
		}}},
		Rates: []Rate{{Currency: yen, Micros: 6_500}, {Currency: euro, Micros: 1_100_000, Date: "2025-10-31", Source: 4}},
	})
	for _, c := range []struct {
		figure   Figure
		currency Currency
		want     string
	}{
		{Exactly(8_000_000_000_00), euro, "$8.8bn at 1.1 (31 Oct 2025, ECB)"},
		{UpTo(8_000_000_000_00), euro, "up to $8.8bn at 1.1 (31 Oct 2025, ECB)"},
		{Between(1_000_000_000_00, 2_000_000_000_00), euro, "$1.1bn to $2.2bn at 1.1 (31 Oct 2025, ECB)"},
		{Undisclosed().Assume(1_000_000_000_00, 1_000_000_000_00, 1_000_000_000_00), euro, "$1.1bn at 1.1 (31 Oct 2025, ECB)"},
		{Exactly(1_000_000_000_00), yen, "$6.5m at 0.0065 (no source: your own entry)"},
		{Undisclosed(), euro, ""}, {Exactly(1_000_000_000_00), USD, ""}, {Exactly(1_000_000_000_00), "GBP", ""},
	} {
		if got := book.Worth(c.figure, c.currency); got != c.want {
			t.Errorf("%s: %q, want %q", c.figure.Text(c.currency), got, c.want)
		}
	}
	rates := book.RatesOf(nil, book.Deals)
	if len(rates) != 2 || book.RateWords(rates[0]) != "1 EUR = 1.1 USD (31 Oct 2025, ECB)" || rates[1].Currency != yen {
		t.Errorf("the rates of the deals are %v", rates)
	}
	if got := book.RateSources(1, 2, 3, 4, 9); !slices.Equal(got, []SourceID{4}) {
		t.Errorf("the sources of the rates are %v", got)
	}
	if got := book.RateSources(2, 3, 4); len(got) > 0 {
		t.Errorf("no rate with a source is used, and %v are named", got)
	}
}
