package whatif

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// anyView draws a view of the sample.
func anyView(t *rapid.T) network.View {
	view := network.View{
		Basis:  rapid.SampledFrom(network.Bases).Draw(t, "basis"),
		Figure: rapid.SampledFrom(network.Picks).Draw(t, "figure"),
		MaxLen: rapid.SampledFrom([]int{0, 2, 3}).Draw(t, "longest"),
	}
	if rapid.Bool().Draw(t, "filtered") {
		view.OnlyLoops = rapid.Bool().Draw(t, "only loops")
		view.OnlyDisclosed = rapid.Bool().Draw(t, "only known")
		view.MinAmount = deal.Money{Cents: rapid.SampledFrom([]int64{0, 1_000_000_000_00, 9_000_000_000_00, 40_000_000_000_00}).Draw(t, "least"), Currency: deal.USD}
		switch rapid.IntRange(0, 3).Draw(t, "companies") {
		case 1:
			view.Near, view.Steps = []deal.CompanyID{deal.CompanyID(rapid.Int64Range(1, 6).Draw(t, "near"))}, rapid.IntRange(0, 2).Draw(t, "steps")
		case 2:
			view.Hidden = []deal.CompanyID{deal.CompanyID(rapid.Int64Range(1, 6).Draw(t, "hidden"))}
		case 3:
			view.Companies = []deal.CompanyID{1, 2, deal.CompanyID(rapid.Int64Range(3, 6).Draw(t, "third"))}
		}
	}
	if rapid.Bool().Draw(t, "weighted") {
		view.Weights = map[deal.Status]deal.Share{
			deal.StatusInTalks: deal.Share(rapid.Int64Range(0, int64(deal.Whole)).Draw(t, "weight")),
		}
	}
	return view
}

// Whatever is changed under whatever view: the comparison is the same twice, its numbers can be written, and it
// says in three sentences what it is.
func TestEveryComparisonCanBeRead(t *testing.T) {
	book := sampleBook()
	rapid.Check(t, func(t *rapid.T) {
		workbench, err := NewWorkbench(context.Background(), book, anyView(t), network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		leg := deal.LegID(rapid.Int64Range(1, 11).Draw(t, "leg"))
		changes := rapid.SliceOfN(rapid.Custom(anyChange), 0, 5).Draw(t, "changes")
		first, err := workbench.CompareChanges(context.Background(), leg, changes)
		if err != nil {
			return // Apply says why; TestApplyLeavesTheBookAlone looks at that
		}
		second, err := workbench.CompareChanges(context.Background(), leg, changes)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range first.Rows {
			if row.BaseKnown && math.IsNaN(row.Base) || row.ScenarioKnown && math.IsNaN(row.Scenario) {
				t.Fatalf("%s is known and is no number: %+v", row.Key, row)
			}
			if row.ScenarioText(deal.USD) != second.Rows[i].ScenarioText(deal.USD) || row.DifferenceText(deal.USD) == "" {
				t.Fatalf("%s is %q, then %q", row.Key, row.ScenarioText(deal.USD), second.Rows[i].ScenarioText(deal.USD))
			}
			if row.Unit == UnitShare && row.ScenarioKnown && (row.Scenario < -1e-9 || row.Scenario > 1+1e-9) {
				t.Fatalf("%s is a share of %v", row.Key, row.Scenario)
			}
		}
		for _, sentence := range first.Words() {
			if sentence.Text == "" {
				t.Fatal("a sentence is empty")
			}
		}
		if first.Saturation.Sentence == "" {
			t.Fatal("the saturation is not explained")
		}
	})
}

// At the saturation and above, the circular money is the same; a cent below, as the view counts it, it is less.
func TestSaturationUnderEveryView(t *testing.T) {
	book := sampleBook()
	rapid.Check(t, func(t *rapid.T) {
		view := anyView(t)
		workbench, err := NewWorkbench(context.Background(), book, view, network.Options{})
		if err != nil {
			t.Fatal(err)
		}
		stake := StakeOf(book, deal.LegID(rapid.Int64Range(1, 10).Draw(t, "leg")))
		got, err := workbench.saturation(context.Background(), stake, nil)
		if err != nil {
			t.Fatal(err)
		}
		at, most := circularWith(t, workbench, stake.Leg, got.Cents), circularWith(t, workbench, stake.Leg, deal.MaxCents)
		if got.Unbounded {
			return
		}
		if at != most {
			t.Fatalf("at %d it is %d, at last %d: %+v", got.Cents, at, most, got)
		}
		if got.Cents > 0 && circularWith(t, workbench, stake.Leg, got.Cents-1) >= most {
			t.Fatalf("a cent less is enough: %+v", got)
		}
	})
}
