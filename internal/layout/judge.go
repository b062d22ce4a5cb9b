package layout

import (
	"math"
	"slices"
)

// judge says how good a drawing of a small connected graph is, and how much moving one company changes that. It
// weighs everything that a reader sees at once: distances that follow the deals (stress), crossings, legs that
// pass close by a third company, sharp angles between the legs of one company, names that overlap. Lengths are in
// hops; lower is better.
type judge struct {
	n        int
	nearness []float64 // n x n: 1 / the wanted distance
	bare     bool      // no company has a box
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

// newJudge returns the judge of a connected graph whose radii and boxes are in hops, and nearness is 1 for each hop of the wanted distances.
func newJudge(graph adjacency, nearness []float64, radius []float64, boxes []box) *judge {
	n := graph.size()
	j := &judge{
		n: n, nearness: nearness, edges: graph.edges(), incident: make([][]int32, n), others: make([][]int32, n),
		narrow: make([]float64, n), radius: radius, boxes: boxes,
		bare: !slices.ContainsFunc(boxes, func(b box) bool { return !b.empty() }),
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
		stress: 1 / pairs, crossing: 0.11 / legs, pass: 0.12 / legs, angle: 0.03 / legs, overlap: 0.6 / float64(n),
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
		sum += j.weigh.pass * j.passing(points, edge)
	}
	return sum
}

// room returns how far the legs of others should keep from the company's middle.
func (j *judge) room(company int) float64 { return j.radius[company] + leastRoom }

// pairCost returns the cost of two companies' distance and of their overlap.
func (j *judge) pairCost(points []Point, a, b int) float64 {
	dx, dy := points[a].X-points[b].X, points[a].Y-points[b].Y
	off := math.Sqrt(dx*dx+dy*dy)*j.nearness[a*j.n+b] - 1
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

// passing returns how close a leg runs to third companies.
func (j *judge) passing(points []Point, edge [2]int32) float64 {
	sum, l := 0.0, lineOf(points[edge[0]], points[edge[1]])
	for company, p := range points {
		beside := l.beside(p)
		if room := j.room(company); math.Abs(beside) < room && company != int(edge[0]) && company != int(edge[1]) {
			sum += l.near(p, beside, room)
		}
	}
	return sum
}

// leastRoom is how many hops a leg should keep from the rim of a third company.
const leastRoom = 0.12

// angles returns the cost of the angles between the legs of a company that are sharper than the even angle.
func (j *judge) angles(points []Point, company int) float64 {
	sum := 0.0
	list := j.others[company]
	for at, a := range list {
		u := lineOf(points[company], points[a])
		for _, b := range list[:at] {
			v := lineOf(points[company], points[b])
			sum += sharp(u.dx*v.dx+u.dy*v.dy, j.narrow[company])
		}
	}
	return j.weigh.angle * sum
}
