package layout

import (
	"cmp"
	"math"
	"slices"
)

// ringBefore puts the companies that have a place onto it. When there are new ones for the circle, it returns the
// order round the new circle: the old one, each new company beside the partners that it has most money with. Companies
// without deals that are new are alone.
func (d *drawing) ringBefore() (ring, alone []int) {
	var fresh []int
	angle := make([]float64, len(d.points))
	for _, companies := range d.parts {
		for _, company := range companies {
			at := d.wish.start(company)
			switch {
			case d.fixed[company]:
			case at.placed():
				d.points[company] = at
				if len(companies) > 1 {
					ring = append(ring, company)
				}
			case len(companies) == 1:
				alone = append(alone, company)
			default:
				fresh = append(fresh, company)
			}
		}
	}
	if len(fresh) == 0 {
		return nil, alone
	}
	var places []Point
	for _, company := range ring {
		places = append(places, d.points[company])
	}
	middle := centre(places)
	for _, company := range ring {
		angle[company] = math.Atan2(d.points[company].Y-middle.Y, d.points[company].X-middle.X)
	}
	slices.SortFunc(ring, func(a, b int) int { return cmp.Or(cmp.Compare(angle[a], angle[b]), cmp.Compare(a, b)) })
	for _, company := range fresh {
		ring = slices.Insert(ring, d.bestGap(ring, company), company)
	}
	return ring, alone
}

// bestGap returns where in the order the company's way to its partners, weighed by their money, is shortest.
func (d *drawing) bestGap(ring []int, company int) int {
	share := make([]float64, len(ring))
	at := make(map[int]int, len(ring))
	for i, other := range ring {
		at[other] = i
	}
	for i, edge := range d.given.Edges {
		for side, other := range edge {
			if where, ok := at[other]; ok && edge[1-side] == company && d.given.valid(edge) {
				share[where] += 1e-9 + d.given.weight(i)
			}
		}
	}
	best, shortest := 0, math.Inf(1)
	for gap := range len(ring) {
		way := 0.0
		for i := range ring {
			step := (i - gap + len(ring)) % len(ring)
			way += share[i] * float64(min(step+1, len(ring)-step))
		}
		if way < shortest {
			best, shortest = gap, way
		}
	}
	return best
}

// turnCircle turns and moves the new circle so that the companies that had a place are near to it. It is not turned over:
// the money runs clockwise.
func (d *drawing) turnCircle(ring []int, stood func(company int) Point) {
	var known []int
	var to []Point
	for _, company := range ring {
		if at := stood(company); at.placed() {
			known, to = append(known, company), append(to, at)
		}
	}
	if len(known) < 2 {
		return
	}
	from, first, b := make([]Point, len(known)), -math.Pi/2, centre(to)
	places := func() Point {
		for i, company := range known {
			from[i] = d.points[company]
		}
		return centre(from)
	}
	// Names need other room on another side of the circle, so the companies are set anew, not turned, until it fits.
	const rounds = 3
	for range rounds {
		a := places()
		var dot, cross float64
		for i := range from {
			u, v := from[i].minus(a), to[i].minus(b)
			dot += u.dot(v)
			cross += u.cross(v)
		}
		first += math.Atan2(cross, dot)
		d.standOnCircle(ring, first)
	}
	move := b.minus(places())
	for _, company := range ring {
		d.points[company] = d.points[company].plus(move)
	}
}
