package deal

import "math"

// PreMoney reports whether the leg's valuation is without the leg's money. It is as a source says. Where none does, a
// stake that is stated beside amount and valuation tells it: what the amount buys of the valuation is nearer to it in
// one reading. Otherwise the money is taken to be in the valuation.
func (l Leg) PreMoney() bool {
	if l.ValuationMoney != TimingUnsaid {
		return l.ValuationMoney == TimingPreMoney
	}
	return l.TimingToldByStake() && l.awayFromStake(1) < l.awayFromStake(0)
}

// TimingToldByStake reports whether only the stated stake tells if the leg's valuation is without its money.
func (l Leg) TimingToldByStake() bool {
	return l.ValuationMoney == TimingUnsaid && l.Stake > 0 && l.Figure.Known() && l.Figure.Best > 0 &&
		l.Valuation.Known() && l.Valuation.Best > 0
}

// awayFromStake returns how far the part that the leg's money buys is from the stated one, when so much of the money
// comes on top of the valuation.
func (l Leg) awayFromStake(onTop float64) float64 {
	money := float64(l.Figure.Best)
	return math.Abs(money/(float64(l.Valuation.Best)+onTop*money) - float64(l.Stake)/float64(Whole))
}
