package network

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
)

// Words says what the network counts, as its view does, and beside each filter what it keeps for want of a date or a
// number: "headline totals, best figures, as of 19 Oct 2025 and 2 undated, at least $20bn and 3 without a number".
// Companies are named as in the book.
func (n *Network) Words(book *deal.Book) string {
	words := []string{n.View.MoneyWords()}
	for _, filter := range n.Filters(book) {
		words = append(words, filter.Words)
	}
	return strings.Join(words, ", ")
}

// Filters returns what makes the network's view leave deals out, in a fixed order. The words of each say what it
// keeps because nobody knows its date or its number.
func (n *Network) Filters(book *deal.Book) []Filter {
	filters := n.View.Filters(book)
	for i := range filters {
		filter := &filters[i]
		switch {
		case n.View.AsOf != "" && filter.Without.AsOf == "":
			filter.Words += andSome(n.Undated(book), "undated")
		case n.View.MinAmount.Cents > 0 && filter.Without.MinAmount.Cents == 0:
			filter.Words += andSome(n.unnumbered(), "without a number")
		}
	}
	return filters
}

func andSome(count int, what string) string {
	if count == 0 {
		return ""
	}
	return fmt.Sprintf(" and %d %s", count, what)
}

// Undated returns how many deals of the network nobody says the day of.
func (n *Network) Undated(book *deal.Book) int {
	deals := make(map[deal.DealID]bool)
	for leg := range n.Legs() {
		if _, d, ok := book.Leg(leg); ok && d.Announced == "" {
			deals[d.ID] = true
		}
	}
	return len(deals)
}

// unnumbered returns how many legs of the network have no number.
func (n *Network) unnumbered() int {
	count := 0
	for _, flow := range n.Flows {
		count += flow.Unknown()
	}
	return count
}
