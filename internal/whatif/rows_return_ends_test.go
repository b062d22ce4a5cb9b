package whatif

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// What comes back of Amazon's stake says that the stake is a ceiling, before and after the ranges of the network are there.
func TestWhatComesBackSaysHowSureItIs(t *testing.T) {
	book := sampleBook()
	for _, ranges := range []bool{false, true} {
		workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: ranges})
		if err != nil {
			t.Fatal(err)
		}
		stake := StakeOf(book, amazonStake)
		stake.Cents = bn(20)
		got := compare(t, workbench, stake)
		for key, want := range map[string]string{
			"stake": "≤$10bn ≤$20bn $0 to $20bn", "back_direct": "≤$10bn ≤$20bn $0 to $20bn", "left_in": "≥$0 ≥$0 $0 to $20bn",
			"own_revenue": "≤20.83% ≤34.48% 0% to 34.48%", "gross": "~$741.75bn ~$751.75bn $731.75bn or more",
		} {
			row := rowOf(t, got, key)
			if !ranges {
				row.HasRange = false
			}
			text := row.BaseText(deal.USD) + " " + row.ScenarioText(deal.USD) + " "
			if ranges {
				text += row.RangeText(row.ScenarioRange, deal.USD)
			} else {
				want = want[:min(len(want), len(text))]
			}
			if text != want {
				t.Errorf("ranges %v: %s is %q, want %q", ranges, key, text, want)
			}
		}
		for _, row := range got.Rows {
			if row.Group == GroupNetwork && row.ScenarioKnown && row.ScenarioBound == Exactly {
				t.Errorf("ranges %v: %s is %s, as if every leg were disclosed", ranges, row.Key, row.ScenarioText(deal.USD))
			}
		}
	}
}

// Wherever the amounts lie between their ends, what comes back lies between the ends of its row.
func TestWhatComesBackStaysBetweenItsEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		figure := func(name string) deal.Figure {
			low := bn(float64(rapid.IntRange(0, 20).Draw(t, name)))
			high := low + bn(float64(rapid.IntRange(0, 20).Draw(t, name+" on top")))
			switch rapid.IntRange(0, 4).Draw(t, name+" said") {
			case 0:
				return deal.UpTo(high)
			case 1:
				return deal.AtLeast(low)
			case 2:
				return deal.Between(low, high)
			case 3:
				return deal.Undisclosed()
			}
			return deal.Exactly(low)
		}
		stake, other, back, beside := equity(1, 1, 2, deal.StatusSigned, 0, 0, 0), equity(2, 1, 2, deal.StatusSigned, 0, 0, 0),
			contract(3, 2, 1, 0), contract(4, 2, 1, 0)
		stake.Legs[0].Figure, other.Legs[0].Figure, back.Legs[0].Figure, beside.Legs[0].Figure = figure("stake"), figure("other"), figure("back"), figure("beside")
		if !stake.Legs[0].Figure.Known() {
			stake.Legs[0].Figure = deal.Exactly(bn(10))
		}
		for _, d := range []*deal.Deal{&stake, &other} {
			d.Legs[0].ConditionalOn = 3
			d.Legs[0].Covers = deal.Share(rapid.IntRange(1, 4).Draw(t, "covers")) * 250_000
		}
		extra := []deal.Change{{Field: deal.ChangeTerm, Target: 3, Value: 60}, {Field: deal.ChangeMargin, Target: 1, Value: 600_000}}
		rowsOf := func(deals ...deal.Deal) *Comparison {
			book := stakesBook(2, deals...)
			workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got, err := workbench.CompareChanges(context.Background(), 1, extra)
			if err != nil {
				t.Fatal(err)
			}
			return workbench.Ranged(got, got.Base, got.Scenario)
		}
		all := rowsOf(stake, other, back, beside)
		at := func(d deal.Deal) deal.Deal {
			leg := d.Legs[0]
			f := leg.Figure
			high := f.High
			if !f.Known() || f.HighOpen() {
				high = f.Low + bn(100)
			}
			leg.Figure = deal.Exactly(f.Low + (high-f.Low)/1000*rapid.Int64Range(0, 1000).Draw(t, fmt.Sprint("amount of ", d.ID)))
			d.Legs = []deal.Leg{leg}
			return d
		}
		one := rowsOf(at(stake), at(other), at(back), at(beside))
		for _, key := range []string{"stake", "back_direct", "back_per_year", "left_in", "own_revenue", "effective_price"} {
			within, _ := all.Row(key)
			row, _ := one.Row(key)
			slack := 1e-9 + 2*max(1, row.Scenario*1e-12)
			if row.Unit == UnitShare {
				slack = 1e-9
			}
			if !row.ScenarioKnown || !within.ScenarioKnown {
				continue
			}
			above, below := row.Scenario-within.Scenario > slack, within.Scenario-row.Scenario > slack
			if bound := within.ScenarioBound; above && bound == AtMost || below && bound == AtLeast || (above || below) && bound == Exactly {
				t.Fatalf("%s is %v, and %s%v is said", key, row.Scenario, bound, within.Scenario)
			}
			if !row.Known() || !within.Known() {
				continue
			}
			if row.Scenario < within.ScenarioRange.Low-slack || row.Scenario > within.ScenarioRange.High+slack || !within.HasRange {
				t.Fatalf("%s is %v, outside %+v", key, row.Scenario, within.ScenarioRange)
			}
		}
	})
}
