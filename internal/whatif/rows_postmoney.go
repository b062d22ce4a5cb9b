package whatif

import (
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// preMoney reports whether the valuation of a leg that a scenario moves is without the new money: as the scenario
// says, or else as the leg that it moves is read. The amount that is moved does not change the reading.
func preMoney(was, is deal.Leg) bool {
	if is.ValuationMoney != deal.TimingUnsaid {
		return is.ValuationMoney == deal.TimingPreMoney
	}
	was.ValuationMoney = deal.TimingUnsaid
	return was.PreMoney()
}

// preMoney reports whether the stake's valuation is without its money.
func (s *side) preMoney(base *side) bool {
	is := s.leg
	is.ValuationMoney = s.stake.Timing
	return preMoney(base.leg, is)
}

// timingNote says how the valuation is read.
func (s *side) timingNote(base *side) string {
	pre := s.preMoney(base)
	switch s.stake.Timing {
	case deal.TimingPreMoney:
		return "the valuation is pre-money: the stake adds to it"
	case deal.TimingPostMoney:
		return ""
	}
	was := base.leg
	if was.ValuationMoney = deal.TimingUnsaid; !was.TimingToldByStake() {
		return "no source says whether the valuation counts the new money: taken as post-money"
	}
	taken, nearer := "post-money", "with the money in it"
	if pre {
		taken, nearer = "pre-money", "with the money on top of it"
	}
	return fmt.Sprintf("no source says whether the valuation counts the new money: taken as %s, because the %s for %s that are stated fit %s",
		taken, was.Stake.Percent(), s.money(was.Figure.Best), nearer)
}

// pricedByStake reports whether a stated percentage gives the price of an amount that the scenario moves: the company
// is then worth before the money what it is in the base.
func (s *side) pricedByStake(base *side) bool {
	repriced := s.stake.Valuation != base.stake.Valuation || s.stake.Timing != base.stake.Timing
	return base.leg.Stake != 0 && s.leg.Stake == base.leg.Stake && !repriced && base.stake.Cents != 0
}

// postMoney returns what the payee is worth once the stake is in, at the price that ownership has.
func (s *side) postMoney(base *side) value {
	if s.fails(s.leg.Payee) {
		return unknown(s.failed())
	}
	if s.stake.Valuation == 0 {
		return unknown("no source states a valuation")
	}
	pre, moved := s.preMoney(base), s.pricedByStake(base) && s.stake.Cents != base.stake.Cents
	cents := s.stake.Valuation
	switch {
	case pre:
		cents += s.stake.Cents
	case moved:
		cents += s.stake.Cents - base.stake.Cents
	}
	number, ok := s.inBase(cents)
	if !ok {
		return unknown(s.noRate())
	}
	result := known(number, s.leg.ID)
	result.note = s.timingNote(base)
	var ends [2]float64
	for i := range ends {
		end := endOf(s.leg.Valuation, i)
		switch {
		case pre:
			end += endOf(s.leg.Figure, i)
		case moved:
			end += endOf(s.leg.Figure, i) - endOf(base.leg.Figure, 1-i)
		}
		if ends[i] = max(0, end); end < math.MaxInt64 {
			ends[i], _ = s.inBase(int64(ends[i]))
		}
	}
	result.between(network.Range{Low: ends[0], High: ends[1]}, true)
	result.loosen(onlyAbout(s.leg.Valuation) || (pre || moved) && onlyAbout(s.leg.Figure))
	return result
}
