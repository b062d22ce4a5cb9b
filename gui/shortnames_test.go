package gui

import (
	"testing"

	"roundtrip/internal/deal"
)

func TestLongNamesStandShortWhereTheyHaveNoRoom(t *testing.T) {
	book := deal.NewBook(deal.Book{Companies: []deal.Company{
		{ID: 1, Name: "OpenAI Startup Fund 18"}, {ID: 2, Name: "Data Centre Partners LLP 31"},
		{ID: 3, Name: "Data Centre Partners LLP 3"}, {ID: 4, Name: "OpenAI"},
		{ID: 5, Name: "International Business Machines", Ticker: "IBM"}, {ID: 6, Name: "Donaudampfschifffahrtsgesellschaft"},
	}})
	short := shorterNames(book)
	for _, test := range []struct {
		words string
		room  int
		want  string
	}{
		{"OpenAI Startup Fund 18 buys of Data Centre Partners LLP 31", 58, "OpenAI Startup Fund 18 buys of Data Centre Partners LLP 31"},
		{"OpenAI Startup Fund 18 buys of Data Centre Partners LLP 31", 44, "OpenAI Startup…18 buys of Data Centre Par…31"},
		{"OpenAI Startup Fund 18 buys of Data Centre Partners LLP 31", 34, "OpenAI St…18 buys of Data Cent…31"},
		{"Data Centre Partners LLP 3 is left with", 30, "Data Centre Par…3 is left with"},
		{"International Business Machines gives OpenAI", 30, "IBM gives OpenAI"},
		{"Donaudampfschifffahrtsgesellschaft is left with", 24, "Donaudampf… is left with"},
		{"Circular money as a share of all that is paid", 20, "Circular money as a share of all that is paid"},
	} {
		got := short(test.words)(func(text string) bool { return len([]rune(text)) <= test.room })
		if got != test.want {
			t.Errorf("in %d letters %q is %q, want %q", test.room, test.words, got, test.want)
		}
	}
}
