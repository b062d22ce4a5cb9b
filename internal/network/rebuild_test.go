package network

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"roundtrip/internal/deal"

	"pgregory.net/rapid"
)

// TestRebuildingIsBuilding builds one network after the other in the same memory, each as often as new.
func TestRebuildingIsBuilding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book, view := drawPresenceBook(t)
		view.Basis = rapid.SampledFrom(Bases).Draw(t, "basis")
		view.OnlyDisclosed, view.OnlyLoops = rapid.Bool().Draw(t, "known"), rapid.Bool().Draw(t, "loops")
		view.MinAmount.Cents = rapid.Int64Range(0, 3).Draw(t, "least")
		if rapid.Bool().Draw(t, "hides") {
			view.Hidden = []deal.CompanyID{1}
		}
		rebuilder, err := NewRebuilder(view)
		if err != nil {
			t.Fatal(err)
		}
		for range 4 {
			view.Weights = map[deal.Status]deal.Share{deal.StatusInTalks: rapid.SampledFrom([]deal.Share{0, 400_000, deal.Whole}).Draw(t, "weight")}
			got, err := rebuilder.Build(book, view.Weights)
			if err != nil {
				t.Fatal(err)
			}
			want, err := Build(book, view)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := fmt.Sprintf("%+v", *got), fmt.Sprintf("%+v", *want); got != want {
				t.Fatalf("rebuilt:\n%s\nbuilt:\n%s", got, want)
			}
			book = drawOther(t, book)
		}
	})
}

// drawOther draws a Book like another one: other amounts and statuses, a deal or a company less, or another one
// altogether.
func drawOther(t *rapid.T, book *deal.Book) *deal.Book {
	parts := deal.Book{Companies: slices.Clone(book.Companies), Deals: slices.Clone(book.Deals)}
	for i := range parts.Deals {
		parts.Deals[i].Legs = slices.Clone(parts.Deals[i].Legs)
		if rapid.Bool().Draw(t, "moves") {
			parts.Deals[i].Legs[0].Figure = deal.Exactly(rapid.Int64Range(0, 4).Draw(t, "cents"))
		}
		if rapid.Bool().Draw(t, "falls through") {
			parts.Deals[i].Status = deal.StatusCancelled
		}
	}
	switch rapid.IntRange(0, 5).Draw(t, "otherwise") {
	case 0:
		other, _ := drawPresenceBook(t)
		return other
	case 1:
		parts.Deals = parts.Deals[min(1, len(parts.Deals)):]
	}
	return deal.NewBook(parts)
}

// TestLoopsCountedBefore measures networks of other amounts without counting their loops again.
func TestLoopsCountedBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, view := drawPresenceBook(t)
		counted := &Counted{}
		options := Options{Limits: Limits{MaxLen: rapid.SampledFrom([]int{0, 2, 3}).Draw(t, "longest")}}
		for _, book := range []*deal.Book{first, drawOther(t, first)} {
			n, err := Build(book, view)
			if err != nil {
				t.Fatal(err)
			}
			want, err := Measure(context.Background(), book, n, options)
			if err != nil {
				t.Fatal(err)
			}
			if counted.Network == nil {
				counted = &Counted{Network: n, Loops: want.Loops}
			}
			again := options
			again.Counted = counted
			got, err := Measure(context.Background(), book, n, again)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := shown(got), shown(want); got != want {
				t.Fatalf("counted before:\n%s\ncounted:\n%s", got, want)
			}
		}
	})
}

// TestPartsOfTheMeasures measures one part at a time: each as in all measures together.
func TestPartsOfTheMeasures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book, view := drawPresenceBook(t)
		n, err := Build(book, view)
		if err != nil {
			t.Fatal(err)
		}
		whole, err := Measure(context.Background(), book, n, Options{})
		if err != nil {
			t.Fatal(err)
		}
		part := func(only Part, of func(*Measures) any) {
			m, err := Measure(context.Background(), book, n, Options{Only: only})
			if err != nil {
				t.Fatal(err)
			}
			if got, want := fmt.Sprint(of(m)), fmt.Sprint(of(whole)); got != want {
				t.Fatalf("part %b alone: %s, with the others %s", only, got, want)
			}
		}
		for only := PartPlain; only <= PartLoops; only <<= 1 {
			part(only, func(m *Measures) any {
				return []any{m.Gross, m.Throughflow, m.Multiplier, m.SupplierHHI, m.CustomerHHI}
			})
		}
		for company := range n.Companies {
			m, err := Measure(context.Background(), book, n, Options{Only: PartDebtRank, Failing: []int{company}})
			if err != nil || m.DebtRank[company] != whole.DebtRank[company] {
				t.Fatalf("company %d alone: %v, %v, with the others %v", company, m.DebtRank, err, whole.DebtRank)
			}
		}
		part(PartCirculation, func(m *Measures) any { return []any{m.Circulation, m.CircularShare, m.Circular} })
		part(PartReturns, func(m *Measures) any { return []any{m.ReturnShare, m.Earmarked, m.Finn} })
		part(PartNetting, func(m *Measures) any { return m.Netting })
		part(PartClearing, func(m *Measures) any { return m.Clearing })
		part(PartDebtRank, func(m *Measures) any { return m.DebtRank })
		part(PartOwnership, func(m *Measures) any { return m.Ownership })
		part(PartFlags, func(m *Measures) any { return m.Flags })
		part(PartWeights, func(m *Measures) any { return m.BFF })
		part(PartLoopCount, func(m *Measures) any {
			return []any{m.Loops.MaxLen, m.Loops.Count, m.Loops.ByLength, m.Loops.Truncated, m.Loops.Why}
		})
		part(PartLoops, func(m *Measures) any { return m.Loops })
	})
}
