package chart

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// SampleBook reads the built-in sample. A test outside the package sets it: what reads the sample imports charts.
var SampleBook func(t testing.TB) *deal.Book

// sampleStudy is the built-in sample with a scenario: twice the stake, nine tenths of it spent back.
func sampleStudy(t testing.TB, changed bool) (*deal.Book, *whatif.Workbench, *whatif.Study, whatif.Stake, []deal.Change) {
	t.Helper()
	book := SampleBook(t)
	workbench, err := whatif.NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stake, _ := whatif.DefaultStake(book)
	var changes []deal.Change
	if changed {
		stake.Cents, stake.SpentBack, stake.Assume, stake.Margin, stake.AssumeMargin = 25_000_000_000_00, 900_000, true, 600_000, true
		changes = stake.Changes(book)
	}
	return book, workbench, workbench.Study(stake.Leg, changes), stake, changes
}

// charts returns one of every kind, by name, made of the sample.
func charts(t testing.TB) map[string]*Chart {
	t.Helper()
	book, workbench, study, stake, changes := sampleStudy(t, true)
	_, _, base, _, _ := sampleStudy(t, false)
	amount := whatif.Input{Field: deal.ChangeAmount, Target: int64(stake.Leg)}
	ctx := context.Background()
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	found := map[string]*Chart{}
	keep := func(name string, chart *Chart, err error) {
		must(err)
		found[name] = chart
	}
	const billion = 1_000_000_000_00
	values := whatif.Steps(0, 50*billion, 51)
	sweep, err := study.Sweep(ctx, amount, values, nil)
	must(err)
	ghost, err := base.Sweep(ctx, amount, values, nil)
	must(err)
	chart, err := Sweep(SweepOf{Book: book, Sweep: sweep, Base: ghost, Keys: []string{"circular_share"}})
	keep("sweep", chart, err)
	chart, err = Sweep(SweepOf{Book: book, Sweep: sweep, Base: ghost, Keys: []string{"circular_money", "effective_price", "circular_share"}})
	keep("sweeps", chart, err)
	goal := whatif.Goal{Input: amount, Key: "circular_share", Target: 0.1, High: 50 * billion}
	answer, err := base.Seek(ctx, goal, nil)
	must(err)
	chart, err = Goal(SweepOf{Book: book, Sweep: ghost}, goal, answer)
	keep("goal", chart, err)
	goal.Target = 0.2
	answer, err = base.Seek(ctx, goal, nil)
	must(err)
	chart, err = Goal(SweepOf{Book: book, Sweep: ghost}, goal, answer)
	keep("unreachable", chart, err)
	down := whatif.Input{Field: deal.ChangeSpentBack, Target: int64(stake.Leg)}
	ask := whatif.TwoWay{Key: "circular_share", Across: amount, AcrossAt: whatif.Steps(0, 50*billion, 11), Down: down, DownAt: whatif.Steps(0, 1_000_000, 11)}
	table, err := study.Table(ctx, ask, nil)
	must(err)
	compared, err := workbench.CompareChanges(ctx, stake.Leg, changes)
	must(err)
	row, _ := compared.Row("circular_share")
	found["table"] = Table(TableOf{Book: book, Table: table, Row: row, Present: [2]int{5, 9}})
	spans, err := study.Spans(100_000)
	must(err)
	bars, err := study.Tornado(ctx, "circular_share", spans, nil)
	must(err)
	found["tornado"] = Tornado(book, row, bars, "Exact figures by 10% to both sides.")
	experiment := whatif.Experiment{Spans: spans, Chances: map[deal.Status]deal.Share{deal.StatusInTalks: 500_000, deal.StatusAnnounced: 800_000},
		Keys: []string{"circular_share"}, Samples: 1000, Seed: 7}
	simulation, err := study.Simulate(ctx, experiment, nil)
	must(err)
	target := 0.25
	chart, err = Simulation(SimulationOf{Book: book, Row: row, Simulation: simulation, Target: &target})
	keep("simulation", chart, err)
	steps, err := workbench.Waterfall(ctx, stake.Leg, changes, "circular_money")
	must(err)
	money, _ := compared.Row("circular_money")
	found["waterfall"] = Waterfall(book, money, steps, "")
	return found
}
