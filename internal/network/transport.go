package network

import (
	"context"
	"sync"
)

// transport moves supplies to where they are wanted, along arcs of limited capacity at the least cost. All
// numbers are integers and the answer is exact. The method is the primal-dual one of L. Ford and D. Fulkerson
// (1962): shortest distances from the supplies (E. Dijkstra 1959, with J. Edmonds and R. Karp's potentials
// 1972), then as much as possible along shortest ways only (E. Dinic 1970), until everything has moved. The
// costs of circularity are small whole numbers, so there are few rounds.
//
// A transport is used again and again without new memory: set, then arc by arc add, then solve.
type transport struct {
	ctx       context.Context // when it is done, solve gives up; may be nil
	companies int
	from, to  []int32
	cost      []int64

	supply []int64 // above 0: to be moved away from here; below 0: wanted here

	first []int32 // arcs out of a company: list[first[v]:first[v+1]]; 2i is arc i, 2i+1 is its way back
	list  []int32
	left  []int64 // capacity left, by arc as in list

	potential []int64
	distance  []int64
	level     []int32
	next      []int32
	queue     []int32
	trail     []int32
	heap      []waypoint
}

type waypoint struct {
	distance int64
	company  int32
}

const unreached = int64(1) << 62

var transports = sync.Pool{New: func() any { return new(transport) }}

// set begins a new problem with so many companies, no arcs and no supplies.
func (t *transport) set(companies int) {
	t.ctx, t.companies = nil, companies
	t.from, t.to, t.cost, t.left = t.from[:0], t.to[:0], t.cost[:0], t.left[:0]
	t.supply = resized(t.supply, companies)
	t.potential = resized(t.potential, companies)
	t.distance = resized(t.distance, companies)
	t.level = resized(t.level, companies)
	t.next = resized(t.next, companies)
	t.first = resized(t.first, companies+1)
}

// resized returns a slice of n zeros, in the old memory when that is large enough.
func resized[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n, n+n/4)
	}
	old = old[:n]
	clear(old)
	return old
}

// add makes an arc, whose cost must not be negative, and returns its number.
func (t *transport) add(from, to int32, capacity, cost int64) int {
	t.from, t.to = append(t.from, from), append(t.to, to)
	t.cost = append(t.cost, cost)
	t.left = append(t.left, capacity, 0)
	return len(t.cost) - 1
}

// moved returns how much goes along the arc.
func (t *transport) moved(arc int) int64 { return t.left[2*arc+1] }

// solve moves every supply to where it is wanted. It reports false when the capacities do not allow that;
// what could be moved has then been moved at the least cost. It also reports false when ctx is done before.
func (t *transport) solve() bool {
	t.index()
	for !stopped(t.ctx) && t.measure() {
		for !stopped(t.ctx) && t.layer() {
			for v := range int32(t.companies) {
				if t.supply[v] > 0 {
					t.push(v)
				}
			}
		}
	}
	for _, supply := range t.supply {
		if supply > 0 {
			return false
		}
	}
	return true
}

func (t *transport) index() {
	for i := range t.from {
		t.next[t.from[i]]++
		t.next[t.to[i]]++
	}
	sum := int32(0)
	for v, count := range t.next {
		t.first[v] = sum
		t.next[v] = sum
		sum += count
	}
	t.first[t.companies] = sum
	t.list = resized(t.list, int(sum))
	for i := range t.from {
		from, to := t.from[i], t.to[i]
		t.list[t.next[from]] = int32(2 * i)
		t.next[from]++
		t.list[t.next[to]] = int32(2*i + 1)
		t.next[to]++
	}
}

// end returns where the arc, or its way back, leads, and what it costs beside the potentials.
func (t *transport) end(arc, from int32) (to int32, reduced int64) {
	i := arc >> 1
	if arc&1 == 0 {
		to = t.to[i]
		return to, t.cost[i] + t.potential[from] - t.potential[to]
	}
	to = t.from[i]
	return to, -t.cost[i] + t.potential[from] - t.potential[to]
}

