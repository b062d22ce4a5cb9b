package whatif

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

var stakeInput = Input{Field: deal.ChangeAmount, Target: int64(amazonStake)}

// stakeSweep asks for measures at so many stakes up to $50bn.
func stakeSweep(steps int, keys ...string) SweepQuestion {
	return SweepQuestion{Span: Span{Input: stakeInput, High: bn(50)}, Steps: steps, Keys: keys}
}

func TestASweepOfTheStakeFindsItsKink(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	told := 0
	sweep, err := workbench.Study(stake.Leg, nil).Sweep(context.Background(), stakeSweep(6, "circular_money"),
		func(done, of int) {
			if told = of; done > of {
				t.Errorf("%d of %d", done, of)
			}
		})
	if err != nil {
		t.Fatal(err)
	}
	if told != 7 || sweep.Present != bn(10) || !sweep.HasOne {
		t.Errorf("told %d, present %d", told, sweep.Present)
	}
	// Steps of ten, and 38 where it bends.
	for i, want := range []float64{26, 46, 66, 86, 102, 102, 102} {
		if sweep.Numbers[0][i] != want*billion {
			t.Errorf("at %d: %v, want %v", sweep.Values[i], sweep.Numbers[0][i], want)
		}
	}
	why := "OpenAI → Amazon is full at $38bn as far as it is disclosed"
	want := Kink{Value: bn(38), Before: 2, After: 0, Why: why, Label: "$38bn: nothing is added from here on, because " + why}
	if len(sweep.Kinks) != 1 || sweep.Kinks[0] != want {
		t.Errorf("kinks %+v", sweep.Kinks)
	}
	if sweep.Stop == nil || *sweep.Stop != bn(38) || sweep.Base != nil {
		t.Errorf("it stops at %v, base %v", sweep.Stop, sweep.Base)
	}
	if _, err := workbench.Study(stake.Leg, nil).Sweep(context.Background(), stakeSweep(6, "beauty"), nil); err == nil {
		t.Error("there is a measure of beauty")
	}
}

func TestWhereAMeasureStops(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, []deal.Change{{Field: deal.ChangeSpentBack, Target: int64(amazonStake), Value: 900_000}})
	chips := Span{Input: Input{Field: deal.ChangeAmount, Target: int64(oracleChips)}, High: bn(300)}
	for key, want := range map[string]int64{"circular_money": bn(100), "gross": 0, "stake": 0} {
		got, err := study.Sweep(context.Background(), SweepQuestion{Span: chips, Steps: 8, Keys: []string{key}}, nil)
		if err != nil || (got.Stop != nil) != (want != 0) || want != 0 && *got.Stop != want {
			t.Errorf("%s stops at %v, %v; want %d", key, got.Stop, err, want)
		}
		if len(got.Base) != 1 || len(got.Base[0]) != len(got.Values) {
			t.Errorf("%s: the data beside it are missing", key)
		}
	}
	kinks, err := study.kinks(context.Background(), chips)
	if err != nil || len(kinks) == 0 || kinks[len(kinks)-1].Value != bn(100) || kinks[len(kinks)-1].Why != "Nvidia → OpenAI is full at $100bn" {
		t.Errorf("%+v, %v", kinks, err)
	}
}

// The kinks are where the slope changes from one cent to the next: found by trying every cent.
func TestKinksAgainstEveryAmount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, err := NewWorkbench(context.Background(), anyBook(t), network.View{}, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		const most = 40
		got, err := w.Study(1, nil).kinks(context.Background(), Span{Input: Input{Field: deal.ChangeAmount, Target: 1}, High: most})
		if err != nil {
			t.Fatal(err)
		}
		var want []int64
		for x := int64(1); x < most; x++ {
			below, here, above := circularWith(t, w, 1, x-1), circularWith(t, w, 1, x), circularWith(t, w, 1, x+1)
			if here-below != above-here {
				want = append(want, x)
			}
		}
		var values []int64
		for _, kink := range got {
			values = append(values, kink.Value)
		}
		if !slices.Equal(values, want) {
			t.Fatalf("kinks %v, want %v", values, want)
		}
	})
}

