package whatif

import (
	"context"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestHowFarAStakeMoves gives the stake every kind of figure: a ceiling is never passed, a floor never left.
func TestHowFarAStakeMoves(t *testing.T) {
	for name, test := range map[string]struct {
		figure    deal.Figure
		changes   []deal.Change
		low, high int64
		why, note string
	}{
		"up to": {deal.UpTo(bn(10)), nil, 0, bn(10), "stated as the most: from nothing to it", "“up to” amounts from nothing to that"},
		"up to, moved": {deal.UpTo(bn(10)), []deal.Change{stakeInput.At(bn(25))}, 0, bn(25),
			"stated as the most: from nothing to it", "“up to” amounts from nothing to that"},
		"at least": {deal.AtLeast(bn(10)), nil, bn(10), bn(20),
			"stated as the least: from it to twice it, which is assumed", "“at least” amounts up to twice that, which is assumed"},
		"at least, moved": {deal.AtLeast(bn(10)), []deal.Change{stakeInput.At(bn(15))}, bn(15), bn(30),
			"stated as the least: from it to twice it, which is assumed", "“at least” amounts up to twice that, which is assumed"},
		"about":          {deal.About(bn(10)), nil, bn(9), bn(11), "10% to both sides, for comparison", "exact amounts by 10% to both sides"},
		"exact":          {deal.Exactly(bn(10)), nil, bn(9), bn(11), "10% to both sides, for comparison", "exact amounts by 10% to both sides"},
		"a range":        {deal.Between(bn(8), bn(12)), nil, bn(8), bn(12), "the figure's own range (range)", "figures with a range through it"},
		"assumed, up to": {deal.UpTo(bn(10)).Assume(bn(2), bn(3), bn(4)), nil, bn(2), bn(4), "the figure's own range (up to)", "figures with a range through it"},
	} {
		book := sampleBook()
		book.Deals[0].Legs[0].Figure = test.figure
		workbench, err := NewWorkbench(context.Background(), deal.NewBook(*book), network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		study := workbench.Study(amazonStake, test.changes)
		spans, err := study.Spans(FirstSpread)
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(spans, func(span Span) bool { return span.Input == stakeInput })
		if at < 0 {
			t.Errorf("%s: the stake does not move", name)
			continue
		}
		if got := spans[at]; got.Low != test.low || got.High != test.high || got.Why != test.why {
			t.Errorf("%s: %+v", name, got)
		}
		drawn, err := study.MonteCarlo(context.Background(), MonteCarloQuestion{Key: "gross", Spread: FirstSpread, Samples: 200, Seed: 1}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		storm, err := study.Tornado(context.Background(), TornadoQuestion{Key: "gross", Spread: FirstSpread}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(drawn.Note, test.note) || !strings.Contains(storm.Note, test.note) {
			t.Errorf("%s: the notes do not say %q: %s %s", name, test.note, drawn.Note, storm.Note)
		}
		for i := range drawn.Drawn {
			if cents := drawn.Drawn[i][at]; cents < test.low || cents > test.high {
				t.Errorf("%s: %d is drawn", name, cents)
			}
		}
	}
}

// TestWithoutWhatIsUndisclosed simulates once more without the undisclosed legs: nothing is drawn of them.
func TestWithoutWhatIsUndisclosed(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	got, err := study.MonteCarlo(context.Background(), MonteCarloQuestion{Key: "circular_share", Spread: FirstSpread, Samples: 3_000, Seed: 1}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.Stated == nil || got.Stated.Samples != statedSamples || got.Samples != 3_000 {
		t.Fatalf("%+v", got.Stated)
	}
	for _, span := range got.Stated.Spans {
		if span.Basis == SpanUndisclosed {
			t.Errorf("%s is drawn", span.Input.Name(workbench.book))
		}
	}
	wide, _ := got.Percentiles("circular_share", 0.05, 0.95)
	narrow, _ := got.Stated.Percentiles("circular_share", 0.05, 0.95)
	if narrow[1]-narrow[0] >= wide[1]-wide[0] {
		t.Errorf("what is undisclosed spreads nothing: %v, %v", narrow, wide)
	}
}
