package layout

import (
	"math"
	"slices"
)

// Point is a place on the canvas, in canvas units; Y grows downwards.
type Point struct{ X, Y float64 }

// Size is the width and height of a rectangle in canvas units.
type Size struct{ Width, Height float64 }

// Graph is what is laid out: companies numbered from 0, the edges between them, and the room each needs.
// Edges that name a company outside 0..N-1 and edges from a company to itself are ignored.
type Graph struct {
	N      int
	Edges  [][2]int  // payer, payee; parallel and opposite ones count once for distances
	Weight []float64 // money of each edge, in any one unit; nil: all edges are alike
	Lead   []float64 // the part of an edge's money that decides levels; 0: it only orders what no other ties; nil: all decide
	Radius []float64 // disc radius of each company in canvas units; nil: points
	Label  []Size    // room of each name, centred LabelGap under its disc; nil or zero: no name
}

// LabelGap is the distance from a disc's lowest point to the top of its name, in canvas units.
const LabelGap = 4

// Options says what is wanted of a layout beyond the graph itself. The zero Options is good for a new drawing.
type Options struct {
	Seed   uint64  // the same seed gives the same drawing
	Pinned []bool  // nil: none. Pinned companies stay at Start
	Start  []Point // where companies stand now; nil: nowhere. NaN for a company without a place: it is new
	Before []Point // where companies stood, for a new drawing to be turned like; nobody keeps a place for it. nil: nowhere
	Gap    float64 // wanted distance of neighbours between disc edges in canvas units; 0: by the size of discs and names
	Aspect float64 // width/height that the drawing should aim for; 0: 1.5
}

// defaultAspect is the shape of an ordinary window's canvas.
const defaultAspect = 1.5

// NoPlace is the place of a company that has none yet.
func NoPlace() Point { return Point{math.NaN(), math.NaN()} }

// placed reports whether the point is somewhere on the canvas.
func (p Point) placed() bool {
	return !math.IsNaN(p.X) && !math.IsNaN(p.Y) && !math.IsInf(p.X, 0) && !math.IsInf(p.Y, 0)
}

func (p Point) plus(q Point) Point                  { return Point{p.X + q.X, p.Y + q.Y} }
func (p Point) minus(q Point) Point                 { return Point{p.X - q.X, p.Y - q.Y} }
func (p Point) times(factor float64) Point          { return Point{p.X * factor, p.Y * factor} }
func (p Point) length() float64                     { return math.Sqrt(p.X*p.X + p.Y*p.Y) }
func (p Point) distance(q Point) float64            { return p.minus(q).length() }
func (p Point) dot(q Point) float64                 { return p.X*q.X + p.Y*q.Y }
func (p Point) cross(q Point) float64               { return p.X*q.Y - p.Y*q.X }
func (p Point) towards(q Point, part float64) Point { return p.plus(q.minus(p).times(part)) }

// positive returns the number where it is a usable length, otherwise 0.
func positive(length float64) float64 {
	if length > 0 && !math.IsInf(length, 0) {
		return length
	}
	return 0
}

// radius returns the disc radius of a company.
func (g Graph) radius(company int) float64 {
	if company < len(g.Radius) {
		return positive(g.Radius[company])
	}
	return 0
}

// label returns the room of a company's name.
func (g Graph) label(company int) Size {
	if company < len(g.Label) {
		size := g.Label[company]
		return Size{positive(size.Width), positive(size.Height)}
	}
	return Size{}
}

// weight returns the money of an edge.
func (g Graph) weight(edge int) float64 {
	if g.Weight == nil {
		return 1
	}
	if edge < len(g.Weight) {
		return positive(g.Weight[edge])
	}
	return 0
}

// valid reports whether the edge joins two different companies of the graph.
func (g Graph) valid(edge [2]int) bool {
	return edge[0] != edge[1] && edge[0] >= 0 && edge[1] >= 0 && edge[0] < g.N && edge[1] < g.N
}

// gap returns the wanted distance between the disc edges of neighbours.
func (g Graph) gap(o Options) float64 {
	if gap := positive(o.Gap); gap > 0 {
		return gap
	}
	if g.N <= 0 {
		return 60
	}
	radius, width := 0.0, 0.0
	for i := range g.N {
		radius += g.radius(i)
		width += g.label(i).Width
	}
	return max(60, 4*radius/float64(g.N), 1.1*width/float64(g.N))
}

