package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

// improve moves single companies of a drawing by simulated annealing for so many tries, and returns the best
// drawing met with its cost. Large moves and swaps come first, to undo crossings; small ones last, to settle.
func (j *judge) improve(ctx context.Context, points []Point, tries int, random *rand.Rand) ([]Point, float64) {
	const hot, cold = 0.012, 0.00005
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
		before := j.around(points, company)
		points[company] = j.propose(points, company, part, random)
		gain := before - j.around(points, company)
		if gain < 0 && random.Float64() >= math.Exp(gain/heat) {
			points[company] = old
			continue
		}
		now -= gain
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
