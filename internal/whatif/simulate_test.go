package whatif

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// chipsAndStake is an experiment in which Oracle's chips are anything up to 300 and the stake is a matter of luck.
func chipsAndStake(samples int) Experiment {
	return Experiment{
		Spans: []Span{
			{Input: Input{Field: deal.ChangeAmount, Target: int64(oracleChips)}, High: bn(300)},
			{Input: Input{Field: deal.ChangeAmount, Target: int64(coreWeaveCloud)}, Low: bn(20), High: bn(25)},
		},
		Chances: map[deal.Status]deal.Share{deal.StatusInTalks: 250_000},
		Keys:    []string{"circular_money", "gross"}, Samples: samples, Seed: 7,
	}
}

func TestASimulationIsTheSameTwice(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	told := 0
	first, err := study.simulate(context.Background(), chipsAndStake(500), func(done, _ int) { told = max(told, done) }, nil)
	if err != nil {
		t.Fatal(err)
	}
	second, err := study.simulate(context.Background(), chipsAndStake(500), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(first.Numbers, second.Numbers) || !reflect.DeepEqual(first.Drawn, second.Drawn) {
		t.Error("the same seed gave two answers")
	}
	if told != 500 {
		t.Errorf("told of %d samples", told)
	}
	// Every sample is what a comparison of the same changes gives.
	for i := 0; i < 500; i += 97 {
		changes := []deal.Change{
			first.Spans[0].Input.At(first.Drawn[i][0]), first.Spans[1].Input.At(first.Drawn[i][1]),
		}
		if !first.Made[i][0] {
			changes = append(changes, deal.Change{Field: deal.ChangeStatus, Target: 1, Text: "cancelled"})
		}
		got, err := workbench.CompareChanges(context.Background(), stake.Leg, changes)
		if err != nil {
			t.Fatal(err)
		}
		if float64(got.Scenario.Circulation) != first.Numbers[i][0] || float64(got.Scenario.Gross) != first.Numbers[i][1] {
			t.Errorf("sample %d is %v, a comparison gives %d, %d", i, first.Numbers[i], got.Scenario.Circulation, got.Scenario.Gross)
		}
	}
}

func TestWhatASimulationDraws(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	got, err := workbench.Study(stake.Leg, nil).simulate(context.Background(), chipsAndStake(20_000), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	chips, cloud, made := 0.0, 0.0, 0
	for i := range got.Drawn {
		chips += float64(got.Drawn[i][0]) / billion / 20_000
		cloud += float64(got.Drawn[i][1]) / billion / 20_000
		if got.Made[i][0] {
			made++
		}
	}
	// Evenly up to 300: 150 on average. A triangle from 20 to 25 with its peak at 22.75: a third of their sum.
	if math.Abs(chips-150) > 2 || math.Abs(cloud-(20+25+22.75)/3) > 0.05 || math.Abs(float64(made)/20_000-0.25) > 0.02 {
		t.Errorf("means %v, %v; came about %d of 20,000", chips, cloud, made)
	}
	percentiles, err := got.Percentiles("circular_money", 0, 0.5, 1)
	if err != nil {
		t.Fatal(err)
	}
	// 26 go round without stake and chips, 20 more with the stake, 3 x 100 more once the chips are 100 or above.
	if percentiles[0] < 26e11 || percentiles[1] < 326e11 || percentiles[2] != 346e11 {
		t.Errorf("percentiles %v", percentiles)
	}
	histogram, err := got.Histogram("circular_money", 10)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, count := range histogram.Counts {
		sum += count
	}
	if sum != 20_000 || len(histogram.Edges) != 11 {
		t.Errorf("%+v", histogram)
	}
	hit, drivers, err := got.Drivers("circular_money", 340e11)
	if err != nil {
		t.Fatal(err)
	}
	// The deal comes about in 1 of 4 and the chips suffice in 2 of 3: a hit without the deal is none, so that by hand the
	// deal's correlation with hitting is (1/6 · 3/4) / √(1/4 · 3/4 · 1/6 · 5/6).
	if len(drivers) != 2 {
		t.Fatalf("the cloud has to do with it by no more than chance: %+v", drivers)
	}
	luck, chipsDrive := drivers[0], drivers[1]
	// With chips above their median of 150 all samples with the deal hit, with fewer 1 in 3 of them.
	near := func(got, want, off float64) bool { return math.Abs(got-want) < off }
	if !near(hit, 0.25*2/3, 0.02) || chipsDrive.Input.Target != int64(oracleChips) || !near(chipsDrive.From, float64(bn(150)), float64(bn(3))) ||
		!near(chipsDrive.More.Hit, 0.25, 0.02) || !near(chipsDrive.Less.Hit, 0.25/3, 0.02) || chipsDrive.Correlation < 0.5 {
		t.Errorf("hit %v, %+v", hit, chipsDrive)
	}
	if luck.Input.Name(workbench.book) != "Amazon's stake in OpenAI, status" || luck.Span != nil || !near(luck.More.Hit, 2.0/3, 0.02) ||
		luck.Less.Hit != 0 || !near(luck.Deciding, 0.7746, 0.02) {
		t.Errorf("the deal that is left to chance: %+v", luck)
	}
	if _, drivers, err = got.Drivers("circular_money", math.Inf(1)); err != nil || drivers[0].Input.Target != int64(oracleChips) || drivers[0].Turns {
		t.Errorf("without a target the chips drive most: %+v, %v", drivers, err)
	}
}

func TestSamplesAsCSV(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	experiment := chipsAndStake(3)
	experiment.Keys = append(experiment.Keys, "effective_price")
	got, err := workbench.Study(stake.Leg, nil).simulate(context.Background(), experiment, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := got.writeCSV(&text, workbench.book, ""); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&text).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"sample", "Oracle → Nvidia chips (USD)", "OpenAI → CoreWeave cloud (USD)", "Amazon's stake in OpenAI", "circular_money (USD)", "gross (USD)", "effective_price (USD)"}
	if len(records) != 4 || !slices.Equal(records[0], want) || records[1][6] != "" {
		t.Errorf("%v", records)
	}
}

func TestWhatIsShownOfASimulationIsItsBeginning(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	var shown []*Simulation
	whole, err := study.simulate(context.Background(), chipsAndStake(1_000), nil, func(soFar *Simulation) { shown = append(shown, soFar) })
	if err != nil {
		t.Fatal(err)
	}
	if len(shown) == 0 || whole.Samples != 1_000 {
		t.Errorf("%d parts of %d samples are shown", len(shown), whole.Samples)
	}
	for _, part := range shown {
		if part.Samples != len(part.Numbers) || !reflect.DeepEqual(part, whole.first(part.Samples)) {
			t.Errorf("the first %d samples are others", part.Samples)
		}
	}
	fewer, err := study.simulate(context.Background(), chipsAndStake(70), nil, nil)
	if err != nil || !reflect.DeepEqual(fewer, whole.first(70)) {
		t.Errorf("70 samples are not the first ones of 1,000: %v", err)
	}
}

func TestNamesThatAreFormulas(t *testing.T) {
	book := sampleBook()
	book.Deals[0].Title = "=cmd|calc"
	book.Companies[4].Name = "@Oracle"
	workbench, err := NewWorkbench(context.Background(), deal.NewBook(*book), network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := workbench.Study(amazonStake, nil).simulate(context.Background(), chipsAndStake(2), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := got.writeCSV(&text, workbench.book, ""); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&text).ReadAll()
	if err != nil || records[0][1] != "'@Oracle → Nvidia chips (USD)" || records[0][3] != "'=cmd|calc" {
		t.Errorf("%v, %v", records, err)
	}
}

func TestASimulationThatCannotBe(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	for name, spoil := range map[string]func(*Experiment){
		"no samples":        func(e *Experiment) { e.Samples = 0 },
		"no measure":        func(e *Experiment) { e.Keys = nil },
		"no such measure":   func(e *Experiment) { e.Keys = []string{"beauty"} },
		"downwards":         func(e *Experiment) { e.Spans[0].Low, e.Spans[0].High = 2, 1 },
		"a leg that is not": func(e *Experiment) { e.Spans[0].Input.Target = 99 },
	} {
		experiment := chipsAndStake(100)
		spoil(&experiment)
		if _, err := study.simulate(context.Background(), experiment, nil, nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := study.simulate(ctx, chipsAndStake(100), nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestAWaterfallAddsUp(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	changes := []deal.Change{
		{Field: deal.ChangeSpentBack, Target: int64(amazonStake), Value: 800_000},
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(50)},
		{Field: deal.ChangeAmount, Target: int64(oracleChips), Value: bn(40)},
	}
	fall, err := workbench.Study(stake.Leg, changes).Waterfall(context.Background(), "circular_money")
	if err != nil {
		t.Fatal(err)
	}
	// As they are listed. Spending back more: the contract suffices for the 10; the stake: all of its 50 go round with 40
	// more to spend; the chips: 3 x 40.
	want := []float64{46, 46, 126, 246}
	for i, step := range fall.Steps {
		if step.From != want[i]*billion || step.To != want[i+1]*billion || !step.Known {
			t.Errorf("step %d, %s: %v to %v, want %v to %v", i, step.Text, step.From, step.To, want[i], want[i+1])
		}
	}
}

func TestATableOfTwoInputs(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	table, err := workbench.Study(stake.Leg, nil).Table(context.Background(), TableQuestion{Key: "circular_money", Steps: 3,
		Across: Span{Input: stakeInput, High: bn(50)},
		Down:   Span{Input: Input{Field: deal.ChangeAmount, Target: int64(oracleChips)}, High: bn(300)},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	// Stakes of 0, 10 as it is, 25 and 50; chips as they are, undisclosed, and of 0, 150 and 300.
	wantAcross := []TableValue{{Value: 0}, {Value: bn(10)}, {Value: bn(25)}, {Value: bn(50)}}
	wantDown := []TableValue{{AsItIs: true}, {Value: 0}, {Value: bn(150)}, {Value: bn(300)}}
	if !slices.Equal(table.AcrossAt, wantAcross) || !slices.Equal(table.DownAt, wantDown) || table.Present != [2]int{1, 0} {
		t.Errorf("across %v, down %v, present %v", table.AcrossAt, table.DownAt, table.Present)
	}
	want := [][]float64{{26, 46, 76, 102}, {26, 46, 76, 102}, {326, 346, 376, 402}, {326, 346, 376, 402}}
	for i := range want {
		for j := range want[i] {
			if table.Numbers[i][j] != want[i][j]*billion {
				t.Errorf("row %d, column %d: %v, want %v", i, j, table.Numbers[i][j], want[i][j])
			}
		}
	}
}

// TestATableHoldsHowThingsAre looks for the present result in a table whose bounds leave the present values out, and
// in one of a share that has none.
func TestATableHoldsHowThingsAre(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	spent := Input{Field: deal.ChangeSpentBack, Target: int64(amazonStake)}
	for name, ask := range map[string]TableQuestion{
		"outside":   {Across: Span{Input: stakeInput, Low: bn(20), High: bn(50)}, Down: Span{Input: Input{Field: deal.ChangeAmount, Target: int64(coreWeaveCloud)}, Low: bn(1), High: bn(2)}},
		"no number": {Across: Span{Input: stakeInput, High: bn(50)}, Down: Span{Input: spent, High: int64(deal.Whole)}},
		"weights":   {Across: Span{Input: Input{Field: deal.ChangeWeight, Status: deal.StatusInTalks}, High: int64(deal.Whole) / 2}, Down: Span{Input: spent, High: int64(deal.Whole)}},
	} {
		ask.Key = "circular_share"
		table, err := workbench.Study(stake.Leg, nil).Table(context.Background(), ask, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := table.Numbers[table.Present[1]][table.Present[0]]; got != table.Row.Scenario {
			t.Errorf("%s: how things are is %v, the cell says %v", name, table.Row.Scenario, got)
		}
	}
}
