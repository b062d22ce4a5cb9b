package network

import (
	"context"
	"math"

	"roundtrip/internal/deal"
)

// countRanges sets how many loops there can be, of all categories and of each, and the leg that leaves most of them
// open: the one that is on most of the loops that may be there or not, or may be of this category or of another.
//
// The count is exact. Nothing makes a loop but legs that are there, so that the most loops are those of the network as
// it is, and the fewest those of the legs that surely come to something (see presence). The ends of a category are
// bounds: each loop is looked at by itself, over all that its legs can come to, so that they hold whatever the figures
// turn out to be, but need not be reached by all loops at once.
//
// No more than 100,000 loops are sorted into categories, nor more than have six million flows together.
func (p *presence) countRanges(ctx context.Context, book *deal.Book, m *Measures, limits Limits) {
	r, s := m.Ranges, newLoopSorter(p)
	limits.Count = sortedLoops
	count, short, _ := p.VisitLoops(ctx, limits, s.visit)
	r.LoopCount = Range{Low: float64(s.sure), High: float64(m.Loops.Count), Driver: s.loops.driver.leg.ID}
	if !short && !m.Loops.Truncated {
		for i := range Categories {
			t := &s.categories[i]
			r.ByCategory = append(r.ByCategory, Range{
				Low: float64(t.sure), High: float64(t.sure + t.open), Driver: t.driver.leg.ID,
			})
		}
		return
	}
	if m.Loops.Truncated {
		r.LoopCount.High, r.LoopCount.Sampled = math.Inf(1), true
	}
	fewest, short := m.Loops.Count, m.Loops.Truncated // every leg surely comes to something
	if p.open {
		limits.Count = max(m.Loops.Count, count)
		fewest, short, _ = p.certain(book).VisitLoops(ctx, limits, func([]int) bool { return true })
	}
	r.LoopCount.Low = float64(max(fewest, s.sure))
	r.LoopCount.Sampled = r.LoopCount.Sampled || short && r.LoopCount.Low < r.LoopCount.High
}

// largestRange returns how much the biggest loop can carry, whichever it turns out to be, and the leg that moves that
// most by itself, the others being as the view has them. The ends are exact: the money of every loop can only grow with
// every amount. What drives them is looked for on the biggest loop and on the one that is the biggest with all figures
// high; where none of their legs moves it alone, the widest of them is named.
func (n *Network) largestRange(ctx context.Context, limits Limits) Range {
	l := largest{network: n, trial: *n, ctx: ctx, limits: limits}
	l.trial.Flows = append([]Flow(nil), n.Flows...)
	low, _ := l.with(func(flow *Flow) int64 { return flow.Low })
	high, highPath := l.with((*Flow).highest)
	base, basePath := l.with(func(flow *Flow) int64 { return flow.Money })
	if ctx.Err() != nil {
		return Range{Low: base, High: base, Sampled: true}
	}
	r := Range{Low: low, High: high}
	if low == high {
		return r
	}
	on := make(map[int]bool)
	for _, path := range [][]int{highPath, basePath} {
		for i, payer := range path {
			flow, _ := n.FlowBetween(payer, path[(i+1)%len(path)])
			on[flow] = true
		}
	}
	widest := 0.0
	for _, candidate := range n.uncertainLegs() {
		if !on[candidate.flow] {
			continue
		}
		if width := l.alone(candidate); width > widest && ctx.Err() == nil || r.Driver == 0 {
			r.Driver, widest = candidate.leg.ID, width
		}
	}
	return r
}

// largest finds the biggest loop at other amounts than the network's.
type largest struct {
	network *Network
	trial   Network
	ctx     context.Context
	limits  Limits
}

// with returns the money of the biggest loop, and its companies, when each flow has the money given.
func (l *largest) with(money func(flow *Flow) int64) (cents float64, path []int) {
	for i := range l.trial.Flows {
		l.trial.Flows[i].Money = money(&l.network.Flows[i])
	}
	return l.find()
}

func (l *largest) find() (cents float64, path []int) {
	room := newWorkspace()
	defer room.done()
	loops, _ := l.trial.biggest(newLoopSearch(l.ctx, room, l.limits), 1)
	switch {
	case len(loops) == 0:
		return 0, nil
	case loops[0].Money >= openMoney:
		return math.Inf(1), loops[0].Path
	}
	return float64(loops[0].Money), loops[0].Path
}

// alone returns how far the leg's figures alone move the money of the biggest loop.
func (l *largest) alone(candidate uncertainLeg) float64 {
	flow, stands := &l.trial.Flows[candidate.flow], l.network.Flows[candidate.flow].Money
	flow.Money = stands - candidate.leg.Money + candidate.leg.Low
	least, _ := l.find()
	if flow.Money = stands - candidate.leg.Money + candidate.leg.High; candidate.leg.HighOpen {
		flow.Money = openMoney
	}
	greatest, _ := l.find()
	flow.Money = stands
	return greatest - least
}

// openMoney stands for more than any amount.
const openMoney = math.MaxInt64 / 2

func (f *Flow) highest() int64 {
	if f.HighOpen {
		return openMoney
	}
	return f.High
}
