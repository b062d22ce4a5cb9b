package whatif

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func underView(t *testing.T, book *deal.Book, view network.View, changes ...deal.Change) *Comparison {
	t.Helper()
	w, err := NewWorkbench(context.Background(), book, view, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := w.CompareChanges(context.Background(), 1, changes)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// contract returns a deal of its own for one leg that is no stake.
func contract(id int64, payer, payee deal.CompanyID, cents int64) deal.Deal {
	d := equity(id, payer, payee, deal.StatusSigned, cents, 0, 0)
	d.Legs[0].Kind, d.Legs[0].TermMonths = deal.KindCloud, 48
	return d
}

// A has paid $4bn of $10bn, and B $3bn of what it owes A.
func TestATrialBelowWhatIsPaidIsAllPaid(t *testing.T) {
	stake, back := equity(1, 1, 2, deal.StatusSigned, bn(10), 0, 0), contract(2, 2, 1, bn(12))
	stake.Legs[0].Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: bn(4), Currency: deal.USD}}
	back.Legs[0].Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: bn(3), Currency: deal.USD}}
	book := stakesBook(2, stake, back)
	for set, circular := range map[float64]float64{0: 0, 2: 4, 3: 6, 4: 6, 7: 6, 20: 6} {
		got := underView(t, book, network.View{Basis: network.BasisDrawn}, deal.Change{Field: deal.ChangeAmount, Target: 1, Value: bn(set)})
		if row := rowOf(t, got, "circular_money"); row.Scenario != float64(bn(circular)) {
			t.Errorf("set to $%vbn, %v goes round, want %v", set, row.Scenario, bn(circular))
		}
	}
	// What is paid is a fact: a scenario may say that it is less, and the document keeps it.
	got := underView(t, book, network.View{Basis: network.BasisDrawn}, deal.Change{Field: deal.ChangeAmount, Target: 1, Value: bn(20)})
	if leg, _, _ := got.ScenarioBook.Leg(1); leg.Drawn.Money.Cents != bn(4) {
		t.Errorf("of $20bn %v is paid", leg.Drawn.Money.Cents)
	}
	if row := rowOf(t, got, "stake"); row.Name != "A gives B (headline)" || !strings.Contains(row.Note, "$4bn of it") {
		t.Errorf("%+v", row)
	}
	if row := rowOf(t, got, "back_share"); row.Name != "Of each dollar ever back at A (paid so far)" {
		t.Errorf("%+v", row)
	}
}

// Every row of the stake says which money it counts as soon as the view counts another than the rows of the whole.
func TestRowsOfTheStakeSayWhatTheyCount(t *testing.T) {
	stake, back := equity(1, 1, 2, deal.StatusSigned, bn(10), bn(100), 0), contract(2, 2, 1, bn(12))
	book := stakesBook(2, stake, back)
	for _, view := range []network.View{{Basis: network.BasisYear}, {Basis: network.BasisDrawn}, {Figure: network.PickLow}} {
		for _, row := range underView(t, book, view).Rows {
			if own := row.Group == GroupReturn || row.Group == GroupOwnership; own != strings.HasSuffix(row.Name, ")") {
				t.Errorf("%+v: %q", view, row.Name)
			}
		}
	}
	if words := underView(t, book, network.View{Figure: network.PickLow}).Words()[0].Text; words != "A gives B $10bn (best figures) and buys 10% of it." {
		t.Error(words)
	}
	for _, row := range underView(t, book, network.View{}).Rows {
		if strings.HasSuffix(row.Name, ")") {
			t.Errorf("%q under the default view", row.Name)
		}
	}
}

// A has given B $5bn that B has to spend with C, of which nothing is A's revenue.
func TestAStakeThatMustBeSpentWithSomebodyElse(t *testing.T) {
	stake, back := equity(1, 1, 2, deal.StatusSigned, bn(5), bn(100), 0), contract(2, 2, 3, bn(12))
	stake.Legs[0].ConditionalOn, stake.Legs[0].Covers = 2, deal.Whole
	book := stakesBook(3, stake, back, contract(3, 3, 1, bn(2)))
	got := underView(t, book, network.View{}, deal.Change{Field: deal.ChangeMargin, Target: 1, Value: 500_000})
	if row := rowOf(t, got, "back_direct"); row.Name != "Has to be spent with C" || row.Scenario != float64(bn(5)) {
		t.Errorf("%+v", row)
	}
	if row := rowOf(t, got, "effective_price"); row.Scenario != float64(bn(5)) || !strings.Contains(row.Note, "earns no margin") {
		t.Errorf("A earns a margin on what B spends with C: %+v", row)
	}
	if row := rowOf(t, got, "own_revenue"); row.Name != "A's money in what B pays C" || !near(row.Scenario, 5.0/12) {
		t.Errorf("%+v", row)
	}
	want := "B has to spend $5bn of it with C, $1.25bn a year, not with A, so that none of it comes back to A by that; " +
		"of each dollar 16.67% ever does, through others."
	if words := got.Words()[1].Text; words != want {
		t.Errorf("%s\nwant %s", words, want)
	}
}
