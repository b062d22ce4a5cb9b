package deal_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// TestLegsBetween compares them with those that a walk through all deals finds, also after changes of status and of who is
// paid.
func TestLegsBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(book deal.Book) *deal.Book {
			deals, id := slices.Clone(book.Deals), deal.LegID(0)
			for i := range deals {
				deals[i].Status = rapid.SampledFrom(deal.Statuses).Draw(t, "status")
				deals[i].Legs = slices.Clone(deals[i].Legs)
				for j := range deals[i].Legs {
					id++
					deals[i].Legs[j].ID = id
					deals[i].Legs[j].Payer = deal.CompanyID(rapid.IntRange(1, 3).Draw(t, "payer"))
					deals[i].Legs[j].Payee = deal.CompanyID(rapid.IntRange(1, 3).Draw(t, "payee"))
				}
			}
			if book.Base == "" {
				return deal.NewBook(deal.Book{Deals: deals})
			}
			return book.With(book.Companies, deals)
		}
		var parts deal.Book
		for i := range rapid.IntRange(0, 5).Draw(t, "deals") {
			parts.Deals = append(parts.Deals, deal.Deal{ID: deal.DealID(i + 1), Counting: deal.Counted, Legs: make([]deal.Leg, rapid.IntRange(1, 3).Draw(t, "legs"))})
		}
		before := draw(parts)
		for _, book := range []*deal.Book{before, draw(*before)} {
			for payer := deal.CompanyID(1); payer <= 3; payer++ {
				for payee := deal.CompanyID(1); payee <= 3; payee++ {
					var want []deal.LegID
					for _, d := range book.Deals {
						for _, leg := range d.Legs {
							if d.Counts() && leg.Payer == payer && leg.Payee == payee {
								want = append(want, leg.ID)
							}
						}
					}
					var got []deal.LegID
					for _, leg := range book.LegsBetween(payer, payee) {
						got = append(got, leg.ID)
					}
					if !slices.Equal(got, want) {
						t.Fatalf("%d pays %d by the legs %v, not %v", payer, payee, got, want)
					}
				}
			}
		}
	})
}

// TestSameEntries tells Books apart by what they hold, and not by where companies were put.
func TestSameEntries(t *testing.T) {
	made := func(change func(*deal.Book)) *deal.Book {
		book := deal.Book{Title: "Deals", Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}}, Deals: []deal.Deal{
			{ID: 1, Counting: deal.Counted, Legs: []deal.Leg{{ID: 1, Payer: 1, Payee: 2, Figure: deal.Exactly(5)}}},
		}}
		change(&book)
		return deal.NewBook(book)
	}
	base := made(func(*deal.Book) {})
	for name, test := range map[string]struct {
		change func(*deal.Book)
		same   bool
	}{
		"nothing":      {func(*deal.Book) {}, true},
		"places":       {func(book *deal.Book) { book.Placed = map[deal.Layout]deal.Placement{deal.LayoutCircle: {}} }, true},
		"an amount":    {func(book *deal.Book) { book.Deals[0].Legs[0].Figure = deal.Exactly(6) }, false},
		"who is paid":  {func(book *deal.Book) { book.Deals[0].Legs[0].Payer, book.Deals[0].Legs[0].Payee = 2, 1 }, false},
		"a rate":       {func(book *deal.Book) { book.Rates = []deal.Rate{{Currency: "EUR", Micros: 1}} }, false},
		"the revision": {func(book *deal.Book) { book.Revision++ }, false},
	} {
		if got := base.SameEntries(made(test.change)); got != test.same {
			t.Errorf("%s: the same: %t", name, got)
		}
	}
}
