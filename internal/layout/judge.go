package layout

import "math"

// judge says how good a drawing of a small connected graph is, and how much moving one company changes that. It
// weighs everything that a reader sees at once: distances that follow the deals (stress), crossings, legs that
// pass close by a third company, sharp angles between the legs of one company, names that overlap. Lengths are in
// hops; lower is better.
type judge struct {
	n        int
	wanted   []float64 // n x n distances
	edges    [][2]int32
	incident [][]int32 // edges of each company
	others   [][]int32 // neighbours of each company, beside incident
	narrow   []float64 // cosine of the even angle between the legs of a company
	radius   []float64
	boxes    []box
	weigh    weights
}

// weights is what each fault costs against the mean stress of a pair.
type weights struct{ stress, crossing, pass, angle, overlap float64 }

// newJudge returns the judge of a connected graph whose wanted distances, radii and boxes are in hops.
func newJudge(graph adjacency, wanted []float64, radius []float64, boxes []box) *judge {
	n := graph.size()
	j := &judge{
		n: n, wanted: wanted, edges: graph.edges(), incident: make([][]int32, n), others: make([][]int32, n),
		narrow: make([]float64, n), radius: radius, boxes: boxes,
	}
	for at, edge := range j.edges {
		for side, company := range edge {
			j.incident[company] = append(j.incident[company], int32(at))
			j.others[company] = append(j.others[company], edge[1-side])
		}
	}
	for i := range n {
		j.narrow[i] = math.Cos(2 * math.Pi / float64(max(len(j.others[i]), 4)))
	}
	pairs, legs := float64(n*(n-1)/2), float64(len(j.edges))
	j.weigh = weights{
		stress: 1 / pairs, crossing: 0.07 / legs, pass: 0.12 / legs, angle: 0.03 / legs, overlap: 0.6 / float64(n),
	}
	return j
}

// total returns the cost of the whole drawing. Every term is shared between the companies it belongs to, so it
// is the sum of what each company adds to those before it.
func (j *judge) total(points []Point) float64 {
	sum := 0.0
	for a := range j.n {
		for b := range a {
			sum += j.pairCost(points, a, b)
		}
		sum += j.angles(points, a)
	}
	for at, edge := range j.edges {
		sum += j.weigh.crossing * float64(j.crossings(points, edge, at))
		for company := range j.n {
			sum += j.passing(points, company, edge)
		}
	}
	return sum
}

// around returns the part of the total that depends on where the company stands. It stops adding when the sum is
// beyond the bound: what is cheap to know comes first.
func (j *judge) around(points []Point, company int, bound float64) float64 {
	sum := 0.0
	for other := range j.n {
		if other != company {
			sum += j.pairCost(points, company, other)
		}
	}
	for _, at := range j.incident[company] {
		if sum > bound {
			return sum
		}
		sum += j.weigh.crossing * float64(j.crossings(points, j.edges[at], len(j.edges)))
	}
	sum += j.angles(points, company)
	for _, neighbour := range j.others[company] {
		sum += j.anglesWith(points, int(neighbour), company)
	}
	if sum > bound {
		return sum
	}
	for _, at := range j.incident[company] {
		for third := range j.n {
			sum += j.passing(points, third, j.edges[at])
		}
	}
	for _, edge := range j.edges {
		sum += j.passing(points, company, edge)
	}
	return sum
}

// pairCost returns the cost of two companies' distance and of their overlap.
func (j *judge) pairCost(points []Point, a, b int) float64 {
	wanted := j.wanted[a*j.n+b]
	dx, dy := points[a].X-points[b].X, points[a].Y-points[b].Y
	off := math.Sqrt(dx*dx+dy*dy)/wanted - 1
	cost := j.weigh.stress * off * off
	if x, y := overlap(points[a], points[b], j.boxes[a], j.boxes[b]); x > 0 && y > 0 {
		cost += j.weigh.overlap * (0.2 + min(x, y))
	}
	return cost
}

// crossings returns how many edges before the given position cross the edge.
func (j *judge) crossings(points []Point, edge [2]int32, before int) int {
	a, b := points[edge[0]], points[edge[1]]
	dx, dy := b.X-a.X, b.Y-a.Y
	count := 0
	for _, other := range j.edges[:before] {
		if other[0] == edge[0] || other[0] == edge[1] || other[1] == edge[0] || other[1] == edge[1] {
			continue
		}
		c, d := points[other[0]], points[other[1]]
		if (dx*(c.Y-a.Y)-dy*(c.X-a.X))*(dx*(d.Y-a.Y)-dy*(d.X-a.X)) >= 0 {
			continue
		}
		ex, ey := d.X-c.X, d.Y-c.Y
		if (ex*(a.Y-c.Y)-ey*(a.X-c.X))*(ex*(b.Y-c.Y)-ey*(b.X-c.X)) < 0 {
			count++
		}
	}
	return count
}

// passing returns the cost of a leg that runs close to a third company.
func (j *judge) passing(points []Point, company int, edge [2]int32) float64 {
	if int(edge[0]) == company || int(edge[1]) == company {
		return 0
	}
	const least = 0.12
	room := j.radius[company] + least
	p, a, b := points[company], points[edge[0]], points[edge[1]]
	if p.X < min(a.X, b.X)-room || p.X > max(a.X, b.X)+room || p.Y < min(a.Y, b.Y)-room || p.Y > max(a.Y, b.Y)+room {
		return 0
	}
	dx, dy := b.X-a.X, b.Y-a.Y
	along := min(max(((p.X-a.X)*dx+(p.Y-a.Y)*dy)/(dx*dx+dy*dy+1e-18), 0), 1)
	dx, dy = a.X+along*dx-p.X, a.Y+along*dy-p.Y
	square := dx*dx + dy*dy
	if square >= room*room {
		return 0
	}
	near := 1 - math.Sqrt(square)/room
	return j.weigh.pass * near * near
}

// angles returns the cost of the angles between the legs of a company that are sharper than the even angle.
func (j *judge) angles(points []Point, company int) float64 {
	sum := 0.0
	list := j.others[company]
	for at, a := range list {
		for _, b := range list[:at] {
			sum += j.angle(points, company, a, b)
		}
	}
	return sum
}

// anglesWith returns the part of angles in which the leg to the neighbour takes part.
func (j *judge) anglesWith(points []Point, company, neighbour int) float64 {
	sum := 0.0
	for _, other := range j.others[company] {
		if int(other) != neighbour {
			sum += j.angle(points, company, int32(neighbour), other)
		}
	}
	return sum
}

func (j *judge) angle(points []Point, company int, a, b int32) float64 {
	u, v := points[a].minus(points[company]), points[b].minus(points[company])
	cosine := u.dot(v) / math.Sqrt(u.dot(u)*v.dot(v)+1e-18)
	even := j.narrow[company]
	if cosine <= even {
		return 0
	}
	sharp := (cosine - even) / (1 - even)
	return j.weigh.angle * sharp * sharp
}
