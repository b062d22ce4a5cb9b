package whatif

import (
	"testing"

	"roundtrip/internal/deal"
)

// The excerpt of a scenario stands by itself: everything that its changes name is in it.
func TestExcerptHoldsWhatTheScenarioNames(t *testing.T) {
	book := sampleBook()
	scenario := deal.Scenario{Name: "x", Changes: []deal.Change{
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25)},
		{Field: deal.ChangeStatus, Target: int64(oracleChips), Text: string(deal.StatusSigned)},
		{Field: deal.ChangeFails, Target: int64(coreWeave), Value: 1},
	}}
	excerpt := Excerpt(book, scenario)
	if len(excerpt.Deals) != 2 || len(excerpt.Companies) != len(book.Companies) || len(excerpt.Scenarios) != 1 {
		t.Fatalf("%d deals, %d companies", len(excerpt.Deals), len(excerpt.Companies))
	}
	for _, change := range scenario.Changes {
		if err := Validate(excerpt, change); err != nil {
			t.Errorf("%v", err)
		}
	}
	if got := LegOf(book, scenario.Changes, oracleChips); got != amazonStake {
		t.Errorf("the scenario is about leg %d", got)
	}
	if got := LegOf(book, scenario.Changes[1:], oracleChips); got != oracleChips {
		t.Errorf("without a stake it is about leg %d", got)
	}
}
