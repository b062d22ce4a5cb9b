package whatif

import (
	"context"
	"math"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func TestRowsAboutTheStake(t *testing.T) {
	workbench, base := sampleWorkbench(t)
	type want struct {
		base, scenario float64 // NaN: not known
	}
	nan := math.NaN()
	for _, test := range []struct {
		name   string
		change func(*Stake)
		want   map[string]want
	}{
		{"as it is", func(*Stake) {}, map[string]want{
			"ownership":   {0.02, 0.02},
			"owned_by_3":  {0.27 * 0.98, 0.27 * 0.98},
			"stake":       {10e11, 10e11},
			"back_direct": {10e11, 10e11}, "back_per_year": {nan, nan}, "left_in": {0, 0}, "effective_price": {nan, nan},
			"own_revenue": {10.0 / 48, 10.0 / 48},
		}},
		{"25 at 600 pre-money", func(s *Stake) { s.Cents, s.Valuation, s.Timing = bn(25), bn(600), deal.TimingPreMoney }, map[string]want{
			"ownership":  {0.02, 0.04},
			"owned_by_3": {0.27 * 0.98, 0.27 * 0.96},
			"post_money": {500e11, 625e11},
		}},
		{"above the post-money valuation", func(s *Stake) { s.Cents, s.Timing = bn(600), deal.TimingPostMoney }, map[string]want{
			"ownership": {0.02, nan}, "owned_by_3": {0.27 * 0.98, nan},
		}},
		{"20, 80% of it back over five years at 35%", func(s *Stake) {
			s.Cents, s.SpentBack, s.Months, s.Margin, s.AssumeMargin = bn(20), 800_000, 60, 350_000, true
		}, map[string]want{
			"stake":           {10e11, 20e11},
			"back_direct":     {10e11, 16e11},
			"back_per_year":   {nan, 3.2e11},
			"left_in":         {0, 4e11},
			"effective_price": {nan, 14.4e11},
			"own_revenue":     {10.0 / 48, 16.0 / 54},
			"circular_money":  {46e11, 66e11}, // all 20 now find a way back, as they did before
		}},
		{"all of 50 back", func(s *Stake) { s.Cents, s.Assume = bn(50), true }, map[string]want{
			"circular_money": {46e11, 126e11}, // 2 x 50 and Microsoft's 26: 38 + 50 carry it
			"gross":          {741.75e11, 831.75e11},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			stake := base
			test.change(&stake)
			got := compare(t, workbench, stake)
			for key, want := range test.want {
				row := rowOf(t, got, key)
				if row.BaseKnown == math.IsNaN(want.base) || row.ScenarioKnown == math.IsNaN(want.scenario) {
					t.Errorf("%s: known %v, %v (%s)", key, row.BaseKnown, row.ScenarioKnown, row.Note)
					continue
				}
				if row.BaseKnown && !near(row.Base, want.base) || row.ScenarioKnown && !near(row.Scenario, want.scenario) {
					t.Errorf("%s: %v, %v; want %v, %v", key, row.Base, row.Scenario, want.base, want.scenario)
				}
				if !row.ScenarioKnown && row.Note == "" {
					t.Errorf("%s is not known and does not say why", key)
				}
			}
		})
	}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(b)) }

func TestAPaidStakeHasDilutedAlready(t *testing.T) {
	parts := *sampleBook()
	parts.Deals[0].Status = deal.StatusCompleted
	book := deal.NewBook(parts)
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stake := StakeOf(book, amazonStake)
	stake.Cents = bn(25)
	row := rowOf(t, compare(t, workbench, stake), "owned_by_3")
	if !near(row.Base, 0.27) || !near(row.Scenario, 0.27/0.98*0.95) {
		t.Errorf("Microsoft is left with %v, then %v", row.Base, row.Scenario)
	}
}

func TestAStatedPercentageIsThePrice(t *testing.T) {
	book := sampleBook()
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stake := StakeOf(book, microsoftStake)
	stake.Cents = bn(26)
	// $13bn for 27% is $48.1bn after the money and $35.1bn before it.
	before := 13/0.27 - 13
	if row := rowOf(t, compare(t, workbench, stake), "ownership"); !near(row.Base, 0.27*0.98) || !near(row.Scenario, 26/(before+26)*0.98) {
		t.Errorf("with Amazon's stake of 2%% to come: %v, then %v", row.Base, row.Scenario)
	}
}

