package whatif

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Every part lies between its ends, whatever of their ranges the stakes turn out to be, and reaches them at corners.
// Each case is a document of its own with single numbers, so that nothing of the ends is used to check them.
func TestPartsLieBetweenTheirEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		statuses := []deal.Status{deal.StatusSigned, deal.StatusInTalks, deal.StatusCompleted}
		var stakes []deal.Deal
		var changes []deal.Change // an amount above every range, so that it is moved whatever the document says
		if rapid.Bool().Draw(t, "moved") {
			changes = []deal.Change{{Field: deal.ChangeAmount, Target: 1, Value: rapid.Int64Range(bn(41), bn(60)).Draw(t, "to")}}
		}
		smallest := int64(len(changes)) * bn(20) // with it no end that is moved lies above the valuation
		for i := range rapid.IntRange(1, 2).Draw(t, "stakes") {
			status := rapid.SampledFrom(statuses).Draw(t, "status")
			stake := equity(int64(i+1), deal.CompanyID(i+2), 1, status, 0, 0, 0)
			leg := &stake.Legs[0]
			low, least := rapid.Int64Range(smallest, bn(20)).Draw(t, "low"), rapid.Int64Range(bn(100), bn(200)).Draw(t, "least")
			leg.Figure = deal.Between(low, low+rapid.Int64Range(0, bn(20)).Draw(t, "more"))
			leg.Valuation = deal.Between(least, least+rapid.Int64Range(0, bn(100)).Draw(t, "dearer"))
			leg.ValuationMoney = rapid.SampledFrom(deal.Timings).Draw(t, "timing")
			stakes = append(stakes, stake)
		}
		stakes = append(stakes, equity(9, 6, 1, deal.StatusCompleted, bn(5), 0, 200_000))
		measured := func(at [][2]int64) *Comparison {
			deals := make([]deal.Deal, len(stakes))
			for i := range stakes {
				deals[i] = stakes[i]
				deals[i].Legs = append([]deal.Leg(nil), stakes[i].Legs...)
				if at != nil && i < len(at) {
					deals[i].Legs[0].Figure, deals[i].Legs[0].Valuation = deal.Exactly(at[i][0]), deal.Exactly(at[i][1])
				}
			}
			w, err := NewWorkbench(context.Background(), stakesBook(6, deals...), network.View{}, network.Options{Ranges: at == nil})
			if err != nil {
				t.Fatal(err)
			}
			tried := changes
			if figure := stakes[0].Legs[0].Figure; at != nil && len(changes) > 0 && figure.Best != 0 {
				tried = slices.Clone(changes) // the range keeps its proportion to the amount that is set
				tried[0].Value, _ = deal.MulDiv(at[0][0], changes[0].Value, figure.Best)
			}
			c, err := w.CompareChanges(context.Background(), 1, tried)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		ranged := measured(nil)
		uncertain := stakes[:len(stakes)-1]
		corners := make([]*Comparison, 1<<(2*len(uncertain)))
		for corner := range corners {
			at := make([][2]int64, len(uncertain))
			for i := range at {
				figure, valuation := uncertain[i].Legs[0].Figure, uncertain[i].Legs[0].Valuation
				at[i] = [2]int64{figure.Low, valuation.Low}
				if corner>>(2*i)&1 != 0 {
					at[i][0] = figure.High
				}
				if corner>>(2*i)&2 != 0 {
					at[i][1] = valuation.High
				}
			}
			corners[corner] = measured(at)
		}
		within := make([][2]int64, len(uncertain))
		for i := range within {
			figure, valuation := uncertain[i].Legs[0].Figure, uncertain[i].Legs[0].Valuation
			within[i] = [2]int64{rapid.Int64Range(figure.Low, figure.High).Draw(t, "amount"), rapid.Int64Range(valuation.Low, valuation.High).Draw(t, "worth")}
		}
		inside := measured(within)
		for _, key := range []string{"ownership", "owned_by_3", "owned_by_4", "owned_by_6"} {
			row, ok := ranged.Row(key)
			if !ok || row.ScenarioBound == About && !row.HasRange { // no stake, or its part is estimated by what was paid
				continue
			}
			least, most := math.Inf(1), math.Inf(-1)
			for _, corner := range corners {
				number, _ := corner.Row(key) // a stake of nothing is no holder
				least, most = min(least, number.Scenario), max(most, number.Scenario)
			}
			ends := row.ScenarioRange
			if math.Abs(ends.Low-least) > 1e-7 || math.Abs(ends.High-most) > 1e-7 {
				t.Fatalf("%s from %v to %v, by its corners from %v to %v", key, ends.Low, ends.High, least, most)
			}
			if number, found := inside.Row(key); found && (number.Scenario < ends.Low-1e-7 || number.Scenario > ends.High+1e-7) {
				t.Fatalf("%s is %v at %v, outside %v to %v", key, number.Scenario, within, ends.Low, ends.High)
			}
		}
	})
}