// measure finds how far the nearest want is from any supply, and raises the potentials so that the ways to
// it cost nothing. It reports false when no want can be reached.
func (t *transport) measure() bool {
	t.heap = t.heap[:0]
	for v := range t.distance {
		t.distance[v] = unreached
		if t.supply[v] > 0 {
			t.distance[v] = 0
			t.heap = append(t.heap, waypoint{0, int32(v)})
		}
	}
	nearest := unreached
	for len(t.heap) > 0 {
		top := t.pop()
		if top.distance > t.distance[top.company] {
			continue
		}
		if t.supply[top.company] < 0 {
			nearest = top.distance
			break
		}
		for _, arc := range t.list[t.first[top.company]:t.first[top.company+1]] {
			if t.left[arc] == 0 {
				continue
			}
			to, reduced := t.end(arc, top.company)
			if distance := top.distance + reduced; distance < t.distance[to] {
				t.distance[to] = distance
				t.pushHeap(waypoint{distance, to})
			}
		}
	}
	if nearest == unreached {
		return false
	}
	for v, distance := range t.distance {
		t.potential[v] += min(distance, nearest)
	}
	return true
}

// layer numbers the companies by their steps from a supply along ways that cost nothing, and reports whether
// a want is among them.
func (t *transport) layer() bool {
	t.queue = t.queue[:0]
	for v := range t.level {
		t.level[v] = -1
		t.next[v] = t.first[v]
		if t.supply[v] > 0 {
			t.level[v] = 0
			t.queue = append(t.queue, int32(v))
		}
	}
	found := false
	for head := 0; head < len(t.queue); head++ {
		v := t.queue[head]
		if t.supply[v] < 0 {
			found = true
			continue
		}
		for _, arc := range t.list[t.first[v]:t.first[v+1]] {
			if t.left[arc] == 0 {
				continue
			}
			if to, reduced := t.end(arc, v); reduced == 0 && t.level[to] < 0 {
				t.level[to] = t.level[v] + 1
				t.queue = append(t.queue, to)
			}
		}
	}
	return found
}

// push sends the supply of the company down the layers until nothing more gets through.
func (t *transport) push(source int32) {
	t.trail = t.trail[:0]
	v := source
	for t.supply[source] > 0 {
		if t.supply[v] < 0 {
			t.send(source, v)
			t.trail = t.trail[:0]
			v = source
			continue
		}
		if to, ok := t.step(v); ok {
			v = to
			continue
		}
		if len(t.trail) == 0 {
			return
		}
		last := t.trail[len(t.trail)-1]
		t.trail = t.trail[:len(t.trail)-1]
		v = t.tail(last)
		t.next[v]++
	}
}

// step takes the next way down a layer from the company, if there is one.
func (t *transport) step(v int32) (int32, bool) {
	for ; t.next[v] < t.first[v+1]; t.next[v]++ {
		arc := t.list[t.next[v]]
		if t.left[arc] == 0 {
			continue
		}
		if to, reduced := t.end(arc, v); reduced == 0 && t.level[to] == t.level[v]+1 {
			t.trail = append(t.trail, arc)
			return to, true
		}
	}
	return 0, false
}

func (t *transport) tail(arc int32) int32 {
	if arc&1 == 0 {
		return t.from[arc>>1]
	}
	return t.to[arc>>1]
}

// send moves as much as the trail from source to want allows.
func (t *transport) send(source, want int32) {
	amount := min(t.supply[source], -t.supply[want])
	for _, arc := range t.trail {
		amount = min(amount, t.left[arc])
	}
	for _, arc := range t.trail {
		t.left[arc] -= amount
		t.left[arc^1] += amount
	}
	t.supply[source] -= amount
	t.supply[want] += amount
}

func (t *transport) pushHeap(w waypoint) {
	t.heap = append(t.heap, w)
	at := len(t.heap) - 1
	for at > 0 {
		above := (at - 1) / 2
		if t.heap[above].distance <= t.heap[at].distance {
			return
		}
		t.heap[above], t.heap[at] = t.heap[at], t.heap[above]
		at = above
	}
}

func (t *transport) pop() waypoint {
	top := t.heap[0]
	last := len(t.heap) - 1
	t.heap[0] = t.heap[last]
	t.heap = t.heap[:last]
	at := 0
	for {
		below := 2*at + 1
		if below >= last {
			return top
		}
		if below+1 < last && t.heap[below+1].distance < t.heap[below].distance {
			below++
		}
		if t.heap[at].distance <= t.heap[below].distance {
			return top
		}
		t.heap[at], t.heap[below] = t.heap[below], t.heap[at]
		at = below
	}
}
