package layout

import (
	"context"
	"math"
	"math/rand/v2"
	"sync"
)

// improveTries is how often a company is moved in each of the candidates: more for a better drawing, in a time that
// grows alike.
const improveTries = 750

// best improves the candidates, side by side, and returns the best result. Each has random numbers of its own, so that
// the result does not depend on which is done first.
func (j *judge) best(ctx context.Context, candidates [][]Point, random *rand.Rand) []Point {
	drawings, costs := make([][]Point, len(candidates)), make([]float64, len(candidates))
	var group sync.WaitGroup
	for at, start := range candidates {
		own := rand.New(rand.NewPCG(random.Uint64(), random.Uint64()))
		group.Go(func() { drawings[at], costs[at] = j.improve(ctx, start, improveTries, own) })
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
	now := j.total(points)
	best, lowest := append([]Point(nil), points...), now
	for try := range tries {
		if try%64 == 0 && ctx.Err() != nil {
			break
		}
		part := float64(try) / float64(tries)
		heat := hot * math.Pow(cold/hot, part)
		company := random.IntN(j.n)
		old := points[company]
		before := j.around(points, company, math.Inf(1))
		points[company] = j.propose(points, company, part, random)
		// The die is cast before the new cost is known, so that the sum can stop where it is too much.
		bound := before - heat*math.Log(1-random.Float64())
		after := j.around(points, company, bound)
		if after > bound {
			points[company] = old
			continue
		}
		now += after - before
		if now < lowest-1e-12 {
			lowest = now
			copy(best, points)
		}
	}
	return best, lowest
}

// propose returns a place for a company: near where it stands, or, early on, somewhere about its neighbours.
func (j *judge) propose(points []Point, company int, part float64, random *rand.Rand) Point {
	if random.Float64() < 0.35*(1-part) {
		other := points[j.others[company][random.IntN(len(j.others[company]))]]
		angle, reach := random.Float64()*2*math.Pi, 0.6+random.Float64()
		return other.plus(Point{math.Cos(angle), math.Sin(angle)}.times(reach))
	}
	step := 0.45 * math.Pow(0.04, part)
	return points[company].plus(Point{random.NormFloat64() * step, random.NormFloat64() * step})
}
