package layout

import (
	"context"
	"math/rand/v2"
)

// Stress places the companies so that their distances follow the number of deals on the shortest way between
// them (stress minimisation by stochastic gradient descent; Zheng, Pawar and Goodman 2018). Small graphs are
// drawn many times and improved until distances, crossings, angles and names agree; large ones use sparse
// pivots. Unconnected parts stand side by side, companies without deals in rows below. No two discs or names
// overlap, unless both are pinned. With Start given, companies that have a place move as little as possible.
// When the context ends, the best drawing so far is returned.
func Stress(ctx context.Context, g Graph, o Options) []Point {
	d := newDrawing(g, o)
	if d.continues() {
		return d.settle(ctx)
	}
	for at, companies := range d.parts {
		p := d.part(companies)
		p.draw(ctx, rand.New(rand.NewPCG(o.Seed, uint64(at))))
		for i, company := range companies {
			d.points[company] = p.points[i]
		}
	}
	d.pack()
	d.turnToStart()
	d.halfTurn()
	return d.points
}

// drawing is a graph on its way to places.
type drawing struct {
	graph  adjacency
	given  Graph
	wish   Options
	parts  [][]int // connected components, largest first
	boxes  []box
	fixed  []bool
	pins   int
	unit   float64
	points []Point
}

func newDrawing(g Graph, o Options) *drawing {
	g.N = max(g.N, 0)
	d := &drawing{
		graph: g.adjacent(), given: g, wish: o, boxes: g.boxes(), fixed: make([]bool, g.N), unit: g.unit(o),
		points: make([]Point, g.N),
	}
	d.parts = d.graph.components()
	for i := range g.N {
		if o.pinned(i) {
			d.fixed[i], d.points[i] = true, o.start(i)
			d.pins++
		}
	}
	return d
}

// part is one connected component on its way to places; its companies are renumbered.
type part struct {
	graph  adjacency
	given  [][2]int // directed edges, with weight beside
	weight []float64
	boxes  []box
	radius []float64
	longer []float64 // what a company's disc adds to the wanted distance, against the average disc
	fixed  []bool
	before []Point // where its companies stood, or NoPlace
	pins   int
	unit   float64
	aspect float64
	points []Point
}

func (d *drawing) part(companies []int) *part {
	n := len(companies)
	p := &part{
		graph: d.graph.part(companies), boxes: make([]box, n), radius: make([]float64, n), longer: make([]float64, n),
		fixed: make([]bool, n), before: make([]Point, n), unit: d.unit, aspect: d.wish.aspect(), points: make([]Point, n),
	}
	mean := 0.0
	for i, company := range companies {
		p.boxes[i], p.radius[i], p.fixed[i] = d.boxes[company], d.given.radius(company), d.fixed[company]
		p.points[i], p.before[i] = d.points[company], d.wish.before(company)
		mean += p.radius[i] / float64(n)
		if p.fixed[i] {
			p.pins++
		}
	}
	for i := range companies {
		p.longer[i] = max(p.radius[i]-mean, -0.2*p.unit)
	}
	if n <= mostCareful {
		number := make(map[int]int, n)
		for i, company := range companies {
			number[company] = i
		}
		for at, edge := range d.given.Edges {
			from, ok := number[edge[0]]
			if to, known := number[edge[1]]; ok && known && from != to {
				p.given = append(p.given, [2]int{from, to})
				p.weight = append(p.weight, d.given.weight(at))
			}
		}
	}
	return p
}

// draw places the companies of the part around the origin, or around its pinned companies.
func (p *part) draw(ctx context.Context, random *rand.Rand) {
	n := p.graph.size()
	if n == 1 {
		return
	}
	pinned := append([]Point(nil), p.points...)
	switch {
	case n == 2:
		length := p.wanted(1, 0, 1)
		p.points[0], p.points[1] = Point{-length / 2, 0}, Point{length / 2, 0}
	case n <= mostCareful:
		p.drawSmall(ctx, random)
	case n <= mostPairs:
		p.drawFull(ctx, random)
	default:
		p.drawSparse(ctx, random)
	}
	if p.pins <= 1 && n > mostCareful {
		p.turn()
		p.spokes()
	}
	if p.pins > 0 {
		p.fitPins(ctx, pinned, random)
	}
	separate(p.points, p.boxes, p.fixed)
}

// The sizes of components that each method is for.
const (
	mostCareful = 64   // many drawings, improved company by company
	mostPairs   = 1000 // every pair of companies is a term
)

// wanted returns the wanted distance between two companies that are so many hops apart.
func (p *part) wanted(hops int32, a, b int) float64 {
	return max(float64(hops)*p.unit+p.longer[a]+p.longer[b], 0.4*p.unit)
}
