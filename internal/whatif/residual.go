package whatif

import (
	"slices"

	"roundtrip/internal/network"
)

// residual is what can still be changed in a balanced part of a network's money: along a flow more of its
// money can be taken into the part, which gains a cent each, or some of it taken out again, which loses one.
// In a largest balanced part no way round gains anything.
type residual struct {
	n    *network.Network
	part []int64 // how much of each flow is in the balanced part
	self int     // the flow in question, which no way here uses

	ways [][]way // out of each company
	into [][]way // into each company; the same ways, seen from their end
}

// way is a step from one company to another along a flow.
type way struct {
	from, to, flow int
	back           bool // against the flow: its money is taken out of the part
}

// never is a gain that stands for "there is no way".
const never = int64(-1) << 60

func newResidual(n *network.Network, part []int64, self int) *residual {
	r := &residual{n: n, part: part, self: self}
	r.ways, r.into = make([][]way, len(n.Companies)), make([][]way, len(n.Companies))
	for i := range n.Flows {
		flow := &n.Flows[i]
		if i == self || flow.Payer == flow.Payee {
			continue
		}
		r.ways[flow.Payer] = append(r.ways[flow.Payer], way{flow.Payer, flow.Payee, i, false})
		r.into[flow.Payee] = append(r.into[flow.Payee], way{flow.Payer, flow.Payee, i, false})
		r.ways[flow.Payee] = append(r.ways[flow.Payee], way{flow.Payee, flow.Payer, i, true})
		r.into[flow.Payer] = append(r.into[flow.Payer], way{flow.Payee, flow.Payer, i, true})
	}
	return r
}

// room returns how much can still go the way.
func (r *residual) room(w way) int64 {
	if w.back {
		return r.part[w.flow]
	}
	return r.n.Flows[w.flow].Money - r.part[w.flow]
}

// gain returns what each cent that goes the way adds to the balanced part.
func (w way) gain() int64 {
	if w.back {
		return -1
	}
	return 1
}

// gains returns the most that a cent from start can gain on its way to each company; with backwards set, on
// its way from each company to start. A negative start begins everywhere at once with nothing gained.
func (r *residual) gains(start int, backwards bool) []int64 {
	best := make([]int64, len(r.ways))
	for v := range best {
		if start >= 0 && v != start {
			best[v] = never
		}
	}
	r.relax(best, nil, backwards)
	return best
}

// relax raises the gains to the most that any ways lead to, and notes the way taken to each company in came,
// unless that is nil. It is the label-correcting method of R. Bellman (1958); no way round gains, so it ends.
func (r *residual) relax(best []int64, came []*way, backwards bool) {
	queued := make([]bool, len(best))
	var queue []int
	for v := range best {
		if best[v] > never {
			queue, queued[v] = append(queue, v), true
		}
	}
	for len(queue) > 0 {
		v := queue[0]
		queue, queued[v] = queue[1:], false
		next := r.ways[v]
		if backwards {
			next = r.into[v]
		}
		for i := range next {
			w := &next[i]
			end := w.to
			if backwards {
				end = w.from
			}
			if r.room(*w) == 0 || best[v]+w.gain() <= best[end] {
				continue
			}
			best[end] = best[v] + w.gain()
			if came != nil {
				came[end] = w
			}
			if !queued[end] {
				queue, queued[end] = append(queue, end), true
			}
		}
	}
}

// spare takes as much of the flow in question out of the balanced part as can be replaced without loss by
// other money, and returns what stays in: the least of the flow that a largest balanced part needs.
//
// All money that takes another way from payer to payee must do so at no loss, hence along ways on which the
// potentials of an optimum leave no difference; how much of it there is, is a maximum flow (J. Edmonds and
// R. Karp 1972).
func (r *residual) spare() int64 {
	own := &r.n.Flows[r.self]
	for r.part[r.self] > 0 {
		potential := r.gainsWithSelf()
		if potential[own.Payee]-1 != potential[own.Payer] {
			return r.part[r.self]
		}
		path := r.tightPath(potential, own.Payer, own.Payee)
		if path == nil {
			return r.part[r.self]
		}
		amount := r.part[r.self]
		for _, w := range path {
			amount = min(amount, r.room(w))
		}
		for _, w := range path {
			r.move(w, amount)
		}
		r.part[r.self] -= amount
	}
	return 0
}

// gainsWithSelf returns potentials of the optimum: what a cent can gain on its way to each company from
// anywhere, the flow in question included. Taking the replaced money out keeps them valid, so that a second
// call gives the same; it is asked again because a way may have filled up.
func (r *residual) gainsWithSelf() []int64 {
	own := &r.n.Flows[r.self]
	there, back := way{own.Payer, own.Payee, r.self, false}, way{own.Payee, own.Payer, r.self, true}
	r.ways[own.Payer], r.ways[own.Payee] = append(r.ways[own.Payer], there), append(r.ways[own.Payee], back)
	potential := r.gains(-1, false)
	r.ways[own.Payer] = r.ways[own.Payer][:len(r.ways[own.Payer])-1]
	r.ways[own.Payee] = r.ways[own.Payee][:len(r.ways[own.Payee])-1]
	return potential
}

// tightPath returns a shortest way from one company to another that costs nothing, or nil.
func (r *residual) tightPath(potential []int64, from, to int) []way {
	reached := make([]*way, len(r.ways))
	queue := []int{from}
	for head := 0; head < len(queue); head++ {
		v := queue[head]
		for i := range r.ways[v] {
			w := &r.ways[v][i]
			if r.room(*w) == 0 || potential[v]+w.gain() != potential[w.to] || w.to == from || reached[w.to] != nil {
				continue
			}
			reached[w.to] = w
			if w.to == to {
				var path []way
				for at := to; at != from; at = reached[at].from {
					path = append(path, *reached[at])
				}
				slices.Reverse(path)
				return path
			}
			queue = append(queue, w.to)
		}
	}
	return nil
}

func (r *residual) move(w way, amount int64) {
	if w.back {
		r.part[w.flow] -= amount
	} else {
		r.part[w.flow] += amount
	}
}
