package whatif

import (
	"testing"

	"roundtrip/internal/deal"
)

// A company that fails has no known worth, and nobody a known part of it; what others then lose by it is lost already.
func TestAFailedCompanyHasNoKnownWorth(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	got := compare(t, workbench, stake, deal.Change{Field: deal.ChangeFails, Target: int64(openAI), Value: 1})
	for _, key := range []string{"ownership", "owned_by_3", "look_through", "post_money", "debtrank_payee"} {
		if row := rowOf(t, got, key); !row.BaseKnown || row.ScenarioKnown || row.Note == "" {
			t.Errorf("%+v", row)
		}
	}
	if got := compare(t, workbench, stake, deal.Change{Field: deal.ChangeFails, Target: int64(oracle), Value: 1}); !rowOf(t, got, "post_money").ScenarioKnown {
		t.Error("OpenAI is worth nothing known where Oracle fails")
	}
}

// What a company is worth after money that may be less is at most what it is with all of it.
func TestTheWorthAfterTheMoneyHasTheStakesBound(t *testing.T) {
	for _, test := range []struct {
		figure, valuation deal.Figure
		timing            deal.Timing
		want              string
	}{
		{deal.UpTo(bn(10)), deal.Exactly(bn(150)), deal.TimingPreMoney, "≤$160bn"},
		{deal.UpTo(bn(10)), deal.Exactly(bn(150)), deal.TimingPostMoney, "$150bn"},
		{deal.UpTo(bn(10)), deal.AtLeast(bn(150)), deal.TimingPreMoney, "~$160bn"},
		{deal.Exactly(bn(10)), deal.AtLeast(bn(150)), deal.TimingPreMoney, "≥$160bn"},
		{deal.Exactly(bn(10)), deal.UpTo(bn(150)), "", "≤$150bn"},
		{deal.AtLeast(bn(10)), deal.Exactly(bn(150)), deal.TimingPreMoney, "≥$160bn"},
	} {
		stake := equity(1, 2, 1, deal.StatusInTalks, 0, 0, 0)
		leg := &stake.Legs[0]
		leg.Figure, leg.Valuation, leg.ValuationMoney = test.figure, test.valuation, test.timing
		if got := rowOf(t, changed(t, stakesBook(2, stake), 1), "post_money").ScenarioText(deal.USD); got != test.want {
			t.Errorf("%+v of %+v: %s, want %s", test.figure, test.valuation, got, test.want)
		}
	}
}
