package network

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
)

const (
	returnWork    = 100_000_000 // multiplications for the ends of all return shares, about half a second's worth
	earmarkedWork = 10_000_000  // multiplications for each end of an earmarked one
	returnParts   = 600         // parts of the box that are looked at for one end
)

// returnEnds sets the ends of the return shares that are exact. What comes back of a flow between two groups is nothing,
// and of what a company pays itself everything.
func (s *sampler) returnEnds(b *box) {
	if len(s.legs) == 0 {
		if slices.ContainsFunc(s.earmarks, func(c condition) bool { return c.unsaid }) {
			s.endsOfEarmarked()
		}
		return
	}
	b.ctx = s.until
	for flow, cents := range s.base[slotFirst : slotFirst+len(s.money)] {
		if s.payer[flow] == s.payee[flow] || !s.inside(flow) {
			s.end(slotFirst+flow, cents, cents, true, true)
		}
	}
	work := returnWork
	for group := range s.groups.count {
		flows := s.groups.flowsOf(group)
		if len(flows) == 0 {
			continue
		}
		search := newReturnSearch(b, group)
		cost := search.cost()
		for _, flow := range flows {
			payer, payee := s.groups.number[s.payer[flow]], s.groups.number[s.payee[flow]]
			if payer == payee {
				continue
			}
			var ends [2]float64
			var exact [2]bool
			for end := range ends {
				ends[end], exact[end] = search.furthest(payee, payer, end == 1, min(returnParts, work/cost))
				work -= cost * search.looked
			}
			s.endOfShare(int(flow), ends, exact)
		}
	}
	s.endsOfEarmarked()
}

// endOfShare takes the ends of a flow's return share, least and greatest, and which of them are exact. What differs from
// what was found before by rounding alone is that.
func (s *sampler) endOfShare(flow int, ends [2]float64, exact [2]bool) {
	r := &s.found[slotFirst+flow]
	for end, found := range [2]*float64{&r.Low, &r.High} {
		switch off := math.Abs(ends[end] - *found); {
		case math.IsNaN(ends[end]) || off <= 1e-9:
			ends[end] = *found
		case math.Abs(ends[end]-math.Round(ends[end])) <= 1e-9:
			ends[end] = math.Round(ends[end])
		}
	}
	s.end(slotFirst+flow, ends[0], ends[1], exact[0], exact[1])
}

// endsOfEarmarked sets the ends of the earmarked shares that follow from those of the plain ones, and of companies that pay
// nothing on a condition the two are the same. Where the one leg of a flow must be spent with its payer, by a contract that
// nobody else's leg is conditional on, the earmarked share is least where the leg is greatest and the contract least, and
// greatest the other way round, whatever the other amounts are: those are searched with what is left of the two. A contract
// that carries a share of the leg is as great as the leg then makes it.
func (s *sampler) endsOfEarmarked() {
	conditional, by := make(map[int32]bool), make(map[int32]int)
	for _, c := range s.earmarks {
		conditional[s.payer[c.flow]] = true
		by[s.groups.of[s.payee[c.flow]]]++
	}
	first := slotFirst + len(s.money)
	for flow := range s.money {
		if !conditional[s.payer[flow]] && len(s.legs) > 0 {
			s.found[first+flow] = s.found[slotFirst+flow]
		}
	}
	for _, c := range s.earmarks {
		back := s.payer[c.byFlow] == s.payee[c.flow] && s.payee[c.byFlow] == s.payer[c.flow]
		if !back || c.legs != 1 || by[s.groups.of[s.payee[c.flow]]] != 1 || s.payer[c.flow] == s.payee[c.flow] {
			continue
		}
		var ends [2]float64
		var exact [2]bool
		for end := range ends {
			ends[end], exact[end] = s.earmarkedEnd(c, end == 1)
		}
		if !math.IsNaN(ends[0]) && !math.IsNaN(ends[1]) {
			s.end(first+c.flow, ends[0], ends[1], exact[0], exact[1])
		}
	}
	for flow := range s.money { // no share is less than nothing or more than all, where some amounts reach that
		if r := &s.found[first+flow]; r.Sampled {
			r.LowProven, r.HighProven = r.LowProven || r.Low == 0, r.HighProven || r.High >= 1-1e-12
			if r.LowProven && r.HighProven {
				r.Sampled, r.LowProven, r.HighProven = false, false, false
			}
		}
	}
}

// earmarkedEnd returns the least or the greatest earmarked share of a leg that is all of its flow and must be spent with its
// payer, and whether that is exact; NaN where it is not found.
func (s *sampler) earmarkedEnd(c condition, greatest bool) (share float64, exact bool) {
	carried := slices.ContainsFunc(s.carried, func(pair along) bool { return pair.leg.ID == c.leg.ID })
	leg, contract, covers := float64(c.leg.Low), orOpen(float64(c.by.High), c.by.HighOpen), c.covers
	if !greatest {
		leg, contract = orOpen(float64(c.leg.High), c.leg.HighOpen), float64(c.by.Low)
		if c.unsaid {
			covers = 0
		}
	}
	switch {
	case carried && greatest:
		contract = float64(c.by.Low)
	case carried:
		contract = orOpen(float64(c.by.High), c.by.HighOpen)
	}
	c.covers = covers
	part := covers
	if !carried {
		part *= covered(c, contract, leg)
	}
	switch {
	case part == 1 || math.IsInf(leg, 1):
		return part, true // nothing of the rest of a leg that outgrows everything comes back
	case math.IsInf(contract, 1):
		return 1, true
	}
	earmarked := math.Round(part * leg)
	held := s.network.withLegs(map[deal.LegID]int64{c.leg.ID: int64(leg - earmarked), c.by.ID: int64(max(0, contract-earmarked))})
	a := held.amounts()
	b := newBox(held, a)
	b.ctx = s.until
	search := newReturnSearch(b, a.groups.of[a.payer[c.flow]])
	from, to := a.groups.number[a.payee[c.flow]], a.groups.number[a.payer[c.flow]]
	rest, exact := search.furthest(from, to, greatest, min(returnParts, earmarkedWork/max(1, search.cost())))
	return part + (1-part)*rest, exact
}

// covered returns which part of what must be spent by a contract it can take, at amounts of both in cents.
func covered(c condition, contract, leg float64) float64 {
	promised := c.covers * leg
	switch {
	case promised <= contract:
		return 1
	case math.IsInf(promised, 1):
		return 0
	}
	return contract / promised
}