// unit returns the canvas length of one hop between companies of average size.
func (g Graph) unit(o Options) float64 {
	radius := 0.0
	for i := range g.N {
		radius += g.radius(i)
	}
	return g.gap(o) + 2*radius/float64(max(g.N, 1))
}

func (o Options) aspect() float64 {
	if aspect := positive(o.Aspect); aspect > 0 {
		return min(max(aspect, 0.1), 10)
	}
	return defaultAspect
}

// start returns where a company stands now, or NoPlace.
func (o Options) start(company int) Point {
	if company < len(o.Start) && o.Start[company].placed() {
		return o.Start[company]
	}
	return NoPlace()
}

// before returns where a company stood before a new drawing, or NoPlace.
func (o Options) before(company int) Point {
	if company < len(o.Before) && o.Before[company].placed() {
		return o.Before[company]
	}
	return NoPlace()
}

// pinned reports whether a company has a place that it must keep.
func (o Options) pinned(company int) bool {
	return company < len(o.Pinned) && o.Pinned[company] && o.start(company).placed()
}

// adjacency is the simple undirected graph under a Graph, in compressed rows: the neighbours of i are
// to[from[i]:from[i+1]], ascending.
type adjacency struct {
	from []int32
	to   []int32
}

func (a adjacency) size() int                      { return len(a.from) - 1 }
func (a adjacency) neighbours(company int) []int32 { return a.to[a.from[company]:a.from[company+1]] }
func (a adjacency) degree(company int) int         { return int(a.from[company+1] - a.from[company]) }

// adjacent returns the simple undirected graph: parallel, opposite and self edges collapse.
func (g Graph) adjacent() adjacency {
	pairs := make([]uint64, 0, 2*len(g.Edges))
	for _, edge := range g.Edges {
		if g.valid(edge) {
			pairs = append(pairs, uint64(edge[0])<<32|uint64(edge[1]), uint64(edge[1])<<32|uint64(edge[0]))
		}
	}
	slices.Sort(pairs)
	pairs = slices.Compact(pairs)
	graph := adjacency{from: make([]int32, max(g.N, 0)+1), to: make([]int32, len(pairs))}
	for i, pair := range pairs {
		graph.from[pair>>32+1]++
		graph.to[i] = int32(pair & math.MaxUint32)
	}
	for i := range max(g.N, 0) {
		graph.from[i+1] += graph.from[i]
	}
	return graph
}

// edges returns every undirected edge once, the smaller company first.
func (a adjacency) edges() [][2]int32 {
	list := make([][2]int32, 0, len(a.to)/2)
	for i := range a.size() {
		for _, j := range a.neighbours(i) {
			if int32(i) < j {
				list = append(list, [2]int32{int32(i), j})
			}
		}
	}
	return list
}

// part returns the graph of the given companies alone, renumbered by their position in the list. The list
// must be closed: no edge leaves it.
func (a adjacency) part(companies []int) adjacency {
	number := make([]int32, a.size())
	for at, company := range companies {
		number[company] = int32(at)
	}
	graph := adjacency{from: make([]int32, 1, len(companies)+1)}
	for _, company := range companies {
		row := len(graph.to)
		for _, neighbour := range a.neighbours(company) {
			graph.to = append(graph.to, number[neighbour])
		}
		slices.Sort(graph.to[row:])
		graph.from = append(graph.from, int32(len(graph.to)))
	}
	return graph
}

// components returns the companies of each connected component, largest first, then by smallest company.
func (a adjacency) components() [][]int {
	seen := make([]bool, a.size())
	var parts [][]int
	for root := range a.size() {
		if seen[root] {
			continue
		}
		seen[root] = true
		part := []int{root}
		for next := 0; next < len(part); next++ {
			for _, neighbour := range a.neighbours(part[next]) {
				if !seen[neighbour] {
					seen[neighbour] = true
					part = append(part, int(neighbour))
				}
			}
		}
		slices.Sort(part)
		parts = append(parts, part)
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return len(b) - len(a) })
	return parts
}
