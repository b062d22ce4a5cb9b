package network

import "sync"

// workspace is memory for what is needed only while something is computed. It is handed out piece by piece and
// taken back all at once, so that computing everything again, as a slider does, needs next to no new memory. What
// outlives the computation must not come from it. A nil workspace hands out new memory every time.
type workspace struct {
	int32Slab  slab[int32]
	int64Slab  slab[int64]
	intSlab    slab[int]
	floatSlab  slab[float64]
	boolSlab   slab[bool]
	partSlab   slab[part]
	groupSlab  slab[weighedGroup]
	familySlab slab[family]
	queue      families
	small      johnson64
	bounded    bounded
	search     loopSearch // of the search for loops that is on
	path       []int      // its path
	minor      []float64  // of the loop that is weighed
	rounds     []weighedRound
	weighable  weighable // of the measures that are kept in it
}

// keptWorkspace is how many numbers of a kind a workspace may hold to be used again.
const keptWorkspace = 4 << 20

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

func newWorkspace() *workspace { return workspaces.Get().(*workspace) }

// done takes everything back for the next computation.
func (w *workspace) done() {
	if len(w.int32Slab.chunk)+len(w.int64Slab.chunk)+len(w.intSlab.chunk)+len(w.floatSlab.chunk)+len(w.boolSlab.chunk) > keptWorkspace {
		return
	}
	w.release(marks{})
	clear(w.queue[:cap(w.queue)])
	clear(w.rounds[:cap(w.rounds)])
	w.small.loopSearch, w.search, w.bounded = nil, loopSearch{}, bounded{}
	workspaces.Put(w)
}

// marks is how much of a workspace is in use.
type marks struct{ int32s, int64s, ints, floats, bools, parts, groups, families mark }

// mark returns how much is in use, for release to take back what is handed out from now on.
func (w *workspace) mark() marks {
	if w == nil {
		return marks{}
	}
	return marks{
		w.int32Slab.mark(), w.int64Slab.mark(), w.intSlab.mark(), w.floatSlab.mark(), w.boolSlab.mark(),
		w.partSlab.mark(), w.groupSlab.mark(), w.familySlab.mark(),
	}
}

// release takes back what has been handed out since the mark.
func (w *workspace) release(m marks) {
	if w == nil {
		return
	}
	w.int32Slab.release(m.int32s)
	w.int64Slab.release(m.int64s)
	w.intSlab.release(m.ints)
	w.floatSlab.release(m.floats)
	w.boolSlab.release(m.bools)
	w.partSlab.release(m.parts)
	w.groupSlab.release(m.groups)
	w.familySlab.release(m.families)
}

func (w *workspace) int32s(n int) []int32 {
	if w == nil {
		return make([]int32, n)
	}
	return w.int32Slab.take(n)
}

func (w *workspace) int64s(n int) []int64 {
	if w == nil {
		return make([]int64, n)
	}
	return w.int64Slab.take(n)
}

func (w *workspace) ints(n int) []int {
	if w == nil {
		return make([]int, n)
	}
	return w.intSlab.take(n)
}

func (w *workspace) floats(n int) []float64 {
	if w == nil {
		return make([]float64, n)
	}
	return w.floatSlab.take(n)
}

func (w *workspace) bools(n int) []bool {
	if w == nil {
		return make([]bool, n)
	}
	return w.boolSlab.take(n)
}

func (w *workspace) parts(n int) []part {
	if w == nil {
		return make([]part, n)
	}
	return w.partSlab.take(n)
}

func (w *workspace) groups(n int) []weighedGroup {
	if w == nil {
		return make([]weighedGroup, n)
	}
	return w.groupSlab.take(n)
}

func (w *workspace) families(n int) []family {
	if w == nil {
		return make([]family, n)
	}
	return w.familySlab.take(n)
}

// slab is one piece of memory that is handed out from the front. When it is full a larger one takes its place, and
// the old one lives as long as what was handed out of it.
type slab[T any] struct {
	chunk []T
	used  int
}

// mark is how much of which chunk is in use; chunks only grow, so that their length tells them apart.
type mark struct{ chunk, used int }

func (s *slab[T]) mark() mark { return mark{len(s.chunk), s.used} }

func (s *slab[T]) release(m mark) {
	s.used = 0
	if m.chunk == len(s.chunk) {
		s.used = m.used
	}
}

// take returns n zero values, with no room to grow into what is handed out next.
func (s *slab[T]) take(n int) []T {
	if s.used+n > len(s.chunk) {
		s.chunk, s.used = make([]T, max(2*len(s.chunk), 2*n, 256)), 0
	}
	piece := s.chunk[s.used : s.used+n : s.used+n]
	s.used += n
	clear(piece)
	return piece
}
