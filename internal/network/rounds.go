package network

import (
	"math"
	"slices"
)

const (
	forwardSweeps    = 3_000 // of the iteration, before the equations are solved directly
	forwardPrecision = 1e-13
)

// forwarder takes the money that goes round out of a network, round by round. Within a strongly connected
// component that nothing leaves, what companies forward settles where everybody forwards just what it gets: at
// the stationary distribution of the Markov chain in which money moves in proportion to what each pays, scaled
// up until the first company forwards all that it still has to pay. That company is then done. The others pay
// less in the same proportions, so the next round has the same chain without it.
type forwarder struct {
	*amounts
	graph     arrows
	component []int32 // in this round
	gone      []bool
	left      []float64 // of each company: the part of its flows that is still there
	out       []float64 // of each company: its flows within its component, at first
	forwards  []float64 // of each company, in this round, in cents
	part      []float64 // of each company's flows within the component that this round takes
	scale     []float64 // of each component: cents for a unit of the stationary distribution
	volume    float64   // cents taken in this round

	first []int32 // who pays company v within its component: ins[first[v]:first[v+1]]
	ins   []payment
	next  []int32
}

type payment struct {
	payer int32
	share float64 // of what the payer forwards
}

// forward calls round after every round, of which there are at most as many as companies.
func (a *amounts) forward(graph arrows, round func(f *forwarder)) {
	f := &forwarder{
		amounts: a, graph: graph, gone: make([]bool, a.companies), left: make([]float64, a.companies),
		out: make([]float64, a.companies), forwards: make([]float64, a.companies), part: make([]float64, a.companies),
		first: make([]int32, a.companies+1), next: make([]int32, a.companies),
	}
	for company := range f.left {
		f.left[company], f.forwards[company] = 1, 1
	}
	for range a.companies {
		if !f.divide() {
			return
		}
		if !f.iterate() {
			f.solve()
		}
		f.takeOut()
		round(f)
	}
}

// divide finds the components of what is left, and reports whether there is one with a loop.
func (f *forwarder) divide() bool {
	var count int32
	f.component, count = f.graph.components(f.gone)
	f.scale = resized(f.scale, int(count))
	clear(f.out)
	clear(f.first)
	inside := 0
	for flow, cents := range f.money {
		if f.stays(flow) {
			f.out[f.payer[flow]] += float64(cents)
			f.first[f.payee[flow]+1]++
			inside++
		}
	}
	for company := range f.companies {
		f.first[company+1] += f.first[company]
	}
	copy(f.next, f.first)
	f.ins = resized(f.ins, inside)
	for flow, cents := range f.money {
		if f.stays(flow) {
			payer, payee := f.payer[flow], f.payee[flow]
			f.ins[f.next[payee]] = payment{payer, float64(cents) / f.out[payer]}
			f.next[payee]++
		}
	}
	for company, out := range f.out {
		f.gone[company] = f.gone[company] || out == 0
	}
	return inside > 0
}

// stays reports whether the flow lies within a component of what is left.
func (f *forwarder) stays(flow int) bool {
	payer, payee := f.payer[flow], f.payee[flow]
	return f.money[flow] > 0 && payer != payee && f.component[payer] >= 0 && f.component[payer] == f.component[payee]
}

// iterate finds the stationary distributions from those of the round before, which are near, by the method of
// P. Seidel: every company forwards what it gets, one after the other. It reports false when that takes too
// long. What is left to go is judged by how fast the changes shrink.
func (f *forwarder) iterate() bool {
	before := math.Inf(1)
	for sweep := range forwardSweeps {
		change := 0.0
		for company := range int32(f.companies) {
			begin, end := f.first[company], f.first[company+1]
			if begin == end {
				continue
			}
			gets := 0.0
			for _, in := range f.ins[begin:end] {
				gets += f.forwards[in.payer] * in.share
			}
			if moved := math.Abs(gets - f.forwards[company]); moved > change*gets {
				change = moved / gets
			}
			f.forwards[company] = gets
		}
		if change == 0 {
			return true
		}
		shrinks := change / before
		if sweep > 2 && shrinks < 1 && change*shrinks/(1-shrinks) < forwardPrecision {
			return true
		}
		before = change
	}
	return false
}

// solve finds the stationary distributions by elimination: what each company forwards between two visits to a
// company of reference.
func (f *forwarder) solve() {
	members := make([][]int32, len(f.scale))
	number := make([]int32, f.companies)
	for company, component := range f.component {
		if component >= 0 && f.out[company] > 0 {
			number[company] = int32(len(members[component]))
			members[component] = append(members[component], int32(company))
		}
	}
	e := eliminations.Get().(*elimination)
	defer eliminations.Put(e)
	for _, companies := range members {
		if len(companies) == 0 {
			continue
		}
		reference := slices.MaxFunc(companies, func(x, y int32) int { return int(f.first[x+1] - f.first[x] - f.first[y+1] + f.first[y]) })
		e.set(len(companies))
		visits := make([]float64, len(companies))
		e.leak[number[reference]] = 1
		for _, payee := range companies {
			for _, in := range f.ins[f.first[payee]:f.first[payee+1]] {
				switch {
				case in.payer == reference:
					visits[number[payee]] = in.share
				case payee == reference:
					e.leak[number[in.payer]] = in.share
				default:
					e.add(number[in.payer], number[payee], in.share)
				}
			}
		}
		e.factor()
		e.solveAgainst(visits)
		visits[number[reference]] = 1
		for _, company := range companies {
			f.forwards[company] = visits[number[company]]
		}
	}
}

// takeOut scales the distributions to what is left, and takes the balanced money out.
func (f *forwarder) takeOut() {
	for component := range f.scale {
		f.scale[component] = math.Inf(1)
	}
	for company, out := range f.out {
		if out > 0 {
			scale := &f.scale[f.component[company]]
			*scale = min(*scale, f.left[company]*out/f.forwards[company])
		}
	}
	f.volume = 0
	for company, out := range f.out {
		f.part[company] = 0
		if out == 0 {
			continue
		}
		cents := f.forwards[company] * f.scale[f.component[company]]
		f.volume += cents
		f.part[company] = cents / out
		f.forwards[company] = cents
		f.left[company] -= cents / out
		if f.left[company] <= 1e-12 {
			f.left[company], f.gone[company] = 0, true
		}
	}
}

// flows sets what of each flow the round has taken.
func (f *forwarder) flows(circular []float64) {
	for flow, cents := range f.money {
		circular[flow] = 0
		if f.stays(flow) {
			circular[flow] = float64(cents) * f.part[f.payer[flow]]
		}
	}
}
