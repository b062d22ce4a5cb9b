package whatif

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// twoStakes is a payer, A, with two stakes in B that B spends by one contract: up to $10bn at $100bn with the money, $8bn
// at $100bn before it. C has paid $5bn at $50bn, and no source says what it owns.
func twoStakes() *deal.Book {
	first, second, contract := conditional(1, 1, 2, 0, deal.Whole, 3), conditional(2, 1, 2, bn(8), deal.Whole, 3), commercial(3, 2, 1, deal.Between(bn(12), bn(16)))
	first.Legs[0].Figure, first.Legs[0].Valuation, first.Legs[0].ValuationMoney = deal.UpTo(bn(10)), deal.Exactly(bn(100)), deal.TimingPostMoney
	second.Legs[0].Valuation, second.Legs[0].ValuationMoney = deal.Exactly(bn(100)), deal.TimingPreMoney
	return stakesBook(4, first, second, contract, equity(4, 3, 2, deal.StatusCompleted, bn(5), bn(50), 0), commercial(5, 2, 4, deal.Exactly(bn(7))))
}

// By hand: with $10bn A adds 1/9 of an old share and 0.08 of one, with nothing 0.08. C had 10%.
func TestTwoStakesOfOnePayerHaveEnds(t *testing.T) {
	book := twoStakes()
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	got := compare(t, workbench, StakeOf(book, 1))
	both := 1.0/9 + 0.08
	through := rowOf(t, got, "look_through")
	if !through.HasRange || !near(through.Scenario, both/(1+both)) || !near(through.ScenarioRange.Low, 0.08/1.08) ||
		!near(through.ScenarioRange.High, both/(1+both)) || through.ScenarioBound != AtMost {
		t.Errorf("look-through: %+v", through)
	}
	other := rowOf(t, got, "owned_by_3")
	if !near(other.Scenario, 0.1/(1+both)) || other.ScenarioBound != About || other.HasRange || other.Name != "C is left with" {
		t.Errorf("C: %+v", other)
	}
	if text := got.Words()[0].Text; text != "A gives B up to $10bn and buys up to 9.33% of it, which leaves C with about 8.4%." {
		t.Error(text)
	}
	back := rowOf(t, got, "back_earmarked")
	if !back.HasRange || back.ScenarioRange.Low != 0 || back.ScenarioRange.High > 1e12 || back.Scenario > back.ScenarioRange.High {
		t.Errorf("back with what must be spent: %+v", back)
	}
	for _, cents := range []float64{0, 1, 5, 10} {
		one := compare(t, workbench, Stake{Leg: 1, Cents: bn(cents), SpentBack: deal.Whole, Valuation: bn(100), Timing: deal.TimingPostMoney})
		if number := rowOf(t, one, "back_earmarked").Scenario; number < back.ScenarioRange.Low-1 || number > back.ScenarioRange.High+1 {
			t.Errorf("with $%gbn %v comes back, outside %+v", cents, number, back.ScenarioRange)
		}
		if number := rowOf(t, one, "look_through").Scenario; number < through.ScenarioRange.Low-1e-9 || number > through.ScenarioRange.High+1e-9 {
			t.Errorf("with $%gbn A holds %v, outside %+v", cents, number, through.ScenarioRange)
		}
	}
}
