package whatif

import (
	"context"
	"math"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// A number that only one of the sides has is between ends of its own: the price that a margin gives has them in the
// scenario, and what comes back of a stake of nothing leaves the base its own.
func TestEachSideHasItsRange(t *testing.T) {
	book := stakesBook(2, conditional(1, 1, 2, 0, deal.Whole, 2), commercial(2, 2, 1, deal.Exactly(bn(20))))
	book.Deals[0].Legs[0].Figure = deal.UpTo(bn(10))
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	got, err := workbench.CompareChanges(t.Context(), 1, []deal.Change{{Field: deal.ChangeMargin, Target: 1, Value: 350_000}, {Field: deal.ChangeTerm, Target: 2, Value: 48}})
	if err != nil {
		t.Fatal(err)
	}
	for key, high := range map[string]float64{"effective_price": 6.5e11, "back_per_year": 2.5e11} { // of nothing to $10bn, all of which is spent back
		row := rowOf(t, got, key)
		if row.BaseKnown || !row.HasRange || row.ScenarioRange.Low != 0 || !near(row.ScenarioRange.High, high) || row.RangeText(row.BaseRange, deal.USD) != "" {
			t.Errorf("%s: %+v", key, row)
		}
	}
	none, err := workbench.CompareChanges(t.Context(), 1, []deal.Change{{Field: deal.ChangeStatus, Target: 1, Text: string(deal.StatusCancelled)}})
	if err != nil {
		t.Fatal(err)
	}
	if row := rowOf(t, none, "back_network"); row.ScenarioKnown || !row.HasRange || row.BaseRange.High < row.Base || row.BaseRange.Low != 0 {
		t.Errorf("%+v", row)
	}
}

// Of a contract in a currency without a rate nobody knows how much of the condition it can take.
func TestAContractWithoutARateBoundsNothing(t *testing.T) {
	book := stakesBook(2, conditional(1, 1, 2, bn(7), 600_000, 2), commercial(2, 2, 1, deal.Exactly(bn(10))))
	book.Deals[1].Legs[0].Currency = "EUR"
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	got := compare(t, workbench, StakeOf(book, 1))
	row, left := rowOf(t, got, "back_direct"), rowOf(t, got, "left_in")
	if row.BaseText(deal.USD) != "≤$4.2bn" || row.BaseRange != (network.Range{Low: 0, High: 4.2e11}) {
		t.Errorf("%+v", row)
	}
	if left.BaseText(deal.USD) != "≥$2.8bn" || math.Abs(left.BaseRange.High-7e11) > 1 {
		t.Errorf("%+v", left)
	}
	if want := "taken as part of B → A cloud, €10bn: there is no rate from EUR to USD, so that this may be anything from nothing to all that the condition covers"; row.Note != want {
		t.Error(row.Note)
	}
}

// Of a stake of 2 to 10 that meets 10 more on the way, the share that comes back is least where the stake is most: the most
// money is not the greatest share of the greatest stake.
func TestTheEndsOfMoneyBackComeTogether(t *testing.T) {
	stake := conditional(1, 1, 2, 0, deal.Whole, 0)
	stake.Legs[0].Figure = deal.Between(bn(2), bn(10))
	book := stakesBook(3, stake, commercial(2, 3, 2, deal.Exactly(bn(10))), commercial(3, 2, 1, deal.Exactly(bn(12))))
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	row := rowOf(t, compare(t, workbench, StakeOf(book, 1)), "back_network")
	if row.BaseRange != (network.Range{Low: 2e11, High: 6e11}) {
		t.Errorf("%+v", row) // by hand: 2 of 12 are all passed on, of 10 and 10 a part of 12/20 comes back, which are 6
	}
}
