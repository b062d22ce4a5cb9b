package network

import (
	"context"
	"math"
	"math/bits"

	"roundtrip/internal/deal"
)

const (
	ownershipCorners = 10        // uncertain stakes of which all corners are tried
	ownershipWork    = 2_000_000 // companies times holders in all corners together, beyond which they are not
	ownershipLegs    = 50        // uncertain stakes that are tried by themselves, those of the first holders first
)

// ownershipRanges returns the interval of what each holding looks through to, when every stake that follows from
// money and a valuation may be anything from low money over a high valuation to high money over a low one, and the
// leg that moves it most by itself. Stakes that a leg states are certain. Money without an upper bound buys at most
// everything.
//
// As one stake grows, what is looked through changes as one linear expression over another, which only rises or only
// falls, so that the ends lie where every stake is at one of its own: all of these are tried with up to ten
// uncertain stakes. With more, or where stakes are scaled down to a whole company, tried are all low, all high and each
// alone, until ctx is done, and Sampled is set.
func (n *Network) ownershipRanges(ctx context.Context, book *deal.Book, base Ownership) []Range {
	s := n.newOwnershipSearch(book, base)
	if len(s.uncertain) == 0 {
		return s.ranges
	}
	for i := range s.ranges {
		s.ranges[i].Sampled = true
	}
	proven := s.everyCorner(ctx)
	for _, at := range []end{endLow, endHigh} {
		if ctx.Err() == nil && !proven {
			s.try(func(issue) end { return at })
		}
	}
	widths := make([]float64, len(base.Holdings))
	for _, leg := range s.uncertain[:min(len(s.uncertain), ownershipLegs)] {
		if ctx.Err() != nil {
			break
		}
		alone := func(at end) []float64 {
			return s.try(func(other issue) end {
				if other.leg == leg {
					return at
				}
				return endBest
			})
		}
		least, greatest := alone(endLow), alone(endHigh)
		for i := range s.ranges {
			if width := math.Abs(greatest[i] - least[i]); width > widths[i]+1e-12 {
				widths[i], s.ranges[i].Driver = width, leg
			}
		}
	}
	for i := range s.ranges {
		s.ranges[i].Sampled = !proven
	}
	return s.ranges
}

// ownershipSearch looks for the ends of what holdings look through to.
type ownershipSearch struct {
	network   *Network
	issues    []issue
	uncertain []deal.LegID
	ranges    []Range
	place     map[[2]int]int
	scaled    bool // somewhere stakes were more than a whole company
}

func (n *Network) newOwnershipSearch(book *deal.Book, base Ownership) *ownershipSearch {
	s := &ownershipSearch{network: n, ranges: make([]Range, len(base.Holdings)), place: make(map[[2]int]int, len(base.Holdings))}
	for i, h := range base.Holdings {
		s.ranges[i] = Range{Low: h.LookThrough, High: h.LookThrough}
		s.place[[2]int{h.Holder, h.Held}] = i
	}
	s.issues, _ = n.issues(book)
	for _, one := range s.issues {
		if one.uncertain() {
			s.uncertain = append(s.uncertain, one.leg)
		}
	}
	return s
}

// everyCorner tries all stakes at all of their ends, and reports whether that proves the ends.
func (s *ownershipSearch) everyCorner(ctx context.Context) bool {
	count := len(s.uncertain)
	if count > ownershipCorners || len(s.network.Companies)*len(s.issues)<<count > ownershipWork {
		return false
	}
	high := make(map[deal.LegID]bool, count)
	for step := range 1 << count {
		if step > 0 {
			leg := s.uncertain[bits.TrailingZeros(uint(step))]
			high[leg] = !high[leg]
		}
		s.try(func(one issue) end {
			switch {
			case high[one.leg]:
				return endHigh
			case one.uncertain():
				return endLow
			}
			return endBest
		})
		if ctx.Err() != nil {
			return false
		}
	}
	return !s.scaled
}

// try looks through the stakes at those ends, widens the intervals, and returns what each holding is there.
func (s *ownershipSearch) try(at func(issue) end) []float64 {
	now := make([]float64, len(s.ranges))
	other := s.network.ownershipBy(s.issues, at)
	s.scaled = s.scaled || len(other.Excess) > 0 || other.Closed
	for _, h := range other.Holdings {
		if i, ok := s.place[[2]int{h.Holder, h.Held}]; ok {
			now[i] = h.LookThrough
		}
	}
	for i, value := range now {
		s.ranges[i].Low, s.ranges[i].High = min(s.ranges[i].Low, value), max(s.ranges[i].High, value)
	}
	return now
}

// stakeAt returns the least or the greatest part of its payee that the leg can buy by itself.
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
