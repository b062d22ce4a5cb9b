package network

import "roundtrip/internal/deal"

// Rates returns the rates of the book that amounts of the network's companies and legs, and of further legs, are turned into
// its currency at, in the order of the codes of their currencies.
func (n *Network) Rates(book *deal.Book, further ...deal.LegID) []deal.Rate {
	if len(book.Rates) == 0 {
		return nil
	}
	held := n.Legs()
	for _, leg := range further {
		held[leg] = true
	}
	var deals []deal.Deal
	for i := range book.Deals {
		for j := range book.Deals[i].Legs {
			if held[book.Deals[i].Legs[j].ID] {
				deals = append(deals, deal.Deal{Legs: book.Deals[i].Legs[j : j+1]})
			}
		}
	}
	return book.RatesOf(n.Companies, deals)
}