func TestGoals(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	for _, test := range []struct {
		name    string
		goal    Goal
		reached bool
		value   float64 // billions
		want    string
	}{
		{"a tenth goes round", Goal{stakeInput, "circular_share", 0.1, 0, bn(50)}, true, (73.175 - 26) / 1.9,
			"Circular share reaches 10% at ~$24.8bn (by the best figures $24,828,947,368.43) of Amazon → OpenAI equity; now it is ~6.2%, at ≤$10bn."},
		{"$66bn go round", Goal{stakeInput, "circular_money", 66e11, 0, bn(50)}, true, 20,
			"Circular money reaches $66bn at ~$20bn of Amazon → OpenAI equity; now it is ~$46bn, at ≤$10bn."},
		{"more than the contract carries", Goal{stakeInput, "circular_share", 0.15, 0, bn(50)}, false, 38,
			"Circular share cannot reach 15% by the best figures: with Amazon → OpenAI equity from $0 to $50bn it comes no nearer than ~13.25%, at $38bn, because OpenAI → Amazon is full at $38bn as far as it is disclosed."},
		{"less than there is without it", Goal{stakeInput, "circular_money", 0, 0, bn(50)}, false, 0,
			"Circular money cannot reach $0: with Amazon → OpenAI equity from $0 to $50bn it comes no nearer than ≥$26bn, at $0."},
		{"what nobody knows", Goal{stakeInput, "effective_price", 5e11, 0, bn(50)}, false, 0,
			"Price after the margin earned back is not known for any value of Amazon → OpenAI equity: no source states a gross margin of Amazon: set one."},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := study.Seek(context.Background(), test.goal, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got.Reached != test.reached || math.Abs(float64(got.Value)-test.value*billion) > 1 || got.Sentence != test.want {
				t.Errorf("%+v\nwant %v at %v: %s", got, test.reached, test.value, test.want)
			}
		})
	}
}

func TestATornadoIsLedByWhatIsNotDisclosed(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	storm, err := study.Tornado(context.Background(), TornadoQuestion{Key: "circular_share", Spread: 100_000}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	bars := storm.Bars
	for i, bar := range bars {
		t.Logf("%-45s %s..%s: %.4f..%.4f at %.4f monotone %v", bar.Name, bar.LowText, bar.HighText, bar.Least, bar.Most, bar.At, bar.Monotone)
		if i > 0 && bar.Width() > bars[i-1].Width() {
			t.Error("the bars are not sorted")
		}
	}
	first := bars[0]
	if first.Input.Target != int64(oracleChips) || first.High != bn(300) || first.Monotone || first.MostAt != bn(100) {
		// From 100 on the chips add money but no circular money: the share turns.
		t.Errorf("%+v", first)
	}
	if at := slices.IndexFunc(bars, func(bar Bar) bool { return bar.Input == stakeInput }); at < 0 || bars[at].High != bn(10) || bars[at].Basis != SpanCeiling ||
		bars[at].Direction != 1 || !bars[at].Monotone {
		t.Errorf("the stake's bar is missing or wrong: %+v", bars)
	}
}

func TestStudiesStopWhenTheyAreTold(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := study.Sweep(ctx, stakeSweep(6, "finn"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("sweep: %v", err)
	}
	if _, err := study.Seek(ctx, Goal{stakeInput, "circular_share", 0.1, 0, bn(50)}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("goal: %v", err)
	}
	if _, err := study.Tornado(ctx, TornadoQuestion{Key: "circular_share"}, nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("tornado: %v", err)
	}
}

func TestAChoiceCannotBeSwept(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	choice := Input{Field: deal.ChangeStatus, Target: 1}
	if _, err := study.Sweep(context.Background(), SweepQuestion{Span: Span{Input: choice, High: 1}, Keys: []string{"finn"}}, nil); err == nil {
		t.Error("a status is swept")
	}
	if _, err := study.Seek(context.Background(), Goal{Input: choice, Key: "gross"}, nil); err == nil {
		t.Error("a status is sought")
	}
}

func TestSweepsOfEveryInput(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	for _, input := range Inputs(workbench.book, stake.Leg) {
		high := int64(deal.Whole)
		if input.Field == deal.ChangeTerm {
			high = 120
		}
		if _, err := study.Sweep(context.Background(), SweepQuestion{Span: Span{Input: input, High: high}, Steps: 3, Keys: []string{"finn"}}, nil); err != nil {
			t.Errorf("%s: %v", input.Name(workbench.book), err)
		}
	}
}
