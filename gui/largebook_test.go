package gui

import (
	"fmt"
	"math/rand/v2"

	"roundtrip/internal/deal"
)

// largeBook returns a made-up document of so many companies and legs: a few hubs finance and supply the rest. Its
// first leg is a stake.
func largeBook(companies, legs int) deal.Edit {
	random := rand.New(rand.NewPCG(1, uint64(companies)))
	edit := deal.Edit{Label: "Make up an industry"}
	for i := range companies {
		edit.Companies = append(edit.Companies, deal.Company{ID: deal.CompanyID(-1 - i), Name: fmt.Sprint("Company ", i+1), Role: deal.RoleOther})
	}
	hub := func() deal.CompanyID {
		return deal.CompanyID(-1 - int(float64(companies)*random.Float64()*random.Float64()*random.Float64()))
	}
	for i := range legs {
		payer, payee := hub(), deal.CompanyID(-1-random.IntN(companies))
		if random.IntN(2) == 0 {
			payer, payee = payee, payer
		}
		if i == 0 {
			payer, payee = -1, -2
		}
		if payer == payee {
			payee = deal.CompanyID(-1 - (int(-payer) % companies))
		}
		kind := deal.Kinds[random.IntN(len(deal.Kinds))]
		if i == 0 {
			kind = deal.KindEquity
		}
		edit.Deals = append(edit.Deals, deal.Deal{Title: fmt.Sprint("Deal ", i+1), Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
			ID: deal.LegID(-1 - i), Payer: payer, Payee: payee, Kind: kind, Basis: deal.BasisCash, Currency: deal.USD,
			Figure: deal.Exactly(int64(1_000_000_000_00 / (0.02 + random.Float64()))),
		}}})
	}
	return edit
}
