package network

import "slices"

// levels returns the amounts at which a leg is tried: its ends, and between them where its payer or its payee
// comes into balance, for there throughflow, and with it the index of cycling, changes its course.
func (s *sampler) levels(i int) []int64 {
	flow := s.network.Flows[s.legs[i].flow]
	rest := func(company int) (in, out int64) {
		for at, other := range s.network.Flows {
			money := s.money[at]
			if at == s.legs[i].flow {
				money -= s.now[i]
			}
			if other.Payee == company {
				in += money
			}
			if other.Payer == company {
				out += money
			}
		}
		return in, out
	}
	payerIn, payerOut := rest(flow.Payer)
	payeeIn, payeeOut := rest(flow.Payee)
	levels := []int64{s.low[i], s.high[i]}
	for _, cents := range []int64{payerIn - payerOut, payeeOut - payeeIn, payerIn, payeeOut} {
		if cents > s.low[i] && cents < s.high[i] {
			levels = append(levels, cents)
		}
	}
	slices.Sort(levels)
	return slices.Compact(levels)
}

// put gives the flows the amounts, divided among their legs: each its low, and what is left to the first that can
// have it.
func (s *sampler) put(at []int64) {
	rest := make([]int64, len(at))
	for flow, cents := range at {
		rest[flow] = cents - s.network.Flows[flow].Low
	}
	for i, candidate := range s.legs {
		more := min(rest[candidate.flow], s.high[i]-s.low[i])
		if candidate.leg.HighOpen {
			more = rest[candidate.flow]
		}
		s.set(i, s.low[i]+more)
		rest[candidate.flow] -= more
	}
}

// climb moves one leg after the other to the level that is best for Finn's index, from the view's amounts on, or from
// those of the flows given where they are better, until nothing gets better: corners alone miss its ends, which lie
// where companies come into balance.
func (s *sampler) climb(sign float64, from []int64) {
	defer s.back()
	best := s.base[slotFinn]
	if from != nil {
		s.put(from)
		if s.try() && sign*s.values[slotFinn] > sign*best {
			best = s.values[slotFinn]
		} else {
			s.back()
		}
	}
	for range climbRounds {
		better := false
		for i := range min(len(s.legs), max(1, s.samples/8)) {
			keep := s.now[i]
			for _, cents := range s.levels(i) {
				s.set(i, cents)
				if !s.try() {
					s.set(i, keep)
					return
				}
				if value := s.values[slotFinn]; sign*value > sign*best+1e-12 {
					best, keep, better = value, cents, true
				}
			}
			s.set(i, keep)
		}
		if !better {
			return
		}
	}
}

// climbRounds bounds how often climb goes through the legs.
const climbRounds = 4

// back puts every leg to what the view has.
func (s *sampler) back() {
	for i := range s.legs {
		s.set(i, s.legs[i].leg.Money)
	}
}
