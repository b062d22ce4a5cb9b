package whatif

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// heldPayer is M, which buys 10 to 12 of N at 90 with the money, of which P holds 8%; Q holds 12% of M and buys 4 to 6 of it
// at 50 before the money. The two amounts are as given.
func heldPayer(ofN, ofM deal.Figure) *deal.Book {
	into, by := equity(1, 1, 2, deal.StatusAnnounced, 0, bn(90), 0), equity(2, 3, 1, deal.StatusInTalks, 0, bn(50), 0)
	into.Legs[0].Figure, into.Legs[0].ValuationMoney = ofN, deal.TimingPostMoney
	by.Legs[0].Figure, by.Legs[0].ValuationMoney = ofM, deal.TimingPreMoney
	old, beside := equity(3, 3, 1, deal.StatusCompleted, bn(3), 0, 120_000), equity(4, 4, 2, deal.StatusSigned, bn(1), 0, 80_000)
	return stakesBook(4, into, by, old, beside)
}

// By hand: M's own owners keep 1 - (0.12 + c/50)/(1 + c/50) of M's n/90 of N, with c from 4 to 6 and n from 10 to 12. Seen
// from the other stake, Q holds the rest of M: the two say the same of it.
func TestAPartThatIsLookedThroughHasEnds(t *testing.T) {
	book := heldPayer(deal.Between(bn(10), bn(12)), deal.Between(bn(4), bn(6)))
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	left := func(c float64) float64 { return 0.88 / (1 + c/50) }
	through := rowOf(t, compare(t, workbench, StakeOf(book, 1)), "look_through")
	if !near(through.Base, left(5)*11/90) || !through.HasRange || through.BaseRange.Sampled ||
		!near(through.BaseRange.Low, left(6)*10/90) || !near(through.BaseRange.High, left(4)*12/90) || through.BaseBound != About {
		t.Errorf("%+v", through)
	}
	holds := rowOf(t, compare(t, workbench, StakeOf(book, 2)), "look_through")
	if !near(holds.Base, 1-left(5)) || !near(holds.BaseRange.Low, 1-left(4)) || !near(holds.BaseRange.High, 1-left(6)) {
		t.Errorf("%+v", holds)
	}
	for _, held := range workbench.base.Ownership.Holdings {
		if held.Holder == 2 && held.Held == 0 && (!near(held.Direct, holds.Base) || !near(held.LookThrough, holds.Base)) {
			t.Errorf("the measures say %+v, the what-if %v", held, holds.Base)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		part := func(low, high float64, name string) float64 {
			return low + (high-low)*rapid.Float64Range(0, 1).Draw(t, name)
		}
		n, c := part(10, 12, "of N"), part(4, 6, "of M")
		one := heldPayer(deal.Exactly(int64(n*1e11)), deal.Exactly(int64(c*1e11)))
		workbench, err := NewWorkbench(context.Background(), one, network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		compared, err := workbench.CompareChanges(context.Background(), 1, nil)
		if err != nil {
			t.Fatal(err)
		}
		row, _ := compared.Row("look_through")
		if row.Base < through.BaseRange.Low-1e-9 || row.Base > through.BaseRange.High+1e-9 || !near(row.Base, left(c)*n/90) {
			t.Fatalf("%v lies outside %+v", row.Base, through.BaseRange)
		}
	})
}

// Of a holder in which somebody buys an unknown part nearly nothing may be left to its own owners. By hand: M holds 10/90 to
// 12/90 of N, and Q 12% of M beside what it buys.
func TestAHolderThatMayBeBoughtLeavesAPartDownToNothing(t *testing.T) {
	book := heldPayer(deal.Between(bn(10), bn(12)), deal.Undisclosed())
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	row := rowOf(t, compare(t, workbench, StakeOf(book, 1)), "look_through")
	if !row.HasRange || row.BaseBound != About || row.BaseRange.Low > 1e-12 || !near(row.BaseRange.High, 0.88*12/90) {
		t.Errorf("%+v", row)
	}
	for i, held := range workbench.base.Ownership.Holdings {
		measured := workbench.base.Ranges.LookThrough[i]
		if held.Holder == 0 && held.Held == 1 && (measured.Low != 0 || !near(measured.High, row.BaseRange.High)) {
			t.Errorf("the measures say %+v, the what-if %+v", measured, row.BaseRange)
		}
	}
}

// A part that is the direct one is no surer than what is left to its holder's own owners: A buys 8/96 of C at a stated price,
// and B an unpriced part of A.
func TestAPartOfAHolderThatIsBoughtIsNoMoreThanTheDirectOne(t *testing.T) {
	book := stakesBook(3, equity(1, 1, 3, deal.StatusInTalks, bn(8), bn(96), 0), equity(2, 2, 1, deal.StatusSigned, bn(15), 0, 0))
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	row := rowOf(t, compare(t, workbench, StakeOf(book, 1)), "look_through")
	if !near(row.Base, 8.0/96) || row.BaseBound != AtMost || row.BaseRange.Low > 1e-12 || !near(row.BaseRange.High, 8.0/96) {
		t.Errorf("%+v", row)
	}
}

// D has paid 60 for a part of C at 100 to 300, and C holds half of D: what A holds of C through the two is about so much,
// though its own tenth is exact.
func TestAPartThroughAnEstimatedHolderIsAboutSoMuch(t *testing.T) {
	paid := equity(2, 4, 3, deal.StatusCompleted, bn(60), 0, 0)
	paid.Legs[0].Valuation, paid.Legs[0].ValuationMoney = deal.Between(bn(100), bn(300)), deal.TimingPostMoney
	book := stakesBook(4, equity(1, 1, 3, deal.StatusAnnounced, bn(10), bn(100), 0), paid, equity(3, 3, 4, deal.StatusActive, bn(3), 0, 500_000))
	row := rowOf(t, changed(t, book, 1), "look_through")
	if !near(row.Base, 0.1/(1-0.27*0.5)) || row.BaseBound != About || row.HasRange {
		t.Errorf("%+v", row)
	}
}
