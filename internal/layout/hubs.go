package layout

import (
	"math"
	"slices"
)

// Which companies have spokes around them. Where partners are fewer, few legs pass under a third company without spokes, which
// take about twice the room.
const (
	leastPartners = 64  // of so many companies there are spokes
	partnersShare = 0.5 // and where they are that part of all
	bothShare     = 0.7 // or those of two are,
	sharedShare   = 0.1 // of which at most that part deals with both
)

// hubs returns the company with most partners where most others deal with it, or two of them where these share few partners
// and most others deal with one or the other.
func (p *part) hubs() []int {
	first := 0
	for i := range p.graph.size() {
		if p.graph.degree(i) > p.graph.degree(first) {
			first = i
		}
	}
	partner := make([]bool, p.graph.size())
	for _, i := range p.graph.neighbours(first) {
		partner[i] = true
	}
	second, most := first, 0
	for i := range p.graph.size() {
		own := 0
		for _, j := range p.graph.neighbours(i) {
			if !partner[j] && int(j) != first {
				own++
			}
		}
		if own > most && i != first {
			second, most = i, own
		}
	}
	others, degree, shared := float64(p.graph.size()-1), p.graph.degree(first), p.graph.degree(second)-most
	both := float64(degree + most)
	switch {
	case min(degree-shared, most) >= leastPartners && float64(shared) <= sharedShare*both && both >= bothShare*others:
		return []int{first, second}
	case degree >= leastPartners && float64(degree) >= partnersShare*others:
		return []int{first}
	}
	return nil
}

// spokes moves the partners of a company that deals with most others, or of two that do between them, onto spokes around it,
// and the others around these.
func (p *part) spokes() {
	hubs := p.hubs()
	far, order := make([][]int32, len(hubs)), make([][]int32, len(hubs))
	for at, hub := range hubs {
		far[at], order[at] = p.graph.hops(hub, nil, nil)
	}
	around := make([]int, p.graph.size()) // the hub of each company: the one with fewer steps to it, or else the nearer one
	for i, at := range p.points {
		if len(hubs) == 2 && (far[1][i] < far[0][i] || far[1][i] == far[0][i] && at.distance(p.points[hubs[1]]) < at.distance(p.points[hubs[0]])) {
			around[i] = 1
		}
	}
	stood := slices.Clone(p.points)
	for at, hub := range hubs {
		w := wheel{part: p, middle: stood[hub], stood: stood, open: 1}
		if len(hubs) == 2 {
			away := stood[hub].minus(stood[hubs[1-at]])
			w.open, w.away = besideAnother, math.Atan2(away.Y, away.X)
		}
		elsewhere := func(i int32) bool { return around[i] != at }
		partners := slices.DeleteFunc(slices.Clone(p.graph.neighbours(hub)), elsewhere)
		w.size(partners)
		for at, wedge := range w.wedges(partners) {
			w.fill(wedge, at)
		}
		w.others(far[at], slices.DeleteFunc(order[at], elsewhere))
	}
	if len(hubs) == 2 {
		p.moveBeside(around, stood[hubs[1]].minus(stood[hubs[0]]))
		p.turn()
	}
}

// moveBeside moves the companies around the second hub along the way from the first one, to where they stand as near to those
// around the first one as there is room.
func (p *part) moveBeside(around []int, way Point) {
	if way.length() == 0 {
		way = Point{X: 1}
	}
	way = way.times(1 / way.length())
	further := math.Inf(-1)
	for i, at := range p.points {
		for j, other := range p.points {
			if around[i] != 0 || around[j] != 1 {
				continue
			}
			a, b := p.boxes[i], p.boxes[j]
			apart, from := (a.left+a.right+b.left+b.right+a.up+a.down+b.up+b.down)/4, other.minus(at)
			if aside := from.cross(way); math.Abs(aside) < apart {
				further = max(further, math.Sqrt(apart*apart-aside*aside)-from.dot(way))
			}
		}
	}
	if math.IsInf(further, 0) {
		return
	}
	for i := range p.points {
		if around[i] == 1 {
			p.points[i] = p.points[i].plus(way.times(further))
		}
	}
}
