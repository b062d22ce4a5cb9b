package whatif

import (
	"context"
	"math"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// The chips rise with the circular money up to $100bn and are only more money from there on: a share below the top is
// reached twice, by hand at what solves both sides.
func TestAGoalThatIsReachedTwiceSaysBoth(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	chips := Input{Field: deal.ChangeAmount, Target: int64(oracleChips)}
	goal := Goal{Input: chips, Key: "circular_share", Target: 0.3, High: bn(600)}
	found, err := study.Seek(context.Background(), goal, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !found.Reached || len(found.Again) != 1 {
		t.Fatalf("%+v", found)
	}
	for _, answer := range append([]Answer{{found.Value, found.Number}}, found.Again...) {
		// A cent to one side the share is on the other side of the target.
		before, after := numberAt(t, study, chips.At(answer.Value-1)), numberAt(t, study, chips.At(answer.Value))
		if after != goal.Target && (before < goal.Target) == (after < goal.Target) || math.Abs(answer.Number-after) > 0 {
			t.Errorf("at %d: %v then %v", answer.Value, before, after)
		}
	}
	again := chips.Text(workbench.book, found.Again[0].Value)
	exact := "(by the best figures " + chips.Exact(workbench.book, found.Value) + ")"
	if !strings.Contains(found.Sentence, ", and again at ~"+again) || !strings.Contains(found.Sentence, exact) {
		t.Error(found.Sentence)
	}
	read, err := chips.Parse(workbench.book, chips.Exact(workbench.book, found.Value))
	if err != nil || read != found.Value {
		t.Errorf("%v %v", read, err)
	}
}

func numberAt(t *testing.T, study *Study, change deal.Change) float64 {
	t.Helper()
	number, _, err := study.number(context.Background(), "circular_share", change)
	if err != nil {
		t.Fatal(err)
	}
	return number
}

func TestASpanSaysWhereItsCeilingComesFrom(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	spans, err := workbench.Study(stake.Leg, nil).Spans(0)
	if err != nil {
		t.Fatal(err)
	}
	why := map[int64]string{}
	for _, span := range spans {
		why[span.Input.Target] = span.Why
	}
	if got := why[int64(amazonSpending)]; got != "" && !strings.Contains(got, "of Amazon → OpenAI equity, which must be spent on it") {
		t.Errorf("the spending's: %q", got)
	}
	if got := why[int64(oracleChips)]; got != "undisclosed: from nothing to all that its payer gets from the deals" {
		t.Errorf("the chips': %q", got)
	}
}
