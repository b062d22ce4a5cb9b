package whatif

import (
	"context"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestAConditionThatDoesNotSayWhichPart counts nothing for certain until the analyst sets the share, all of it included.
func TestAConditionThatDoesNotSayWhichPart(t *testing.T) {
	book := sampleBook()
	book.Deals = slices.Clone(book.Deals)
	for i := range book.Deals {
		book.Deals[i].Legs = slices.Clone(book.Deals[i].Legs)
		for j := range book.Deals[i].Legs {
			if leg := &book.Deals[i].Legs[j]; leg.ID == amazonStake {
				leg.Covers = 0
			}
		}
	}
	bench, err := NewWorkbench(context.Background(), deal.NewBook(*book), network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	compared := func(stake Stake) *Comparison {
		comparison, err := bench.CompareChanges(context.Background(), stake.Leg, stake.Changes(bench.book))
		if err != nil {
			t.Fatal(err)
		}
		return comparison
	}
	unsaid := compared(StakeOf(bench.book, amazonStake))
	if got, want := unsaid.Words()[1].Text, "Some of it has to be spent with Amazon, but which part is not stated: set the share. All of it would be $10bn."; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	for key, want := range map[string]string{"back_direct": "≤$10bn", "left_in": "≥$0", "own_revenue": "≤20.83%"} {
		if row, _ := unsaid.Row(key); row.ScenarioText("USD") != want {
			t.Errorf("%s is %s, want %s", key, row.ScenarioText("USD"), want)
		}
	}
	stake := StakeOf(bench.book, amazonStake)
	stake.Assume = true
	set := compared(stake)
	if row, _ := set.Row("back_direct"); row.ScenarioText("USD") != "≤$10bn" || row.BaseText("USD") != "≤$10bn" {
		t.Errorf("set to all of it, it is %s of %s", row.ScenarioText("USD"), row.BaseText("USD"))
	}
}
