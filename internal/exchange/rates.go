package exchange

import (
	"fmt"
	"io"
	"slices"

	"roundtrip/internal/cell"
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

// withRates adds to the records of a table, the first of which is its head, a last column that says in every row which rates
// amounts are counted at, if any.
func withRates(records [][]string, words string) [][]string {
	if words == "" {
		return records
	}
	for i := range records {
		text := cell.Guard(words)
		if i == 0 {
			text = "counted_at"
		}
		records[i] = append(slices.Clip(records[i]), text)
	}
	return records
}

// endWithRates says in a last line which rates amounts are counted at, if any.
func endWithRates(w io.Writer, words string) {
	if words != "" {
		fmt.Fprintf(w, "\n%s\n", words)
	}
}
