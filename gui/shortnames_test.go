package gui

import (
	"testing"

	"roundtrip/internal/deal"
)

func TestLongNamesStandShortInTheTable(t *testing.T) {
	book := deal.NewBook(deal.Book{Companies: []deal.Company{
		{ID: 1, Name: "Amalgamated Hyperscale Infrastructure Holdings 24"}, {ID: 2, Name: "Very Long Name International 29"},
		{ID: 3, Name: "Very Long Name International 2"}, {ID: 4, Name: "OpenAI"},
		{ID: 5, Name: "International Business Machines", Ticker: "IBM"}, {ID: 6, Name: "Donaudampfschifffahrtsgesellschaft"},
	}})
	short := shortNames(book)
	for words, want := range map[string]string{
		"Amalgamated Hyperscale Infrastructure Holdings 24 buys of Very Long Name International 29": "Amalgama…24 buys of Very…29",
		"Very Long Name International 2 is left with":                                               "Very Long…2 is left with",
		"International Business Machines gives OpenAI":                                              "IBM gives OpenAI",
		"Donaudampfschifffahrtsgesellschaft is left with":                                           "Donau…chaft is left with",
	} {
		if got := short.Replace(words); got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}
