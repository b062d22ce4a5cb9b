package network

import "math"

// returnSearch finds how far the part of a company's money that comes to another one can go, by branch and bound: where
// the choices behind a bound do not agree, the box is divided at the flow that they agree least on, until the bound of
// every part is no further than what some amounts do give.
type returnSearch struct {
	*box
	group             int32
	forward, backward *returnBounds
	low, high         []float64 // the ends of the flows in cents, for the present question; +Inf where nothing bounds one
	gross             float64   // of all that has an end
	target            int32     // number in the group
	greatest          bool
	settled           []bool
	worth             []float64
	parts             []boxPart
	looked            int // how many parts of the box the question took
}

// boxPart is a part of the box and its bound.
type boxPart struct {
	low, high []float64
	bound     float64
	splits    int32   // the flow to divide it at, -1: nothing divides it
	at        float64 // in cents
}

// returnExact is the part of itself that an end may be off and still be called exact.
const returnExact = 1e-6

func newReturnSearch(b *box, group int32) *returnSearch {
	count := len(b.groups.companiesOf(group))
	s := &returnSearch{
		box: b, group: group, forward: b.newReturnBounds(group, false), backward: b.newReturnBounds(group, true),
		low: make([]float64, len(b.low)), high: make([]float64, len(b.low)),
		settled: make([]bool, count), worth: make([]float64, count),
	}
	for flow := range b.low {
		s.gross += float64(b.high[flow]) + 1
	}
	return s
}

// furthest returns the greatest or the least part of the money at start that ever comes to the target, both numbers of
// the group, and whether that is exact. It looks at no more than so many parts of the box; at 0 it only knows what open
// flows settle, and else NaN. Where it is not exact it is what some amounts give.
func (s *returnSearch) furthest(start, target int32, greatest bool, parts int) (end float64, exact bool) {
	s.parts, s.looked, s.target, s.greatest = s.parts[:0], 0, target, greatest
	s.settle()
	if s.settled[start] {
		return s.worth[start], true
	}
	if parts == 0 {
		return math.NaN(), false
	}
	s.fix()
	for _, g := range []*returnBounds{s.forward, s.backward} {
		g.start, g.greatest, g.gift, g.settled, g.worth = start, greatest, s.gross, s.settled, s.worth
	}
	sign := -1.0
	if greatest {
		sign = 1
	}
	whole := boxPart{low: s.low, high: s.high}
	found, ok := s.look(&whole)
	s.parts = append(s.parts, whole)
	for s.looked = 1; ok; {
		next := 0
		for i := range s.parts {
			if sign*s.parts[i].bound > sign*s.parts[next].bound {
				next = i
			}
		}
		part := s.parts[next]
		switch off := sign * (part.bound - found); {
		case off <= 0:
			return found, true
		case off <= returnExact*part.bound+1e-9:
			return part.bound, true
		case s.looked >= parts || part.splits < 0 || stopped(s.ctx):
			return found, false
		}
		s.parts[next] = s.parts[len(s.parts)-1]
		s.parts = s.parts[:len(s.parts)-1]
		for _, half := range part.divide() {
			var value float64
			if value, ok = s.look(&half); !ok {
				break
			}
			if s.looked++; sign*value > sign*found {
				found = value
			}
			s.parts = append(s.parts, half)
		}
	}
	return found, false
}

// cost returns about how many multiplications it takes to look at a part of the box.
func (s *returnSearch) cost() int {
	e, cost := s.forward.solver, 0
	for k := range e.n {
		row := int(e.first[k+1] - e.first[k])
		cost += 8 + row*(4+row)
	}
	return 16 * cost
}

// divide returns the two halves of the part.
func (p *boxPart) divide() [2]boxPart {
	lower, upper := boxPart{low: p.low}, boxPart{high: p.high}
	lower.high, upper.low = append([]float64(nil), p.high...), append([]float64(nil), p.low...)
	lower.high[p.splits], upper.low[p.splits] = p.at, p.at
	return [2]boxPart{lower, upper}
}

// settle finds the companies of which open flows settle what becomes of their money. Where the most is looked for, a
// chain of open flows may take all of it to the target, each flow outgrowing the one before. Where the least is looked
// for, a company with an open flow from or to anybody but the target loses sight of it: either it gets much more than
// it pays, or it pays nearly all to another such company, and open flows of different sizes leave no circle balanced.
func (s *returnSearch) settle() {
	clear(s.settled)
	clear(s.worth)
	s.settled[s.target], s.worth[s.target] = true, 1
	for changed := true; changed; {
		changed = false
		for flow, open := range s.open {
			payer, payee := s.place(s.payer[flow]), s.place(s.payee[flow])
			if !open || s.payer[flow] == s.payee[flow] || payee == s.target && !s.greatest {
				continue
			}
			if s.greatest {
				if payer >= 0 && payee >= 0 && s.settled[payee] && !s.settled[payer] {
					s.settled[payer], s.worth[payer], changed = true, 1, true
				}
				continue
			}
			for _, company := range []int32{payer, payee} {
				if company >= 0 {
					s.settled[company] = true
				}
			}
		}
	}
}

