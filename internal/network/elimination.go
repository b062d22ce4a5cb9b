package network

import (
	"context"
	"math/bits"
	"slices"
	"sync"
)

// elimination answers questions about money that wanders: from company i it goes on to j in proportion to the
// rate of i to j, or leaves for good in proportion to i's leak. In matrices, A = diag(leak + sum of rates) -
// rates, and the answers are parts of its inverse.
//
// The factors are computed without a single subtraction (W. Grassmann, M. Taksar, D. Heyman, "Regenerative
// analysis and steady state distributions for Markov chains", 1985), so that a network from which almost
// nothing leaks loses no digits, in an order that keeps them sparse (minimum degree, W. Tinney and J. Walker
// 1967). The inverse is computed only where the answers need it (K. Takahashi, J. Fagan, M. Chen 1973).
//
// It is used again and again without new memory: set, then rate by rate add, then factor.
type elimination struct {
	n    int
	leak []float64
	ctx  context.Context // when it is done, factor and invert give up; may be nil

	from, to []int32
	rate     []float64

	order []int32 // the company at each place of the elimination
	place []int32 // and back

	// The places after k that the elimination of k touches are later[first[k]:first[k+1]]; up holds the
	// rates from k to them and down those from them to k. After factor, up is divided by the pivot of k.
	first    []int32
	later    []int32
	up, down []float64
	pivot    []float64
	slot     []int32 // where the rates belong: in up, or, with all bits turned, in down

	// The inverse of A, by place, where later has an entry: k to it, it to k, and k to itself.
	inverseUp, inverseDown, inverseSelf []float64

	rows  []uint64 // neighbours still to be eliminated, one bit each
	words int
	at    []int32 // scratch: where a place stands in a row
	count []int32 // how many neighbours a company has left
	queue degrees
	x     []float64
}

var eliminations = sync.Pool{New: func() any { return new(elimination) }}

// set begins a new problem of n companies from which nothing leaks.
func (e *elimination) set(n int) {
	e.n, e.ctx = n, nil
	e.leak = resized(e.leak, n)
	e.from, e.to, e.rate = e.from[:0], e.to[:0], e.rate[:0]
}

// add makes the rate from one company to another greater. A rate of 0 only asks for the inverse there. What
// goes from a company to itself changes nothing and is ignored.
func (e *elimination) add(from, to int32, rate float64) {
	if from == to {
		return
	}
	e.from, e.to, e.rate = append(e.from, from), append(e.to, to), append(e.rate, rate)
}

// factor prepares the answers. It reports false when there are companies from which nothing ever leaks, and
// when ctx is done before.
func (e *elimination) factor() bool {
	e.prepare()
	return e.refactor()
}

// prepare chooses the order and finds out where the factors will have entries.
func (e *elimination) prepare() {
	e.sort()
	e.fill()
}

// sort chooses the order: always a company with the fewest neighbours among those that are left, neighbours of
// an eliminated one becoming neighbours of each other.
func (e *elimination) sort() {
	e.words = (e.n + 63) / 64
	e.rows = resized(e.rows, e.n*e.words)
	e.order, e.place = e.order[:0], resized(e.place, e.n)
	e.count = resized(e.count, e.n)
	e.first, e.later = append(e.first[:0], 0), e.later[:0]
	for i := range e.from {
		e.mark(e.from[i], e.to[i])
		e.mark(e.to[i], e.from[i])
	}
	e.queue.set(e.n)
	for v := int32(e.n) - 1; v >= 0; v-- {
		e.count[v] = e.neighbours(v)
		e.queue.put(v, e.count[v])
	}
	for range e.n {
		e.take(e.queue.fewest())
	}
}

func (e *elimination) row(v int32) []uint64 {
	return e.rows[int(v)*e.words : (int(v)+1)*e.words]
}

func (e *elimination) mark(v, w int32) { e.row(v)[w/64] |= 1 << (w % 64) }

