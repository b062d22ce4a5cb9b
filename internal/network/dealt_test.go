package network

import (
	"testing"

	"roundtrip/internal/deal"
)

// TestCompaniesThatStandInALeg counts companies in deals that count, in deals that do not, and in none.
func TestCompaniesThatStandInALeg(t *testing.T) {
	pay := func(id, payer, payee int64, counting deal.Counting, billions int64) deal.Deal {
		return deal.Deal{ID: deal.DealID(id), Title: "a deal", Status: deal.StatusSigned, Counting: counting, Legs: []deal.Leg{{
			ID: deal.LegID(id), Deal: deal.DealID(id), Payer: deal.CompanyID(payer), Payee: deal.CompanyID(payee),
			Kind: deal.KindCloud, Currency: deal.USD, Figure: deal.Exactly(billions * 100_000_000_000),
		}}}
	}
	book := &deal.Book{Base: deal.USD}
	for id := range int64(7) {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(id + 1), Name: string(rune('A' + id)), Role: deal.RoleOther})
	}
	book.Deals = []deal.Deal{pay(1, 1, 2, deal.Counted, 10), pay(2, 3, 4, deal.Counted, 1), pay(3, 5, 6, deal.Projection, 1)}
	for name, c := range map[string]struct {
		view  View
		count int
		why   string
	}{
		"no filter":     {View{}, 5, "2 only in deals that do not count"},
		"large deals":   {View{MinAmount: deal.Money{Cents: 500_000_000_000, Currency: deal.USD}}, 2, ""},
		"only loops":    {View{OnlyLoops: true}, 0, ""},
		"one is hidden": {View{Hidden: []deal.CompanyID{1}}, 2, ""},
	} {
		built, err := Build(book, c.view)
		if err != nil {
			t.Fatal(err)
		}
		if count, why := built.CountDealt(book); count != c.count || why != c.why {
			t.Errorf("%s: %d companies, %q, not %d, %q", name, count, why, c.count, c.why)
		}
	}
}
