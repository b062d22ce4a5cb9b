package whatif

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestTheLaterChangeOfTheSameThingHolds makes each change twice, first with another value: the book is the one that the
// second makes alone, and the comparison lists the second only.
func TestTheLaterChangeOfTheSameThingHolds(t *testing.T) {
	book := sampleBook()
	openAI, _ := book.CompanyNamed("OpenAI")
	oracle, _ := book.CompanyNamed("Oracle")
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ first, second deal.Change }{
		{deal.Change{Field: deal.ChangeFails, Target: int64(openAI.ID), Value: 1}, deal.Change{Field: deal.ChangeFails, Target: int64(openAI.ID)}},
		{deal.Change{Field: deal.ChangeSuspends, Target: int64(openAI.ID), Value: 12}, deal.Change{Field: deal.ChangeSuspends, Target: int64(openAI.ID), Value: 1}},
		{deal.Change{Field: deal.ChangeAmount, Target: int64(amazonStake)}, deal.Change{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(20)}},
		{deal.Change{Field: deal.ChangeSpentBack, Target: int64(amazonStake), Value: 500_000}, deal.Change{Field: deal.ChangeSpentBack, Target: int64(amazonStake)}},
	} {
		other := deal.Change{Field: deal.ChangeCash, Target: int64(oracle.ID), Value: bn(1)}
		twice, err := Apply(book, []deal.Change{test.first, other, test.second})
		if err != nil {
			t.Fatal(err)
		}
		once, err := Apply(book, []deal.Change{other, test.second})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(twice.Deals, once.Deals) || !reflect.DeepEqual(twice.Companies, once.Companies) {
			t.Errorf("%s: the first change still tells", test.first.Field)
		}
		compared, err := workbench.CompareChanges(context.Background(), amazonStake, []deal.Change{test.first, other, test.second})
		if err != nil || !slices.Equal(compared.Changes, []deal.Change{other, test.second}) {
			t.Errorf("%s: the comparison lists %v, %v", test.first.Field, compared.Changes, err)
		}
	}
}

// TestLatestKeepsTheLastOfEach compares Latest with looking at every later change.
func TestLatestKeepsTheLastOfEach(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		changes := rapid.SliceOf(rapid.Custom(func(r *rapid.T) deal.Change {
			return deal.Change{
				Field: rapid.SampledFrom(deal.ChangeFields).Draw(r, "field"), Target: rapid.Int64Range(0, 2).Draw(r, "target"),
				Other: rapid.Int64Range(0, 1).Draw(r, "other"), Value: rapid.Int64Range(0, 3).Draw(r, "value"),
				Text: rapid.SampledFrom([]string{"", "signed"}).Draw(r, "text"),
			}
		})).Draw(r, "changes")
		var want []deal.Change
		for i, change := range changes {
			if !Sets(changes[i+1:], change) {
				want = append(want, change)
			}
		}
		if got := Latest(changes); !slices.Equal(got, want) {
			r.Fatalf("%v of %v, want %v", got, changes, want)
		}
	})
}
