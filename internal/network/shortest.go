package network

import (
	"container/heap"
	"slices"
)

// shortest finds loops in order, the shortest first and those of one length by their path, each only when it
// is asked for: the time to the next loop is polynomial, however many there are. The method is E. Lawler, "A
// procedure for computing the k best solutions to discrete optimization problems", Management Science 18
// (1972), in the way in which J. Yen, "Finding the k shortest loopless paths in a network", Management
// Science 17 (1971), applies it to paths: the loops that begin in one way form a family; the first of a family
// is found by breadth-first search, and the rest of it is split into smaller families.
type shortest struct {
	limits   *loopSearch
	out      arrows
	back     arrows
	queue    families
	near     []int32 // steps back to the start of the family at hand, where near was set for it
	setFor   []int32
	current  int32
	measured []int32 // companies whose near is set, in the order of their distance
	reach    int32   // companies further than this from the start have not been measured
}

// family is the loops that begin with the path and go on with none of the excluded companies.
type family struct {
	path     []int32
	excluded []int32
	length   int32   // of its first loop; until that is known, at least that
	first    []int32 // its first loop, nil until it is known
}

// families is a heap. A family whose first loop is not known comes before the known loops of that length,
// because it may hold an earlier one.
type families []*family

func (f families) Len() int      { return len(f) }
func (f families) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f families) Less(i, j int) bool {
	switch a, b := f[i], f[j]; {
	case a.length != b.length:
		return a.length < b.length
	case (a.first == nil) != (b.first == nil):
		return a.first == nil
	case a.first == nil:
		return slices.Compare(a.path, b.path) < 0
	default:
		return slices.Compare(a.first, b.first) < 0
	}
}

// Push implements heap.Interface.
func (f *families) Push(x any) { *f = append(*f, x.(*family)) }

// Pop implements heap.Interface.
func (f *families) Pop() any {
	last := (*f)[len(*f)-1]
	*f = (*f)[:len(*f)-1]
	return last
}

func newShortest(limits *loopSearch, a arrows) *shortest {
	k := &shortest{
		limits: limits, out: a, back: a.reversed(),
		near: a.room.int32s(a.size()), setFor: a.room.int32s(a.size()), measured: a.room.int32s(a.size())[:0],
	}
	if a.room != nil {
		k.queue = a.room.queue[:0]
	}
	for _, part := range a.whole().parts(nil) {
		roots := a.room.families(len(part.members))
		for i := range roots {
			roots[i] = family{path: part.members[i : i+1 : i+1], length: 2}
			k.queue = append(k.queue, &roots[i])
		}
	}
	heap.Init(&k.queue)
	return k
}

// run calls visit with one loop after the other, each beginning with its smallest company, until visit
// returns false or the limits stop it.
func (k *shortest) run(visit func(path []int) bool) {
	if room := k.out.room; room != nil {
		defer func() { room.queue = k.queue[:0] }()
	}
	path := k.out.room.ints(k.out.size())[:0]
	for len(k.queue) > 0 && k.limits.readClock() {
		f := k.queue[0]
		if f.first == nil {
			if k.findFirst(f) {
				heap.Fix(&k.queue, 0)
			} else {
				heap.Pop(&k.queue)
			}
			continue
		}
		heap.Pop(&k.queue)
		path = path[:0]
		for _, v := range f.first {
			path = append(path, int(v))
		}
		if !visit(path) {
			return
		}
		k.split(f)
	}
}

// findFirst sets the family's first loop and its length, or reports that it has none within the bound.
func (k *shortest) findFirst(f *family) bool {
	steps := k.measure(f)
	length := int32(len(f.path)) + steps - 1
	if steps == 0 || k.limits.maxLen > 0 && int(length) > k.limits.maxLen {
		return false
	}
	f.length = length
	f.first = append(k.out.room.int32s(int(length))[:0], f.path...)
	for v := f.path[len(f.path)-1]; steps > 1; steps-- {
		for _, w := range k.out.of(v) {
			if k.isNear(w, steps-1) && (len(f.first) > len(f.path) || !slices.Contains(f.excluded, w)) {
				f.first = append(f.first, w)
				v = w
				break
			}
		}
	}
	return true
}

// measure walks back from the start of the family's path, around the rest of the path and through no company
// before the start, until it meets a company with which the path may go on. It returns how many steps there
// are from the end of the path to its start that way, or 0 when there is no way.
func (k *shortest) measure(f *family) int32 {
	start, end := f.path[0], f.path[len(f.path)-1]
	k.current++
	for _, v := range f.path {
		k.setFor[v], k.near[v] = k.current, far
	}
	k.near[start] = 0
	goal := func(w int32) bool { return k.isNear(w, k.reach) && !slices.Contains(f.excluded, w) }
	k.measured, k.reach = append(k.measured[:0], start), 0
	for from := 0; from < len(k.measured); k.reach++ {
		k.limits.steps += len(k.out.of(end))
		if slices.ContainsFunc(k.out.of(end), goal) {
			return k.reach + 1
		}
		for to := len(k.measured); from < to; from++ {
			k.limits.steps += len(k.back.of(k.measured[from]))
			for _, w := range k.back.of(k.measured[from]) {
				if w > start && k.setFor[w] != k.current {
					k.setFor[w], k.near[w] = k.current, k.reach+1
					k.measured = append(k.measured, w)
				}
			}
		}
	}
	return 0
}

func (k *shortest) isNear(w, steps int32) bool {
	return k.setFor[w] == k.current && k.near[w] == steps
}

// split puts the family's other loops into new families: those that follow its first loop for a while and
// then leave it.
func (k *shortest) split(f *family) {
	k.measure(f)
	for i := len(f.path) - 1; i < len(f.first); i++ {
		next := f.first[0]
		if i+1 < len(f.first) {
			next = f.first[i+1]
		}
		rest := &k.out.room.families(1)[0]
		*rest = family{path: f.first[:i+1], length: far}
		if i == len(f.path)-1 {
			rest.excluded = append(k.out.room.int32s(len(f.excluded) + 1)[:0], f.excluded...)
		} else {
			rest.excluded = k.out.room.int32s(1)[:0]
		}
		rest.excluded = append(rest.excluded, next)
		for _, w := range k.out.of(f.first[i]) {
			if w < f.first[0] || slices.Contains(rest.excluded, w) {
				continue
			}
			steps := k.reach + 1
			if k.setFor[w] == k.current {
				steps = k.near[w]
			}
			if steps == far {
				continue
			}
			rest.length = min(rest.length, int32(i+1)+steps)
		}
		if rest.length < far {
			heap.Push(&k.queue, rest)
		}
	}
}
