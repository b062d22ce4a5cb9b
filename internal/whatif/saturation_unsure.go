package whatif

import (
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// doubts are why more of a leg could go round than the network says: legs without a number, and ranges.
type doubts struct {
	missing network.Missing
	ranged  bool
}

// words say by what the answer is only said, "" without a doubt.
func (d doubts) words() string {
	switch {
	case d.missing.All() > 0 && d.ranged:
		return byTheBest + ", " + theirs(asFar(d.missing))
	case d.missing.All() > 0:
		return asFar(d.missing)
	case d.ranged:
		return byTheBest
	}
	return ""
}

// theirs turns words about one amount into words about several.
func theirs(words string) string {
	return strings.NewReplacer("it is", "they are", "it has", "they have").Replace(words)
}

// note notes a flow of the network that may be another amount.
func (d *doubts) note(n *network.Network, flow *network.Flow) {
	hidden := flow.Unknown() > 0
	d.missing.Add(n.MissingOf(flow.Legs...))
	d.ranged = d.ranged || !hidden || slices.ContainsFunc(flow.Legs, func(leg network.FlowLeg) bool {
		return leg.Known && (leg.HighOpen || leg.About || leg.Low != leg.High)
	})
}

// unsure returns whether and why other amounts than the best figures could let more of the leg go round than the network says,
// for a leg of which so much goes round that only other flows bound it. That could a flow on a way from the leg's payee
// back to its payer which may carry more; and one that shares such a way with the leg in loops of its own, or that pays
// the same company beside it, and may take less of that way.
func unsure(n *network.Network, self int, leg deal.LegID) (found doubts) {
	for _, beside := range n.Flows[self].Legs {
		if beside.ID == leg {
			continue
		}
		found.missing.Add(n.MissingOf(beside))
		found.ranged = found.ranged || beside.Known && (beside.HighOpen || beside.About || beside.Low != beside.High)
	}
	without := *n
	without.Flows = slices.Delete(slices.Clone(n.Flows), self, self+1)
	own := &n.Flows[self]
	ahead, behind := reached(without.Flows, own.Payee, own.Payer, false), reached(without.Flows, own.Payer, own.Payee, true)
	back := func(flow *network.Flow) bool {
		return flow.Payer != own.Payer && flow.Payee != own.Payee && ahead[flow.Payer] && behind[flow.Payee]
	}
	round := make(map[int]int) // the group of loops of each company, from 1
	for i, members := range without.Components() {
		for _, company := range members {
			round[company] = i + 1
		}
	}
	group := func(flow *network.Flow) int {
		if round[flow.Payer] == round[flow.Payee] {
			return round[flow.Payer]
		}
		return 0
	}
	shared := make(map[int]bool) // groups that have a way back
	for i := range without.Flows {
		if flow := &without.Flows[i]; back(flow) && group(flow) != 0 {
			shared[group(flow)] = true
		}
	}
	for i := range without.Flows {
		flow := &without.Flows[i]
		standing := flow.Standing()
		more := standing == AtLeast || standing == About
		if more && back(flow) || standing != Exactly && shared[group(flow)] {
			found.note(n, flow)
		}
	}
	return found
}

// reached returns the companies that money from start gets to without passing the one that it is to avoid; backwards,
// those from which it gets to start.
func reached(flows []network.Flow, start, avoid int, backwards bool) map[int]bool {
	next := make(map[int][]int)
	for i := range flows {
		from, to := flows[i].Payer, flows[i].Payee
		if backwards {
			from, to = to, from
		}
		next[from] = append(next[from], to)
	}
	found, queue := map[int]bool{start: true}, []int{start}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if at == avoid {
			continue
		}
		for _, to := range next[at] {
			if !found[to] {
				found[to] = true
				queue = append(queue, to)
			}
		}
	}
	return found
}
