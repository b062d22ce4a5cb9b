package network

import (
	"context"
	"math"
	"math/bits"
	"slices"

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
// everything, and so does a stake of which nobody knows what it buys, or else nothing.
//
// As one stake grows, what is looked through changes as one linear expression over another, which only rises or only
// falls, so that the ends lie where every stake is at one of its own: all of these are tried with up to ten
// uncertain stakes among companies that hold one another. With more, or where stakes are scaled down to a whole company or
// companies buy one another wholly, tried are all low, all high and each alone, until ctx is done, and Sampled is set for
// what these companies hold, with the ends that cannot be passed as proven.
func (n *Network) ownershipRanges(ctx context.Context, book *deal.Book, base Ownership) []Range {
	s := n.newOwnershipSearch(book, base)
	widths := make([]float64, len(base.Holdings))
	for _, group := range s.groups() {
		s.scaled, s.looked = false, s.groupWith(group[0])
		proven := s.everyCorner(ctx, group)
		for _, at := range []end{endLow, endHigh} {
			if ctx.Err() == nil && !proven {
				s.try(func(one issue) end {
					if slices.Contains(group, one.leg) {
						return at
					}
					return endBest
				})
			}
		}
		for _, leg := range group {
			if ctx.Err() != nil || s.alone == ownershipLegs {
				proven = false
				break
			}
			s.alone++
			s.widthOf(leg, widths)
		}
		if !proven {
			s.unproven()
		}
	}
	for i := range s.ranges {
		s.snap(&s.ranges[i])
	}
	return s.ranges
}

// widthOf tries the leg alone at its ends, and remembers it as what moves a holding where none has moved it more.
func (s *ownershipSearch) widthOf(leg deal.LegID, widths []float64) {
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

// snap makes the ends that are nothing and everything but for the shares that a whole company is bought by exactly that,
// and proven.
func (s *ownershipSearch) snap(r *Range) {
	if r.Low < 1e-12 {
		r.Low = 0
	}
	if r.High > 1-1e-12 {
		r.High = 1
	}
	if r.Sampled {
		r.LowProven, r.HighProven = r.Low == 0, r.High == 1
		r.Sampled = !r.LowProven || !r.HighProven
	}
	if !r.Sampled {
		r.LowProven, r.HighProven = false, false
	}
}

// ownershipSearch looks for the ends of what holdings look through to.
type ownershipSearch struct {
	network *Network
	issues  []issue
	base    []float64 // what each holding is at the best figures
	ranges  []Range
	group   []int // of each company one that it is joined to by equity, in the end the first of its group
	place   map[[2]int]int
	looked  int  // the group whose stakes are tried
	scaled  bool // somewhere in it stakes were more than a whole company
	alone   int  // how many legs have been tried by themselves
}

func (n *Network) newOwnershipSearch(book *deal.Book, base Ownership) *ownershipSearch {
	s := &ownershipSearch{network: n, ranges: make([]Range, len(base.Holdings)), place: make(map[[2]int]int, len(base.Holdings))}
	for i, h := range base.Holdings {
		s.ranges[i] = Range{Low: h.LookThrough, High: h.LookThrough}
		s.base = append(s.base, h.LookThrough)
		s.place[[2]int{h.Holder, h.Held}] = i
	}
	s.issues = n.issues(book)
	return s
}

// groups returns the uncertain stakes, together those among companies that hold one another.
func (s *ownershipSearch) groups() [][]deal.LegID {
	s.group = make([]int, len(s.network.Companies))
	for i := range s.group {
		s.group[i] = i
	}
	for _, one := range s.issues {
		from, to := s.groupOf(one.holder), s.groupOf(one.held)
		s.group[max(from, to)] = min(from, to)
	}
	at := make(map[int]int)
	var groups [][]deal.LegID
	for _, one := range s.issues {
		if !one.uncertain() {
			continue
		}
		group := s.groupOf(one.held)
		if _, seen := at[group]; !seen {
			at[group] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[group]] = append(groups[at[group]], one.leg)
	}
	return groups
}

// groupOf returns the first company of those that hold one another, the company's own.
func (s *ownershipSearch) groupOf(company int) int {
	for s.group[company] != company {
		company = s.group[company]
	}
	return company
}

// groupWith returns the group in which the leg buys.
func (s *ownershipSearch) groupWith(leg deal.LegID) int {
	at := slices.IndexFunc(s.issues, func(one issue) bool { return one.leg == leg })
	return s.groupOf(s.issues[at].held)
}

// unproven marks what the companies of the group that is looked at hold as searched for.
func (s *ownershipSearch) unproven() {
	for ends, i := range s.place {
		s.ranges[i].Sampled = s.ranges[i].Sampled || s.groupOf(ends[1]) == s.looked
	}
}

// everyCorner tries all stakes of the group at all of their ends, and reports whether that proves the ends.
func (s *ownershipSearch) everyCorner(ctx context.Context, group []deal.LegID) bool {
	count := len(group)
	if count > ownershipCorners || len(s.network.Companies)*len(s.issues)<<count > ownershipWork {
		return false
	}
	high := make(map[deal.LegID]bool, count)
	for step := range 1 << count {
		if step > 0 {
			leg := group[bits.TrailingZeros(uint(step))]
			high[leg] = !high[leg]
		}
		s.try(func(one issue) end {
			switch {
			case high[one.leg]:
				return endHigh
			case slices.Contains(group, one.leg):
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
	inGroup := func(company int) bool { return s.groupOf(company) == s.looked }
	s.scaled = s.scaled || other.Closed || slices.ContainsFunc(other.Excess, inGroup)
	if other.Closed { // nobody owns anything there, which is no end of what is owned before
		for i := range s.ranges {
			now[i] = s.base[i]
		}
		return now
	}
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
	if leg.PreMoney() {
		whole += float64(money)
	}
	return min(1, float64(money)/whole)
}
