package layout

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Circular places the companies on a circle so that companies with much money between them are neighbours and few
// legs cross (circular sifting; Baur and Brandes 2005), the one with most money at the top, and the greater part of
// the money running clockwise. Companies without deals stand in rows below. Pinned companies stay, and the circle is
// drawn as without them (see ontoPins). With Before given, the circle is turned until companies are near to where they
// stood. With Start given, the companies that have a place keep it, or their order round
// the circle where it must grow for new ones.
func Circular(ctx context.Context, g Graph, o Options) []Point {
	d := newDrawing(g, o)
	var ring, alone []int
	continues := d.continues()
	if d.pins > 0 && !continues {
		free := o.free()
		free.Before = o.Before
		return d.ontoPins(Circular(ctx, g, free))
	}
	if continues {
		ring, alone = d.ringBefore()
	} else {
		for _, companies := range d.parts {
			for _, company := range d.ringOrder(ctx, companies) {
				if len(companies) == 1 {
					alone = append(alone, company)
				} else {
					ring = append(ring, company)
				}
			}
		}
	}
	d.standOnCircle(ring, -math.Pi/2)
	if continues {
		d.turnCircle(ring, d.wish.start)
	} else {
		d.turnCircle(ring, d.wish.before)
	}
	d.underneath(alone)
	if continues {
		separateFor(d.points, d.boxes, d.fixed, calm)
		return d.points
	}
	separate(d.points, d.boxes, d.fixed)
	d.toOrigin()
	return d.points
}

// standOnCircle places the companies clockwise, the first at the given angle, each with as much of the circle as its
// box needs there: its width above and below, its height at the sides; or at even angles where the circle is hardly larger
// for it. Thousands stand in turn on several circles, one around the other.
func (d *drawing) standOnCircle(ring []int, first float64) {
	if len(ring) == 0 {
		return
	}
	const rounds = 6 // until angles and room agree
	room, angle := make([]float64, len(ring)), make([]float64, len(ring))
	for at := range ring {
		angle[at] = first + 2*math.Pi*float64(at)/float64(len(ring))
	}
	around := 0.0
	for round := range rounds {
		around = 0
		widest := 0.0
		for at, company := range ring {
			b := d.boxes[company]
			sin, cos := math.Abs(math.Sin(angle[at])), math.Abs(math.Cos(angle[at]))
			room[at] = min((b.left+b.right)/max(sin, 1e-9), (b.up+b.down)/max(cos, 1e-9)) + 0.4*d.unit
			around += room[at]
		}
		for at := range ring {
			widest = max(widest, (room[at]+room[(at+1)%len(ring)])/2)
		}
		if even := widest * float64(len(ring)); round == 0 && even <= hardlyLarger*around {
			around = even
			break
		}
		along := 0.0
		for at := range ring {
			angle[at] = first + 2*math.Pi*along/around
			along += (room[at] + room[(at+1)%len(ring)]) / 2
		}
	}
	lanes, lane := d.lanes(ring, around)
	radius := max(around/(2*math.Pi*float64(lanes)), 0.5*d.unit)
	if len(ring) == 1 {
		radius = 0
	}
	middle, apart := d.pinnedMiddle(), around/float64(len(ring))
	for at, company := range ring {
		out := radius + apart*float64(lane[at])
		d.points[company] = middle.plus(Point{out * math.Cos(angle[at]), out * math.Sin(angle[at])})
	}
}

// lanes returns on how many circles companies stand that need so much room around, and on which each stands: thousands on one
// would be finer than a pixel where all of it is seen. A drawing that goes on keeps its circles as long as their number is not
// far off.
func (d *drawing) lanes(ring []int, around float64) (count int, lane []int) {
	const each = 400
	count, lane = 1, make([]int, len(ring))
	if len(ring) <= mostPairs {
		return count, lane
	}
	count = (len(ring) + each - 1) / each
	var places []Point
	if d.continues() {
		for _, company := range ring {
			if at := d.wish.start(company); at.placed() {
				places = append(places, at)
			}
		}
	}
	middle, nearest := centre(places), math.Inf(1)
	if len(places) > 0 {
		slices.SortFunc(places, func(p, q Point) int { return cmp.Compare(p.distance(middle), q.distance(middle)) })
		nearest = places[len(places)/20].distance(middle) // a few may have been pushed inwards
	}
	before := int(math.Round(around / (2 * math.Pi * nearest)))
	kept := before > count/2 && before < 2*count
	if kept {
		count = before
	}
	for at, company := range ring {
		if stood := d.wish.start(company); kept && stood.placed() {
			lane[at] = min(max(int(math.Round((stood.distance(middle)-nearest)*float64(len(ring))/around)), 0), count-1)
		} else {
			lane[at] = at % count
		}
	}
	return count, lane
}

// pinnedMiddle returns the middle of the pinned companies, or the origin.
func (d *drawing) pinnedMiddle() Point {
	var places []Point
	for i := range d.points {
		if d.fixed[i] {
			places = append(places, d.points[i])
		}
	}
	return centre(places)
}

// ringOrder returns the companies of a connected component in the order in which they stand around the circle.
func (d *drawing) ringOrder(ctx context.Context, companies []int) []int {
	if len(companies) <= 2 {
		return companies
	}
	r := newRing(d.graph.part(companies), companies, d.given)
	r.chain()
	for range ringPasses {
		if !r.sift(ctx) {
			break
		}
	}
	r.orient()
	order := make([]int, len(companies))
	for at, i := range r.order {
		order[at] = companies[i]
	}
	return order
}

