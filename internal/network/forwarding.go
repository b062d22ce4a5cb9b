package network

import (
	"context"
	"math"
	"slices"
)

// forwardingCompanies is on how many companies' loops the circular money is computed even when the loops are too
// many to be weighed: there are about half as many rounds as companies, each as long as a return share.
const forwardingCompanies = 600

// Forwarding returns the Balanced Flow Forwarding decomposition: how much of the money goes round, and how
// much each loop carries, when every company passes on what it gets in proportion to what it pays (M.
// Homs-Dones, R. MacKay, B. Sansom, Y. Zhou, "Circular directional flow decomposition of networks", 2025).
// Within each strongly connected component every company forwards what it gets, but no more than it pays,
// until what is forwarded is balanced; that much is circular and taken out; and so on with what is left until
// no loop is left. What is taken out in a round is divided between its loops by the circulation decomposition
// of Markov chains (M.-P. Qian and M. Qian, 1982); see weigh.
//
// Weights add up: the sum of weight x length over all loops is Volume, which is at most Circulation and is
// everything in a closed network. Inserting a pass-through vehicle leaves GammaThr as it is. Volume and weights are
// in cents, 0 without flows; GammaThr is from 0 to 1, and 1 in a closed network. What a company pays itself is a loop
// of length one. Legs without a number carry nothing, and parallel legs are one flow.
//
// Top holds the heaviest loops, as many as asked for (0: ten). When there are more loops than can be weighed in a
// bounded number of steps, or more rounds of many companies, Skipped is set and only Volume and NetThroughput are
// known; with more than 600 companies on those loops, Volume may be NaN as well. That depends on the network alone,
// not on the machine. Skipped is also set when ctx is done before the loops are weighed.
func (n *Network) Forwarding(ctx context.Context, top int) Forwarding {
	return n.amounts().forwarding(ctx, top, weighingWork)
}

func (a *amounts) forwarding(ctx context.Context, top, work int) Forwarding {
	result := Forwarding{}
	for company := range a.in {
		result.NetThroughput += float64(max(0, a.out[company]-a.in[company]))
	}
	graph := a.arrows()
	w := newWeigher(a, top, work)
	defer w.done()
	result.Skipped = !w.affordable(ctx, graph)
	if result.Skipped && graph.onLoops() > forwardingCompanies {
		result.Volume = math.NaN()
		return result
	}
	circular := a.room.floats(len(a.money))
	a.forward(graph, func(f *forwarder) bool {
		if ctx.Err() != nil {
			return false
		}
		result.Volume += f.volume
		if !result.Skipped {
			f.flows(circular)
			result.Skipped = !w.prepare(circular)
		}
		return true
	})
	if ctx.Err() != nil {
		result.Volume, result.Skipped = math.NaN(), true
		return result
	}
	for flow, cents := range a.money {
		if a.payer[flow] == a.payee[flow] {
			result.Volume += float64(cents)
		}
	}
	if result.Skipped || !w.weighAll(ctx, graph) {
		result.Skipped = true
		return result
	}
	result.Top, result.LoopWeightSum = w.result(), w.sum
	if result.LoopWeightSum > 0 {
		result.GammaThr = result.LoopWeightSum / (result.LoopWeightSum + result.NetThroughput)
	}
	return result
}

// onLoops returns how many companies are on some loop.
func (a arrows) onLoops() int {
	count := 0
	for _, p := range a.whole().parts(nil) {
		count += p.size()
	}
	return count
}

// arrows returns the graph of the flows that have money.
func (a *amounts) arrows() arrows {
	return a.paying(func(flow int) bool { return a.money[flow] > 0 })
}

// paying returns the graph of the flows that keep admits.
func (a *amounts) paying(keep func(flow int) bool) arrows {
	graph := arrows{first: a.room.int32s(a.companies + 1), next: a.room.int32s(len(a.money))[:0], room: a.room}
	for flow := range a.money {
		if a.payer[flow] != a.payee[flow] && keep(flow) {
			graph.first[a.payer[flow]+1]++
			graph.next = append(graph.next, a.payee[flow])
		}
	}
	for company := range a.companies {
		graph.first[company+1] += graph.first[company]
	}
	return graph
}

// fromSmallest returns a copy of the loop that starts at its smallest number, in the memory if that is enough.
func fromSmallest(memory, path []int) []int {
	start := slices.Index(path, slices.Min(path))
	return append(append(slices.Grow(memory[:0], len(path)), path[start:]...), path[:start]...)
}
