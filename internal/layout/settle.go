package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

// continues reports whether the drawing goes on from an earlier one: most of the companies that are not pinned
// have a place.
func (d *drawing) continues() bool {
	placed, loose := 0, 0
	for i := range d.points {
		if !d.fixed[i] {
			loose++
			if d.wish.start(i).placed() {
				placed++
			}
		}
	}
	return placed > 0 && 2*placed >= loose || loose == 0
}

// settle finds places for the new companies beside their neighbours, and moves the others only where they are in
// the way, or where the deals around them have become much too long or too short.
func (d *drawing) settle(ctx context.Context) []Point {
	placed := make([]bool, len(d.points))
	for i := range d.points {
		if at := d.wish.start(i); at.placed() {
			d.points[i], placed[i] = at, true
		}
	}
	d.admit(placed)
	separate(d.points, d.boxes, d.fixed)
	return d.points
}

// admit places the companies that are new: again and again the one with most placed neighbours, in the widest
// free angle around them. New parts are drawn alone and stand beside the others.
func (d *drawing) admit(placed []bool) {
	for {
		next, most := -1, 0
		for i := range d.points {
			if placed[i] {
				continue
			}
			count := 0
			for _, neighbour := range d.graph.neighbours(i) {
				if placed[neighbour] {
					count++
				}
			}
			if count > most {
				next, most = i, count
			}
		}
		if next < 0 {
			break
		}
		d.points[next], placed[next] = d.roomFor(next, placed), true
	}
	d.admitParts(placed)
}

// roomFor returns a place for a new company near its placed neighbours.
func (d *drawing) roomFor(company int, placed []bool) Point {
	var near []Point
	for _, neighbour := range d.graph.neighbours(company) {
		if placed[neighbour] {
			near = append(near, d.points[neighbour])
		}
	}
	middle := centre(near)
	best, lowest := middle, math.Inf(1)
	for ring := range 5 {
		for at := range 24 {
			angle := 2 * math.Pi * (float64(at) + 0.5*float64(ring%2)) / 24
			place := middle.plus(Point{math.Cos(angle), math.Sin(angle)}.times(d.unit * 0.5 * float64(ring)))
			if cost := d.costOf(company, place, near, placed); cost < lowest-1e-9 {
				best, lowest = place, cost
			}
		}
	}
	return best
}

// costOf says how badly a new company would stand at a place: how far its neighbours are from one hop, and how
// close others are.
func (d *drawing) costOf(company int, place Point, near []Point, placed []bool) float64 {
	cost := 0.0
	for _, p := range near {
		off := place.distance(p)/d.unit - 1
		cost += off * off
	}
	for i := range d.points {
		if !placed[i] || i == company {
			continue
		}
		if x, y := overlap(place, d.points[i], d.boxes[company], d.boxes[i]); x > 0 && y > 0 {
			cost += 1 + min(x, y)/d.unit
		}
		if off := 1 - place.distance(d.points[i])/d.unit; off > 0 {
			cost += off * off
		}
	}
	return cost
}

// admitParts draws the components that are wholly new and puts them below or beside the others.
func (d *drawing) admitParts(placed []bool) {
	s := shelf{aspect: d.wish.aspect(), gap: max(0.35*d.unit, overlapMargin)}
	var there, alone []int
	for i := range d.points {
		if placed[i] {
			there = append(there, i)
		}
	}
	if len(there) > 0 {
		low, high := bounds(d.points, d.boxes, there)
		s.taken = append(s.taken, rectangle{low, high})
	}
	for at, companies := range d.parts {
		switch {
		case placed[companies[0]]:
		case len(companies) == 1:
			alone = append(alone, companies[0])
		default:
			p := d.part(companies)
			p.draw(context.Background(), rand.New(rand.NewPCG(d.wish.Seed, uint64(at))))
			for i, company := range companies {
				d.points[company] = p.points[i]
			}
			low, high := bounds(d.points, d.boxes, companies)
			to := s.place(Size{high.X - low.X, high.Y - low.Y})
			for _, company := range companies {
				d.points[company] = d.points[company].plus(to.minus(low))
			}
		}
	}
	d.rows(alone, s)
}

// fitPins moves and turns the finished drawing onto the pinned places, puts the pinned companies there, and lets
// the others find their distances again.
func (p *part) fitPins(ctx context.Context, pinned []Point, random *rand.Rand) {
	var from, to []Point
	for i := range p.points {
		if p.fixed[i] {
			from, to = append(from, p.points[i]), append(to, pinned[i])
		}
	}
	move := rigid(from, to)
	for i := range p.points {
		p.points[i] = move(p.points[i])
		if p.fixed[i] {
			p.points[i] = pinned[i]
		}
	}
	if p.pins == 1 || ctx.Err() != nil {
		return
	}
	var pulls []pull
	var far, queue []int32
	n := p.graph.size()
	if n <= mostPairs {
		for a := range n {
			far, queue = p.graph.hops(a, far, queue)
			for b := range a {
				pulls = append(pulls, p.hold(p.pull(int32(a), int32(b), far[b], 1, 1)))
			}
		}
	} else {
		for _, edge := range p.graph.edges() {
			pulls = append(pulls, p.hold(p.pull(edge[0], edge[1], 1, 1, 1)))
		}
	}
	descendPulls(ctx, p.points, pulls, schedule(fullSteps, 4*p.unit*p.unit, p.unit), random)
}

// hold takes the weight from the pinned ends of a pull.
func (p *part) hold(term pull) pull {
	if p.fixed[term.a] {
		term.weightA = 0
	}
	if p.fixed[term.b] {
		term.weightB = 0
	}
	return term
}

// rigid returns the motion, turned over where that fits better, that brings the first points nearest to the second in
// the sum of squares.
func rigid(from, to []Point) func(Point) Point {
	a, b := centre(from), centre(to)
	var dot, cross, dotMirror, crossMirror float64
	for i := range from {
		u, v := from[i].minus(a), to[i].minus(b)
		dot += u.dot(v)
		cross += u.cross(v)
		u.Y = -u.Y
		dotMirror += u.dot(v)
		crossMirror += u.cross(v)
	}
	flip := 1.0
	if math.Hypot(dotMirror, crossMirror) > math.Hypot(dot, cross)*(1+1e-9) {
		dot, cross, flip = dotMirror, crossMirror, -1
	}
	sin, cos := math.Sincos(math.Atan2(cross, dot))
	return func(p Point) Point {
		u := p.minus(a)
		u.Y *= flip
		return b.plus(Point{u.X*cos - u.Y*sin, u.X*sin + u.Y*cos})
	}
}
