package whatif

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// figures says at which ends of their ranges a stress test takes the amounts and valuations. A stake is worked out from
// the same amount and valuation as what it is worth, so that $10bn bought is worth $10bn at every valuation.
type figures struct {
	view       network.Pick        // of amounts that are not given an end
	ends       map[deal.LegID]bool // of uncertain legs: at the high end, or at the low one
	valuations network.Pick        // of the valuations that companies are worth
	older      network.Pick        // of the valuations that only tell what an older stake has bought
	elsewhere  bool                // these are not the figures of the view
}

// beyond stands for no upper end: so many times the number that is known.
const beyond = 1e15

// amount returns the leg's amount in cents of its currency.
func (f figures) amount(leg deal.Leg) float64 {
	pick := f.view
	if high, ok := f.ends[leg.ID]; ok {
		pick = pickEnd(high)
	}
	return pickedOf(leg.Figure, pick)
}

// pickedOf returns the number of the figure that the pick means, far beyond it where it is high and nothing bounds it.
func pickedOf(figure deal.Figure, pick network.Pick) float64 {
	switch {
	case !figure.Known():
		return 0
	case pick == network.PickLow:
		return float64(figure.Low)
	case pick == network.PickHigh && figure.HighOpen():
		return beyond * float64(figure.High)
	case pick == network.PickHigh:
		return float64(figure.High)
	}
	return float64(figure.Best)
}

// whole returns what the leg's payee is worth with the leg's money in it, by the leg's valuation, and that money.
func (f figures) whole(leg deal.Leg, pick network.Pick) (whole, money float64) {
	whole, money = pickedOf(leg.Valuation, pick), f.amount(leg)
	if leg.PreMoney() {
		return whole + money, money
	}
	return max(whole, money), money
}

// share returns the part of its payee that the leg buys, and false where it cannot be known.
func (f figures) share(leg deal.Leg, pick network.Pick) (share float64, ok bool) {
	if leg.Stake > 0 {
		return float64(leg.Stake) / float64(deal.Whole), true
	}
	if !leg.Figure.Known() || !leg.Valuation.Known() || leg.Valuation.Best == 0 {
		return 0, false
	}
	whole, money := f.whole(leg, pick)
	if whole == 0 || math.IsInf(whole, 0) {
		return 0, true
	}
	return min(1, money/whole), true
}
