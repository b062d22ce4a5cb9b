package whatif

import (
	"testing"

	"roundtrip/internal/deal"
)

// A has 12% of B and buys $4bn to $6bn more at $50bn before it: $5bn of $55bn is 1/11, and 12% less that is 10.91%.
func TestABuyerThatHoldsAPartIsToldWhatItHoldsInAll(t *testing.T) {
	stake := equity(1, 1, 2, deal.StatusInTalks, bn(5), bn(50), 0)
	stake.Legs[0].Figure, stake.Legs[0].ValuationMoney = deal.Between(bn(4), bn(6)), deal.TimingPreMoney
	book := stakesBook(2, stake, equity(2, 1, 2, deal.StatusCompleted, bn(3), 0, 120_000))
	workbench := workbenchOf(t, book)
	told := func(change func(*Stake)) string {
		stake := StakeOf(book, 1)
		change(&stake)
		return compare(t, workbench, stake).Words()[0].Text
	}
	for want, change := range map[string]func(*Stake){
		"A gives B about $5bn and buys about 9.09% of it, and then holds about 20% in all: its other stakes keep about 10.91%.":                    func(*Stake) {},
		"A gives B nothing instead of about $5bn and buys none of it instead of about 9.09%, which leaves A with 12% instead of about 20% in all.": func(s *Stake) { s.Cents = 0 },
	} {
		if got := told(change); got != want {
			t.Errorf("told is %q, want %q", got, want)
		}
	}
}
