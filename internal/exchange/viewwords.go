package exchange

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// countedUnder says what a network counts, as its view does, and beside each filter what it keeps for want of a date
// or a number: "headline totals, best figures, as of 19 Oct 2025 and 2 undated, at least $20bn and 3 without a number".
func countedUnder(book *deal.Book, n *network.Network) string {
	words := []string{n.View.MoneyWords()}
	for _, filter := range n.View.Filters(book) {
		text := filter.Words
		if n.View.AsOf != "" && filter.Without.AsOf == "" {
			text += andSome(undated(book, n), "undated")
		}
		if n.View.MinAmount.Cents > 0 && filter.Without.MinAmount.Cents == 0 {
			text += andSome(unnumbered(n), "without a number")
		}
		words = append(words, text)
	}
	return strings.Join(words, ", ")
}

func andSome(count int, what string) string {
	if count == 0 {
		return ""
	}
	return fmt.Sprintf(" and %d %s", count, what)
}

// undated returns how many deals of the network nobody says the day of.
func undated(book *deal.Book, n *network.Network) int {
	deals := make(map[deal.DealID]bool)
	for leg := range n.Legs() {
		if _, d, ok := book.Leg(leg); ok && d.Announced == "" {
			deals[d.ID] = true
		}
	}
	return len(deals)
}

// unnumbered returns how many legs of the network have no number.
func unnumbered(n *network.Network) int {
	count := 0
	for _, flow := range n.Flows {
		count += flow.Unknown()
	}
	return count
}
