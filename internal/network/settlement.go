package network

import (
	"slices"
	"sync"
)

// settlement is the state of one computation of a clearing vector. Its memory is used again.
type settlement struct {
	companies        int
	payer, payee     []int32   // ascending by payer
	flow             []float64 // what is owed along each flow, in cents
	owes, pays, gets []float64
	trust            []bool // pays in full, whatever happens
	fallen           []bool

	// A company falls when testCash + testShare x what it gets is below what it owes, and then pays
	// fallCash + fallShare x what it gets.
	testCash, fallCash   []float64
	testShare, fallShare float64
	waved                []int // who has fallen, wave by wave
	waves                []int // where each wave ends in waved

	room   *workspace
	number []int32 // of a fallen company among them
	place  []int32 // of a fallen company within its component
	order  []int
	means  []float64

	// The fallen of component c are fallers[from[c]:from[c+1]].
	fallers []int
	from    []int32
	within  []float64
}

var settlements = sync.Pool{New: func() any { return new(settlement) }}

// set begins a settlement of flows in which nobody has any means and nobody is trusted.
func (s *settlement) set(companies int, payer, payee []int32, flow []float64) {
	s.companies, s.payer, s.payee, s.flow = companies, payer, payee, flow
	s.owes, s.pays, s.gets = resized(s.owes, companies), resized(s.pays, companies), resized(s.gets, companies)
	s.trust, s.fallen = resized(s.trust, companies), resized(s.fallen, companies)
	s.testCash, s.fallCash = resized(s.testCash, companies), resized(s.fallCash, companies)
	s.testShare, s.fallShare = 1, 1
	s.number, s.place = resized(s.number, companies), resized(s.place, companies)
	s.waved, s.waves, s.room = s.waved[:0], s.waves[:0], nil
	for i, cents := range flow {
		s.owes[payer[i]] += cents
	}
}

// receive adds up what each company gets.
func (s *settlement) receive() {
	clear(s.gets)
	for i, cents := range s.flow {
		if payer := s.payer[i]; cents > 0 {
			s.gets[s.payee[i]] += cents * (s.pays[payer] / s.owes[payer])
		}
	}
}

// fall lets everybody pay in full and then companies fall until none does any more.
func (s *settlement) fall() {
	copy(s.pays, s.owes)
	for {
		s.receive()
		begin := len(s.waved)
		for company, owed := range s.owes {
			if s.trust[company] || s.fallen[company] || owed == 0 {
				continue
			}
			if s.testCash[company]+s.testShare*s.gets[company] < owed*(1-1e-12) {
				s.waved = append(s.waved, company)
			}
		}
		if len(s.waved) == begin {
			return
		}
		for _, company := range s.waved[begin:] {
			s.fallen[company] = true
		}
		s.waves = append(s.waves, len(s.waved))
		s.share()
	}
}

// wavesIn returns the companies that have fallen, wave by wave.
func (s *settlement) wavesIn(keep *workspace) [][]int {
	if len(s.waves) == 0 {
		return nil
	}
	all, waves := keep.ints(len(s.waved)), make([][]int, len(s.waves))
	copy(all, s.waved)
	begin := 0
	for i, end := range s.waves {
		waves[i] = all[begin:end:end]
		begin = end
	}
	return waves
}

// share sets what the fallen pay: their own means and what they get, from each other too. The equations are
// linear, and the smallest solution is the right one. They are solved for one strongly connected component of
// the fallen after the other, those that pay others first.
func (s *settlement) share() {
	s.order = s.order[:0]
	for company, fallen := range s.fallen {
		if fallen {
			s.number[company] = int32(len(s.order))
			s.order = append(s.order, company)
		}
	}
	s.means = resized(s.means, len(s.order))
	for at, company := range s.order {
		s.means[at] = s.fallCash[company]
	}
	for i, cents := range s.flow {
		if payer := s.payer[i]; cents > 0 && !s.fallen[payer] && s.fallen[s.payee[i]] {
			s.means[s.number[s.payee[i]]] += s.fallShare * s.pays[payer] * (cents / s.owes[payer])
		}
	}
	defer s.room.release(s.room.mark())
	component, count := s.amongFallen().components(nil)
	s.divide(component, count)
	// Components are numbered from the end of the ways of money.
	for c := int(count) - 1; c >= 0; c-- {
		if !s.shareWithin(s.fallers[s.from[c]:s.from[c+1]], component) {
			s.iterate()
			return
		}
	}
}

