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

// What is owed on balance is convex in one amount, so that its least is found for certain: by trying every cent.
func TestTheLeastAgainstEveryAmount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, err := NewWorkbench(context.Background(), anyBook(t), network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		study := w.Study(1, nil)
		span := Span{Input: Input{Field: deal.ChangeAmount, Target: 1}, High: rapid.Int64Range(150, 600).Draw(t, "high")}
		sweep, err := study.Sweep(context.Background(), SweepQuestion{Span: span, Steps: 3, Keys: []string{"net_debt"}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		p := study.prober()
		least, at := math.Inf(1), int64(-1)
		for cents := span.Low; cents <= span.High; cents++ {
			number, err := p.number(context.Background(), "net_debt", span.Input.At(cents))
			if err != nil {
				t.Fatal(err)
			}
			if number < least {
				least, at = number, cents
			}
		}
		if got := sweep.Turns[1]; got.Number != least || got.Value != at {
			t.Fatalf("the least is %v at %d, by every cent %v at %d", got.Number, got.Value, least, at)
		}
	})
}

// What a sweep says does not hang on how many values it is asked for: by hand, what OpenAI owes on balance falls with
// the stake until Amazon owes it nothing.
func TestASweepTurnsWhereItTurns(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	for _, steps := range []int{2, 7, 101, 333} {
		sweep, err := study.Sweep(context.Background(), stakeSweep(steps, "net_debt"), nil)
		if err != nil {
			t.Fatal(err)
		}
		if least := sweep.Turns[1]; least != (Extreme{bn(30), 567.75 * billion, true}) || sweep.Stop == nil || *sweep.Stop != bn(30) {
			t.Errorf("%d steps: least %+v, stop %v", steps, least, sweep.Stop)
		}
	}
}

// TestABarIsNoNarrowerThanItsSweep compares each bar with a sweep through the same span.
func TestABarIsNoNarrowerThanItsSweep(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	for _, key := range []string{"finn", "multiplier", "net_debt", "back_share"} {
		storm, err := study.Tornado(context.Background(), TornadoQuestion{Key: key, Spread: FirstSpread}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, bar := range storm.Bars {
			sweep, err := study.Sweep(context.Background(), SweepQuestion{Span: bar.Span, Keys: []string{key}}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i, number := range sweep.Numbers[0] {
				if !bar.NotKnown && (number < bar.Least || number > bar.Most) {
					t.Errorf("%s: %s is %v at %d, outside %v to %v", bar.Name, key, number, sweep.Values[i], bar.Least, bar.Most)
				}
			}
		}
	}
}

// The reason is that a flow is full only where that stops the measure; else the range ends, and further on it is reached.
func TestAGoalBeyondTheRange(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	for key, goal := range map[string]Goal{
		"multiplier":  {Target: 3, High: bn(50)},
		"own_revenue": {Target: 0.9, High: bn(50)},
		"finn":        {Target: 0.03, High: bn(5)},
		"net_debt":    {Target: 1, High: bn(50)},
	} {
		goal.Input, goal.Key = stakeInput, key
		got, err := study.Seek(context.Background(), goal, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got.Reached || strings.Contains(got.Sentence, "full") || strings.Contains(got.Sentence, "cannot") {
			t.Errorf("%s: %s", key, got.Sentence)
		}
		if further := strings.Contains(got.Sentence, "search further"); further != (key != "net_debt") {
			t.Errorf("%s: %s", key, got.Sentence)
		}
		goal.High = bn(3000)
		if got, err = study.Seek(context.Background(), goal, nil); err != nil || got.Reached != (key != "net_debt") {
			t.Errorf("%s is reached further on: %v, %v", key, got.Sentence, err)
		}
		if key == "net_debt" && got.Value != bn(30) {
			t.Errorf("the least is at $30bn: %s", got.Sentence)
		}
	}
}

// A measure that passes the target and turns back between two values that were looked at is found all the same.
func TestAGoalNextToATurnIsFound(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	sweep, err := study.Sweep(context.Background(), SweepQuestion{Span: Span{Input: stakeInput, High: bn(5000)}, Keys: []string{"multiplier"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	most := sweep.Turns[0]
	got, err := study.Seek(context.Background(), Goal{Input: stakeInput, Key: "multiplier", Target: most.Number * (1 - 1e-7), High: bn(5000)}, nil)
	if err != nil || !got.Reached || len(got.Again) != 1 || got.Value > most.Value || got.Again[0].Value < most.Value {
		t.Errorf("%+v, %v; most %+v", got.Found, err, most)
	}
}
