package network

// bounded finds the loops of at most maxLen companies in a part. A company is entered only when it is near
// enough to the root to get back in time, by breadth-first distance against the arrows (the pruning of
// A. Gupta and T. Suzumura, "Finding all bounded-length simple cycles in a directed graph", 2021). Their
// locks are not used: one that is let go too late loses loops. Instead, when many companies in a row led to
// no loop, the search looks ahead around its own path and so enters only what closes.
type bounded struct {
	*loopSearch
	part
	back   arrows
	root   int32
	near   []int32 // steps from the company back to the root; far when it cannot, is on the path, or is done with
	done   []bool  // every loop through the company has been visited
	queue  []int32
	wasted int // companies entered since the last loop, or since the root

	patience      int     // how many may be wasted before the search looks ahead
	looks         int32   // counts look-aheads
	marks         []int32 // of each company: the look-ahead that reached it last
	ahead, beyond []int32
}

const far = 1 << 30

// searchBounded visits every loop of the part that has at most maxLen companies.
func (s *loopSearch) searchBounded(p part) { newBounded(s, p).search() }

func newBounded(s *loopSearch, p part) *bounded {
	size := p.size()
	var k *bounded
	if p.room != nil {
		k = &p.room.bounded
	} else {
		k = new(bounded)
	}
	*k = bounded{
		loopSearch: s, part: p, back: p.reversed(),
		near: p.room.int32s(size), done: p.room.bools(size), marks: p.room.int32s(size),
		queue: p.room.int32s(size)[:0], patience: size + len(p.next),
	}
	for v := range k.near {
		k.near[v] = far
	}
	return k
}

func (k *bounded) search() {
	for _, root := range k.hubsFirst() {
		k.root, k.wasted = root, 0
		k.measure()
		k.path[0] = int(k.members[root])
		k.extend(root, 1)
		for _, v := range k.queue {
			k.near[v] = far
		}
		k.done[root] = true
		if k.stopped() {
			return
		}
	}
}

// measure sets near for every company that can get back to the root in time, and lists them in queue.
func (k *bounded) measure() {
	k.queue = append(k.queue[:0], k.root)
	k.near[k.root] = 0
	for i := 0; i < len(k.queue); i++ {
		v := k.queue[i]
		steps := k.near[v] + 1
		if int(steps) >= k.maxLen {
			break
		}
		payers := k.back.of(v)
		k.steps += len(payers)
		for _, w := range payers {
			if k.near[w] == far && !k.done[w] {
				k.near[w] = steps
				k.queue = append(k.queue, w)
			}
		}
	}
	k.step(len(k.queue))
}

// extend visits the loops that begin with the path of so many companies, which ends in v.
func (k *bounded) extend(v int32, length int) {
	payees := k.of(v)
	if !k.step(1 + len(payees)) {
		return
	}
	k.wasted++
	kept := k.near[v]
	k.near[v] = far
	left := int32(k.maxLen - length)
	for _, w := range payees {
		if w == k.root {
			k.wasted = 0
			if !k.visitLoop(length) {
				return
			}
			continue
		}
		if k.near[w] > left || k.wasted > k.patience && !k.closes(w, left) {
			continue
		}
		k.path[length] = int(k.members[w])
		if left > 1 {
			k.extend(w, length+1)
		} else {
			k.wasted = 0
			k.visitLoop(length + 1)
		}
		if k.stopped() {
			return
		}
	}
	k.near[v] = kept
}

// closes reports whether the root can be reached from w in that many steps around the path.
func (k *bounded) closes(w, left int32) bool {
	k.looks++
	k.ahead = append(k.ahead[:0], w)
	k.marks[w] = k.looks
	for ; left > 0 && len(k.ahead) > 0 && k.step(len(k.ahead)); left-- {
		k.beyond = k.beyond[:0]
		for _, u := range k.ahead {
			payees := k.of(u)
			k.steps += len(payees)
			for _, x := range payees {
				if x == k.root {
					return true
				}
				if k.near[x] < left && k.marks[x] != k.looks {
					k.marks[x] = k.looks
					k.beyond = append(k.beyond, x)
				}
			}
		}
		k.ahead, k.beyond = k.beyond, k.ahead
	}
	return false
}
