package deal

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestParseRate(t *testing.T) {
	for text, want := range map[string]int64{
		"1.08": 1_080_000, " 1 ": 1_000_000, "0.0064": 6_400, "0.000001": 1, "1000000": 1_000_000_000_000,
		"": 0, "0": 0, "0.000000": 0, "-1": 0, "1,08": 0, "1.0812345": 0, "1000000.1": 0, "9999999": 0, "abc": 0, "1e3": 0, ".5": 0,
	} {
		if got, err := ParseRate(text); got != want || (err == nil) != (want > 0) {
			t.Errorf("ParseRate(%q) = %d, %v", text, got, err)
		}
	}
}

func TestRateTextIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := Rate{Micros: rapid.Int64Range(1, mostRate*1_000_000).Draw(t, "micros")}
		if got, err := ParseRate(rate.Text()); err != nil || got != rate.Micros {
			t.Fatalf("%q is read as %d, %v, not %d", rate.Text(), got, err, rate.Micros)
		}
	})
}

func TestUnratedNamesEveryCurrencyWithoutARate(t *testing.T) {
	leg := func(id LegID, figure Figure, currency Currency) Leg {
		return Leg{ID: id, Figure: figure, Currency: currency}
	}
	book := NewBook(Book{
		Rates: []Rate{{Currency: "GBP", Micros: 1_300_000}},
		Deals: []Deal{{ID: 1, Legs: []Leg{
			leg(1, Exactly(100), "EUR"), leg(2, UpTo(100), "EUR"), leg(3, Exactly(1), USD), leg(4, Exactly(1), "GBP"), leg(5, Undisclosed(), "CHF"),
		}}},
		Companies: []Company{{ID: 1, Cash: Reported{Stated: true, Money: Money{1, "JPY"}}, Revenue: Reported{Stated: true, Money: Money{1, "JPY"}}}},
	})
	want := []string{
		"no rate from EUR to USD: the amounts of 2 legs are not counted until one is entered (Edit, Exchange rates…)",
		"no rate from JPY to USD: the amounts of 1 company are not counted until one is entered (Edit, Exchange rates…)",
	}
	if got := book.Unrated(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := book.Currencies(); !slices.Equal(got, []Currency{"EUR", "GBP", "JPY"}) {
		t.Errorf("%q", got)
	}
	euro := Currency("EUR")
	if got := book.UnratedAfter(Edit{Base: &euro, Rates: []Rate{{Currency: USD, Micros: 1}}, Deals: book.Deals}); len(got) != 0 {
		t.Errorf("with the euro as base and a rate for the dollar: %q", got)
	}
}
