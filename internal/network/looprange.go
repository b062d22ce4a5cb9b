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
// No more than 100,000 loops are sorted into categories, and limits bound the time for that.
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
	certain := p.Network
	if p.open {
		certain = p.certain(book)
	}
	limits.Count = max(m.Loops.Count, count)
	fewest, short, _ := certain.VisitLoops(ctx, limits, func([]int) bool { return true })
	r.LoopCount.Low = float64(max(fewest, s.sure))
	r.LoopCount.Sampled = r.LoopCount.Sampled || short && r.LoopCount.Low < r.LoopCount.High
}

// largestRange returns how much the biggest loop can carry, whichever it turns out to be, and the leg whose figures
// alone move that most, the others being as the view has them. The ends are exact: the money of every loop can only
// grow with every amount. In a large network only the legs with the widest figures are candidates for the driver.
func (n *Network) largestRange(ctx context.Context, limits Limits) Range {
	trial := *n
	trial.Flows = make([]Flow, len(n.Flows))
	copy(trial.Flows, n.Flows)
	largest := func() float64 {
		room := newWorkspace()
		defer room.done()
		loops, _ := trial.biggest(newLoopSearch(ctx, room, limits), 1)
		switch {
		case len(loops) == 0:
			return 0
		case loops[0].Money >= openMoney:
			return math.Inf(1)
		}
		return float64(loops[0].Money)
	}
	set := func(money func(flow *Flow) int64) float64 {
		for i := range trial.Flows {
			trial.Flows[i].Money = money(&n.Flows[i])
		}
		return largest()
	}
	r := Range{Low: set(func(flow *Flow) int64 { return flow.Low }), High: set((*Flow).highest)}
	if base := set(func(flow *Flow) int64 { return flow.Money }); ctx.Err() != nil {
		return Range{Low: base, High: base, Sampled: true}
	}
	widest, budget := 0.0, max(8, driverWork/10/(len(n.Flows)+1))
	for _, candidate := range n.uncertainLegs() {
		if budget--; budget < 0 || ctx.Err() != nil || r.Low == r.High {
			break
		}
		flow := &trial.Flows[candidate.flow]
		rest := n.Flows[candidate.flow].Money - candidate.leg.Money
		flow.Money = rest + candidate.leg.Low
		least := largest()
		if flow.Money = rest + candidate.leg.High; candidate.leg.HighOpen {
			flow.Money = openMoney
		}
		if width := largest() - least; width > widest && ctx.Err() == nil {
			r.Driver, widest = candidate.leg.ID, width
		}
		flow.Money = n.Flows[candidate.flow].Money
	}
	return r
}

// openMoney stands for more than any amount.
const openMoney = math.MaxInt64 / 2

func (f *Flow) highest() int64 {
	if f.HighOpen {
		return openMoney
	}
	return f.High
}