// By hand: A has up to $10bn of it at a post-money $100bn, B $4bn to $8bn at $100bn, C $5bn to $15bn at a pre-money
// $80bn.
func TestEndsByHand(t *testing.T) {
	a, b := equity(1, 2, 1, deal.StatusInTalks, 0, bn(100), 0), equity(2, 3, 1, deal.StatusSigned, 0, bn(100), 0)
	c := equity(3, 4, 1, deal.StatusSigned, 0, bn(80), 0)
	a.Legs[0].Figure, b.Legs[0].Figure, c.Legs[0].Figure = deal.UpTo(bn(10)), deal.Between(bn(4), bn(8)), deal.Between(bn(5), bn(15))
	c.Legs[0].ValuationMoney = deal.TimingPreMoney
	w, err := NewWorkbench(context.Background(), stakesBook(4, a, b, c), network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	got := compare(t, w, StakeOf(w.book, 1))
	as, bLow, bHigh := 1.0/9, 4.0/96, 8.0/92
	for key, want := range map[string][2]float64{
		"ownership":  {0, as / (1 + as + bLow + 5.0/80)},
		"owned_by_3": {bLow / (1 + as + bLow + 15.0/80), bHigh / (1 + bHigh + 5.0/80)},
		"owned_by_4": {5.0 / 80 / (1 + as + bHigh + 5.0/80), 15.0 / 80 / (1 + bLow + 15.0/80)},
	} {
		row := rowOf(t, got, key)
		if !row.HasRange || !near(row.ScenarioRange.Low, want[0]) || !near(row.ScenarioRange.High, want[1]) || row.ScenarioBound != About {
			t.Errorf("%s: want %v: %+v", key, want, row)
		}
	}
}

// A has paid at least 13 for a part of B at 192, of which C holds 27% as stated. A pays 3 instead, which may be any 3/13
// of what it paid. By hand: C is left with 0.27 · (192 - 3k)/(192 - 13k) until 13k is 73% of 192, and with 1 - 3k/192 from there
// until A has bought all of B with 13k.
func TestAPaidFloorThatIsMovedReachesWhatLiesBetweenItsEnds(t *testing.T) {
	for _, test := range []struct {
		was       deal.Figure
		set       int64
		low, high float64
	}{
		{deal.AtLeast(bn(13)), bn(3), 0.27 * 189 / 179, 1 - 3*0.73/13},
		{deal.Between(bn(13), bn(169)), bn(21), 0.27 * (192 - 3) / (192 - 13), 1 - 3*0.73/13}, // of 91 in the middle
		{deal.Between(bn(13), bn(117)), bn(15), 0.27 * (192 - 3) / (192 - 13), 0.27 * (192 - 27) / (192 - 117)},
	} {
		paid := equity(1, 1, 2, deal.StatusActive, 0, bn(192), 0)
		paid.Legs[0].Figure, paid.Legs[0].ValuationMoney = test.was, deal.TimingPostMoney
		book := stakesBook(3, paid, equity(2, 3, 2, deal.StatusCompleted, 0, 0, 270_000))
		workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
		if err != nil {
			t.Fatal(err)
		}
		compared, err := workbench.CompareChanges(context.Background(), 1, []deal.Change{{Field: deal.ChangeAmount, Target: 1, Value: test.set}})
		if err != nil {
			t.Fatal(err)
		}
		row := rowOf(t, compared, "owned_by_3")
		if math.Abs(row.ScenarioRange.Low-test.low) > 1e-7 || math.Abs(row.ScenarioRange.High-test.high) > 1e-7 || !row.HasRange {
			t.Errorf("%+v: %+v in %+v, want %v to %v", test.was, row.Scenario, row.ScenarioRange, test.low, test.high)
		}
		if test.was.HighOpen() {
			bought := rowOf(t, compared, "ownership")
			if !near(bought.ScenarioRange.Low, 3.0/192) || math.Abs(bought.ScenarioRange.High-3.0/13) > 1e-7 {
				t.Errorf("A buys %+v", bought.ScenarioRange)
			}
		}
	}
}