// divide orders the fallen by component.
func (s *settlement) divide(component []int32, count int32) {
	s.from, s.fallers = resized(s.from, int(count)+1), resized(s.fallers, len(s.order))
	for _, c := range component {
		s.from[c+1]++
	}
	for c := range count {
		s.from[c+1] += s.from[c]
	}
	for at, company := range s.order {
		c := component[at]
		s.fallers[s.from[c]] = company
		s.from[c]++
	}
	copy(s.from[1:], s.from[:count])
	s.from[0] = 0
}

// amongFallen returns the graph of who owes whom among the fallen, by their numbers.
func (s *settlement) amongFallen() arrows {
	graph := arrows{first: s.room.int32s(len(s.order) + 1), next: s.room.int32s(len(s.flow))[:0], room: s.room}
	for i, cents := range s.flow {
		if payer, payee := s.payer[i], s.payee[i]; cents > 0 && s.fallen[payer] && s.fallen[payee] && payer != payee {
			graph.first[s.number[payer]+1]++
			graph.next = append(graph.next, s.number[payee])
		}
	}
	for at := range s.order {
		graph.first[at+1] += graph.first[at]
	}
	return graph
}

// shareWithin sets what a component of the fallen pays, given what comes in from elsewhere, and adds what leaves
// it to the means of the others. It reports false when nothing leaves it, so that there is no one solution.
func (s *settlement) shareWithin(members []int, component []int32) bool {
	e := eliminations.Get().(*elimination)
	defer eliminations.Put(e)
	e.set(len(members))
	s.within = resized(s.within, len(members))
	means := s.within
	for at, company := range members {
		means[at] = s.means[s.number[company]]
		s.place[company] = int32(at)
		e.leak[at] = 1 - s.fallShare
	}
	own := component[s.number[members[0]]]
	for at, company := range members {
		s.eachPart(company, func(payee int32, part float64) {
			if s.fallen[payee] && component[s.number[payee]] == own {
				e.add(int32(at), s.place[payee], part)
			} else {
				e.leak[at] += part
			}
		})
	}
	if !e.factor() {
		return false
	}
	e.solveAgainst(means)
	for at, company := range members {
		s.pays[company] = min(means[at], s.owes[company])
		s.eachPart(company, func(payee int32, part float64) {
			if s.fallen[payee] && component[s.number[payee]] != own {
				s.means[s.number[payee]] += s.pays[company] * part
			}
		})
	}
	return true
}

// eachPart calls visit for every flow that the company owes, with the part of its payment that arrives there.
func (s *settlement) eachPart(company int, visit func(payee int32, part float64)) {
	first, _ := slices.BinarySearch(s.payer, int32(company))
	for i := first; i < len(s.payer) && s.payer[i] == int32(company); i++ {
		if s.flow[i] > 0 {
			visit(s.payee[i], s.fallShare*(s.flow[i]/s.owes[company]))
		}
	}
}

// iterate is the way out when nothing leaves the fallen, as when rounding has made a company fall that just
// pays: from what everyone pays now downwards, until the change is below a cent in a hundred trillion.
func (s *settlement) iterate() {
	for range 10_000 {
		s.receive()
		changed := false
		for _, company := range s.order {
			pays := min(s.pays[company], s.fallCash[company]+s.fallShare*s.gets[company])
			changed = changed || pays < s.pays[company]*(1-1e-14)
			s.pays[company] = pays
		}
		if !changed {
			return
		}
	}
}

// drain takes away what companies pay only because each of them does: the payments of those that no money
// from cash or certain payers ever reaches. For all others the clearing vector is unique.
func (s *settlement) drain() {
	reached := make([]bool, s.companies)
	var queue []int32
	reach := func(company int32) {
		if !reached[company] {
			reached[company] = true
			queue = append(queue, company)
		}
	}
	pays := make([][]int32, s.companies)
	for i, cents := range s.flow {
		if cents > 0 {
			pays[s.payer[i]] = append(pays[s.payer[i]], s.payee[i])
		}
	}
	for company := range int32(s.companies) {
		if s.trust[company] || s.fallCash[company] > 0 {
			reach(company)
		}
	}
	for head := 0; head < len(queue); head++ {
		if s.fallShare > 0 || s.trust[queue[head]] {
			for _, payee := range pays[queue[head]] {
				reach(payee)
			}
		}
	}
	for company := range s.pays {
		if !reached[company] {
			s.pays[company] = 0
		}
	}
}