const (
	hardlyLarger = 1.2 // a circle with companies at even angles may be that much as large as it needs to be

	ringPasses = 8
	ringWork   = 120e6 // legs looked at: under a second; 500 companies with 1,250 legs need a fifth of it
	shortWay   = 0.15  // a step of the most money along the circle costs this part of a crossing
)

// ring is a connected graph with an order of its companies around the circle.
type ring struct {
	graph  adjacency
	share  [][]float64 // of the money between a company and each of its neighbours, against the most between any two
	ahead  map[[2]int]float64
	order  []int // companies by position
	at     []int // position of each company
	weight []float64
	work   float64 // legs looked at so far
}

func newRing(graph adjacency, companies []int, g Graph) *ring {
	n := graph.size()
	r := &ring{graph: graph, share: make([][]float64, n), ahead: make(map[[2]int]float64), order: make([]int, n),
		at: make([]int, n), weight: make([]float64, n)}
	number := make(map[int]int, n)
	for i, company := range companies {
		number[company] = i
	}
	for at, edge := range g.Edges {
		from, ok := number[edge[0]]
		if to, known := number[edge[1]]; ok && known && from != to {
			r.ahead[[2]int{from, to}] += g.weight(at)
		}
	}
	most := 0.0
	for i := range n {
		r.share[i] = make([]float64, graph.degree(i))
		for k, j := range graph.neighbours(i) {
			r.share[i][k] = r.ahead[[2]int{i, int(j)}] + r.ahead[[2]int{int(j), i}]
			most = max(most, r.share[i][k])
			r.weight[i] += r.share[i][k]
		}
	}
	for i := range n {
		for k := range r.share[i] {
			// Square roots, as in the widths of lines: one giant deal does not make all others alike.
			r.share[i][k] = math.Sqrt(r.share[i][k] / max(most, 1e-300))
		}
	}
	return r
}

// chain makes the first order: the edges with most money are joined into paths, edge by edge, and the paths follow
// each other.
func (r *ring) chain() {
	type link struct {
		a, b  int
		share float64
	}
	var links []link
	for i := range r.share {
		for k, j := range r.graph.neighbours(i) {
			if i < int(j) {
				links = append(links, link{i, int(j), r.share[i][k]})
			}
		}
	}
	slices.SortStableFunc(links, func(a, b link) int { return cmp.Compare(b.share, a.share) })
	path := make([]int, len(r.share)) // which path a company is on
	next := make([][]int, len(r.share))
	for i := range path {
		path[i] = i
	}
	find := func(i int) int {
		for path[i] != i {
			path[i] = path[path[i]]
			i = path[i]
		}
		return i
	}
	for _, l := range links {
		if len(next[l.a]) < 2 && len(next[l.b]) < 2 && find(l.a) != find(l.b) {
			path[find(l.a)] = find(l.b)
			next[l.a], next[l.b] = append(next[l.a], l.b), append(next[l.b], l.a)
		}
	}
	r.order = r.order[:0]
	done := make([]bool, len(r.share))
	for i := range next {
		if len(next[i]) == 2 || done[i] {
			continue
		}
		for at := i; at >= 0; {
			done[at] = true
			r.order = append(r.order, at)
			to := -1
			for _, j := range next[at] {
				if !done[j] {
					to = j
				}
			}
			at = to
		}
	}
	r.number()
}

func (r *ring) number() {
	for at, i := range r.order {
		r.at[i] = at
	}
}

// sift moves every company once around the circle and leaves it where legs cross least and much money has a short way.
// It reports whether any company moved. Those with most legs come first: on a very large circle the others stay as they
// are when the work is used up.
func (r *ring) sift(ctx context.Context) bool {
	moved := false
	byDegree := slices.Clone(r.order)
	slices.SortFunc(byDegree, func(a, b int) int {
		return cmp.Or(cmp.Compare(r.graph.degree(b), r.graph.degree(a)), cmp.Compare(a, b))
	})
	w := newWay(r)
	for _, company := range byDegree {
		if ctx.Err() != nil || r.work > ringWork {
			return false
		}
		r.work += float64(len(r.graph.to) + (1+r.graph.degree(company))*len(r.order))
		w.begin(company)
		cost, lowest, best := 0.0, -1e-9, 0
		for step := 1; step < len(r.order); step++ {
			cost += w.pass(step - 1)
			if cost < lowest {
				lowest, best = cost, step
			}
		}
		if best > 0 {
			w.stop(best)
			moved = true
		}
	}
	return moved
}

// orient begins the order with the company with most money, and turns it round when more money runs against it.
func (r *ring) orient() {
	n := len(r.order)
	clockwise := 0.0
	for i := range n {
		for _, j := range r.graph.neighbours(i) {
			if step := (r.at[j] - r.at[i] + n) % n; 2*step < n {
				clockwise += (r.ahead[[2]int{i, int(j)}] - r.ahead[[2]int{int(j), i}]) / float64(step)
			}
		}
	}
	if clockwise < 0 {
		slices.Reverse(r.order)
	}
	r.number()
	top := 0
	for i := range n {
		if r.weight[i] > r.weight[top] {
			top = i
		}
	}
	r.order = append(slices.Clone(r.order[r.at[top]:]), r.order[:r.at[top]]...)
	r.number()
}
