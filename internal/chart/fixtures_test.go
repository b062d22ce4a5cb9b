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
func sampleStudy(t testing.TB, changed bool) (*whatif.Study, whatif.Stake) {
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
	return workbench.Study(stake.Leg, changes), stake
}

// charts returns one of every kind, by name, made of the sample.
func charts(t testing.TB) map[string]*Chart {
	t.Helper()
	study, stake := sampleStudy(t, true)
	base, _ := sampleStudy(t, false)
	amount := whatif.Input{Field: deal.ChangeAmount, Target: int64(stake.Leg)}
	ctx := context.Background()
	must := func(err error) {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
	}
	const billion = 1_000_000_000_00
	span := whatif.Span{Input: amount, High: 50 * billion}
	swept := func(s *whatif.Study, keys ...string) *whatif.Sweep {
		sweep, err := s.Sweep(ctx, whatif.SweepQuestion{Span: span, Steps: 51, Keys: keys}, nil)
		must(err)
		return sweep
	}
	found := map[string]*Chart{
		"sweep": Sweep(swept(study, "circular_share")), "sweeps": Sweep(swept(study, "circular_money", "effective_price", "circular_share")),
	}
	for name, target := range map[string]float64{"goal": 0.1, "unreachable": 0.2} {
		sought, err := base.Seek(ctx, whatif.Goal{Input: amount, Key: "circular_share", Target: target, High: 50 * billion}, nil)
		must(err)
		found[name] = Goal(sought)
	}
	down := whatif.Span{Input: whatif.Input{Field: deal.ChangeSpentBack, Target: int64(stake.Leg)}, High: 1_000_000}
	table, err := study.Table(ctx, whatif.TableQuestion{Key: "circular_share", Across: span, Down: down}, nil)
	must(err)
	found["table"] = Table(table)
	storm, err := study.Tornado(ctx, whatif.TornadoQuestion{Key: "circular_share", Spread: 100_000}, nil, nil)
	must(err)
	found["tornado"] = Tornado(storm)
	target := 0.25
	samples, err := study.MonteCarlo(ctx, whatif.MonteCarloQuestion{Key: "circular_share", Target: &target, Spread: 100_000, Samples: 1000, Seed: 7,
		Chances: map[deal.Status]deal.Share{deal.StatusInTalks: 500_000, deal.StatusAnnounced: 800_000}}, nil, nil)
	must(err)
	found["simulation"], err = Simulation(samples)
	must(err)
	fall, err := study.Waterfall(ctx, "circular_money")
	must(err)
	found["waterfall"] = Waterfall(fall)
	return found
}
