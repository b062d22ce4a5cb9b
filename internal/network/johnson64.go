package network

import "math/bits"

// johnson64 finds the loops of a part of at most 64 companies by D. Johnson, "Finding all the elementary
// circuits of a directed graph", SIAM Journal on Computing 4 (1975). Sets of companies are the bits of one
// word, which makes every step of the method a few instructions.
type johnson64 struct {
	*loopSearch
	out, in [64]uint64
	members [64]int
	root    uint64     // the company whose loops are being found
	blocked uint64     // on the path, or unable to get back to the root around the path, or not searched
	waiting [64]uint64 // waiting[w] are the companies that w, once it can get back, lets get back
}

// searchSmall visits every loop of the part.
func (s *loopSearch) searchSmall(p part) {
	k := &johnson64{loopSearch: s}
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
		later := ^uint64(0) << r
		k.root = 1 << r
		alive := reach64(&k.out, k.root, later) & reach64(&k.in, k.root, later)
		if alive == k.root {
			continue
		}
		k.blocked = ^alive
		k.waiting = [64]uint64{}
		k.path[0] = k.members[r]
		k.extend(uint(r), 1)
		if k.stopped() {
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

// extend visits the loops that begin with the path of so many companies, which ends in v. It reports whether
// there was one. It is Johnson's CIRCUIT.
func (k *johnson64) extend(v uint, length int) bool {
	self := uint64(1) << (v & 63)
	k.blocked |= self
	row := k.out[v&63]
	found := row&k.root != 0
	if found && !k.visitLoop(length) {
		return true
	}
	for rest := row &^ k.blocked; rest != 0; rest = rest & (rest - 1) &^ k.blocked {
		w := uint(bits.TrailingZeros64(rest))
		k.path[length] = k.members[w&63]
		onward := k.out[w&63]
		if onward&^k.blocked&^(rest&-rest) == 0 && onward&k.root != 0 {
			// Nothing is left but to close the loop: entering w would block it and unblock it again.
			found = true
			if !k.visitLoop(length + 1) {
				return true
			}
			k.unblock(w)
			continue
		}
		if k.extend(w, length+1) {
			found = true
		}
		if k.stopped() {
			return true
		}
	}
	if found {
		k.unblock(v)
		return true
	}
	if !k.step() {
		return true
	}
	for rest := row &^ k.root; rest != 0; rest &= rest - 1 {
		k.waiting[bits.TrailingZeros64(rest)&63] |= self
	}
	return false
}

// unblock lets v, and every company that was waiting for it, be entered again.
func (k *johnson64) unblock(v uint) {
	for freed := uint64(1) << (v & 63); freed != 0; {
		w := bits.TrailingZeros64(freed) & 63
		k.blocked &^= 1 << w
		freed = (freed&(freed-1) | k.waiting[w]) & k.blocked
		k.waiting[w] = 0
	}
}
