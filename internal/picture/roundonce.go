package picture

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"roundtrip/internal/layout"
)

// Where companies of a loop stand crosswise, one leg after the other finds no way with which the money goes round once, or
// only a worse one on its way to it. Then all ways of all legs are looked at together, and of those that do not cross the
// ones with the least flaws are taken: there is nearly always such a way, around other companies of the loop.

const (
	// mostWays is how many sets of ways that do not cross are looked at more closely.
	mostWays = 24
	// mostLooks is how many ways of one more leg are tried at most, so that nobody waits.
	mostLooks = 40_000
	// wideEnough is the part of the room that a ring should have at which no wider one is looked for.
	wideEnough = 0.8
)

// aroundSizes are the radii of the circles along which a leg may lead around others, in half of its length.
var aroundSizes = [...]float64{1.05, 1.35, 1.8, 2.6}

// way is how the legs of one side may lie, and what that costs by itself.
type way struct {
	laidSide
	cost   float64
	bounds Rect
}

// knot is the search for ways that do not cross.
type knot struct {
	*ring
	ways  [][]way      // of each side, the cheapest first
	clear [][][]uint64 // of a way of a side, for each side: bit by bit, which of its ways do not cross it
	taken []int        // the ways of the sides so far
	cost  float64      // what they cost by themselves
	found []untied     // the best so far, the cheapest first
	looks int
}

// untied is a way for each side, of which no two cross.
type untied struct {
	taken []int
	cost  float64
}

// roundOnce returns the legs of the ring so that they do not cross and the money goes round once, where the best way so far
// does not do that and there is one.
func (r *ring) roundOnce(best []laidSide) []laidSide {
	if len(r.sides) < leastUncrossed || !r.tied(best) {
		return best
	}
	k := knot{ring: r}
	open := make([]uint64, len(r.sides))
	for i := range r.sides {
		ways := r.waysOf(i, best[i])
		if len(ways) == 0 {
			return best
		}
		k.ways, open[i] = append(k.ways, ways), 1<<len(ways)-1
	}
	k.compare()
	k.look(open)
	round, least := untied{}, math.Inf(1)
	for _, set := range k.found {
		if flaws := set.cost + r.narrow(k.laid(set.taken)); flaws < least {
			round, least = set, flaws
		}
	}
	if round.taken == nil {
		return best
	}
	return k.laid(k.widened(round.taken, least))
}

// laid returns the legs that lie in the ways taken.
func (k *knot) laid(taken []int) []laidSide {
	laid := make([]laidSide, len(taken))
	for i, at := range taken {
		laid[i] = k.ways[i][at].laidSide
	}
	return laid
}

// widened returns the ways with that of one side after the other changed where that leaves more room in the ring, or is
// better in another way, and still none cross.
func (k *knot) widened(taken []int, least float64) []int {
	for side := range taken {
		if k.narrow(k.laid(taken)) < narrowCost*(1-wideEnough) {
			break
		}
		for at := range k.ways[side] {
			try, cost, clear := slices.Clone(taken), 0.0, true
			try[side] = at
			for i, way := range try {
				cost += k.ways[i][way].cost
				clear = clear && (i == side || k.clear[side][at][i]>>way&1 == 1)
			}
			if !clear || cost >= least {
				continue
			}
			laid := k.laid(try)
			if flaws := cost + k.meeting(laid) + k.narrow(laid); flaws < least {
				taken, least = try, flaws
			}
		}
	}
	return taken
}

// meeting returns what it costs where legs meet at a company without the room that they need.
func (k *knot) meeting(laid []laidSide) float64 {
	sum := 0.0
	for i := range laid {
		sum += tightCost * k.tight(i, laid)
	}
	return sum
}

// tied reports whether legs that lie like this cross, or do not go round once.
func (r *ring) tied(laid []laidSide) bool {
	for i := range laid {
		if r.throughOwn(i, laid[i], 0) {
			return true
		}
		for k := range i {
			if sidesCross(laid[i].curves, laid[k].curves) {
				return true
			}
		}
	}
	e := r.enclosed(laid)
	centre, _, _ := e.widest(r.enough())
	times := e.winding(centre)
	return times != 1 && times != -1
}

