package whatif

import (
	"cmp"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Between which ends the parts of a company lie.
//
// The amount and the valuation of every stake may lie anywhere in their ranges, each by itself. Somebody's part rises
// with the shares that he buys and falls with those that others buy, so its ends are where his are most and theirs
// least, and the other way round. A paid stake that the scenario moves changes what the others' stated shares are a part
// of by two numbers at once, with one amount and one valuation behind them: all its corners are tried, and between them where
// rows_dilution_kinks.go says that the parts turn. A stake
// that nobody can price may leave the others with next to nothing, and its payer with everything.
//
// An amount that the scenario sets in the place of a range keeps the range in proportion, as moved says and as every other
// measure of it has it, so that the same is true of a scenario and of a document to which it has been applied.

// plenty stands for the shares of somebody who buys as good as the whole company.
const plenty = 1e15

// mostMoved is the most paid stakes that are moved of which all corners are tried.
const mostMoved = 4

// corner is one stake's shares at ends of its amount and its valuation.
type corner struct{ shares, before float64 }

// cornersOf returns the shares of the stake at the ends of its figures, fewest first.
func (n newStake) cornersOf(was, is deal.Leg, first bool) []corner {
	var corners []corner
	most := n.mostAmount(was, is, first)
	for _, amount := range []float64{0, most} {
		for valuation := range 2 {
			at := n.cornerAt(was, is, point{amount, float64(1 - valuation)}, first)
			if !slices.Contains(corners, at) {
				corners = append(corners, at)
			}
		}
	}
	slices.SortStableFunc(corners, func(a, b corner) int { return cmp.Compare(a.shares, b.shares) })
	return corners
}

// cornerAt returns the shares of the stake where its amount and its valuation are.
func (n newStake) cornerAt(was, is deal.Leg, at point, first bool) corner {
	found := corner{sharesAt(was, is, at, first), n.before}
	if _, known := priced(was, was); n.paid && known {
		found.before = sharesAt(was, was, at, first)
	}
	return found
}

// point is where the amount and the valuation of a stake are between their ends: 0 is the low one, 1 the high one.
type point struct{ amount, valuation float64 }

// sharesAt returns the shares that a stake whose price is known adds to one old share, with its amount and its
// valuation there. Of the stake in question, which comes first, a stated percentage gives the price before a valuation does.
func sharesAt(was, is deal.Leg, at point, first bool) float64 {
	repriced := was.Valuation != is.Valuation || was.ValuationMoney != is.ValuationMoney
	if is.Stake != 0 && (is.Stake != was.Stake || was.Figure == is.Figure && !repriced) {
		return min(plenty, added(fraction(is.Stake)))
	}
	money := between(is.Figure, at.amount)
	if money == 0 {
		return 0
	}
	byPercentage := is.Valuation.Best == 0 && !first
	if was.Stake != 0 && (byPercentage || first && is.Stake != 0 && !repriced) {
		return min(plenty, money/between(was.Figure, at.amount)*added(fraction(was.Stake)))
	}
	worth := between(is.Valuation, at.valuation)
	switch {
	case math.IsInf(worth, 1):
		return 0
	case preMoney(was, is):
		return min(plenty, money/worth)
	case money >= worth:
		return plenty
	}
	return min(plenty, money/(worth-money))
}

// between returns the amount of a figure between its ends. One that is open above reaches any amount, and is as many
// times its low one as any other figure in proportion to it.
func between(is deal.Figure, at float64) float64 {
	switch {
	case at == 0:
		return float64(is.Low)
	case is.HighOpen() && at == 1:
		return math.Inf(1)
	case is.HighOpen():
		return float64(is.Low) / (1 - at)
	}
	return float64(is.Low) + at*float64(is.High-is.Low)
}

// endOf returns an end of a figure.
func endOf(is deal.Figure, end int) float64 { return between(is, float64(end)) }

// span returns the ends of a holder's part: of the stakes that are his, and of the shares that a source states. It is
// false where they are not known, because too many stakes that are paid are moved, or several and the parts turn.
func (d *dilution) span(his func(newStake) bool, stated float64) (network.Range, bool) {
	if moved := d.moved(); moved > mostMoved || moved > 1 && d.turns() {
		return network.Range{}, false
	}
	found := network.Range{Low: d.extreme(his, stated, 0), High: d.extreme(his, stated, 1)}
	for _, unpriced := range d.unpriced {
		own := his(newStake{leg: unpriced})
		if !own || d.doubt {
			found.Low = 0
		}
		if own || d.doubt {
			found.High = max(0, 1-d.set)
		}
	}
	return found, true
}

// moved returns how many of the stakes are paid and have more than one corner.
func (d *dilution) moved() int {
	count := 0
	for _, stake := range d.stakes {
		if stake.isMoved() {
			count++
		}
	}
	return count
}

// isMoved reports whether the stake is a paid one that has other shares than in the base, at some corner.
func (n newStake) isMoved() bool {
	return n.paid && slices.ContainsFunc(n.corners, func(at corner) bool { return at.shares != at.before })
}

// extreme returns the least (0) or the most (1) that the holder's part can be.
func (d *dilution) extreme(his func(newStake) bool, stated float64, end int) float64 {
	at := *d
	at.stakes = slices.Clone(d.stakes)
	best := math.Inf(1 - 2*end)
	var try func(i int)
	try = func(i int) {
		if i == len(at.stakes) {
			at.scaleDown(d.stated)
			part := 0.0
			for _, stake := range at.stakes {
				if his(stake) {
					part += at.of(stake)
				}
			}
			part += at.part(stated * at.scale)
			if end == 0 {
				best = min(best, part)
			} else {
				best = max(best, part)
			}
			return
		}
		stake := d.stakes[i]
		corners := stake.corners
		if stake.set != 0 || len(corners) == 0 {
			try(i + 1)
			return
		}
		if !stake.isMoved() {
			most := his(stake) == (end == 1)
			corners = corners[:1]
			if most {
				corners = stake.corners[len(stake.corners)-1:]
			}
		} else if stake.kinks != nil {
			corners = append(slices.Clone(corners), stake.kinks(1-d.stated-at.roomOf(i))...)
		}
		for _, corner := range corners {
			at.stakes[i].shares, at.stakes[i].before = corner.shares, corner.before
			try(i + 1)
		}
	}
	try(0)
	return best
}

// boundIn returns what the ends say of the number between them.
func boundIn(number float64, ends network.Range, known bool) Bound {
	same := 1e-9 * max(1, math.Abs(number))
	switch {
	case !known:
		return About
	case ends.High-ends.Low <= same:
		return Exactly
	case ends.High-number <= same:
		return AtMost
	case number-ends.Low <= same:
		return AtLeast
	}
	return About
}

// uncertain reports whether any of the parts may be another than the best figures say.
func (d *dilution) uncertain() bool {
	return len(d.unpriced) > 0 || slices.ContainsFunc(d.stakes, func(stake newStake) bool {
		return stake.set == 0 && len(stake.corners) > 1
	})
}
