package whatif

import (
	"context"
	"math"
	"slices"

	"roundtrip/internal/network"
)

// The most loops that a comparison looks through, and the most that it returns.
const (
	loopsCompared = 100_000
	loopsReturned = 50
)

// loopChange returns the loops that the scenario gains and loses. A loop goes by who pays whom: it is gained or
// lost with a flow, so a scenario that only makes flows bigger or smaller changes none, and nothing is searched.
func (w *Workbench) loopChange(ctx context.Context, scenario *state) (LoopChange, error) {
	limits := w.options.Limits
	limits.Count = loopsCompared
	if limits.MaxLen == 0 {
		limits.MaxLen = scenario.view.MaxLen
	}
	var change LoopChange
	var cut [2]bool
	change.Gained, cut[0] = loopsThrough(ctx, scenario.network, flowsMissing(scenario.network, w.network), limits)
	change.Lost, cut[1] = loopsThrough(ctx, w.network, flowsMissing(w.network, scenario.network), limits)
	change.Partial = cut[0] || cut[1]
	return change, ctx.Err()
}

// flowsMissing returns the positions of a's flows that b does not have, by companies.
func flowsMissing(a, b *network.Network) []int {
	var missing []int
	j := 0
	for i := range a.Flows {
		ends := func(n *network.Network, at int) [2]int64 {
			return [2]int64{int64(n.Companies[n.Flows[at].Payer].ID), int64(n.Companies[n.Flows[at].Payee].ID)}
		}
		want := ends(a, i)
		for j < len(b.Flows) && slices.Compare(sliced(ends(b, j)), sliced(want)) < 0 {
			j++
		}
		if j >= len(b.Flows) || ends(b, j) != want {
			missing = append(missing, i)
		}
	}
	return missing
}

func sliced(ends [2]int64) []int64 { return ends[:] }

// loopsThrough returns the biggest loops that use any of the flows, and whether it stopped short.
func loopsThrough(ctx context.Context, n *network.Network, flows []int, limits network.Limits) (loops []network.Loop, cut bool) {
	if len(flows) == 0 {
		return nil, false
	}
	wanted := make(map[int]bool, len(flows))
	for _, flow := range flows {
		wanted[flow] = true
	}
	var found []network.Loop // no more of each than its path and its money
	dropped := false
	_, stopped, _ := n.VisitLoops(ctx, limits, func(path []int) bool {
		money, hit := int64(math.MaxInt64), false
		for i, payer := range path {
			at, _ := n.FlowBetween(payer, path[(i+1)%len(path)])
			money, hit = min(money, n.Flows[at].Money), hit || wanted[at]
		}
		if hit {
			found = append(found, network.Loop{Path: fromSmallest(path), Money: money})
		}
		if len(found) > 4*loopsReturned {
			found, dropped = biggest(found), true
		}
		return true
	})
	for _, one := range biggest(found) {
		loops = append(loops, n.LoopOf(one.Path))
	}
	return loops, stopped || dropped || len(found) > loopsReturned
}

// biggest returns the loops that a comparison shows.
func biggest(found []network.Loop) []network.Loop {
	slices.SortFunc(found, network.CompareLoops)
	return found[:min(len(found), loopsReturned)]
}

// fromSmallest turns the path so that it starts at its smallest company.
func fromSmallest(path []int) []int {
	start := 0
	for i := range path {
		if path[i] < path[start] {
			start = i
		}
	}
	return slices.Concat(path[start:], path[:start])
}
