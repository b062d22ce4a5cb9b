package layout

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// untangle moves companies along their rows while that makes legs cross each other less, keeps them off third companies and
// shortens them. Heights stay. The pulls say how far apart companies should be.
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
	s := newSketch(newJudge(p.graph, nearness, radius, boxes), hops)
	for i, at := range s.improveRows(ctx, random) {
		p.points[i].X = at.X * p.unit
	}
	p.separateSideways()
}

// asideOf returns how far apart two companies should be sideways when they should be apart by a distance and stand at
// heights that differ by so much.
func asideOf(distance, down float64) float64 {
	return math.Sqrt(max(distance*distance-down*down, 0.09*distance*distance))
}

// improveRows moves single companies along their rows by simulated annealing, and returns the best drawing met. In small
// drawings, whose rows names may fill, it also exchanges two of a row.
func (s *sketch) improveRows(ctx context.Context, random *rand.Rand) []Point {
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
			cost := s.shift(company, widest*math.Pow(narrowest, part)*random.NormFloat64(), before, bound)
			now += cost
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
func (s *sketch) mates() [][]int32 {
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

// shift moves a company, around which the cost is known, sideways where that costs no more than the bound, and returns
// what it costs.
func (s *sketch) shift(company int, by, before, bound float64) float64 {
	to := s.points[company].plus(Point{X: by})
	cost := s.around(company, to, before+bound) - before
	if cost > bound {
		return 0
	}
	s.move(company, to)
	return cost
}

// exchange lets two companies of a row change places where that costs no more than the bound, and returns what it costs.
func (s *sketch) exchange(a, b int, bound float64) float64 {
	fromA, fromB := s.points[a], s.points[b]
	cost := s.around(a, fromB, math.Inf(1)) - s.around(a, fromA, math.Inf(1))
	s.move(a, fromB)
	cost += s.around(b, fromA, math.Inf(1)) - s.around(b, fromB, math.Inf(1))
	if cost > bound {
		s.move(a, fromA)
		return 0
	}
	s.move(b, fromA)
	return cost
}

// spread moves companies apart sideways where they crowd, and together where they are few, so that the drawing is filled
// as evenly as its rows allow. Their order from left to right stays.
func (p *part) spread() {
	const even = 0.7 // of the way to equal distances
	n := len(p.points)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.points[a].X, p.points[b].X) })
	low, high := p.points[order[0]].X, p.points[order[n-1]].X
	for at, i := range order {
		p.points[i].X += even * (low + (high-low)*(float64(at)+0.5)/float64(n) - p.points[i].X)
	}
	p.separateSideways()
}
