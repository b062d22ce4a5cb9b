package network

import (
	"fmt"

	"roundtrip/internal/deal"
)

// Dealt returns the companies of the book that stand in a leg that the network holds, and while no filter is set those that
// stand in none at all: the window draws them.
func (n *Network) Dealt(book *deal.Book) map[deal.CompanyID]bool {
	held, dealt, counts := n.Legs(), map[deal.CompanyID]bool{}, map[deal.CompanyID]bool{}
	for _, d := range book.Deals {
		for _, leg := range d.Legs {
			for _, id := range []deal.CompanyID{leg.Payer, leg.Payee} {
				dealt[id] = true
				counts[id] = counts[id] || held[leg.ID]
			}
		}
	}
	filtered := len(n.View.Filters(book)) > 0
	for i := range book.Companies {
		if id := book.Companies[i].ID; !dealt[id] {
			counts[id] = !filtered
		}
	}
	return counts
}

// CountDealt counts those companies. Where no filter says why others of the book are not among them, why does: "2 only in
// deals that do not count".
func (n *Network) CountDealt(book *deal.Book) (count int, why string) {
	for _, there := range n.Dealt(book) {
		if there {
			count++
		}
	}
	if left := len(book.Companies) - count; left > 0 && len(n.View.Filters(book)) == 0 {
		why = fmt.Sprintf("%d only in deals that do not count", left)
	}
	return count, why
}
