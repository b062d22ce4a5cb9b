package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

// drawFull draws the part with every pair of companies as a term.
func (p *part) drawFull(ctx context.Context, random *rand.Rand) {
	pairs, longest := p.pairs()
	p.scatter(random)
	descend(ctx, p.points, terms[pair]{pairs, satisfy}, schedule(fullSteps, longest*longest, p.unit), random)
}

const fullSteps = 20

// pairs returns a term for every two companies, and the longest wanted distance.
func (p *part) pairs() ([]pair, float64) {
	n := p.graph.size()
	pairs := make([]pair, 0, n*(n-1)/2)
	longest := 0.0
	var far, queue []int32
	for a := range n {
		far, queue = p.graph.hops(a, far, queue)
		for b := range a {
			wanted := p.wanted(far[b], a, b)
			longest = max(longest, wanted)
			pairs = append(pairs, pair{uint16(a), uint16(b), float32(wanted)})
		}
	}
	return pairs, longest
}

// scatter places the companies at random.
func (p *part) scatter(random *rand.Rand) {
	side := p.unit * min(math.Sqrt(float64(p.graph.size())), 10)
	for i := range p.points {
		p.points[i] = Point{(random.Float64() - 0.5) * side, (random.Float64() - 0.5) * side}
	}
}

// drawSmall draws the part many times, improves the best drawings and keeps the best of those. All lengths are
// in hops here, so that every graph is judged alike.
func (p *part) drawSmall(ctx context.Context, random *rand.Rand) {
	n := p.graph.size()
	small := &part{graph: p.graph, unit: 1, longer: make([]float64, n), points: make([]Point, n)}
	radius, boxes := make([]float64, n), make([]box, n)
	for i := range n {
		small.longer[i] = p.longer[i] / p.unit
		radius[i] = p.radius[i] / p.unit
		b := p.boxes[i]
		boxes[i] = box{b.left / p.unit, b.right / p.unit, b.up / p.unit, b.down / p.unit}
	}
	pairs, longest := small.pairs()
	nearness := make([]float64, n*n)
	for _, term := range pairs {
		nearness[int(term.a)*n+int(term.b)] = 1 / float64(term.distance)
		nearness[int(term.b)*n+int(term.a)] = 1 / float64(term.distance)
	}
	trials := trials{small: small, pairs: pairs, longest: longest, judge: newJudge(p.graph, nearness, radius, boxes)}
	copy(p.points, trials.judge.best(ctx, p.candidates(ctx, trials, random), random))
	p.mirror()
	for i, at := range p.points {
		p.points[i] = at.times(p.unit)
	}
}

// trials are what a part is drawn with many times: itself in hops, the wanted distances, and who judges the drawings.
type trials struct {
	small   *part
	pairs   []pair
	longest float64
	judge   *judge
}

// candidates returns the few best of many drawings from different beginnings.
func (p *part) candidates(ctx context.Context, t trials, random *rand.Rand) [][]Point {
	small, etas := t.small, schedule(fullSteps, t.longest*t.longest, 1)
	keep := 2
	if t.judge.bare {
		keep = 1
	}
	restarts := min(max(1600/(p.graph.size()*p.graph.size()), 4), 40)
	var best [][]Point
	var costs []float64
	for range restarts {
		small.scatter(random)
		descend(ctx, small.points, terms[pair]{t.pairs, satisfy}, etas, random)
		if p.pins <= 1 {
			small.aspect = p.aspect
			small.turn()
		}
		cost := t.judge.total(small.points)
		at := len(best)
		for at > 0 && costs[at-1] > cost {
			at--
		}
		if at >= keep {
			continue
		}
		best = append(best[:at], append([][]Point{append([]Point(nil), small.points...)}, best[at:]...)...)
		costs = append(costs[:at], append([]float64{cost}, costs[at:]...)...)
		best, costs = best[:min(len(best), keep)], costs[:min(len(best), keep)]
	}
	return best
}

// turn moves the part to the origin and turns it so that it lies in a rectangle of the wanted aspect as large
// as can be.
func (p *part) turn() {
	middle := centre(p.points)
	const angles = 36
	best, turned := math.Inf(1), 0.0
	for at := range angles {
		angle := math.Pi * float64(at) / angles
		sin, cos := math.Sincos(angle)
		low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
		for _, point := range p.points {
			x, y := point.X*cos-point.Y*sin, point.X*sin+point.Y*cos
			low, high = Point{min(low.X, x), min(low.Y, y)}, Point{max(high.X, x), max(high.Y, y)}
		}
		if size := max((high.X-low.X)/p.aspect, high.Y-low.Y); size < best*(1-1e-9) {
			best, turned = size, angle
		}
	}
	sin, cos := math.Sincos(turned)
	for i, point := range p.points {
		point = point.minus(middle)
		p.points[i] = Point{point.X*cos - point.Y*sin, point.X*sin + point.Y*cos}
	}
}

// mirror turns the part over when more money goes anticlockwise round the middle than clockwise: legs bow to their
// left, so that a loop that runs clockwise reads as a round ring.
func (p *part) mirror() {
	if p.pins > 1 {
		return
	}
	middle, clockwise := centre(p.points), 0.0
	for at, edge := range p.given {
		a, b := p.points[edge[0]].minus(middle), p.points[edge[1]].minus(middle)
		clockwise += p.weight[at] * a.cross(b) / (1e-9 + a.length()*b.length())
	}
	if clockwise < 0 {
		for i := range p.points {
			p.points[i].Y = 2*middle.Y - p.points[i].Y
		}
	}
}
