package picture_test

import (
	"bytes"
	"context"
	"os"
	"testing"

	"roundtrip/assets"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/store"
)

// realDocuments returns the inputs of the pictures of the sample and of the example of forty companies.
func realDocuments(t testing.TB) map[string]picture.Input {
	t.Helper()
	return map[string]picture.Input{
		"the sample": documentOf(t, sample),
		"forty":      documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv")),
	}
}

// documentOf returns the input of the picture of what the edits make of an empty document.
func documentOf(t testing.TB, reads ...func(*deal.Book) (deal.Edit, error)) picture.Input {
	t.Helper()
	document, err := store.Create(t.TempDir() + "/document.roundtrip")
	if err != nil {
		t.Fatal(err)
	}
	defer document.Close()
	book := deal.NewBook(deal.Book{})
	for _, read := range reads {
		edit, err := read(book)
		if err != nil {
			t.Fatal(err)
		}
		applied, err := document.Apply(edit)
		if err != nil {
			t.Fatal(err)
		}
		book = applied.Book
	}
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	measures, err := network.Measure(context.Background(), book, built, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return picture.Input{Book: book, Network: built, Measures: measures, ShowLegend: true}
}

func sample(*deal.Book) (deal.Edit, error) {
	return exchange.ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
}

// table returns what reads a table of the examples.
func table(name string) func(*deal.Book) (deal.Edit, error) {
	return func(book *deal.Book) (deal.Edit, error) {
		text, err := os.ReadFile(name)
		if err != nil {
			return deal.Edit{}, err
		}
		return exchange.ReadCSVContext(context.Background(), bytes.NewReader(text), name, book)
	}
}
