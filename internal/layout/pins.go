package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

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
	descend(ctx, p.points, terms[pull]{pulls, satisfyPulls}, schedule(fullSteps, 4*p.unit*p.unit, p.unit), random)
}

// free returns the options for a new drawing without pinned companies.
func (o Options) free() Options {
	o.Pinned, o.Start = nil, nil
	return o
}

// ontoPins moves a drawing in which all companies have the places that their levels, or their order round the circle,
// give them so that those that are pinned stand nearest to their pins, and then puts these there. A pin was made where
// it looked right, perhaps in a drawing of another kind, so the others do not give way to it further than they must.
func (d *drawing) ontoPins(drawn []Point) []Point {
	var from, to []Point
	for i, at := range drawn {
		if d.fixed[i] {
			from, to = append(from, at), append(to, d.points[i])
		}
	}
	move := centre(to).minus(centre(from))
	for i, at := range drawn {
		if !d.fixed[i] {
			d.points[i] = at.plus(move)
		}
	}
	separate(d.points, d.boxes, d.fixed)
	return d.points
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
