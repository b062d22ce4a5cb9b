package picture

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// markLoops says of each arrow whether its flow lies on a loop, and how much money goes round along it beside where most does.
// The square root lets small loops be told from each other, and from large ones at a glance.
func (b *builder) markLoops() {
	group, most := circles(b.Network), 0.0
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		if group[arrow.Payer] == 0 || group[arrow.Payer] != group[arrow.Payee] {
			continue
		}
		arrow.Loop = LoopFaint
		at := b.flowOf[i]
		if b.Measures != nil && at < len(b.Measures.Circular) && b.Network.Flows[at].Money > 0 {
			part := float64(b.Measures.Circular[at]) / float64(b.Network.Flows[at].Money)
			arrow.round = float64(arrow.Money) * min(max(part, 0), 1)
			most = max(most, arrow.round)
		}
	}
	for i := range b.scene.Arrows {
		if arrow := &b.scene.Arrows[i]; arrow.round > 0 {
			arrow.Loop += (1 - LoopFaint) * math.Sqrt(arrow.round/most)
		}
	}
}

// widestGlow is the reach of the ground of the selected loop beyond its legs, in canvas units.
const widestGlow = 6.5

// leastReach is the part of that which the ground of a leg would keep that hardly any money goes round along.
const leastReach = 0.15

// glow gives the legs on loops their warm ground: wider where more money goes round, widest on the
// selected loop, none on what is faded.
func (b *builder) glow() {
	b.markMain()
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		switch {
		case arrow.Emphasis == Faded:
		case arrow.Emphasis == Lit && b.scene.loop:
			arrow.Glow = widestGlow * b.widths.crowd // of a leg that is not paid too: it is of the loop
		case arrow.Unpaid > 0:
		case arrow.Loop > 0:
			arrow.Glow = widestGlow * (leastReach + (1-leastReach)*arrow.Loop) * b.widths.crowd
		}
	}
}

// circles returns a number for each company: two companies have the same one above 0 when each can be reached from
// the other, and then a flow between them lies on a loop.
func circles(n *network.Network) []int {
	group := make([]int, len(n.Companies))
	for at, members := range n.Components() {
		for _, member := range members {
			group[member] = at + 1
		}
	}
	return group
}

// selectShapes lights what is selected and fades the rest.
func (b *builder) selectShapes() {
	switch {
	case len(b.Selection.Loop) > 0:
		b.selectLoop()
	case !b.Selection.Empty():
		b.selectAround()
	}
}

func (b *builder) fadeAll() {
	for i := range b.scene.Discs {
		b.scene.Discs[i].Emphasis = Faded
	}
	for i := range b.scene.Arrows {
		b.scene.Arrows[i].Emphasis = Faded
	}
}

// selectAround lights the selected legs, and the selected companies with all their legs; whoever is at the
// other end stays plain. In a neighbourhood of the selected companies nothing steps back: all of it is what is looked at.
func (b *builder) selectAround() {
	if !b.selectionDrawn() {
		return // what is selected was left out by the view: nothing is lit, so nothing steps back
	}
	if !b.inTheMiddle() {
		b.fadeAll()
	}
	for i := range b.scene.Discs {
		disc := &b.scene.Discs[i]
		if slices.Contains(b.Selection.Companies, disc.Company) {
			disc.Selected, disc.Emphasis = true, Lit
		}
	}
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		payer, payee := &b.scene.Discs[b.discAt[arrow.Payer]], &b.scene.Discs[b.discAt[arrow.Payee]]
		if !payer.Selected && !payee.Selected && !slices.Contains(b.Selection.Legs, arrow.Leg) {
			continue
		}
		arrow.Emphasis = Lit
		for _, end := range []*Disc{payer, payee} {
			if end.Emphasis == Faded {
				end.Emphasis = Plain
			}
		}
	}
	b.dimHeap()
}

// dimHeap takes the light off legs where hundreds are lit and they are most of all: that would single out none of them, and
// bury all under thick lines.
func (b *builder) dimHeap() {
	arrows, lit := b.scene.Arrows, 0
	for i := range arrows {
		if arrows[i].Emphasis == Lit {
			lit++
		}
	}
	if lit <= mostInsisted || 2*lit <= len(arrows) {
		return
	}
	for i := range arrows {
		if arrows[i].Emphasis == Lit {
			arrows[i].Emphasis = Plain
		}
	}
}

// inTheMiddle reports whether the companies that are selected, or those at the ends of the legs that are, are those whose
// neighbourhood the view is of.
func (b *builder) inTheMiddle() bool {
	if len(b.View.Near) == 0 {
		return false
	}
	middle := slices.Clone(b.Selection.Companies)
	for _, flow := range b.Network.Flows {
		for _, leg := range flow.Legs {
			if slices.Contains(b.Selection.Legs, leg.ID) {
				middle = append(middle, b.Network.Companies[flow.Payer].ID, b.Network.Companies[flow.Payee].ID)
			}
		}
	}
	slices.Sort(middle)
	return slices.Equal(slices.Compact(middle), slices.Sorted(slices.Values(b.View.Near)))
}

// selectionDrawn reports whether any company or leg that is selected is part of the picture, and more than a ghost.
func (b *builder) selectionDrawn() bool {
	for i, company := range b.Network.Companies {
		if onCanvas(b.places[i]) && !b.elsewhere[company.ID] && slices.Contains(b.Selection.Companies, company.ID) {
			return true
		}
	}
	for i := range b.Network.Flows {
		for _, leg := range b.Network.Flows[i].Legs {
			if slices.Contains(b.Selection.Legs, leg.ID) {
				return true
			}
		}
	}
	return false
}

// selectLoop lights the loop's companies and the legs from each to the next, and notes on the smallest flow
// what it does to the loop.
func (b *builder) selectLoop() {
	b.scene.loop = true
	b.fadeAll()
	for _, id := range b.Selection.Loop {
		for i := range b.scene.Discs {
			if disc := &b.scene.Discs[i]; disc.Company == id {
				disc.Emphasis = Lit
			}
		}
	}
	flows := b.loopFlows()
	b.openRing(flows)
	bound, missing := b.boundOf(flows)
	widest := -1
	for i := range b.scene.Arrows {
		arrow := &b.scene.Arrows[i]
		if !slices.Contains(flows, b.flowOf[i]) {
			continue
		}
		arrow.Emphasis = Lit
		if b.flowOf[i] == bound.flow {
			arrow.Smallest = true
			if widest < 0 || arrow.Width > b.scene.Arrows[widest].Width {
				widest = i
			}
		}
	}
	if widest >= 0 {
		b.scene.Pins = append(b.scene.Pins, b.boundPin(widest, bound, missing))
	}
}

// loopFlows returns the flows of the selected loop, in its order.
func (b *builder) loopFlows() []int { return b.flowsAround(b.Selection.Loop) }

// flowsAround returns the flows from each of the companies to the next, and from the last to the first, that there are.
func (b *builder) flowsAround(path []deal.CompanyID) []int {
	position := make(map[deal.CompanyID]int, len(b.Network.Companies))
	for i, company := range b.Network.Companies {
		position[company.ID] = i
	}
	var flows []int
	for i, id := range path {
		payer, known := position[id]
		payee, alsoKnown := position[path[(i+1)%len(path)]]
		if !known || !alsoKnown {
			continue
		}
		if at, ok := b.Network.FlowBetween(payer, payee); ok {
			flows = append(flows, at)
		}
	}
	return flows
}
