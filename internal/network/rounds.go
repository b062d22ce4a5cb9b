package network

import "math"

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
	forwards  []float64 // of each company in the solver, in this round, relative to the reference
	part      []float64 // of each company's flows within the component that this round takes
	scale     []float64 // of each component: cents for a unit of the stationary distribution
	volume    float64   // cents taken in this round

	reference []int32 // of each component: the company that the distribution is relative to

	solver *elimination
	solves []int32 // the flows that the solver knows, in its order
	number []int32 // of each company in the solver; -1 outside
	alive  int     // companies in the solver when it was set up
}

// forward calls round after every round, of which there are at most as many as companies, until it reports false.
func (a *amounts) forward(graph arrows, round func(f *forwarder) bool) {
	f := &forwarder{
		amounts: a, graph: graph, gone: a.room.bools(a.companies), left: a.room.floats(a.companies),
		out: a.room.floats(a.companies), forwards: a.room.floats(a.companies), part: a.room.floats(a.companies),
		number: a.room.int32s(a.companies), component: a.room.int32s(a.companies), scale: a.room.floats(a.companies),
		reference: a.room.int32s(a.companies), solves: a.room.int32s(len(a.money))[:0],
		solver: eliminations.Get().(*elimination),
	}
	defer eliminations.Put(f.solver)
	for company := range f.left {
		f.left[company] = 1
	}
	for range a.companies {
		inside := f.divide()
		if inside == 0 {
			return
		}
		f.solve(inside)
		f.takeOut()
		if !round(f) {
			return
		}
	}
}

// divide finds the components of what is left, and returns how many companies are in one with a loop.
func (f *forwarder) divide() int {
	used := f.room.mark()
	component, count := f.graph.components(f.gone)
	copy(f.component, component)
	f.room.release(used)
	f.scale, f.reference = resized(f.scale, int(count)), resized(f.reference, int(count))
	clear(f.out)
	for flow, cents := range f.money {
		if f.stays(flow) {
			f.out[f.payer[flow]] += float64(cents)
		}
	}
	inside := 0
	for component := range f.reference {
		f.reference[component] = -1
	}
	for company, out := range f.out {
		if out == 0 {
			f.gone[company] = true
			continue
		}
		inside++
		// A company that much passes through keeps the others' shares of it small.
		reference := &f.reference[f.component[company]]
		if *reference < 0 || out > f.out[*reference] {
			*reference = int32(company)
		}
	}
	return inside
}

// stays reports whether the flow lies within a component of what is left.
func (f *forwarder) stays(flow int) bool {
	payer, payee := f.payer[flow], f.payee[flow]
	return f.money[flow] > 0 && payer != payee && f.component[payer] >= 0 && f.component[payer] == f.component[payee]
}

// solve finds the stationary distributions by elimination: what each company forwards between two visits to the
// reference of its component. The order of the elimination is kept for several rounds, in which companies only
// disappear.
func (f *forwarder) solve(inside int) {
	e := f.solver
	if 3*inside < 2*f.alive || f.alive == 0 {
		f.setUp(inside)
	}
	for at := range e.leak {
		e.leak[at] = 1 // a company that is gone, or is the reference, only keeps its place
	}
	for company, out := range f.out {
		if out > 0 && f.reference[f.component[company]] != int32(company) {
			e.leak[f.number[company]] = 0
		}
	}
	visits := f.forwards[:e.n]
	clear(visits)
	for i, flow := range f.solves {
		e.rate[i] = 0
		if !f.stays(int(flow)) {
			continue
		}
		payer, payee := f.payer[flow], f.payee[flow]
		share := float64(f.money[flow]) / f.out[payer]
		switch reference := f.reference[f.component[payer]]; reference {
		case payer:
			visits[f.number[payee]] = share
		case payee:
			e.leak[f.number[payer]] += share
		default:
			e.rate[i] = share
		}
	}
	e.refactor()
	e.solveAgainst(visits)
}

// setUp tells the solver which companies and flows there are.
func (f *forwarder) setUp(inside int) {
	f.alive = inside
	f.solves = f.solves[:0]
	next := int32(0)
	for company, out := range f.out {
		f.number[company] = -1
		if out > 0 {
			f.number[company] = next
			next++
		}
	}
	f.solver.set(inside)
	f.solver.ctx = f.ctx
	for flow := range f.money {
		if f.stays(flow) {
			f.solves = append(f.solves, int32(flow))
			f.solver.add(f.number[f.payer[flow]], f.number[f.payee[flow]], 0)
		}
	}
	f.solver.prepare()
}

// forwardsOf returns what the company forwards relative to its component's reference.
func (f *forwarder) forwardsOf(company int) float64 {
	if f.reference[f.component[company]] == int32(company) {
		return 1
	}
	return f.forwards[f.number[company]]
}

// takeOut scales the distributions to what is left, and takes the balanced money out.
func (f *forwarder) takeOut() {
	for component := range f.scale {
		f.scale[component] = math.Inf(1)
	}
	for company, out := range f.out {
		if out > 0 {
			scale := &f.scale[f.component[company]]
			*scale = min(*scale, f.left[company]*out/f.forwardsOf(company))
		}
	}
	f.volume = 0
	for company, out := range f.out {
		f.part[company] = 0
		if out == 0 {
			continue
		}
		cents := f.forwardsOf(company) * f.scale[f.component[company]]
		f.volume += cents
		f.part[company] = cents / out
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
