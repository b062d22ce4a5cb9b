package network

import (
	"math"
	"slices"

	"roundtrip/internal/deal"
)

// rewiring is the network in which what is earmarked goes straight from who gives it to whom the contract pays: so many
// cents less of the flow that they come by, as many less of what the contract pays, and a way past the company between
// them. What is left is passed on in proportion, and gets and pays as much as before but for that company.
type rewiring struct {
	*amounts   // with the ways past companies behind the network's own flows
	conditions []condition
	past       []int   // of each condition, the flow past the company
	payers     []int32 // the companies that pay anything on a condition, those last that others' money is sent past
	passed     []bool  // by company: others' money is sent past it
	share      []float64
	parts      []float64 // of each condition, which part of its leg is earmarked
	cents      []int64   // and how much that is
}

func newRewiring(a *amounts, conditions []condition) *rewiring {
	r := &rewiring{
		conditions: conditions, past: make([]int, len(conditions)),
		parts: make([]float64, len(conditions)), cents: make([]int64, len(conditions)),
	}
	room := a.room
	most := len(a.payer) + len(conditions)
	r.amounts = &amounts{
		companies: a.companies, in: room.int64s(a.companies), out: room.int64s(a.companies), ctx: a.ctx, room: room,
		payer: append(room.int32s(most)[:0], a.payer...), payee: append(room.int32s(most)[:0], a.payee...),
	}
	for i, c := range conditions {
		payer, payee := a.payer[c.flow], a.payee[c.byFlow]
		at, ok := a.flowBetween(payer, payee)
		for past := len(a.payer); !ok && past < len(r.payer); past++ {
			if r.payer[past] == payer && r.payee[past] == payee {
				at, ok = past, true
			}
		}
		if !ok {
			at = len(r.payer)
			r.payer, r.payee = append(r.payer, payer), append(r.payee, payee)
		}
		r.past[i] = at
	}
	// A way past a company joins companies that were joined before, so that the groups stay the same, but for their flows.
	r.groups = a.groups
	r.groups.flow, r.groups.flows = room.int32s(int(r.groups.count)+1), room.int32s(len(r.payer))[:0]
	for group := range a.groups.count {
		r.groups.flows = append(r.groups.flows, a.groups.flowsOf(group)...)
		for past := len(a.payer); past < len(r.payer); past++ {
			if r.groups.of[r.payer[past]] == group && r.inside(past) {
				r.groups.flows = append(r.groups.flows, int32(past))
			}
		}
		r.groups.flow[group+1] = int32(len(r.groups.flows))
	}
	r.money, r.share = room.int64s(len(r.payer)), room.floats(len(r.payer))
	r.passed = room.bools(a.companies)
	for _, c := range conditions {
		r.passed[a.payee[c.flow]] = true
		r.payers = append(r.payers, a.payer[c.flow])
	}
	slices.SortFunc(r.payers, func(a, b int32) int {
		if r.passed[a] != r.passed[b] {
			if r.passed[b] {
				return -1
			}
			return 1
		}
		return int(a - b)
	})
	r.payers = slices.Compact(r.payers)
	return r
}

// earmark makes the return shares of what the companies pay that pay anything on a condition those of earmarked money,
// given the money of each flow. worth is what a leg is worth, and false when nobody says.
func (r *rewiring) earmark(share []float64, money []int64, worth func(leg FlowLeg) (int64, bool)) {
	r.divide(worth)
	common := passage{group: -1}
	defer common.done()
	for _, payer := range r.payers {
		p, own := &common, passage{group: -1}
		switch {
		case r.passed[payer]: // what goes past others goes to this one itself
			p = &own
			r.rewire(money, worth, payer)
		case common.amounts == nil:
			r.rewire(money, worth, -1)
		}
		if p.amounts == nil {
			p.amounts, p.balanced = r.amounts, r.balanced()
		}
		from, _ := slices.BinarySearch(r.payer[:len(share)], payer)
		for flow := from; flow < len(share) && r.payer[flow] == payer; flow++ {
			r.share[flow] = p.comesBack(r.payee[flow], payer)
			share[flow] = r.share[flow]
		}
		for i, c := range r.conditions {
			if r.payer[c.flow] == payer {
				share[c.flow] += weightOf(c, money, worth) * r.parts[i] * (p.comesBack(r.payee[c.byFlow], payer) - r.share[c.flow])
			}
		}
		own.done()
	}
}

