package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

// mostNew is how many new companies are admitted to a drawing one by one; beyond that all are drawn anew.
const mostNew = 300

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
	return placed > 0 && 2*placed >= loose && loose-placed <= mostNew || loose == 0
}

// calm is the patience with which a drawing that goes on is separated: growing it would move everybody.
const calm = 120

// settle finds places for the new companies beside their neighbours. The others stay where they are, unless discs or
// names overlap.
func (d *drawing) settle(ctx context.Context) []Point {
	placed := make([]bool, len(d.points))
	for i := range d.points {
		if at := d.wish.start(i); at.placed() {
			d.points[i], placed[i] = at, true
		}
	}
	d.admit(ctx, placed)
	separateFor(d.points, d.boxes, d.fixed, calm)
	return d.points
}

// admit places the companies that are new: again and again the one with most placed neighbours, in the widest
// free angle around them. New parts are drawn alone and stand beside the others.
func (d *drawing) admit(ctx context.Context, placed []bool) {
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
	d.admitParts(ctx, placed)
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
	for ring := range 10 {
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
func (d *drawing) admitParts(ctx context.Context, placed []bool) {
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
			p.draw(ctx, rand.New(rand.NewPCG(d.wish.Seed, uint64(at))))
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

// turnToStart moves and turns a new drawing so that the companies that had a place are as near to it as can be.
func (d *drawing) turnToStart() {
	var from, to []Point
	for i := range d.points {
		if at := d.wish.start(i); at.placed() {
			from, to = append(from, d.points[i]), append(to, at)
		}
	}
	if len(from) < 2 || d.pins > 0 {
		return
	}
	move := rigid([2]Point{centre(from), centre(to)}, from, to, nil)
	for i := range d.points {
		d.points[i] = move(d.points[i])
	}
	separate(d.points, d.boxes, d.fixed)
}
