package whatif

import (
	"cmp"
	"slices"
)

// full returns the flows that keep more of the flow in question out of the balanced part, the biggest first.
// Where a single cent more of one flow would let more go round, it is every such flow. Where several flows in
// a row are full, it is one set of as few as possible of which a cent more each would do it. It is empty when
// no money at all gets from the payee back to the payer.
func (r *residual) full() []int {
	own := &r.n.Flows[r.self]
	there, home := r.gains(own.Payee, false), r.gains(own.Payer, true)
	var found []int
	for i := range r.n.Flows {
		flow := &r.n.Flows[i]
		if r.isFull(i) && there[flow.Payer] > never && home[flow.Payee] > never &&
			gainful(there[flow.Payer]+1+home[flow.Payee]) {
			found = append(found, i)
		}
	}
	if len(found) == 0 {
		found = r.fullInARow(there)
	}
	slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(r.n.Flows[b].Money, r.n.Flows[a].Money) })
	return found
}

// gainful reports whether more goes round by a way back of so much gain together with the flow in question.
func gainful(wayBack int64) bool { return wayBack+1 > 0 }

func (r *residual) isFull(flow int) bool {
	money := r.n.Flows[flow].Money
	return flow != r.self && money > 0 && r.part[flow] == money
}

// layer is what can be reached through a certain number of full flows.
type layer struct {
	gain    []int64
	came    []*way // the last way on the best way to each company, nil where it begins in this layer
	through []int  // the full flow by which the layer is entered at a company
}

// fullInARow returns the fewest full flows that one way back at a gain has to go through, given the gains
// through none. It is the method of relax, one layer for each full flow on the way.
func (r *residual) fullInARow(there []int64) []int {
	own := &r.n.Flows[r.self]
	layers := []layer{{gain: there}}
	for len(layers) <= len(r.n.Companies) {
		before := layers[len(layers)-1].gain
		next := layer{
			gain: make([]int64, len(before)), came: make([]*way, len(before)), through: make([]int, len(before)),
		}
		for v := range next.gain {
			next.gain[v], next.through[v] = never, -1
		}
		for i := range r.n.Flows {
			flow := &r.n.Flows[i]
			if r.isFull(i) && before[flow.Payer] > never && before[flow.Payer]+1 > next.gain[flow.Payee] {
				next.gain[flow.Payee], next.through[flow.Payee] = before[flow.Payer]+1, i
			}
		}
		r.relax(next.gain, next.came, false)
		layers = append(layers, next)
		if next.gain[own.Payer] > never && gainful(next.gain[own.Payer]) {
			return r.enteredBy(layers)
		}
	}
	return nil
}

// enteredBy goes back from the payer through the layers and returns the full flow by which each was entered.
func (r *residual) enteredBy(layers []layer) []int {
	var found []int
	at := r.n.Flows[r.self].Payer
	for k := len(layers) - 1; k > 0; k-- {
		for layers[k].came[at] != nil {
			at = layers[k].came[at].from
		}
		flow := layers[k].through[at]
		if flow < 0 {
			return found
		}
		if !slices.Contains(found, flow) {
			found = append(found, flow)
		}
		at = r.n.Flows[flow].Payer
	}
	return found
}
