package whatif

import (
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// paying is a Book of one leg from A to B.
func paying(cents int64, start deal.Date, term int) *deal.Book {
	return deal.NewBook(deal.Book{
		Base:      deal.USD,
		Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}},
		Deals: []deal.Deal{{ID: 1, Title: "Cloud", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
			ID: 1, Deal: 1, Payer: 1, Payee: 2, Kind: deal.KindCloud, Figure: deal.Exactly(cents), Currency: deal.USD,
			Start: start, TermMonths: term,
		}}}},
	})
}

// paysIn returns what A pays under the view when it pays nothing for so many months.
func paysIn(t rapid.TB, book *deal.Book, months int64, view network.View) int64 {
	t.Helper()
	changed, err := Apply(book, []deal.Change{{Field: deal.ChangeSuspends, Target: 1, Value: months}})
	if err != nil {
		t.Fatal(err)
	}
	built, err := network.Build(changed, view)
	if err != nil {
		t.Fatal(err)
	}
	return built.Gross()
}

func TestNothingIsPaidInTheSuspendedMonths(t *testing.T) {
	book := paying(bn(70), "2025-03", 84) // $10bn a year until February 2032
	for _, test := range []struct {
		months int64
		year   int
		want   int64
	}{
		{24, 2025, 0}, {24, 2026, 0}, {24, 2027, bn(10) / 12 * 10}, {24, 2028, bn(10)}, {24, 2031, bn(10)},
		{0, 2025, bn(10) / 12 * 10}, {84, 2028, 0}, {100, 2028, 0},
	} {
		got := paysIn(t, book, test.months, network.View{Basis: network.BasisYear, Year: test.year})
		if got < test.want-10 || got > test.want+10 { // a month is not a whole number of cents
			t.Errorf("%d months: %d in %d, want %d", test.months, got, test.year, test.want)
		}
	}
	for view, want := range map[network.Basis]int64{network.BasisHeadline: bn(50), network.BasisYear: bn(50)/7 + 1} {
		if got := paysIn(t, book, 24, network.View{Basis: view}); got != want { // half a cent is rounded up
			t.Errorf("%s: %d, want %d", view, got, want)
		}
	}
}

// Month by month: each calendar year has the months of the schedule that lie in it and are not suspended, and all
// years together the headline.
func TestYearsOfASuspendedSchedule(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		term := rapid.IntRange(1, 60).Draw(t, "term")
		month := rapid.IntRange(1, 12).Draw(t, "month")
		months := rapid.IntRange(0, 70).Draw(t, "suspended")
		each := rapid.Int64Range(1, 1_000_000).Draw(t, "each")
		book := paying(each*int64(term), deal.Date([]string{"2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06",
			"2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"}[month-1]), term)
		total := int64(0)
		for year := 2025; year <= 2031; year++ {
			want := int64(0)
			for i := months; i < term; i++ {
				if 2025+(month-1+i)/12 == year {
					want += each
				}
			}
			got := paysIn(t, book, int64(months), network.View{Basis: network.BasisYear, Year: year})
			if got != want {
				t.Fatalf("%d in %d, want %d", got, year, want)
			}
			total += got
		}
		if headline := paysIn(t, book, int64(months), network.View{}); headline != total {
			t.Fatalf("the years add up to %d, the headline is %d", total, headline)
		}
	})
}

func TestASuspensionDoesNotStayInTheDocument(t *testing.T) {
	edit, err := Edit(paying(bn(70), "2025-03", 84), deal.Scenario{Name: "Halt", Changes: []deal.Change{
		{Field: deal.ChangeSuspends, Target: 1, Value: 24}}})
	if err != nil {
		t.Fatal(err)
	}
	if leg := edit.Deals[0].Legs[0]; leg.Suspended != 0 || leg.Figure.Best != bn(50) {
		t.Errorf("%+v", leg)
	}
}