// place returns the number of a company in the group, or -1.
func (s *returnSearch) place(company int32) int32 {
	if s.groups.of[company] != s.group {
		return -1
	}
	return s.groups.number[company]
}

// fix sets the ends of the flows. Those from or to companies that are settled, and those from or to outside of the group,
// move what comes to the target one way only, and stay at the end that is best for what is looked for.
func (s *returnSearch) fix() {
	for flow := range s.low {
		low, high := float64(s.box.low[flow]), orOpen(float64(s.box.high[flow]), s.open[flow])
		payer, payee := s.place(s.payer[flow]), s.place(s.payee[flow])
		switch {
		case payee >= 0 && s.settled[payee]: // more comes there
			if (s.worth[payee] == 1) == s.greatest {
				low = high
			} else {
				high = low
			}
		case payer < 0 || payee < 0 || s.settled[payer]: // more is lost among other money, or outside
			if s.greatest {
				high = low
			} else {
				low = high
			}
		}
		s.low[flow], s.high[flow] = low, high
	}
}

// look sets the part's bound, the better one of both ways, and where to divide it, and returns the furthest that comes to
// the target at the amounts chosen for the bounds. It reports false where there is no bound.
func (s *returnSearch) look(part *boxPart) (value float64, ok bool) {
	s.forward.between(part.low, part.high)
	s.backward.between(part.low, part.high)
	part.splits = -1
	for _, g := range []*returnBounds{s.forward, s.backward} {
		bound, bounded := g.bound()
		if !bounded {
			continue
		}
		if !ok || s.greatest == (bound < part.bound) {
			part.bound = bound
			s.split(g, part)
		}
		if given := s.pass(g.chosen); !ok || s.greatest == (given > value) {
			value = given
		}
		if ok = true; math.Abs(part.bound-value) <= returnExact*part.bound+1e-9 {
			break
		}
	}
	return value, ok
}

// pass returns what comes to the target at the amounts.
func (s *returnSearch) pass(amounts []float64) float64 {
	g := s.forward
	if &g.chosen[0] != &amounts[0] {
		copy(g.chosen, amounts)
	}
	for flow, amount := range g.chosen {
		if math.IsInf(amount, 1) {
			g.chosen[flow] = 1e6 * s.gross
		}
	}
	for number := range g.rows {
		if !s.settled[number] {
			g.passOn(number, s.sum(g, &g.rows[number]))
		}
	}
	g.solve()
	return g.value()
}

// sum returns what the others have chosen for a company.
func (s *returnSearch) sum(g *returnBounds, row *boundRow) float64 {
	sum := 0.0
	for _, flow := range row.others {
		if s.low[flow] == s.high[flow] {
			sum += s.low[flow] // nobody's choice
		} else {
			sum += g.chosen[flow]
		}
	}
	return sum
}

// split chooses where to divide the part: at a company that matters, and that is taken to get another amount than what
// the others choose, the flow that is furthest from that.
func (s *returnSearch) split(g *returnBounds, part *boxPart) {
	g.solver.solveAgainst(g.weigh())
	most := 0.0
	part.splits = -1
	for number := range g.rows {
		if s.settled[number] {
			continue
		}
		row := &g.rows[number]
		own := g.out(row)
		for _, choice := range row.chooses {
			own += g.chosen[choice.flow]
		}
		if math.IsInf(own, 1) {
			continue
		}
		taken, truly := max(g.in(row), own), max(s.sum(g, row), own)
		score := g.weight[number] * (g.x[number] + 1e-9) * (1 - min(taken, truly)/max(taken, truly))
		if math.IsInf(truly, 1) {
			score = g.weight[number] * (g.x[number] + 1e-9)
		}
		if !(score > most) {
			continue
		}
		if flow := s.furthestOff(g, part, row); flow >= 0 {
			most, part.splits = score, flow
			part.at = s.splitAt(part, flow, own-(g.in(row)-part.low[flow]))
		}
	}
}

// furthestOff returns the flow that others choose furthest from what a company is taken to get, or -1.
func (s *returnSearch) furthestOff(g *returnBounds, part *boxPart, row *boundRow) int32 {
	found, most := int32(-1), 0.0
	for _, flow := range row.others {
		low, high := part.low[flow], part.high[flow]
		off := g.chosen[flow] - low
		if !s.greatest {
			off = high - g.chosen[flow]
		}
		if high > low+1e-9*min(high, s.gross) && off > most {
			found, most = flow, off
		}
	}
	return found
}

// splitAt returns where to divide a flow: where the company that gets it is even, if that lies between its ends, or else
// in the middle of them.
func (s *returnSearch) splitAt(part *boxPart, flow int32, even float64) float64 {
	low, high := part.low[flow], part.high[flow]
	room := 1e-3 * min(high-low, s.gross)
	switch {
	case even > low+room && even < high-room:
		return even
	case math.IsInf(high, 1):
		return max(4*low, s.gross/64)
	case low > 0 && high > 4*low:
		return math.Sqrt(low * high)
	}
	return (low + high) / 2
}
