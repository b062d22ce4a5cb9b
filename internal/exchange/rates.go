package exchange

import (
	"fmt"
	"io"

	"roundtrip/internal/deal"
)

// countedRate is a rate that amounts are turned into the document's currency at, as the command line prints it.
type countedRate struct {
	Currency string `json:"currency"`
	Worth    rate   `json:"worth"` // units of the base currency for one unit
	Date     string `json:"date,omitempty"`
	Source   string `json:"source,omitempty"` // its title; none: the analyst's own entry
}

// countedRates is never nil, so that a document in one currency has an empty list.
func countedRates(book *deal.Book, rates []deal.Rate) []countedRate {
	list := make([]countedRate, len(rates))
	for i, r := range rates {
		list[i] = countedRate{Currency: string(r.Currency), Worth: rate(r.Micros), Date: string(r.Date)}
		if source, ok := book.Source(r.Source); ok {
			list[i].Source = source.Title
		}
	}
	return list
}

// endWithRates says in a last line which rates amounts are counted at, if any.
func endWithRates(w io.Writer, book *deal.Book, rates []deal.Rate) {
	if words := book.CountedAt(rates); words != "" {
		fmt.Fprintf(w, "\n%s\n", words)
	}
}
