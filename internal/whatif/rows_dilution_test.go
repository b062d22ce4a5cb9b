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

// Two stakes in one company are issued at once and dilute one another and the stated holder.
func TestStakesDiluteOneAnother(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	stake.Cents, stake.Valuation, stake.Timing = bn(50), bn(500), deal.TimingPreMoney
	got := compare(t, workbench, stake,
		deal.Change{Field: deal.ChangeValuation, Target: int64(nvidiaStake), Value: bn(400)},
		deal.Change{Field: deal.ChangeTiming, Target: int64(nvidiaStake), Text: string(deal.TimingPreMoney)})
	// One old share; Amazon adds 50/500 = 0.1, Nvidia 100/400 = 0.25: 1.35 in all.
	for key, want := range map[string]float64{"ownership": 0.1 / 1.35, "owned_by_3": 0.27 / 1.35, "owned_by_4": 0.25 / 1.35} {
		row := rowOf(t, got, key)
		if !row.ScenarioKnown || !near(row.Scenario, want) {
			t.Errorf("%s is %v, want %v (%+v)", key, row.Scenario, want, row)
		}
	}
	row := rowOf(t, got, "owned_by_3")
	if !near(row.Base, 0.27*0.98) || !strings.Contains(row.Note, "together with the stake of Nvidia ($100bn)") {
		t.Errorf("%+v", row)
	}
	if row := rowOf(t, compare(t, workbench, stake), "owned_by_3"); !strings.Contains(row.Note, "the stake of Nvidia has no known price") {
		t.Errorf("a stake without a price is not named: %q", row.Note)
	}
}

// A stated percentage that the scenario states otherwise is the holder's before the stake.
func TestAStatedStakeThatIsMoved(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	got := compare(t, workbench, stake, deal.Change{Field: deal.ChangeStake, Target: int64(microsoftStake), Value: 400_000})
	if row := rowOf(t, got, "owned_by_3"); !near(row.Base, 0.27*0.98) || !near(row.Scenario, 0.4*0.98) {
		t.Errorf("%+v", row)
	}
	// $13bn bought 27%: $26bn at the same price buy 26/(13/0.27-13+26), and then Amazon dilutes that.
	got = compare(t, workbench, stake, deal.Change{Field: deal.ChangeAmount, Target: int64(microsoftStake), Value: bn(26)})
	if row, want := rowOf(t, got, "owned_by_3"), 26/(13/0.27-13+26)*0.98; !near(row.Scenario, want) {
		t.Errorf("%v, want %v", row.Scenario, want)
	}
	if row := rowOf(t, got, "ownership"); !near(row.Scenario, 0.02) {
		t.Errorf("Amazon buys %v at a price of the whole company", row.Scenario)
	}
}

// Whatever is bought at whatever price: nobody owns less than nothing, all parts together are at most one, and
// exchanging the stake in question with another one changes nobody's part.
func TestDilutionAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := *sampleBook()
		amount := func(name string) int64 { return rapid.Int64Range(1, bn(90)).Draw(t, name) }
		valuation := func(name string) int64 { return rapid.Int64Range(bn(100), bn(900)).Draw(t, name) }
		timing := func(name string) deal.Timing { return rapid.SampledFrom(deal.Timings).Draw(t, name) }
		amazons, nvidias := amount("amazon"), amount("nvidia")
		changes := []deal.Change{
			{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: amazons},
			{Field: deal.ChangeValuation, Target: int64(amazonStake), Value: valuation("of amazon")},
			{Field: deal.ChangeTiming, Target: int64(amazonStake), Text: string(timing("when amazon"))},
			{Field: deal.ChangeAmount, Target: int64(nvidiaStake), Value: nvidias},
			{Field: deal.ChangeValuation, Target: int64(nvidiaStake), Value: valuation("of nvidia")},
			{Field: deal.ChangeTiming, Target: int64(nvidiaStake), Text: string(timing("when nvidia"))},
		}
		workbench, err := NewWorkbench(context.Background(), deal.NewBook(parts), network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		number := func(leg deal.LegID, key string) float64 {
			c, err := workbench.CompareChanges(context.Background(), leg, changes)
			if err != nil {
				t.Fatal(err)
			}
			row, ok := c.Row(key)
			if !ok || !row.ScenarioKnown {
				t.Fatalf("%s is not known: %+v", key, row)
			}
			return row.Scenario
		}
		amazon, nvidia, microsoft := number(amazonStake, "ownership"), number(nvidiaStake, "ownership"), number(amazonStake, "owned_by_3")
		if amazon < 0 || nvidia < 0 || microsoft <= 0 || amazon+nvidia+microsoft > 1+1e-9 {
			t.Fatalf("%v, %v, %v", amazon, nvidia, microsoft)
		}
		for _, pair := range [][2]float64{
			{amazon, number(nvidiaStake, "owned_by_1")}, {nvidia, number(amazonStake, "owned_by_4")}, {microsoft, number(nvidiaStake, "owned_by_3")},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-12 {
				t.Fatalf("%v from one side, %v from the other", pair[0], pair[1])
			}
		}
		// What is left of the old shares pays for all that is new.
		if rest := microsoft / 0.27; math.Abs(rest+amazon+nvidia-1) > 1e-9 {
			t.Fatalf("%v of the old shares and %v new", rest, amazon+nvidia)
		}
	})
}
