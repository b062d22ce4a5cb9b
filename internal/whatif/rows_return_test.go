package whatif

import (
	"context"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// commercial returns a deal of its own for one contract.
func commercial(id int64, payer, payee deal.CompanyID, figure deal.Figure) deal.Deal {
	one := equity(id, payer, payee, deal.StatusSigned, 0, 0, 0)
	one.Legs[0].Kind, one.Legs[0].Figure = deal.KindCloud, figure
	return one
}

// conditional returns a stake of which a share must be spent by another leg.
func conditional(id int64, payer, payee deal.CompanyID, cents int64, covers deal.Share, by deal.LegID) deal.Deal {
	one := equity(id, payer, payee, deal.StatusSigned, cents, 0, 0)
	one.Legs[0].ConditionalOn, one.Legs[0].Covers = by, covers
	return one
}

// A puts $20bn into B, of which 60% must be spent by a contract of $4bn; B pays C 6, of which 2 come to A.
func TestTheContractBoundsWhatIsSpentBack(t *testing.T) {
	book := stakesBook(3,
		conditional(1, 1, 2, bn(10), 600_000, 2),
		commercial(2, 2, 1, deal.Exactly(bn(4))),
		commercial(3, 2, 3, deal.Exactly(bn(6))),
		commercial(4, 3, 1, deal.Exactly(bn(2))))
	got := changed(t, book, 1,
		deal.Change{Field: deal.ChangeAmount, Target: 1, Value: bn(20)},
		deal.Change{Field: deal.ChangeTerm, Target: 2, Value: 24},
		deal.Change{Field: deal.ChangeMargin, Target: 1, Value: 500_000})
	for key, want := range map[string]float64{
		"back_direct": 4e11, "back_per_year": 2e11, "left_in": 16e11, "effective_price": 18e11, "own_revenue": 1,
		"back_earmarked": 6e11,
	} {
		row := rowOf(t, got, key)
		if !row.ScenarioKnown || !near(row.Scenario, want) {
			t.Errorf("%s is %v, want %v", key, row.Scenario, want)
		}
		if key != "back_earmarked" && !strings.Contains(row.Note, "bounded by the contract: the condition covers $12bn, and of B → A cloud, $4bn, it gets $4bn") {
			t.Errorf("%s: %q", key, row.Note)
		}
	}
	if text := got.Words()[1].Text; !strings.HasPrefix(text, "B has to spend $4bn of it with A, all that the contract has for it, $2bn a year, so $16bn of outside cash stays") {
		t.Error(text)
	}
}

// Of a contract that is only said to be at least so much, at least so much is spent; one that nobody discloses may hold
// nothing, so that all of the stake is the most; two stakes share one contract as the network does.
func TestWhatBoundsWhatIsSpentBack(t *testing.T) {
	floor := changed(t, stakesBook(2, conditional(1, 1, 2, bn(10), deal.Whole, 2), commercial(2, 2, 1, deal.AtLeast(bn(4)))), 1)
	if row, left := rowOf(t, floor, "back_direct"), rowOf(t, floor, "left_in"); row.BaseText(deal.USD) != "≥$4bn" || left.BaseText(deal.USD) != "≤$6bn" {
		t.Errorf("%s, %s", row.BaseText(deal.USD), left.BaseText(deal.USD))
	}
	open := changed(t, stakesBook(2, conditional(1, 1, 2, bn(10), deal.Whole, 2), commercial(2, 2, 1, deal.Undisclosed())), 1)
	if row := rowOf(t, open, "back_direct"); row.BaseText(deal.USD) != "≤$10bn" {
		t.Error(row.BaseText(deal.USD))
	}
	shared := changed(t, stakesBook(3, conditional(1, 1, 2, bn(10), deal.Whole, 2),
		commercial(2, 2, 1, deal.Exactly(bn(12))), conditional(3, 3, 2, bn(20), deal.Whole, 2)), 1)
	for _, key := range []string{"back_direct", "back_earmarked"} {
		if row := rowOf(t, shared, key); key == "back_direct" && !near(row.Base, 4e11) || row.Base < 4e11-1 {
			t.Errorf("%s: %v", key, row.Base)
		}
	}
}

// A gives B 10 that must be spent by a contract of 10 and 10 without a condition; B pays A 10 and C 30. All
// of the stake comes back, and as that takes all that B pays A, nothing of what has no condition.
func TestTheEarmarkedShareIsTheStakesOwn(t *testing.T) {
	book := stakesBook(3, conditional(1, 1, 2, bn(10), deal.Whole, 2), commercial(2, 2, 1, deal.Exactly(bn(10))),
		equity(3, 1, 2, deal.StatusSigned, bn(10), 0, 0), commercial(4, 2, 3, deal.Exactly(bn(30))))
	for leg, want := range map[deal.LegID]float64{1: 10e11, 3: 0} {
		if row := rowOf(t, changed(t, book, leg), "back_earmarked"); !near(row.Base, want) {
			t.Errorf("leg %d: %v, want %v (%s)", leg, row.Base, want, row.Note)
		}
	}
}

// Never is more spent back than the stake, or than the contract; and what ever comes back, with what must be spent
// there, is never less.
func TestSpentBackIsWithinTheContract(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cents := func(name string) int64 { return rapid.Int64Range(1, 100).Draw(t, name) * 1_000_000 }
		share := deal.Share(rapid.Int64Range(1, int64(deal.Whole)).Draw(t, "share"))
		contract := cents("contract")
		deals := []deal.Deal{
			conditional(1, 1, 2, cents("stake"), share, 2), commercial(2, 2, 1, deal.Exactly(contract)),
		}
		if rapid.Bool().Draw(t, "another stake") {
			deals = append(deals, conditional(3, 3, 2, cents("other stake"), share, 2))
		}
		if rapid.Bool().Draw(t, "more of the payer") {
			deals = append(deals, equity(4, 1, 2, deal.StatusSigned, cents("more"), 0, 0))
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "others") {
			deals = append(deals, commercial(int64(10+i), deal.CompanyID(2+i%2), deal.CompanyID(3-i%3+i/2), deal.Exactly(cents("other"))))
		}
		for i := len(deals) - 1; i > 1; i-- {
			if leg := deals[i].Legs[0]; leg.Payer == leg.Payee {
				deals = append(deals[:i], deals[i+1:]...)
			}
		}
		book := stakesBook(4, deals...)
		workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		stake := cents("moved")
		c, err := workbench.CompareChanges(context.Background(), 1, []deal.Change{{Field: deal.ChangeAmount, Target: 1, Value: stake}})
		if err != nil {
			t.Fatal(err)
		}
		direct, _ := c.Row("back_direct")
		earmarked, _ := c.Row("back_earmarked")
		own, _ := c.Row("own_revenue")
		if limit := math.Min(float64(contract), float64(stake)); !direct.ScenarioKnown || direct.Scenario > limit+1 {
			t.Fatalf("%v is spent back of at most %v", direct.Scenario, limit)
		}
		if earmarked.ScenarioKnown && earmarked.Scenario < direct.Scenario-2 {
			t.Fatalf("%v comes back with what must be spent there, %v is spent back", earmarked.Scenario, direct.Scenario)
		}
		if own.Scenario > 1 {
			t.Fatalf("%+v", own)
		}
	})
}
