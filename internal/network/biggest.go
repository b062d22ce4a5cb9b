package network

import (
	"math"
	"slices"
)

// biggest returns the biggest loops, money down, then length up, then path, without listing all loops, and
// whether they are all that was asked for.
//
// It descends a threshold: loops of at least so much money are the loops of the flows of at least so much
// money. A search for the highest threshold that admits enough loops looks at no more loops than were asked
// for; above it they are few and all taken; those of exactly the threshold, of which there may be beyond
// number, come from shortest, in order.
func (n *Network) biggest(limits *loopSearch, top int) ([]Loop, bool) {
	if top <= 0 {
		top = defaultTop
	}
	if limits.maxLen == 1 {
		return nil, true
	}
	levels := n.levels()
	admits := func(level int) int {
		search := limits.fork(top)
		search.visit = func([]int) bool { return search.count < top }
		search.run(n.arrowsFrom(levels[level]))
		if search.count < top && search.stopped() {
			limits.why = search.why
		}
		return search.count
	}
	// Gallop down from the greatest amount, then halve the gap, so that the small graphs of the great
	// amounts are looked at rather than the whole network.
	few, enough := -1, 0
	for enough < len(levels) && !limits.stopped() && admits(enough) < top {
		few, enough = enough, 2*enough+1
	}
	enough = min(enough, len(levels))
	for enough-few > 1 && !limits.stopped() {
		if middle := (few + enough) / 2; admits(middle) < top {
			few = middle
		} else {
			enough = middle
		}
	}
	var loops []Loop
	if few >= 0 {
		loops = n.firstLoops(limits, levels[few], -1, top)
	}
	if enough < len(levels) {
		loops = append(loops, n.firstLoops(limits, levels[enough], levels[enough], top-len(loops))...)
	}
	slices.SortFunc(loops, compareLoops)
	return loops, !limits.stopped()
}

// levels returns the distinct amounts of the flows, the greatest first.
func (n *Network) levels() []int64 {
	amounts := make([]int64, len(n.Flows))
	for i := range n.Flows {
		amounts[i] = n.Flows[i].Money
	}
	slices.Sort(amounts)
	slices.Reverse(amounts)
	return slices.Compact(amounts)
}

// arrowsFrom returns the flows of at least so much money.
func (n *Network) arrowsFrom(money int64) arrows {
	return arrowsOf(len(n.Companies), n.Flows, func(i int) bool { return n.Flows[i].Money >= money })
}

// firstLoops returns up to count loops of the flows of at least so much money, the shortest first, then by
// path. When exactly is not negative, only loops of exactly that money are taken.
func (n *Network) firstLoops(limits *loopSearch, atLeast, exactly int64, count int) []Loop {
	var loops []Loop
	if count <= 0 {
		return nil
	}
	newShortest(limits, n.arrowsFrom(atLeast)).run(func(path []int) bool {
		if loop := n.loop(path); exactly < 0 || loop.Money == exactly {
			loops = append(loops, loop)
		}
		return len(loops) < count
	})
	return loops
}

// compareLoops orders loops by money down, then length up, then path.
func compareLoops(a, b Loop) int {
	switch {
	case a.Money > b.Money:
		return -1
	case a.Money < b.Money:
		return 1
	case len(a.Path) != len(b.Path):
		return len(a.Path) - len(b.Path)
	}
	return slices.Compare(a.Path, b.Path)
}

// loop describes the loop of the path, which may start anywhere; every step of it must be a flow.
func (n *Network) loop(path []int) Loop {
	start := 0
	for i, company := range path {
		if company < path[start] {
			start = i
		}
	}
	loop := Loop{Path: slices.Concat(path[start:], path[:start]), Known: true, Money: math.MaxInt64, UpTo: math.MaxInt64}
	flows := make([]*Flow, len(path))
	floor := int64(math.MaxInt64) // the smallest flow with a number, be it only a part of the flow
	for i, payer := range loop.Path {
		at, _ := n.FlowBetween(payer, loop.Path[(i+1)%len(path)])
		flow := &n.Flows[at]
		flows[i] = flow
		known, unknown := flow.Known(), flow.Unknown()
		loop.Known = loop.Known && known
		if flow.Money < loop.Money {
			loop.Money, loop.Smallest = flow.Money, at
		}
		if known {
			floor = min(floor, flow.Money)
		}
		if known && unknown == 0 {
			loop.UpTo = min(loop.UpTo, flow.Money)
		}
	}
	if loop.UpTo == math.MaxInt64 {
		loop.UpTo = floor
	}
	if loop.UpTo == math.MaxInt64 {
		loop.UpTo = 0
	}
	smallest := &n.Flows[loop.Smallest]
	loop.AtLeast = loop.Known && smallest.Unknown() > 0
	loop.Category = categoryOf(flows)
	return loop
}
