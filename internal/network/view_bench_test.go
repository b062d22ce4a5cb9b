package network

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"roundtrip/internal/deal"
)

// BenchmarkBuild builds the network of 2,000 companies and 5,000 legs, with and without filters.
func BenchmarkBuild(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	var book deal.Book
	for i := range 2_000 {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: fmt.Sprint("Company ", i)})
	}
	for i := range 5_000 {
		id := deal.LegID(i + 1)
		book.Deals = append(book.Deals, deal.Deal{ID: deal.DealID(id), Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
			ID: id, Payer: deal.CompanyID(random.IntN(2_000) + 1), Payee: deal.CompanyID(random.IntN(2_000) + 1), Kind: deal.KindCloud,
			Figure: deal.Exactly(random.Int64N(10_000_000_000_00)), Currency: deal.USD,
		}}})
	}
	built := deal.NewBook(book)
	for name, view := range map[string]View{
		"all": {}, "least amount": {MinAmount: deal.Money{Cents: 5_000_000_000_00}}, "only loops": {OnlyLoops: true},
		"two steps": {Near: []deal.CompanyID{1}, Steps: 2}, "thousand hidden": {Hidden: thousand()}, "thousand chosen": {Companies: thousand()},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Build(built, view); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func thousand() []deal.CompanyID {
	var list []deal.CompanyID
	for i := range 1_000 {
		list = append(list, deal.CompanyID(2*i+1))
	}
	return list
}