func (e *elimination) neighbours(v int32) int32 {
	count := 0
	for _, word := range e.row(v) {
		count += bits.OnesCount64(word)
	}
	return int32(count)
}

// take eliminates the company from the pattern.
func (e *elimination) take(v int32) {
	e.place[v] = int32(len(e.order))
	e.order = append(e.order, v)
	row := e.row(v)
	begin := len(e.later)
	for i, word := range row {
		for ; word != 0; word &= word - 1 {
			e.later = append(e.later, int32(64*i+bits.TrailingZeros64(word)))
		}
	}
	left := e.later[begin:]
	e.first = append(e.first, int32(len(e.later)))
	joined := int(e.count[v]) == e.n-len(e.order) && e.complete(left)
	e.queue.remove(v)
	for _, w := range left {
		e.queue.remove(w)
		other := e.row(w)
		if !joined {
			for i, word := range row {
				other[i] |= word
			}
			other[w/64] &^= 1 << (w % 64)
		}
		other[v/64] &^= 1 << (v % 64)
		if joined {
			e.count[w]--
		} else {
			e.count[w] = e.neighbours(w)
		}
		e.queue.put(w, e.count[w])
	}
}

// complete reports whether the companies are all neighbours of each other already.
func (e *elimination) complete(left []int32) bool {
	for _, w := range left {
		if int(e.count[w]) != len(left) {
			return false
		}
	}
	return true
}

// fill turns companies into places and puts the rates where they belong.
func (e *elimination) fill() {
	for i, v := range e.later {
		e.later[i] = e.place[v]
	}
	for k := range e.n {
		slices.Sort(e.later[e.first[k]:e.first[k+1]])
	}
	e.slot = e.slot[:0]
	for i := range e.rate {
		from, to := e.place[e.from[i]], e.place[e.to[i]]
		if from < to {
			e.slot = append(e.slot, e.find(from, to))
		} else {
			e.slot = append(e.slot, ^e.find(to, from))
		}
	}
}

// refactor does what factor does when only rates and leaks have changed, none of them from or to a company that
// had none before.
func (e *elimination) refactor() bool {
	e.up, e.down = resized(e.up, len(e.later)), resized(e.down, len(e.later))
	for i, rate := range e.rate {
		if at := e.slot[i]; at >= 0 {
			e.up[at] += rate
		} else {
			e.down[^at] += rate
		}
	}
	return e.eliminate()
}

// find returns where the later place stands in the row of k.
func (e *elimination) find(k, later int32) int32 {
	at, _ := slices.BinarySearch(e.later[e.first[k]:e.first[k+1]], later)
	return e.first[k] + int32(at)
}

// locate notes where every later place stands in the row of k.
func (e *elimination) locate(k int32) {
	for at := e.first[k]; at < e.first[k+1]; at++ {
		e.at[e.later[at]] = at
	}
}

// full reports whether every later place has an entry in the row of k, as towards the end of the elimination:
// then where a place stands need not be looked up.
func (e *elimination) full(k int32) bool {
	return int(e.first[k+1]-e.first[k]) == e.n-1-int(k)
}

func (e *elimination) eliminate() bool {
	e.pivot = resized(e.pivot, e.n)
	e.at = resized(e.at, e.n)
	leak := resized(e.inverseSelf, e.n) // by place; its memory is needed only later
	e.inverseSelf = leak
	for k, v := range e.order {
		leak[k] = e.leak[v]
	}
	for k := range int32(e.n) {
		begin, end := e.first[k], e.first[k+1]
		sum := leak[k]
		for _, rate := range e.up[begin:end] {
			sum += rate
		}
		if sum == 0 || k%32 == 31 && stopped(e.ctx) {
			return false
		}
		e.pivot[k] = sum
		for at := begin; at < end; at++ {
			e.up[at] /= sum
		}
		onward := leak[k] / sum
		for a := begin; a < end; a++ {
			i := e.later[a]
			toK, fromK := e.down[a], e.up[a]
			if toK == 0 && fromK == 0 {
				continue
			}
			leak[i] += toK * onward
			if e.full(i) {
				at := e.first[i] - i - 1
				for b := a + 1; b < end; b++ {
					e.up[at+e.later[b]] += toK * e.up[b]
					e.down[at+e.later[b]] += e.down[b] * fromK
				}
				continue
			}
			e.locate(i)
			for b := a + 1; b < end; b++ {
				at := e.at[e.later[b]]
				e.up[at] += toK * e.up[b]
				e.down[at] += e.down[b] * fromK
			}
		}
	}
	return true
}

