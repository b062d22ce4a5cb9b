package network

import (
	"cmp"
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
	c := n.core(limits)
	levels := c.levels()
	// Gallop down from the greatest amount, then halve the gap, so that the small graphs of the great
	// amounts are looked at rather than the whole network.
	few, enough := -1, 0
	for enough < len(levels) && !limits.stopped() && !c.admits(levels[enough], top) {
		few, enough = enough, 2*enough+1
	}
	enough = min(enough, len(levels))
	for enough-few > 1 && !limits.stopped() {
		if middle := (few + enough) / 2; c.admits(levels[middle], top) {
			enough = middle
		} else {
			few = middle
		}
	}
	loops := limits.top[:0]
	if few >= 0 {
		loops = c.first(loops, levels[few], top, func(int64) bool { return true })
	}
	if enough < len(levels) {
		money := levels[enough]
		loops = c.first(loops, money, top, func(now int64) bool { return now == money })
	}
	slices.SortFunc(loops, CompareLoops)
	return loops, !limits.stopped()
}

// core is what can be on a loop: the companies of the components, numbered anew in the same order, and the
// flows within a component.
type core struct {
	*Network
	limits  *loopSearch
	members []int   // positions of the companies
	flows   []int   // positions of the flows, in their order
	payers  []int32 // of each flow: the number of its payer
	payees  []int32
	graph   arrows

	trial  loopSearch // used again for every threshold
	wanted int
	wants  func([]int) bool // whether the trial has not found as many as wanted
}

func (n *Network) core(limits *loopSearch) *core {
	c := &core{Network: n, limits: limits}
	c.wants = func([]int) bool { return c.trial.count < c.wanted }
	room := limits.room
	component, count := n.arrowsIn(room).components(nil)
	sizes := room.ints(int(count))
	for _, component := range component {
		sizes[component]++
	}
	number := room.int32s(len(n.Companies))
	c.members, c.flows = room.ints(len(n.Companies))[:0], room.ints(len(n.Flows))[:0]
	c.payers, c.payees = room.int32s(len(n.Flows))[:0], room.int32s(len(n.Flows))[:0]
	for company, component := range component {
		if sizes[component] > 1 {
			number[company] = int32(len(c.members))
			c.members = append(c.members, company)
		}
	}
	for i := range n.Flows {
		payer, payee := n.Flows[i].Payer, n.Flows[i].Payee
		if payer != payee && component[payer] == component[payee] {
			c.flows = append(c.flows, i)
			c.payers = append(c.payers, number[payer])
			c.payees = append(c.payees, number[payee])
		}
	}
	return c
}

// levels returns the distinct amounts of the flows, the greatest first.
func (c *core) levels() []int64 {
	amounts := c.limits.room.int64s(len(c.flows))
	for i, flow := range c.flows {
		amounts[i] = c.Flows[flow].Money
	}
	slices.Sort(amounts)
	slices.Reverse(amounts)
	return slices.Compact(amounts)
}

// atLeast returns the flows of at least so much money, until it is called again.
func (c *core) atLeast(money int64) arrows {
	if c.graph.first == nil {
		c.graph.first, c.graph.next = c.limits.room.int32s(len(c.members)+1), c.limits.room.int32s(len(c.flows))[:0]
	}
	a := arrows{first: cleared(c.graph.first, len(c.members)+1), next: c.graph.next[:0], room: c.limits.room}
	for i, flow := range c.flows {
		if c.Flows[flow].Money >= money {
			a.first[c.payers[i]+1]++
			a.next = append(a.next, c.payees[i])
		}
	}
	for v := range c.members {
		a.first[v+1] += a.first[v]
	}
	c.graph = a
	return a
}

// admits reports whether there are so many loops of at least so much money.
func (c *core) admits(money int64, loops int) bool {
	c.limits.makeRoom(len(c.members))
	search := &c.trial
	c.limits.forkTo(search, loops)
	c.wanted, search.visit = loops, c.wants
	graph := c.atLeast(money)
	used := c.limits.room.mark()
	search.run(graph)
	c.limits.room.release(used)
	c.limits.steps = search.work()
	if search.count < loops {
		c.limits.why = search.why
	}
	return search.count >= loops
}

// first appends the loops of at least so much money whose money take admits until there are count, the shortest first, then
// by path.
func (c *core) first(loops []Loop, money int64, count int, take func(money int64) bool) []Loop {
	if len(loops) >= count {
		return loops
	}
	newShortest(c.limits, c.atLeast(money)).run(func(path []int) bool {
		for i, v := range path {
			path[i] = c.members[v]
		}
		if loop := c.loop(c.limits.keep.ints(len(path)), path); take(loop.Money) {
			loops = append(loops, loop)
		}
		return len(loops) < count
	})
	return loops
}

// CompareLoops orders loops by money down, then length up, then path.
func CompareLoops(a, b Loop) int {
	return cmp.Or(cmp.Compare(b.Money, a.Money), cmp.Compare(len(a.Path), len(b.Path)), slices.Compare(a.Path, b.Path))
}

// LoopOf describes the loop of the path, which may start anywhere; every step of it must be a flow.
func (n *Network) LoopOf(path []int) Loop { return n.loop(nil, path) }

// loop describes the loop of the path, which may start anywhere; every step of it must be a flow. Its own path is kept
// in the memory, of the same length.
func (n *Network) loop(memory, path []int) Loop {
	start := 0
	for i, company := range path {
		if company < path[start] {
			start = i
		}
	}
	loop := Loop{Path: append(append(memory[:0], path[start:]...), path[:start]...), Known: true, Money: math.MaxInt64}
	var few [16]*Flow
	flows := few[:0]
	for i, payer := range loop.Path {
		at, _ := n.FlowBetween(payer, loop.Path[(i+1)%len(path)])
		flow := &n.Flows[at]
		flows = append(flows, flow)
		loop.Known = loop.Known && flow.Known()
		if flow.Money < loop.Money {
			loop.Money, loop.Smallest = flow.Money, at
		}
	}
	low, high, open := ends(flows)
	if loop.Open = open; !open {
		loop.UpTo = high
	}
	if loop.Known {
		loop.Standing = standing(low, loop.Money, high, open)
		if slices.ContainsFunc(flows, func(flow *Flow) bool { return flow.about() && flow.Money == loop.Money }) {
			loop.Standing = Between
		}
	}
	loop.Category = categoryOf(flows)
	return loop
}
