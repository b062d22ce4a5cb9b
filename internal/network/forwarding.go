package network

import (
	"context"
	"slices"
)

// Forwarding returns the Balanced Flow Forwarding decomposition: how much of the money goes round, and how
// much each loop carries, when every company passes on what it gets in proportion to what it pays (M.
// Homs-Dones, R. MacKay, B. Sansom, Y. Zhou, "Circular directional flow decomposition of networks", 2025).
// Within each strongly connected component every company forwards what it gets, but no more than it pays,
// until what is forwarded is balanced; that much is circular and taken out; and so on with what is left until
// no loop is left. What is taken out in a round is divided between its loops by the circulation decomposition
// of Markov chains (M.-P. Qian and M. Qian, 1982); see weigh.
//
// Weights add up: the sum of weight x length over all loops is Volume, which is at most Circulation and is
// everything in a closed network. Inserting a pass-through vehicle leaves GammaThr as it is. What a company
// pays itself is a loop of length one. Top holds the heaviest loops, as many as asked for (0: ten). When there
// are more loops than can be weighed in a bounded number of steps, Skipped is set and only Volume and
// NetThroughput are known; that depends on the network alone, not on the machine. The same happens when ctx is
// done before the loops are weighed.
func (n *Network) Forwarding(ctx context.Context, top int) Forwarding {
	return n.amounts().forwarding(ctx, top, weighingWork)
}

func (a *amounts) forwarding(ctx context.Context, top, work int) Forwarding {
	result := Forwarding{}
	for company := range a.in {
		result.NetThroughput += float64(max(0, a.out[company]-a.in[company]))
	}
	money := make([]float64, len(a.money))
	for flow, cents := range a.money {
		money[flow] = float64(cents)
	}
	graph := a.paying(money)
	w := newWeigher(a, top)
	result.Skipped = !w.affordable(ctx, graph, work)
	a.forward(money, func(circular []float64) {
		for _, cents := range circular {
			result.Volume += cents
		}
		if !result.Skipped {
			w.prepare(circular)
		}
	})
	if result.Skipped || !w.weighAll(ctx, graph, money) {
		result.Skipped = true
		return result
	}
	result.Top, result.LoopWeightSum = w.heaviest, w.sum
	if result.LoopWeightSum > 0 {
		result.GammaThr = result.LoopWeightSum / (result.LoopWeightSum + result.NetThroughput)
	}
	return result
}

// forward calls round with the balanced part of each flow that is taken out, once for every round.
func (a *amounts) forward(money []float64, round func(circular []float64)) {
	left := slices.Clone(money)
	around := make([]float64, len(money))
	s := settlements.Get().(*settlement)
	defer settlements.Put(s)
	// Each round takes all that some company pays, so there are at most as many rounds as companies.
	for range a.companies + 1 {
		if !a.onLoops(left, around) {
			return
		}
		s.set(a.companies, a.payer, a.payee, around)
		s.fall()
		for flow, cents := range around {
			if cents == 0 {
				continue
			}
			payer := a.payer[flow]
			around[flow] = cents * (s.pays[payer] / s.owes[payer])
			if left[flow]-around[flow] > 1e-12*money[flow] {
				left[flow] -= around[flow]
			} else {
				left[flow] = 0
			}
		}
		round(around)
	}
}

// onLoops sets around to the flows that lie within strongly connected components of what is left, and reports
// whether there are any.
func (a *amounts) onLoops(left, around []float64) bool {
	component, _ := a.paying(left).components(nil)
	any := false
	for flow, cents := range left {
		around[flow] = 0
		if cents > 0 && component[a.payer[flow]] == component[a.payee[flow]] {
			around[flow], any = cents, true
		}
	}
	return any
}

// paying returns the graph of the flows that carry something.
func (a *amounts) paying(money []float64) arrows {
	graph := arrows{first: make([]int32, a.companies+1)}
	for flow, cents := range money {
		if cents > 0 && a.payer[flow] != a.payee[flow] {
			graph.first[a.payer[flow]+1]++
			graph.next = append(graph.next, a.payee[flow])
		}
	}
	for company := range a.companies {
		graph.first[company+1] += graph.first[company]
	}
	return graph
}

// fromSmallest returns a copy of the loop that starts at its smallest number.
func fromSmallest(path []int) []int {
	start := slices.Index(path, slices.Min(path))
	return append(slices.Clone(path[start:]), path[:start]...)
}
