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

// reading reads something into a document.
type reading struct {
	name string // of what it reads, which no other has
	read func(*deal.Book) (deal.Edit, error)
}

// documents are those that have been read, by the names of what was read: many tests look at the same ones. No test may
// change what an input of one points to.
var documents = make(map[string]picture.Input)

// documentOf returns the input of the picture of what the readings make of an empty document.
func documentOf(t testing.TB, readings ...reading) picture.Input {
	t.Helper()
	names := ""
	for _, reading := range readings {
		names += reading.name + "\n"
	}
	if in, ok := documents[names]; ok {
		return in
	}
	document, err := store.Create(t.TempDir() + "/document.roundtrip")
	if err != nil {
		t.Fatal(err)
	}
	defer document.Close()
	book := deal.NewBook(deal.Book{})
	for _, reading := range readings {
		edit, err := reading.read(book)
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
	documents[names] = picture.Input{Book: book, Network: built, Measures: measures, ShowLegend: true}
	return documents[names]
}

var sample = reading{"sample.json", func(*deal.Book) (deal.Edit, error) {
	return exchange.ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
}}

// table reads a table of the examples.
func table(name string) reading {
	return reading{name, func(book *deal.Book) (deal.Edit, error) {
		text, err := os.ReadFile(name)
		if err != nil {
			return deal.Edit{}, err
		}
		return exchange.ReadCSVContext(context.Background(), bytes.NewReader(text), name, book)
	}}
}
