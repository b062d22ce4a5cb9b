package deal

import "testing"

// 12.5 of 300 are 4.17% with the money in the valuation and 12.5 of 312.5 are 4% with the money on top of it.
func TestTheStatedStakeTellsWhetherAValuationCountsTheMoney(t *testing.T) {
	billion := int64(1_000_000_000_00)
	percent := Whole / 100
	leg := func(stake Share, timing Timing) Leg {
		return Leg{Figure: Exactly(125 * billion / 10), Valuation: Exactly(300 * billion), Stake: stake, ValuationMoney: timing}
	}
	undisclosed := leg(4*percent, TimingUnsaid)
	undisclosed.Figure = Figure{Said: SaidUndisclosed}
	for name, test := range map[string]struct {
		leg       Leg
		pre, told bool
	}{
		"4% unsaid is before the money":      {leg(4*percent, TimingUnsaid), true, true},
		"4.17% unsaid is after the money":    {leg(417*percent/100, TimingUnsaid), false, true},
		"without a stake it is after":        {leg(0, TimingUnsaid), false, false},
		"what is said goes before the stake": {leg(4*percent, TimingPostMoney), false, false},
		"said to be before":                  {leg(417*percent/100, TimingPreMoney), true, false},
		"nothing to tell it by":              {undisclosed, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			if pre, told := test.leg.PreMoney(), test.leg.TimingToldByStake(); pre != test.pre || told != test.told {
				t.Errorf("pre-money %v, told by the stake %v; want %v, %v", pre, told, test.pre, test.told)
			}
		})
	}
}
