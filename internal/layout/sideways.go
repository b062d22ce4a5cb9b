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
	short float64    // what a hop sideways costs a leg
	inner [2]float64 // between these most companies stand
	large []float64  // by how much the disc of a company is larger than most, in discs
}

// Of the cost of a row search, besides what a judge weighs, in crossings of one leg of all.
const (
	shortSmall = 0.2 // a hop sideways of a leg where every name has its room in the rows
	shortLarge = 0.1 // the same among more companies
	inside     = 6.0 // a hop, squared, that a company twice as large as most stands outside: its name would reach further out
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
	r := &rowSearch{sketch: s, short: shortLarge, inner: [2]float64{across[s.n/10], across[s.n-1-s.n/10]}, large: make([]float64, s.n)}
	if s.n <= mostCareful {
		r.short = shortSmall
	}
	for i := range r.large {
		r.large[i] = max(s.radius[i]/max(mean, 1e-9)-usual, 0)
	}
	return r
}

// improve moves single companies by simulated annealing, and returns the best drawing met. In small drawings, whose rows
// names may fill, it also exchanges two of a row.
func (s *rowSearch) improve(ctx context.Context, random *rand.Rand) []Point {
	const hot, cold = 0.0006, 0.00002
	const widest, narrowest = 2.4, 0.04 // steps in hops, and the last one's part of it
	const patience = 4                  // tries with one company before the next
	mates := s.mates()
	best, lowest, now := slices.Clone(s.points), 0.0, 0.0
	tries, exchanges := 60*s.n, 0.0
	if s.n <= mostCareful {
		tries, exchanges = 300*s.n, 0.4
	}
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
		if beside := mates[company]; random.Float64() < exchanges && len(beside) > 0 {
			now += s.exchange(company, int(beside[random.IntN(len(beside))]), bound)
			before = s.around(company, s.points[company], math.Inf(1))
		} else {
			cost, along := s.shift(company, widest*math.Pow(narrowest, part)*random.NormFloat64(), before, bound)
			now += cost + along
			before += cost
		}
		if now < lowest-1e-12 {
			lowest = now
			copy(best, s.points)
		}
	}
	return best
}

// mates returns for each company the others at its height.
func (s *rowSearch) mates() [][]int32 {
	rows := make(map[float64][]int32)
	for i, at := range s.points {
		rows[at.Y] = append(rows[at.Y], int32(i))
	}
	mates := make([][]int32, s.n)
	for i, at := range s.points {
		mates[i] = slices.DeleteFunc(slices.Clone(rows[at.Y]), func(other int32) bool { return int(other) == i })
	}
	return mates
}

// along returns the cost of how far the legs of a company at a place reach sideways, and of how far out it stands.
func (s *rowSearch) along(company int, place Point) float64 {
	sum := 0.0
	for _, other := range s.others[company] {
		sum += math.Abs(s.points[other].X - place.X)
	}
	out := max(s.inner[0]-place.X, place.X-s.inner[1], 0)
	return (s.short*sum + inside*s.large[company]*out*out) / float64(len(s.edges))
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

// exchange lets two companies of a row change places where that costs no more than the bound, and returns what it costs.
func (s *rowSearch) exchange(a, b int, bound float64) float64 {
	// Never in one place meanwhile: a leg between them would have no direction.
	fromA, fromB := s.points[a], s.points[b].plus(Point{X: 1e-7})
	cost := s.cost(a, fromB) - s.cost(a, fromA)
	s.move(a, fromB)
	cost += s.cost(b, fromA) - s.cost(b, s.points[b])
	if cost > bound {
		s.move(a, fromA)
		return 0
	}
	s.move(b, fromA)
	return cost
}

// cost returns the part of the whole cost that depends on where the company stands, if it stood at the place.
func (s *rowSearch) cost(company int, place Point) float64 {
	return s.around(company, place, math.Inf(1)) + s.along(company, place)
}
