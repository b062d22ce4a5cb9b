package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// fitPins moves and turns the finished drawing onto the pinned places, puts the pinned companies there, and lets
// the others find their distances again. What the pins leave open is as near as can be to where the companies stood before; a
// single one leaves all of it open.
func (p *part) fitPins(ctx context.Context, pinned []Point, random *rand.Rand) {
	move := p.ontoPinned(pinned)
	if p.pins == 1 {
		move = p.aroundPin(pinned)
	}
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
	descend(ctx, p.points, terms[pull]{pulls, satisfyPulls}, schedule(fullSteps, 4*p.unit*p.unit, p.unit), random)
}

// ontoPinned returns the motion that takes the pinned companies nearest to their places, and, as far as these leave it open,
// the others to where they stood.
func (p *part) ontoPinned(pinned []Point) func(Point) Point {
	const hint = 1e-6 // what a place before counts against a pin
	var from, to []Point
	var weights []float64
	for i := range p.points {
		if p.fixed[i] {
			from, to, weights = append(from, p.points[i]), append(to, pinned[i]), append(weights, 1)
		}
	}
	middles := [2]Point{centre(from), centre(to)}
	stoodFrom, stood := p.stood()
	for i := range stood {
		from, to, weights = append(from, stoodFrom[i]), append(to, stood[i]), append(weights, hint)
	}
	return rigid(middles, from, to, weights)
}

// aroundPin returns the motion of the others when a single company is pinned: they stand around the middle that they had,
// turned among themselves as they were, wherever it was dragged. Where none has stood anywhere, they go with their pin.
func (p *part) aroundPin(pinned []Point) func(Point) Point {
	from, to := p.stood()
	turn, pin := rigid([2]Point{centre(from), centre(to)}, from, to, nil), slices.Index(p.fixed, true)
	if len(from) > 0 {
		return turn
	}
	move := pinned[pin].minus(turn(p.points[pin]))
	return func(at Point) Point { return turn(at).plus(move) }
}

// stood returns where the companies that are not pinned are drawn, and where they stood, of those that did.
func (p *part) stood() (drawn, before []Point) {
	for i, at := range p.before {
		if !p.fixed[i] && at.placed() {
			drawn, before = append(drawn, p.points[i]), append(before, at)
		}
	}
	return drawn, before
}

// free returns the options for a new drawing without pinned companies.
func (o Options) free() Options {
	o.Pinned, o.Start, o.Before = nil, nil, nil
	return o
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

// rigid returns the motion, turned over where that fits better, that takes the first middle to the second and brings the
// first points nearest to the second in the weighted sum of squares; without weights all count alike.
func rigid(middles [2]Point, from, to []Point, weights []float64) func(Point) Point {
	a, b := middles[0], middles[1]
	var dot, cross, dotMirror, crossMirror float64
	for i := range from {
		u, v := from[i].minus(a), to[i].minus(b)
		if weights != nil {
			u = u.times(weights[i])
		}
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
