package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// rowSearch looks for places along their rows at which the legs of a drawing cross less, pass fewer third companies and are
// shorter. Heights stay. Lengths are in hops.
type rowSearch struct {
	*sketch
	inner [2]float64 // between these most companies stand
	large []float64  // by how much the disc of a company is larger than most, in discs
}

// Of the cost of a row search, besides what a judge weighs, in crossings of one leg of all.
const (
	short  = 0.1 // a hop sideways of a leg
	inside = 6.0 // a hop, squared, that a company twice as large as most stands outside: its name would reach further out
)

// untangle moves the companies along their rows to better places. The pulls say how far apart they should be.
func (p *part) untangle(ctx context.Context, pulls []pull, random *rand.Rand) {
	n := p.graph.size()
	radius, boxes, nearness := make([]float64, n), make([]box, n), make([]float64, n*n)
	hops := make([]Point, n)
	for i, b := range p.boxes {
		hops[i], radius[i] = p.points[i].times(1/p.unit), p.radius[i]/p.unit
		boxes[i] = box{b.left / p.unit, b.right / p.unit, b.up / p.unit, b.down / p.unit}
	}
	for _, term := range pulls {
		a, b := int(term.a), int(term.b)
		down := p.points[a].Y - p.points[b].Y
		near := p.unit / math.Hypot(down, asideOf(float64(term.distance), down))
		nearness[a*n+b], nearness[b*n+a] = near, near
	}
	s := newRowSearch(newSketch(newJudge(p.graph, nearness, radius, boxes), hops))
	for i, at := range s.improve(ctx, random) {
		p.points[i].X = at.X * p.unit
	}
	p.separateSideways()
}

// asideOf returns how far apart two companies should be sideways when they should be apart by a distance and stand at
// heights that differ by so much.
func asideOf(distance, down float64) float64 {
	return math.Sqrt(max(distance*distance-down*down, 0.09*distance*distance))
}

func newRowSearch(s *sketch) *rowSearch {
	const usual = 1.1 // discs are that large, in mean ones
	across, mean := make([]float64, s.n), 0.0
	for i, at := range s.points {
		across[i] = at.X
		mean += s.radius[i] / float64(s.n)
	}
	slices.Sort(across)
	r := &rowSearch{sketch: s, inner: [2]float64{across[s.n/10], across[s.n-1-s.n/10]}, large: make([]float64, s.n)}
	for i := range r.large {
		r.large[i] = max(s.radius[i]/max(mean, 1e-9)-usual, 0)
	}
	return r
}

// improve moves single companies by simulated annealing, and returns the best drawing met.
func (s *rowSearch) improve(ctx context.Context, random *rand.Rand) []Point {
	const hot, cold = 0.0006, 0.00002
	const widest, narrowest = 2.4, 0.04 // steps in hops, and the last one's part of it
	const patience = 4                  // tries with one company before the next
	best, lowest, now := slices.Clone(s.points), 0.0, 0.0
	tries := 60 * s.n
	company, before := 0, 0.0
	for try := range tries {
		if try%64 == 0 && ctx.Err() != nil {
			break
		}
		part := float64(try) / float64(tries)
		if try%patience == 0 {
			company = random.IntN(s.n)
			before = s.around(company, s.points[company], math.Inf(1))
		}
		bound := hot * math.Pow(cold/hot, part) * random.ExpFloat64()
		cost, along := s.shift(company, widest*math.Pow(narrowest, part)*random.NormFloat64(), before, bound)
		now += cost + along
		before += cost
		if now < lowest-1e-12 {
			lowest = now
			copy(best, s.points)
		}
	}
	return best
}

// along returns the cost of how far the legs of a company at a place reach sideways, and of how far out it stands.
func (s *rowSearch) along(company int, place Point) float64 {
	sum := 0.0
	for _, other := range s.others[company] {
		sum += math.Abs(s.points[other].X - place.X)
	}
	out := max(s.inner[0]-place.X, place.X-s.inner[1], 0)
	return (short*sum + inside*s.large[company]*out*out) / float64(len(s.edges))
}

// shift moves a company, around which the cost is known, sideways where that costs no more than the bound, and returns
// what that costs around and along.
func (s *rowSearch) shift(company int, by, before, bound float64) (cost, along float64) {
	to := s.points[company].plus(Point{X: by})
	along = s.along(company, to) - s.along(company, s.points[company])
	cost = s.around(company, to, before+bound-along) - before
	if cost+along > bound {
		return 0, 0
	}
	s.move(company, to)
	return cost, along
}
