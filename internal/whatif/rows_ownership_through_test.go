package whatif

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// equity returns a deal of its own for one stake.
func equity(id int64, payer, payee deal.CompanyID, status deal.Status, cents, valuation int64, stated deal.Share) deal.Deal {
	leg := deal.Leg{ID: deal.LegID(id), Deal: deal.DealID(id), Payer: payer, Payee: payee, Kind: deal.KindEquity,
		Basis: deal.BasisCash, Figure: deal.Exactly(cents), Currency: deal.USD, Stake: stated}
	if valuation != 0 {
		leg.Valuation = deal.Exactly(valuation)
	}
	return deal.Deal{ID: deal.DealID(id), Title: fmt.Sprint("D", id), Status: status, Counting: deal.Counted, Legs: []deal.Leg{leg}}
}

func stakesBook(companies int, deals ...deal.Deal) *deal.Book {
	book := deal.Book{Deals: deals}
	for i := range companies {
		book.Companies = append(book.Companies, deal.Company{ID: deal.CompanyID(i + 1), Name: string(rune('A' + i))})
	}
	return deal.NewBook(book)
}

func changed(t testing.TB, book *deal.Book, leg deal.LegID, changes ...deal.Change) *Comparison {
	t.Helper()
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	comparison, err := workbench.CompareChanges(context.Background(), leg, changes)
	if err != nil {
		t.Fatal(err)
	}
	return comparison
}

// A buys of D beside B, and C has 27% of it: what is looked through is what is held directly where nobody is in
// between, whatever the scenario does to the stake.
func TestLookThroughIsDilutedAsTheStakeIs(t *testing.T) {
	book := stakesBook(4,
		equity(1, 1, 4, deal.StatusInTalks, bn(10), bn(90), 0),
		equity(2, 2, 4, deal.StatusAnnounced, bn(20), bn(80), 0),
		equity(3, 3, 4, deal.StatusActive, bn(13), 0, 270_000))
	for _, test := range []struct {
		change  deal.Change
		a, b, c float64
	}{
		{deal.Change{Field: deal.ChangeAmount, Target: 1, Value: bn(10)}, 0.6 / 7, 1.6 / 7, 0.27 * 24 / 35},
		// 20 of 90 add 20/70 shares, 20 of 80 add 20/60: 34/21 in all.
		{deal.Change{Field: deal.ChangeAmount, Target: 1, Value: bn(20)}, 6.0 / 34, 7.0 / 34, 0.27 * 21 / 34},
		{deal.Change{Field: deal.ChangeValuation, Target: 1, Value: bn(20)}, 1 / (7.0 / 3), 1 / 7.0, 0.27 * 3 / 7},
		// The scenario sets what A has in the end; B and C share the rest as they do without A.
		{deal.Change{Field: deal.ChangeStake, Target: 1, Value: 50_000}, 0.05, 0.95 * 0.25, 0.95 * 0.27 * 0.75},
	} {
		got := changed(t, book, 1, test.change)
		for key, want := range map[string]float64{
			"ownership": test.a, "look_through": test.a, "owned_by_2": test.b, "owned_by_3": test.c,
		} {
			if row := rowOf(t, got, key); !row.ScenarioKnown || !near(row.Scenario, want) {
				t.Errorf("%s: %s is %v, want %v (%s)", Describe(book, test.change), key, row.Scenario, want, row.Note)
			}
		}
		if row := rowOf(t, got, "look_through"); !near(row.Base, rowOf(t, got, "ownership").Base) {
			t.Errorf("the base looks through to %v", row.Base)
		}
		// From B's side it is the same.
		if row := rowOf(t, changed(t, book, 2, test.change), "owned_by_1"); !near(row.Scenario, test.a) {
			t.Errorf("%s: A is left with %v, want %v", Describe(book, test.change), row.Scenario, test.a)
		}
	}
}

// What is set for a paid stake is before the money that is still to come, and the row says which it is.
func TestASetStakeSaysWhetherItIsBeforeTheMoney(t *testing.T) {
	set := deal.Change{Field: deal.ChangeStake, Target: 1, Value: 50_000}
	for _, test := range []struct {
		status deal.Status
		want   float64
		words  string
	}{
		{deal.StatusInTalks, 0.05, "after the money of every stake"},
		{deal.StatusCompleted, 0.05 * 0.75, "before the money of stakes not paid yet"},
	} {
		for _, valuation := range []int64{0, bn(90)} {
			got := changed(t, stakesBook(3, equity(1, 1, 3, test.status, bn(10), valuation, 0),
				equity(2, 2, 3, deal.StatusAnnounced, bn(20), bn(80), 0)), 1, set)
			// A paid stake of 10 of 90 had 1/9 of the shares: with 5% instead there are 8/9/0.95 of them.
			if row := rowOf(t, got, "ownership"); !near(row.Scenario, test.want) || !strings.Contains(row.Note, test.words) {
				t.Errorf("%s at %d: %v (%s), want %v", test.status, valuation, row.Scenario, row.Note, test.want)
			}
			if text := got.Words()[0].Text; strings.Contains(text, "(5% before the money") != (test.status == deal.StatusCompleted) {
				t.Error(text)
			}
		}
	}
}