// throughOwn reports whether legs of a side come nearer to another company of the loop than the room, in what their
// lines need: under it the way would cross itself.
func (r *ring) throughOwn(i int, laid laidSide, room float64) bool {
	for k, disc := range r.discs {
		if k == i || k == (i+1)%len(r.discs) {
			continue
		}
		for at, curve := range laid.curves {
			if nearCurve(curve, disc.Centre) < disc.Radius+room*(r.sides[i].widths[at]/2+endGap) {
				return true
			}
		}
	}
	return false
}

// waysOf returns the ways in which the legs of a side may lie, the cheapest first.
func (r *ring) waysOf(i int, now laidSide) []way {
	s := &r.sides[i]
	centres := [2]layout.Point{r.places[s.payer], r.places[s.payee]}
	var ways []way
	add := func(laid laidSide, cost float64) {
		if laid.curves == nil || r.throughOwn(i, laid, 1) {
			return
		}
		w := way{laidSide: laid, cost: cost + underCost*laid.under, bounds: nowhere()}
		for _, curve := range laid.curves {
			w.bounds = w.bounds.union(curveBounds(curve))
		}
		ways = append(ways, w)
	}
	add(now, 0)
	add(s.usual, 0)
	for _, toLeft := range [...]int{1, -1} {
		for step := 0; step <= bowSteps; step += 2 {
			add(r.laid(s, [3]int{toLeft, step, step}), float64(step)*bowCost)
		}
		for _, uneven := range [...][2]int{{2, 6}, {6, 2}, {4, 8}, {8, 4}} {
			add(r.laid(s, [3]int{toLeft, uneven[0], uneven[1]}), float64(max(uneven[0], uneven[1]))*bowCost)
		}
		for _, size := range aroundSizes {
			laid := r.balloon(s, size*distance(centres[0], centres[1])/2, toLeft > 0)
			if laid.curves != nil {
				add(laid, balloonCost+size+r.beyond(laid))
			}
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int { return cmp.Compare(a.cost, b.cost) })
	return ways
}

// compare finds which ways of any two sides cross.
func (k *knot) compare() {
	for i, ways := range k.ways {
		k.clear = append(k.clear, make([][]uint64, len(ways)))
		for at := range ways {
			k.clear[i][at] = make([]uint64, len(k.ways))
		}
	}
	for i := range k.ways {
		for j := range i {
			for a := range k.ways[i] {
				for b := range k.ways[j] {
					p, q := &k.ways[i][a], &k.ways[j][b]
					if !p.bounds.Overlaps(q.bounds) || !sidesCross(p.curves, q.curves) {
						k.clear[i][a][j] |= 1 << b
						k.clear[j][b][i] |= 1 << a
					}
				}
			}
		}
	}
}

// look takes each way that is still open for the next side, and goes on with those of the others that do not cross it.
func (k *knot) look(open []uint64) {
	side := len(k.taken)
	if side == len(k.ways) {
		k.keep()
		return
	}
	for at := range k.ways[side] {
		if open[side]>>at&1 == 0 {
			continue
		}
		if k.looks++; k.looks > mostLooks {
			return
		}
		left, least, crossed := make([]uint64, len(open)), k.cost+k.ways[side][at].cost, false
		for i := side + 1; i < len(open); i++ {
			if left[i] = open[i] & k.clear[side][at][i]; left[i] == 0 {
				crossed = true
				break
			}
			least += k.ways[i][bits.TrailingZeros64(left[i])].cost
		}
		if crossed || len(k.found) == mostWays && least >= k.found[mostWays-1].cost {
			continue
		}
		k.taken, k.cost = append(k.taken, at), k.cost+k.ways[side][at].cost
		k.look(left)
		k.taken, k.cost = k.taken[:side], k.cost-k.ways[side][at].cost
	}
}

// keep takes note of a way for every side.
func (k *knot) keep() {
	cost := k.cost + k.meeting(k.laid(k.taken))
	at, _ := slices.BinarySearchFunc(k.found, cost, func(u untied, cost float64) int { return cmp.Compare(u.cost, cost) })
	k.found = slices.Insert(k.found, at, untied{slices.Clone(k.taken), cost})
	k.found = k.found[:min(len(k.found), mostWays)]
}

// sidesCross reports whether any two curves of two sides cross.
func sidesCross(a, b []layout.Curve) bool {
	return slices.ContainsFunc(a, func(p layout.Curve) bool {
		return slices.ContainsFunc(b, func(q layout.Curve) bool { return crosses(p, q) })
	})
}