func TestRowsOfTheNetworkAreItsMeasures(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	stake.Cents = bn(38)
	got := compare(t, workbench, stake)
	flow := flowOf(got.ScenarioNetwork, amazonStake)
	for key, want := range map[string]float64{
		"back_share":         got.Scenario.ReturnShare[flow],
		"back_network":       got.Scenario.ReturnShare[flow] * 38e11,
		"finn":               got.Scenario.Finn,
		"multiplier":         got.Scenario.Multiplier,
		"bff_volume":         got.Scenario.BFF.Volume,
		"supplier_hhi_payee": got.Scenario.SupplierHHI[1],
		"loops":              3,
	} {
		if row := rowOf(t, got, key); !near(row.Scenario, want) {
			t.Errorf("%s: %v, want %v", key, row.Scenario, want)
		}
	}
	keys := map[string]bool{}
	for _, row := range got.Rows {
		if keys[row.Key] || row.Name == "" || row.Group == "" {
			t.Errorf("row %q comes twice or has no name: %+v", row.Key, row)
		}
		keys[row.Key] = true
		t.Logf("%-45s %12s %12s %12s  %s", row.Name, row.BaseText(deal.USD), row.ScenarioText(deal.USD), row.DifferenceText(deal.USD), row.Note)
	}
}

func TestNothingHasChangedWithoutChanges(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	got := compare(t, workbench, stake)
	if len(got.Changes) != 0 || len(got.Loops.Gained) != 0 || len(got.Loops.Lost) != 0 {
		t.Errorf("changes %v, loops %+v", got.Changes, got.Loops)
	}
	for _, row := range got.Rows {
		if row.Base != row.Scenario || row.BaseKnown != row.ScenarioKnown {
			t.Errorf("%s: %v, %v", row.Key, row.Base, row.Scenario)
		}
	}
}

func TestLoopsGainedAndLost(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	stake.Cents = 0
	got := compare(t, workbench, stake)
	if len(got.Loops.Lost) != 1 || len(got.Loops.Gained) != 0 || got.Loops.Partial {
		t.Fatalf("%+v", got.Loops)
	}
	lost := got.Loops.Lost[0]
	if len(lost.Path) != 2 || lost.Path[0] != 0 || lost.Path[1] != 1 || lost.Money != bn(10) ||
		got.BaseNetwork.Flows[lost.Smallest].Money != bn(10) || lost.Category != network.CategoryVendorFinancing {
		t.Errorf("%+v", lost)
	}
	got = compare(t, workbench, StakeOf(sampleBook(), amazonStake), deal.Change{
		Field: deal.ChangeSpentBack, Target: int64(nvidiaStake), Value: 1})
	if len(got.Loops.Gained) != 1 || len(got.Loops.Lost) != 0 {
		t.Fatalf("%+v", got.Loops)
	}
	if gained := got.Loops.Gained[0]; gained.Path[0] != 1 || gained.Path[1] != 3 || gained.Money != 10_000_000 {
		t.Errorf("%+v", gained)
	}
}

func TestRowsHaveRangesWhenAskedFor(t *testing.T) {
	book := sampleBook()
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	row := rowOf(t, compare(t, workbench, StakeOf(book, amazonStake)), "circular_share")
	if !row.HasRange || row.BaseRange.Low > row.Base || row.BaseRange.High < row.Base || row.BaseRange.High <= row.BaseRange.Low {
		t.Errorf("%+v", row)
	}
	if row := rowOf(t, compare(t, workbench, StakeOf(book, amazonStake)), "gross"); !row.HasRange || row.BaseRange.Low != float64(bn(731.75)) {
		t.Errorf("%+v", row)
	}
	workbench, stake := sampleWorkbench(t)
	without := compare(t, workbench, stake)
	with, err := workbench.WithRanges(context.Background(), without)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range with.Rows {
		if without.Rows[i].HasRange || row.Base != without.Rows[i].Base || row.Scenario != without.Rows[i].Scenario {
			t.Errorf("%+v", row)
		}
		if row.HasRange && row.Known() && (row.ScenarioRange.Low > row.Scenario+1e-9 || row.ScenarioRange.High < row.Scenario-1e-9) {
			t.Errorf("%s: %v is outside %+v", row.Key, row.Scenario, row.ScenarioRange)
		}
	}
	if row := rowOf(t, with, "circular_share"); !row.HasRange {
		t.Errorf("%+v", row)
	}
}

func TestAStakeThatFallsAwayIsNothing(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	for _, change := range []deal.Change{
		{Field: deal.ChangeStatus, Target: 1, Text: string(deal.StatusCancelled)},
		{Field: deal.ChangeFails, Target: int64(openAI), Value: 1},
		{Field: deal.ChangeFails, Target: int64(amazon), Value: 1},
	} {
		got := compare(t, workbench, stake, change)
		for key, want := range map[string]float64{"stake": 0, "ownership": 0, "back_direct": 0, "owned_by_3": 0.27} {
			// Of a company that fails nobody knows what a part of it is.
			known := change.Target != int64(openAI) || change.Field != deal.ChangeFails || key == "stake" || key == "back_direct"
			if row := rowOf(t, got, key); row.ScenarioKnown != known || known && !near(row.Scenario, want) {
				t.Errorf("%s: %s: %v (%s)", Describe(workbench.book, change), key, row.Scenario, row.Note)
			}
		}
		if words := got.Words(); len(words) != 3 {
			t.Errorf("%v", words)
		}
	}
}
