package store

import (
	"fmt"
	"testing"

	"roundtrip/internal/deal"
)

// importEdit is an import of the given number of deals, most with two legs, between count/10 companies.
func importEdit(count int) deal.Edit {
	edit := deal.Edit{Label: fmt.Sprintf("Import %d deals", count)}
	members := max(count/10, 4)
	for i := range members {
		edit.Companies = append(edit.Companies, company(deal.CompanyID(-i-1), fmt.Sprintf("Company %d", i)))
	}
	edit.Sources = []deal.Source{{ID: -1, Title: "A list of deals"}}
	for i := range count {
		payer, payee := deal.CompanyID(-(i%members)-1), deal.CompanyID(-((i*7+3)%members)-1)
		if payer == payee {
			payee = deal.CompanyID(-((i + 1) % members) - 1)
		}
		legs := []deal.Leg{simpleLeg(deal.LegID(-2*i-1), payer, payee, int64(i+1)*1_000_000_00)}
		if i%2 == 0 {
			legs = append(legs, simpleLeg(deal.LegID(-2*i-2), payee, payer, int64(i+1)*900_000_00))
		}
		d := simpleDeal(fmt.Sprintf("Deal %d", i), legs...)
		d.Announced, d.Tags = "2025-11-03", []string{"imported"}
		edit.Deals = append(edit.Deals, d)
		edit.Claims = append(edit.Claims, deal.Claim{
			Source: -1, About: deal.Subject{Leg: deal.LegID(-2*i - 1)}, Field: deal.ClaimFigure,
			Figure: legs[0].Figure, Currency: deal.USD, Chosen: true,
		})
	}
	return edit
}

func BenchmarkBook10000(b *testing.B) {
	document := newTestDocument(b)
	apply(b, document, importEdit(10_000))
	for b.Loop() {
		if _, err := document.Book(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkApply10000(b *testing.B) {
	edit := importEdit(10_000)
	for b.Loop() {
		document := newTestDocument(b)
		apply(b, document, edit)
	}
}

func BenchmarkUndoAndRedo10000(b *testing.B) {
	document := newTestDocument(b)
	apply(b, document, importEdit(10_000))
	for b.Loop() {
		if _, _, err := document.Undo(); err != nil {
			b.Fatal(err)
		}
		if _, _, err := document.Redo(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSmallEditOf10000 moves one company of a large document on the canvas.
func BenchmarkSmallEditOf10000(b *testing.B) {
	document := newTestDocument(b)
	book := apply(b, document, importEdit(10_000)).Book
	for b.Loop() {
		moved := book.Companies[0]
		moved.Pinned, moved.X = true, moved.X+1
		book = apply(b, document, deal.Edit{Label: "Move", Seen: book, Companies: []deal.Company{moved}}).Book
	}
}

// BenchmarkSmallEdit adds a deal to a document of the usual size.
func BenchmarkSmallEdit(b *testing.B) {
	document := newTestDocument(b)
	apply(b, document, importEdit(20))
	for b.Loop() {
		apply(b, document, deal.Edit{Deals: []deal.Deal{simpleDeal("One more", simpleLeg(0, 1, 2, 100))}})
	}
}