// weightOf returns which part of its flow the condition's leg is.
func weightOf(c condition, money []int64, worth func(leg FlowLeg) (int64, bool)) float64 {
	if money[c.flow] == 0 {
		return 1 / float64(c.legs)
	}
	cents, _ := worth(c.leg)
	return float64(cents) / float64(money[c.flow])
}

// divide finds which part of each leg, and how many cents of it, its contract takes.
func (r *rewiring) divide(worth func(leg FlowLeg) (int64, bool)) {
	total := make(map[deal.LegID]float64)
	for _, c := range r.conditions {
		cents, _ := worth(c.leg)
		total[c.by.ID] += c.covers * float64(cents)
	}
	taken := make(map[deal.LegID]float64) // in cents, before they are whole
	for i, c := range r.conditions {
		cents, _ := worth(c.leg)
		r.parts[i] = c.covers
		if contract, known := worth(c.by); known && total[c.by.ID] > float64(contract) {
			r.parts[i] *= float64(contract) / total[c.by.ID]
		}
		before := taken[c.by.ID]
		taken[c.by.ID] += r.parts[i] * float64(cents)
		r.cents[i] = min(cents, int64(math.Round(taken[c.by.ID])-math.Round(before)))
	}
}

// rewire sends what is earmarked past the companies, but for the one where it is to be met. A contract without a number
// pays what is earmarked for it.
func (r *rewiring) rewire(money []int64, worth func(leg FlowLeg) (int64, bool), met int32) {
	clear(r.money[copy(r.money, money):])
	for i, c := range r.conditions {
		if r.payee[c.flow] == met {
			continue
		}
		cents := min(r.cents[i], r.money[c.flow]) // less where what the leg carries is earmarked money itself
		r.money[c.flow] -= cents
		r.money[r.past[i]] += cents
		if _, known := worth(c.by); known {
			r.money[c.byFlow] -= min(cents, r.money[c.byFlow])
		}
	}
	r.total()
	for i, c := range r.conditions {
		if _, known := worth(c.by); !known && r.payee[c.flow] == met {
			r.in[r.payee[c.byFlow]] += r.cents[i]
		}
	}
}

// EarmarkedOf returns the part of the leg itself that ever comes back to its payer as Earmarked has it, of which the flow
// has the average over its legs. It reports false when the leg is not in the network.
func (n *Network) EarmarkedOf(book *deal.Book, leg deal.LegID) (share float64, ok bool) {
	_, flow, ok := n.legIn(leg)
	if !ok {
		return 0, false
	}
	a := n.amounts()
	payer, payee := a.payer[flow], a.payee[flow]
	conditions := n.conditions(book)
	if !slices.ContainsFunc(conditions, func(c condition) bool { return a.payer[c.flow] == payer }) {
		p := passage{amounts: a, group: -1, balanced: a.balanced()}
		defer p.done()
		return p.comesBack(payee, payer), true
	}
	r, met := newRewiring(a, conditions), int32(-1)
	if r.passed[payer] {
		met = payer
	}
	worth := func(leg FlowLeg) (int64, bool) { return leg.Money, leg.Known }
	r.divide(worth)
	r.rewire(a.money, worth, met)
	p := passage{amounts: r.amounts, group: -1, balanced: r.balanced()}
	defer p.done()
	share = p.comesBack(payee, payer)
	for i, c := range conditions {
		if c.leg.ID == leg {
			share += r.parts[i] * (p.comesBack(r.payee[c.byFlow], payer) - share)
		}
	}
	return share, true
}
