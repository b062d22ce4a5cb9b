package gui

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func TestWhatWasSearchedForIsMarkedInTheInspector(t *testing.T) {
	book := deal.NewBook(deal.Book{Base: deal.USD})
	for want, of := range map[string]network.Range{
		"10% to 20%":   {Low: 0.1, High: 0.2},
		"~10% to ~20%": {Low: 0.1, High: 0.2, Sampled: true},
		"~10% to 20%":  {Low: 0.1, High: 0.2, Sampled: true, HighProven: true},
	} {
		if got := rangeWords(book, of); got != want {
			t.Errorf("%+v is %q, want %q", of, got, want)
		}
	}
}
