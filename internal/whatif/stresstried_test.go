package whatif

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestStressTriedAsAWhatIf compares what is not paid in a stress test with what is not paid in the what-if that it becomes,
// its assumed cash and recovery carried along, where nothing has been paid yet.
func TestStressTriedAsAWhatIf(t *testing.T) {
	book := nothingPaid(sampleBook())
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, shock := range map[string]Shock{
		"no cash":        {Kind: ShockCash, Company: openAI, Assume: true},
		"some cash":      {Kind: ShockCash, Company: openAI, Cents: bn(300), Assume: true, Assumed: bn(20)},
		"cut":            {Kind: ShockCut, Cut: deal.KindCloud, Part: 500_000, Assume: true, Assumed: bn(5)},
		"collapse":       {Kind: ShockCollapse, Status: deal.StatusInTalks, Assume: true, Assumed: bn(5)},
		"cut off":        {Kind: ShockCutOff, Company: openAI, Supplier: oracle, Assume: true, Assumed: bn(5)},
		"cash unassumed": {Kind: ShockCash, Company: openAI, Cents: bn(5)},
	} {
		result := stress(t, book, shock)
		compared, err := workbench.CompareChanges(context.Background(), amazonStake, result.Changes())
		if err != nil {
			t.Fatal(err)
		}
		row, _ := compared.Row("shortfall")
		wantClose(t, name, row.Scenario, result.Unpaid.Best)
		if parts := result.Untried(); len(parts) != 0 && name != "cut" {
			t.Errorf("%s goes without %q", name, parts)
		}
	}
}

// TestWhatIsRecoveredStays lets a company fail of which a part of what it owes is recovered.
func TestWhatIsRecoveredStays(t *testing.T) {
	book := sampleBook()
	result := stress(t, book, Shock{Kind: ShockFails, Company: openAI, Recovery: 400_000})
	changes := result.Changes()
	if got := Describe(book, changes[0]); len(changes) != 1 || got != "OpenAI fails, 40% of what it owes recovered" {
		t.Fatalf("it becomes %+v: %q", changes, got)
	}
	after, err := Apply(book, changes)
	if err != nil {
		t.Fatal(err)
	}
	if leg, _, ok := after.Leg(oracleCloud); !ok || leg.Figure != deal.Exactly(bn(120)) {
		t.Errorf("OpenAI pays Oracle %+v", leg.Figure)
	}
	if leg, _, ok := after.Leg(amazonSpending); !ok || leg.Figure.Known() {
		t.Errorf("what nobody discloses becomes %+v", leg.Figure)
	}
	if _, d, _ := after.Leg(nvidiaStake); d.Status != deal.StatusCancelled {
		t.Errorf("Nvidia still buys its stake: %s", d.Status)
	}
	for _, text := range []string{"much", "140%", "-1%"} {
		if Validate(book, deal.Change{Field: deal.ChangeFails, Target: int64(openAI), Value: 1, Text: text}) == nil {
			t.Errorf("%q is recovered", text)
		}
	}
}
