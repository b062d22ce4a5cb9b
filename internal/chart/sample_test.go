package chart_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"roundtrip/assets"
	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/store"
)

func init() { chart.SampleBook = sampleBook }

// sampleBook is the sample as the program opens it: read, and taken by a document.
func sampleBook(t testing.TB) *deal.Book {
	t.Helper()
	edit, err := exchange.ReadJSON(bytes.NewReader(assets.Sample()), "sample.json")
	if err != nil {
		t.Fatal(err)
	}
	document, err := store.Create(filepath.Join(t.TempDir(), "sample.roundtrip"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = document.Close() })
	applied, err := document.Apply(edit)
	if err != nil {
		t.Fatal(err)
	}
	return applied.Book
}
