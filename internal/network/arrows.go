package network

// arrows is a directed graph without amounts, in compressed rows: the companies that v pays are
// next[first[v]:first[v+1]], in ascending order. What a company pays itself is left out: it is no loop.
type arrows struct {
	first []int32
	next  []int32
	room  *workspace // where what is computed of the graph is kept; may be nil
}

// arrowsOf returns the flows that keep admits, of a network of n companies, as arrows. The flows must be
// ordered by payer, then payee, as those of a Network are.
func arrowsOf(room *workspace, n int, flows []Flow, keep func(position int) bool) arrows {
	a := arrows{first: room.int32s(n + 1), next: room.int32s(len(flows))[:0], room: room}
	payer := 0
	for i := range flows {
		if flows[i].Payer == flows[i].Payee || !keep(i) {
			continue
		}
		for ; payer < flows[i].Payer; payer++ {
			a.first[payer+1] = int32(len(a.next))
		}
		a.next = append(a.next, int32(flows[i].Payee))
	}
	for ; payer < n; payer++ {
		a.first[payer+1] = int32(len(a.next))
	}
	return a
}

// size returns the number of companies.
func (a arrows) size() int { return len(a.first) - 1 }

// of returns the companies that v pays.
func (a arrows) of(v int32) []int32 { return a.next[a.first[v]:a.first[v+1]] }

// reversed returns the graph with every arrow turned round.
func (a arrows) reversed() arrows {
	back := arrows{first: a.room.int32s(len(a.first)), next: a.room.int32s(len(a.next)), room: a.room}
	for _, w := range a.next {
		back.first[w+1]++
	}
	for v := range a.size() {
		back.first[v+1] += back.first[v]
	}
	fill := a.room.int32s(len(back.first))
	copy(fill, back.first)
	for v := range int32(a.size()) {
		for _, w := range a.of(v) {
			back.next[fill[w]] = v
			fill[w]++
		}
	}
	return back
}

// part is some of the companies of a larger graph and the arrows between them, numbered from 0.
type part struct {
	members []int32 // the numbers of the companies in the larger graph, ascending
	arrows
}

// parts returns the strongly connected components of more than one company, in the order of their smallest
// one, leaving out the companies for which gone is set. Every loop lies within one of them.
func (p part) parts(gone []bool) []part {
	component, count := p.components(gone)
	sizes := p.room.int32s(int(count))
	inside := p.room.int32s(int(count)) // arrows out of a component's companies
	many := 0
	for v, c := range component {
		if c < 0 {
			continue
		}
		if sizes[c]++; sizes[c] == 2 {
			many++
		}
		inside[c] += p.first[v+1] - p.first[v]
	}
	place := p.room.int32s(p.size())   // of a company within its part
	index := p.room.int32s(int(count)) // of a component in found, plus one
	found := p.room.parts(many)[:0]
	for v, c := range component {
		if c < 0 || sizes[c] < 2 {
			continue
		}
		if index[c] == 0 {
			found = append(found, part{members: p.room.int32s(int(sizes[c]))[:0], arrows: arrows{
				first: p.room.int32s(int(sizes[c]) + 1)[:1], next: p.room.int32s(int(inside[c]))[:0], room: p.room,
			}})
			index[c] = int32(len(found))
		}
		to := &found[index[c]-1]
		place[v] = int32(len(to.members))
		to.members = append(to.members, int32(v))
	}
	for i := range found {
		to := &found[i]
		for at, v := range to.members {
			for _, w := range p.of(v) {
				if component[w] == component[v] {
					to.next = append(to.next, place[w])
				}
			}
			to.first = append(to.first, int32(len(to.next)))
			to.members[at] = p.members[v]
		}
	}
	return found
}

// whole returns the graph as a part of itself.
func (a arrows) whole() part {
	members := a.room.int32s(a.size())
	for v := range members {
		members[v] = int32(v)
	}
	return part{members: members, arrows: a}
}
