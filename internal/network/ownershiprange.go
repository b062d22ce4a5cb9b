package network

import (
	"context"
	"math"

	"roundtrip/internal/deal"
)

// ownershipLegs is how many uncertain stakes are tried by themselves, those of the first holders first.
const ownershipLegs = 50

// ownershipRanges returns the interval of what each holding looks through to, when every stake that follows from
// money and a valuation may be anything from low money over a high valuation to high money over a low one, and the
// leg that moves it most by itself. Stakes that a leg states are certain. Tried are all low, all high and each alone,
// until ctx is done: Sampled is set where a stake is uncertain. Money without an upper bound buys at most everything.
func (n *Network) ownershipRanges(ctx context.Context, book *deal.Book, base Ownership) []Range {
	ranges := make([]Range, len(base.Holdings))
	widths := make([]float64, len(base.Holdings))
	place := make(map[[2]int]int, len(base.Holdings))
	var uncertain []deal.LegID
	for i, h := range base.Holdings {
		ranges[i] = Range{Low: h.LookThrough, High: h.LookThrough}
		place[[2]int{h.Holder, h.Held}] = i
		for _, id := range h.Legs {
			if leg, _, ok := book.Leg(id); ok && stakeAt(leg, false) != stakeAt(leg, true) {
				uncertain = append(uncertain, id)
			}
		}
	}
	try := func(level func(id deal.LegID) (high, moved bool)) []float64 {
		now := make([]float64, len(ranges))
		other := n.OwnershipBy(book, func(leg deal.Leg) (float64, bool, bool) {
			share, estimated, ok := stakeOf(leg)
			if high, moved := level(leg.ID); ok && moved && leg.Stake == 0 {
				share = stakeAt(leg, high)
			}
			return share, estimated, ok
		})
		for _, h := range other.Holdings {
			if i, ok := place[[2]int{h.Holder, h.Held}]; ok {
				now[i] = h.LookThrough
			}
		}
		for i, value := range now {
			ranges[i].Low, ranges[i].High = min(ranges[i].Low, value), max(ranges[i].High, value)
			ranges[i].Sampled = true
		}
		return now
	}
	if len(uncertain) == 0 {
		return ranges
	}
	for _, high := range []bool{false, true} {
		if ctx.Err() == nil {
			try(func(deal.LegID) (bool, bool) { return high, true })
		}
	}
	for _, id := range uncertain[:min(len(uncertain), ownershipLegs)] {
		if ctx.Err() != nil {
			break
		}
		alone := func(high bool) []float64 {
			return try(func(other deal.LegID) (bool, bool) { return high, other == id })
		}
		least, greatest := alone(false), alone(true)
		for i := range ranges {
			if width := math.Abs(greatest[i] - least[i]); width > widths[i]+1e-12 {
				widths[i], ranges[i].Driver = width, id
			}
		}
	}
	return ranges
}

// stakeAt returns the least or the greatest part of its payee that the leg can buy.
func stakeAt(leg deal.Leg, high bool) float64 {
	money, valuation := leg.Figure.Low, leg.Valuation.High
	open := leg.Valuation.HighOpen() // the least part is then next to nothing
	if high {
		money, valuation = leg.Figure.High, leg.Valuation.Low
		open = leg.Figure.HighOpen()
	}
	switch {
	case leg.Stake > 0:
		return float64(leg.Stake) / float64(deal.Whole)
	case !leg.Figure.Known() || !leg.Valuation.Known() || open && !high:
		return 0
	case open || valuation == 0:
		return 1
	}
	whole := float64(valuation)
	if leg.ValuationMoney == deal.TimingPreMoney {
		whole += float64(money)
	}
	return min(1, float64(money)/whole)
}
