package whatif

import (
	"slices"

	"roundtrip/internal/deal"
)

// Excerpt returns a Book of the scenario alone: the companies, and the deals that its changes are about, with the
// deals of legs that these hang on.
func Excerpt(book *deal.Book, scenario deal.Scenario) *deal.Book {
	wanted := make(map[deal.DealID]bool)
	want := func(id deal.LegID) {
		if _, owner, ok := book.Leg(id); ok {
			wanted[owner.ID] = true
		}
	}
	for _, change := range scenario.Changes {
		switch change.Field.Target() {
		case deal.TargetLeg:
			want(deal.LegID(change.Target))
		case deal.TargetDeal:
			wanted[deal.DealID(change.Target)] = true
		}
	}
	excerpt := deal.Book{Title: book.Title, Base: book.Base, Companies: slices.Clone(book.Companies), Rates: slices.Clone(book.Rates),
		Scenarios: []deal.Scenario{scenario}}
	for i := range excerpt.Rates {
		excerpt.Rates[i].Source = 0 // sources stay behind
	}
	for i := range excerpt.Companies {
		excerpt.Companies[i].Cash.Source, excerpt.Companies[i].Revenue.Source = 0, 0
	}
	for range book.Deals { // a condition may lead on to another deal, at most once for each
		before := len(wanted)
		for _, d := range book.Deals {
			for _, leg := range d.Legs {
				if wanted[d.ID] && leg.ConditionalOn != 0 {
					want(leg.ConditionalOn)
				}
			}
		}
		if len(wanted) == before {
			break
		}
	}
	for _, d := range book.Deals {
		if !wanted[d.ID] {
			continue
		}
		d.Legs, d.Rights = slices.Clone(d.Legs), nil
		for i := range d.Legs {
			d.Legs[i].Drawn.Source = 0
		}
		excerpt.Deals = append(excerpt.Deals, d)
	}
	return deal.NewBook(excerpt)
}