// invert computes the inverse wherever a rate, its opposite, or the elimination has an entry.
func (e *elimination) invert() {
	e.inverseUp, e.inverseDown = resized(e.inverseUp, len(e.later)), resized(e.inverseDown, len(e.later))
	e.inverseSelf = resized(e.inverseSelf, e.n)
	for k := int32(e.n) - 1; k >= 0; k-- {
		if k%32 == 31 && stopped(e.ctx) {
			return
		}
		begin, end := e.first[k], e.first[k+1]
		for a := begin; a < end; a++ {
			m := e.later[a]
			full, offset := e.full(m), e.first[m]-m-1
			if !full {
				e.locate(m)
			}
			up, down := e.up[a], e.down[a]/e.pivot[k]
			e.inverseUp[a] += up * e.inverseSelf[m]
			e.inverseDown[a] += e.inverseSelf[m] * down
			for b := a + 1; b < end; b++ {
				at := offset + e.later[b]
				if !full {
					at = e.at[e.later[b]]
				}
				e.inverseUp[b] += up * e.inverseUp[at]
				e.inverseUp[a] += e.up[b] * e.inverseDown[at]
				e.inverseDown[b] += e.inverseDown[at] * down
				e.inverseDown[a] += e.inverseUp[at] * e.down[b] / e.pivot[k]
			}
		}
		self := 1 / e.pivot[k]
		for a := begin; a < end; a++ {
			self += e.up[a] * e.inverseDown[a]
		}
		e.inverseSelf[k] = self
	}
}

// hits returns the probability that money at one company ever gets to another. After invert, for pairs with
// a rate between them in either direction.
func (e *elimination) hits(from, to int32) float64 {
	if from == to {
		return 1
	}
	i, j := e.place[from], e.place[to]
	if i < j {
		return e.inverseUp[e.find(i, j)] / e.inverseSelf[j]
	}
	return e.inverseDown[e.find(j, i)] / e.inverseSelf[j]
}

// solve replaces b by the solution x of A x = b, for b >= 0.
func (e *elimination) solve(b []float64) {
	e.x = resized(e.x, e.n)
	x := e.x
	for k, v := range e.order {
		x[k] = b[v]
	}
	for k := range e.order {
		for at := e.first[k]; at < e.first[k+1]; at++ {
			x[e.later[at]] += e.down[at] / e.pivot[k] * x[k]
		}
	}
	for k := e.n - 1; k >= 0; k-- {
		x[k] /= e.pivot[k]
		for at := e.first[k]; at < e.first[k+1]; at++ {
			x[k] += e.up[at] * x[e.later[at]]
		}
		b[e.order[k]] = x[k]
	}
}

// solveAgainst replaces b by the solution x of x A = b, for b >= 0.
func (e *elimination) solveAgainst(b []float64) {
	e.x = resized(e.x, e.n)
	x := e.x
	for k, v := range e.order {
		x[k] = b[v]
	}
	for k := range e.order {
		for at := e.first[k]; at < e.first[k+1]; at++ {
			x[e.later[at]] += e.up[at] * x[k]
		}
	}
	for k := e.n - 1; k >= 0; k-- {
		sum := x[k]
		for at := e.first[k]; at < e.first[k+1]; at++ {
			sum += e.down[at] * x[e.later[at]]
		}
		x[k] = sum / e.pivot[k]
		b[e.order[k]] = x[k]
	}
}
