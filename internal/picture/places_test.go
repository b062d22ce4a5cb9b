package picture

import (
	"context"
	"math"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// paying returns a book and its network with a leg for each pair of companies.
func paying(t *testing.T, pairs ...[2]deal.CompanyID) (*deal.Book, *network.Network) {
	t.Helper()
	parts := deal.Book{Base: deal.USD}
	for id := deal.CompanyID(1); id <= 4; id++ {
		parts.Companies = append(parts.Companies, deal.Company{ID: id, Name: string('A' + rune(id-1)), Role: deal.RoleOther})
	}
	for i, pair := range pairs {
		parts.Deals = append(parts.Deals, deal.Deal{
			ID: deal.DealID(i + 1), Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
				ID: deal.LegID(i + 1), Deal: deal.DealID(i + 1), Payer: pair[0], Payee: pair[1], Kind: deal.KindOther,
				Basis: deal.BasisCash, Figure: deal.Exactly(1_000_000_00), Currency: deal.USD,
			}},
		})
	}
	book := deal.NewBook(parts)
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	return book, built
}

func stands(at layout.Point) bool { return !math.IsNaN(at.X) }

func TestPlacesAreFoundWhenACompanyOrAPairComes(t *testing.T) {
	var p Places
	try := func(what string, wanted bool, anew bool, pairs ...[2]deal.CompanyID) Arrangement {
		t.Helper()
		book, built := paying(t, pairs...)
		task, due := p.Task(book, built, p.At, anew)
		if due != wanted {
			t.Errorf("%s: there is need to place companies: %t", what, due)
		}
		return task
	}
	first := try("at first", true, false, [2]deal.CompanyID{1, 2})
	if p.Awaited() != 4 || stands(p.At(deal.Company{ID: 1})) {
		t.Errorf("%d companies are awaited, and one has a place", p.Awaited())
	}
	try("while they are awaited", false, false, [2]deal.CompanyID{1, 2})
	p.Abandon()
	try("after they were given up", true, false, [2]deal.CompanyID{1, 2})
	if !p.None() {
		t.Error("some company has a place")
	}
	p.Settle(first, first.Solve(context.Background()))
	if p.Awaited() != 0 || !stands(p.At(deal.Company{ID: 1})) {
		t.Errorf("%d companies are awaited, or one has no place", p.Awaited())
	}
	if at := p.At(deal.Company{ID: 1, Pinned: true, X: 7, Y: 8}); at != (layout.Point{X: 7, Y: 8}) {
		t.Errorf("the analyst's place is %v", at)
	}
	try("the same again", false, false, [2]deal.CompanyID{1, 2})
	second := try("another pair", true, false, [2]deal.CompanyID{1, 2}, [2]deal.CompanyID{2, 1})
	p.Settle(second, second.Solve(context.Background()))
	try("a pair less", false, false, [2]deal.CompanyID{2, 1})
	if third := try("anew", true, true, [2]deal.CompanyID{2, 1}); stands(third.Options.Start[0]) {
		t.Error("a company begins where it stood")
	}
}

func TestTheNetworkThatCompaniesArePlacedBy(t *testing.T) {
	_, part := paying(t, [2]deal.CompanyID{1, 2})
	_, whole := paying(t, [2]deal.CompanyID{1, 2}, [2]deal.CompanyID{2, 3})
	_, more := paying(t, [2]deal.CompanyID{3, 4})
	for _, try := range []struct{ shown, whole, want *network.Network }{{part, nil, part}, {part, whole, whole}, {more, whole, more}} {
		if PlacedBy(try.shown, try.whole) != try.want {
			t.Errorf("%+v", try)
		}
	}
	if len(PlacingView(network.View{Statuses: []deal.Status{deal.StatusSigned}}).Statuses) != 0 ||
		len(PlacingView(network.View{Statuses: []deal.Status{deal.StatusCancelled}}).Statuses) != len(deal.Statuses) {
		t.Error("the view that companies are placed by")
	}
}
