//go:build window

package main

import (
	"context"
	"fmt"
	"math/rand/v2"

	"roundtrip/gui/graphview"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// randomContent returns a network with few hubs, as networks of deals have, and its measures. It is the same on
// every run.
func randomContent(companies, legs int) (graphview.Content, error) {
	random := rand.New(rand.NewPCG(uint64(companies), uint64(legs)))
	book := deal.Book{}
	for i := range companies {
		book.Companies = append(book.Companies, deal.Company{
			ID: deal.CompanyID(i + 1), Name: fmt.Sprintf("Company %d", i+1), Role: deal.Roles[random.IntN(len(deal.Roles))],
		})
	}
	ends := []int{0, 1}
	for i := range legs {
		// Every company comes in once; then those that have many legs get more of them.
		payer, payee := i%companies, ends[random.IntN(len(ends))]
		if i >= companies {
			payer = ends[random.IntN(len(ends))]
		}
		for payer == payee {
			payee = random.IntN(companies)
		}
		ends = append(ends, payer, payee)
		if random.IntN(2) == 0 {
			payer, payee = payee, payer
		}
		figure := deal.Exactly(int64(random.ExpFloat64() * 1e12))
		if random.IntN(8) == 0 {
			figure = deal.Undisclosed()
		}
		status := deal.StatusSigned
		if random.IntN(4) == 0 {
			status = deal.StatusAnnounced
		}
		book.Deals = append(book.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "Deal", Status: status, Counting: deal.Counted,
			Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: deal.CompanyID(payer + 1), Payee: deal.CompanyID(payee + 1),
				Kind: deal.Kinds[random.IntN(len(deal.Kinds))], Figure: figure, Currency: deal.USD, Basis: deal.BasisCash,
			}},
		})
	}
	made := deal.NewBook(book)
	built, err := network.Build(made, network.View{})
	if err != nil {
		return graphview.Content{}, err
	}
	limits := network.Limits{MaxLen: 4, Top: 20}
	measures, err := network.Measure(context.Background(), made, built, network.Options{Limits: limits})
	if err != nil {
		return graphview.Content{}, err
	}
	return graphview.Content{Book: made, Network: built, Measures: measures}, nil
}
