package network

import "slices"

// johnson finds the loops through one company of a part of any size by D. Johnson, "Finding all the
// elementary circuits of a directed graph", SIAM Journal on Computing 4 (1975). It keeps no recursion and
// allocates nothing while it searches: what waits for a company is a list through the arrows.
type johnson struct {
	*loopSearch
	part
	payer   []int32 // of each arrow
	blocked []bool  // on the path, or unable to get back to the root around the path
	waits   []int32 // of each company: the first arrow whose payer waits for it, or -1
	after   []int32 // of each arrow: the next one in that list
	listed  []bool  // the arrow is in the list of its payee
	at      []int32 // of each company on the path: the next arrow to follow
	found   []bool  // of each company on the path: a loop was found beyond it
	way     []int32 // the path
	freed   []int32
}

// searchLarge visits every loop of the part: those through its hub, then those of the parts into which the
// rest falls, leaving parts of at most so many companies to the search for small ones.
func (s *loopSearch) searchLarge(p part, small int) {
	k := &johnson{loopSearch: s}
	p.room = nil // so many parts come and go that their memory must be collected
	for left := []part{p}; len(left) > 0 && s.readClock(); {
		k.part = left[len(left)-1]
		s.steps += k.size() + len(k.next)
		left = left[:len(left)-1]
		if k.size() <= small {
			s.searchSmall(k.part)
			continue
		}
		hub := k.hubsFirst()[0]
		k.through(hub)
		gone := make([]bool, k.size())
		gone[hub] = true
		left = append(left, k.parts(gone)...)
	}
}

// clear makes room for the part and forgets the one before.
func (k *johnson) clear() {
	companies, arrows := k.size(), len(k.next)
	k.payer, k.after, k.listed = cleared(k.payer, arrows), cleared(k.after, arrows), cleared(k.listed, arrows)
	k.waits, k.at = cleared(k.waits, companies), cleared(k.at, companies)
	k.blocked, k.found = cleared(k.blocked, companies), cleared(k.found, companies)
	k.way = k.way[:0]
	for v := range int32(companies) {
		k.waits[v] = -1
		for arrow := k.first[v]; arrow < k.first[v+1]; arrow++ {
			k.payer[arrow] = v
		}
	}
}

// cleared returns the slice with so many zeros, in its own memory when that is enough.
func cleared[T any](slice []T, length int) []T {
	if cap(slice) < length {
		return make([]T, length)
	}
	slice = slice[:length]
	clear(slice)
	return slice
}

// through visits the loops through the root. It is Johnson's CIRCUIT with a stack of its own.
func (k *johnson) through(root int32) {
	k.clear()
	k.enter(root)
	for len(k.way) > 0 {
		v := k.way[len(k.way)-1]
		if k.at[v] == k.first[v+1] {
			k.leave(v)
			continue
		}
		w := k.next[k.at[v]]
		k.at[v]++
		switch {
		case w == root:
			k.found[v] = true
			if !k.visitLoop(len(k.way)) {
				return
			}
		case !k.blocked[w]:
			if !k.step(1 + int(k.first[w+1]-k.first[w])) {
				return
			}
			k.enter(w)
		}
	}
}

func (k *johnson) enter(v int32) {
	k.path[len(k.way)] = int(k.members[v])
	k.way = append(k.way, v)
	k.blocked[v], k.found[v], k.at[v] = true, false, k.first[v]
}

// leave takes v off the path. When no loop was found beyond it, it stays blocked until one of the companies
// that it pays can get back.
func (k *johnson) leave(v int32) {
	k.way = k.way[:len(k.way)-1]
	if k.found[v] {
		if len(k.way) > 0 {
			k.found[k.way[len(k.way)-1]] = true
		}
		k.unblock(v)
		return
	}
	for arrow := k.first[v]; arrow < k.first[v+1]; arrow++ {
		if !k.listed[arrow] {
			w := k.next[arrow]
			k.listed[arrow], k.after[arrow] = true, k.waits[w]
			k.waits[w] = arrow
		}
	}
}

func (k *johnson) unblock(v int32) {
	k.freed = append(k.freed[:0], v)
	k.blocked[v] = false
	for len(k.freed) > 0 {
		w := k.freed[len(k.freed)-1]
		k.freed = k.freed[:len(k.freed)-1]
		for arrow := k.waits[w]; arrow >= 0; arrow = k.after[arrow] {
			k.listed[arrow] = false
			if payer := k.payer[arrow]; k.blocked[payer] {
				k.blocked[payer] = false
				k.freed = append(k.freed, payer)
			}
		}
		k.waits[w] = -1
	}
}

// hubsFirst returns the companies of the part by the product of how many they pay and how many pay them, the
// greatest first: without its hubs a network falls into small parts soonest.
func (p part) hubsFirst() []int32 {
	payers := p.room.ints(p.size())
	for _, w := range p.next {
		payers[w]++
	}
	order := p.room.int32s(p.size())
	weight := p.room.ints(p.size())
	for v := range order {
		order[v] = int32(v)
		weight[v] = payers[v] * int(p.first[v+1]-p.first[v])
	}
	slices.SortStableFunc(order, func(a, b int32) int { return weight[b] - weight[a] })
	return order
}