// A owns half of B, which owns a tenth of C: A's tenth of C is fifteen hundredths of it in the end, and B's
// is half of its tenth.
func TestLookThroughGoesThroughOthers(t *testing.T) {
	book := stakesBook(3,
		equity(1, 1, 3, deal.StatusCompleted, bn(10), bn(100), 0),
		equity(2, 2, 3, deal.StatusCompleted, bn(1), 0, 100_000),
		equity(3, 1, 2, deal.StatusCompleted, bn(1), 0, 500_000))
	if row := rowOf(t, changed(t, book, 1), "look_through"); !near(row.Base, 0.15) {
		t.Errorf("%+v", row)
	}
	row := rowOf(t, changed(t, book, 2), "look_through")
	if !near(row.Base, 0.05) || !strings.Contains(row.Note, "others in it hold 50% of B itself") {
		t.Errorf("%+v", row)
	}
}

// Shares that sources state beyond the whole company are scaled down to it.
func TestNobodyHoldsMoreThanThereIs(t *testing.T) {
	book := stakesBook(4,
		equity(1, 1, 4, deal.StatusInTalks, bn(10), bn(100), 0),
		equity(2, 2, 4, deal.StatusCompleted, bn(1), 0, 900_000),
		equity(3, 3, 4, deal.StatusCompleted, bn(1), 0, 600_000))
	got := changed(t, book, 1)
	for key, want := range map[string]float64{"ownership": 0.1, "look_through": 0.1, "owned_by_2": 0.54, "owned_by_3": 0.36} {
		if row := rowOf(t, got, key); !near(row.Base, want) {
			t.Errorf("%s is %v, want %v", key, row.Base, want)
		}
	}
	if row := rowOf(t, got, "owned_by_2"); !strings.Contains(row.Note, "scaled down") {
		t.Errorf("%q", row.Note)
	}
}

// Whatever is bought, stated and set: the holdings of a company are never more than all of it, and what is looked
// through is at least what the stake buys, but for the part of the payer that others hold.
func TestLookThroughIsNeverBelowTheStake(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 5).Draw(t, "companies")
		var deals []deal.Deal
		for i := range rapid.IntRange(1, 6).Draw(t, "stakes") {
			payer, payee := rapid.IntRange(1, companies).Draw(t, "payer"), rapid.IntRange(1, companies-1).Draw(t, "payee")
			if payee >= payer {
				payee++
			}
			valuation, stated := int64(0), deal.Share(0)
			if rapid.Bool().Draw(t, "valued") {
				valuation = rapid.Int64Range(50, 200).Draw(t, "valuation")
			}
			if rapid.Bool().Draw(t, "stated") {
				stated = deal.Share(rapid.Int64Range(1, 900_000).Draw(t, "share"))
			}
			one := equity(int64(i+1), deal.CompanyID(payer), deal.CompanyID(payee),
				rapid.SampledFrom(deal.Statuses).Draw(t, "status"), rapid.Int64Range(0, 60).Draw(t, "cents"), valuation, stated)
			one.Legs[0].ValuationMoney = rapid.SampledFrom(deal.Timings).Draw(t, "timing")
			deals = append(deals, one)
		}
		book := stakesBook(companies, deals...)
		var changes []deal.Change
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			change := deal.Change{Target: rapid.Int64Range(1, int64(len(deals))).Draw(t, "target")}
			switch rapid.IntRange(0, 2).Draw(t, "field") {
			case 0:
				change.Field, change.Value = deal.ChangeStake, rapid.Int64Range(0, 900_000).Draw(t, "set")
			case 1:
				change.Field, change.Value = deal.ChangeAmount, rapid.Int64Range(0, 60).Draw(t, "moved")
			default:
				change.Field, change.Value = deal.ChangeValuation, rapid.Int64Range(0, 200).Draw(t, "valued")
			}
			changes = append(changes, change)
		}
		workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		c, err := workbench.CompareChanges(context.Background(), 1, changes)
		if err != nil {
			t.Fatal(err)
		}
		leg, _, _ := book.Leg(1)
		base := newSide(state{book, network.View{}, c.BaseNetwork, c.Base}, StakeOf(book, 1), leg)
		for _, side := range []*side{base, newSide(state{c.ScenarioBook, network.View{}, c.ScenarioNetwork, c.Scenario}, c.Stake, leg)} {
			bought, through := side.ownership(base), side.lookThrough(base)
			if side.dilution(base).problem != "" || !bought.known {
				continue
			}
			total, own := 0.0, 0.0
			for _, held := range side.holdings(base, side.dilution(base)) {
				if held.Share < 0 || math.IsNaN(held.Share) {
					t.Fatalf("%+v", held)
				}
				total += held.Share
			}
			if total > 1+1e-9 {
				t.Fatalf("%v of %s is held: %+v", total, book.CompanyName(leg.Payee), side.holdings(base, side.dilution(base)))
			}
			if !through.known {
				continue
			}
			own = network.LookThrough(len(side.network.Companies), side.everyHolding(base)).Outside[side.payer]
			if through.number < bought.number*own-1e-9 || through.number > 1+1e-9 {
				t.Fatalf("it buys %v and holds %v, of a payer that is %v its own", bought.number, through.number, own)
			}
		}
	})
}
