package network

import "math/bits"

// johnson64 finds the loops of a part of at most 64 companies by D. Johnson, "Finding all the elementary
// circuits of a directed graph", SIAM Journal on Computing 4 (1975). Sets of companies are the bits of one
// word, which makes every step of the method a few instructions.
type johnson64 struct {
	*loopSearch
	out, in [64]uint64
	members [64]int
	waiting [64]uint64 // waiting[w] are those that w lets get back once it can; none unless w is blocked
	way     [64]uint8  // the path
	rests   [64]uint64 // of each company on the path: where it is still to be followed to
}

// searchSmall visits every loop of the part.
func (s *loopSearch) searchSmall(p part) {
	k := s.small
	k.loopSearch, k.out, k.in = s, [64]uint64{}, [64]uint64{}
	order := p.hubsFirst()
	var label [64]int32
	for i, v := range order {
		label[v] = int32(i)
	}
	for i, v := range order {
		k.members[i] = int(p.members[v])
		for _, w := range p.of(v) {
			k.out[i] |= 1 << label[w]
			k.in[label[w]] |= 1 << i
		}
	}
	for r := range order {
		root, later := uint64(1)<<r, ^uint64(0)<<r
		alive := reach64(&k.out, root, later) & reach64(&k.in, root, later)
		if alive != root && !k.through(uint(r), alive) {
			return
		}
	}
}

// reach64 returns the companies within the given ones that arrows lead to from start, start included.
func reach64(rows *[64]uint64, start, within uint64) uint64 {
	reached := start
	for fresh := start; fresh != 0; {
		step := uint64(0)
		for ; fresh != 0; fresh &= fresh - 1 {
			step |= rows[bits.TrailingZeros64(fresh)&63]
		}
		fresh = step & within &^ reached
		reached |= fresh
	}
	return reached
}

// through visits the loops through the first of the companies that are alive, the root, and reports whether
// to go on. It is Johnson's CIRCUIT with a stack of its own, in one piece because a call for every loop would
// cost a third of the time.
func (k *johnson64) through(r uint, alive uint64) bool {
	k.waiting = [64]uint64{}
	root := uint64(1) << (r & 63)
	// A company is blocked when it is not alive, on the path, or unable to get back to the root around it.
	blocked := ^alive | root
	rest := k.out[r&63]
	found := uint64(0) // bit d: a loop goes on from the first d+1 companies of the path
	path := (*[64]int)(k.path)
	path[0] = k.members[r&63]
	depth := uint(0)
	for {
		rest &^= blocked
		if rest == 0 {
			if depth == 0 {
				return true
			}
			v := uint(k.way[depth&63])
			if found>>(depth&63)&1 != 0 {
				found = found&^(1<<(depth&63)) | 1<<((depth-1)&63)
				blocked = k.unblock(v, blocked)
			} else {
				k.wait(v, root)
			}
			depth--
			rest = k.rests[depth&63]
			continue
		}
		w := uint(bits.TrailingZeros64(rest)) & 63
		rest &= rest - 1
		path[(depth+1)&63] = k.members[w]
		onward := k.out[w]
		self := uint64(1) << w
		closes := onward&root != 0
		if closes {
			found |= 1 << (depth & 63)
			if k.count == k.checkAt && !k.check() {
				return false
			}
			k.count++
			if !k.visit(path[:(depth+2)&127]) {
				return k.told()
			}
		}
		onward = onward &^ blocked &^ self
		if onward != 0 && onward&(onward-1) == 0 {
			// Where only one company is left to go on to, and from there only back, the path need not be
			// entered: in dense networks that is most of the work.
			last := uint(bits.TrailingZeros64(onward)) & 63
			if beyond := k.out[last]; beyond&root != 0 && beyond&^blocked&^self&^onward == 0 {
				path[(depth+2)&63] = k.members[last]
				found |= 1 << (depth & 63)
				if k.count == k.checkAt && !k.check() {
					return false
				}
				k.count++
				if !k.visit(path[:(depth+3)&127]) {
					return k.told()
				}
				continue
			}
		}
		if onward != 0 {
			k.rests[depth&63] = rest
			depth++
			k.way[depth&63] = uint8(w)
			blocked |= self
			if closes {
				found |= 1 << (depth & 63)
			}
			rest = onward
		} else if !closes {
			blocked |= self
			k.wait(w, root)
		}
	}
}

// wait notes that v stays blocked until one of the companies that it pays can get back.
func (k *johnson64) wait(v uint, root uint64) {
	k.steps++
	for rest := k.out[v&63] &^ root; rest != 0; rest &= rest - 1 {
		k.waiting[bits.TrailingZeros64(rest)&63] |= 1 << (v & 63)
	}
}

// unblock returns blocked without v and without every company that was waiting for it.
func (k *johnson64) unblock(v uint, blocked uint64) uint64 {
	for freed := uint64(1) << (v & 63); freed != 0; {
		w := bits.TrailingZeros64(freed) & 63
		blocked &^= 1 << w
		freed = (freed&(freed-1) | k.waiting[w]) & blocked
		k.waiting[w] = 0
	}
	return blocked
}
