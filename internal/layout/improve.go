package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// tries is how often a company is moved in each of the candidates. Points are soon where they should be; where discs
// and names have to find room as well, more tries are worth their time.
func (j *judge) tries() int {
	if j.bare {
		return 30 * j.n
	}
	return 60 * j.n
}

// best improves the candidates, side by side, and returns the best result. Each has random numbers of its own, so that
// the result does not depend on which is done first.
func (j *judge) best(ctx context.Context, candidates [][]Point, random *rand.Rand) []Point {
	if len(candidates) == 1 {
		drawing, _ := j.improve(ctx, candidates[0], j.tries(), random)
		return drawing
	}
	drawings, costs := make([][]Point, len(candidates)), make([]float64, len(candidates))
	var group sync.WaitGroup
	for at, start := range candidates {
		own := rand.New(rand.NewPCG(random.Uint64(), random.Uint64()))
		group.Go(func() { drawings[at], costs[at] = j.improve(ctx, start, j.tries(), own) })
	}
	group.Wait()
	best := 0
	for at := range costs {
		if costs[at] < costs[best] {
			best = at
		}
	}
	return drawings[best]
}

// improve moves single companies of a drawing by simulated annealing for so many tries, and returns the best
// drawing met with its cost. Large moves and swaps come first, to undo crossings; small ones last, to settle.
func (j *judge) improve(ctx context.Context, points []Point, tries int, random *rand.Rand) ([]Point, float64) {
	const hot, cold = 0.0006, 0.00002
	const widest, narrowest = 0.8, 0.04 // steps in hops, and the last one's part of it
	const patience = 4                  // tries with one company before the next
	s := newSketch(j, slices.Clone(points))
	now := j.total(points)
	best, lowest := slices.Clone(points), now
	heat, step := 0.0, 0.0
	company, before := 0, 0.0
	for try := range tries {
		if try%64 == 0 && ctx.Err() != nil {
			break
		}
		part := float64(try) / float64(tries)
		if try%patience == 0 {
			company = random.IntN(j.n)
			before = s.around(company, s.points[company], math.Inf(1))
			heat, step = hot*math.Pow(cold/hot, part), widest*math.Pow(narrowest, part)
		}
		place := j.propose(s.points, company, part, step, random)
		// The die is cast before the new cost is known, so that the sum can stop where it is too much.
		bound := before + heat*random.ExpFloat64()
		after := s.around(company, place, bound)
		if after > bound {
			continue
		}
		s.move(company, place)
		now += after - before
		before = after
		if now < lowest-1e-12 {
			lowest = now
			copy(best, s.points)
		}
	}
	return best, lowest
}

// propose returns a place for a company: near where it stands, or, early on, somewhere about its neighbours.
func (j *judge) propose(points []Point, company int, part, step float64, random *rand.Rand) Point {
	if random.Float64() < 0.15*(1-part) {
		other := points[j.others[company][random.IntN(len(j.others[company]))]]
		angle, reach := random.Float64()*2*math.Pi, 0.6+random.Float64()
		return other.plus(Point{math.Cos(angle), math.Sin(angle)}.times(reach))
	}
	return points[company].plus(Point{random.NormFloat64() * step, random.NormFloat64() * step})
}
