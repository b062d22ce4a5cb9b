package network

import (
	"math"

	"roundtrip/internal/deal"
)

const (
	returnWork  = 100_000_000 // multiplications for the ends of all return shares, about half a second's worth
	returnParts = 600         // parts of the box that are looked at for one end
)

// returnEnds sets the ends of the return shares that are exact. What comes back of a flow between two groups is nothing,
// and of what a company pays itself everything.
func (s *sampler) returnEnds(b *box) {
	if len(s.legs) == 0 {
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

// endsOfEarmarked sets the ends of the earmarked shares that follow from those of the plain ones. Without conditions the
// two are the same. Where the one leg of a flow must be spent with its payer, by a contract that nobody else's leg is
// conditional on, what is earmarked and the plain share are both least where the leg is greatest and the contract least,
// and both greatest the other way round.
func (s *sampler) endsOfEarmarked() {
	legs, by := make(map[int]int), make(map[deal.LegID]int)
	for _, c := range s.earmarks {
		legs[c.flow]++
		by[c.by.ID]++
	}
	for flow := range s.money {
		if legs[flow] == 0 {
			s.found[slotFirst+len(s.money)+flow] = s.found[slotFirst+flow]
		}
	}
	for _, c := range s.earmarks {
		back := s.payer[c.byFlow] == s.payee[c.flow] && s.payee[c.byFlow] == s.payer[c.flow]
		if !back || c.legs != 1 || by[c.by.ID] != 1 || legs[c.flow] != 1 || s.payer[c.flow] == s.payee[c.flow] {
			continue
		}
		plain := s.found[slotFirst+c.flow]
		low := c.covers * covered(c, float64(c.by.Low), orOpen(float64(c.leg.High), c.leg.HighOpen))
		high := c.covers * covered(c, orOpen(float64(c.by.High), c.by.HighOpen), float64(c.leg.Low))
		s.end(slotFirst+len(s.money)+c.flow, low+(1-low)*plain.Low, high+(1-high)*plain.High,
			!plain.Sampled || plain.LowProven || low == 1, !plain.Sampled || plain.HighProven || high == 1)
	}
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
