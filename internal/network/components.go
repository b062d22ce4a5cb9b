package network

// Components returns the groups of companies in which money can get from each company to every other one,
// by position, each group and the list of groups in ascending order. Companies that are in no loop are in
// no group. The method is R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on
// Computing 1 (1972), without recursion, so that long chains need no deep stack.
func (n *Network) Components() [][]int {
	var groups [][]int
	for _, part := range n.arrows().whole().parts(nil) {
		group := make([]int, len(part.members))
		for i, v := range part.members {
			group[i] = int(v)
		}
		groups = append(groups, group)
	}
	return groups
}

func (n *Network) arrows() arrows {
	return n.arrowsIn(nil)
}

func (n *Network) arrowsIn(room *workspace) arrows {
	return arrowsOf(room, len(n.Companies), n.Flows, func(int) bool { return true })
}

// components numbers the strongly connected components and returns each company's number and how many there
// are. Companies for which gone is set are left out and have the number -1; gone may be nil.
func (a arrows) components(gone []bool) (component []int32, count int32) {
	size := a.size()
	component = a.room.int32s(size)
	defer a.room.release(a.room.mark())
	seen := a.room.int32s(size) // when the company was found, from 1; Tarjan's NUMBER
	low := a.room.int32s(size)  // the earliest company that it can get back to; Tarjan's LOWLINK
	at := a.room.int32s(size)   // the next arrow to follow
	waiting := a.room.int32s(size)[:0]
	path := a.room.int32s(size)[:0]
	for v := range component {
		component[v] = -1
	}
	clock := int32(0)
	enter := func(v int32) {
		clock++
		seen[v], low[v], at[v] = clock, clock, a.first[v]
		waiting = append(waiting, v)
		path = append(path, v)
	}
	for start := range int32(size) {
		if seen[start] != 0 || gone != nil && gone[start] {
			continue
		}
		enter(start)
		for len(path) > 0 {
			v := path[len(path)-1]
			if at[v] < a.first[v+1] {
				w := a.next[at[v]]
				at[v]++
				switch {
				case gone != nil && gone[w]:
				case seen[w] == 0:
					enter(w)
				case component[w] < 0:
					low[v] = min(low[v], seen[w])
				}
				continue
			}
			path = path[:len(path)-1]
			if len(path) > 0 {
				payer := path[len(path)-1]
				low[payer] = min(low[payer], low[v])
			}
			if low[v] != seen[v] {
				continue
			}
			for {
				w := waiting[len(waiting)-1]
				waiting = waiting[:len(waiting)-1]
				component[w] = count
				if w == v {
					break
				}
			}
			count++
		}
	}
	return component, count
}
