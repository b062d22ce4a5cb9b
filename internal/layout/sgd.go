package layout

import (
	"context"
	"math"
	"math/rand/v2"
)

// pair is a term of the stress in eight bytes: two companies and the wanted distance between them. Its weight is
// the distance to the power of -2.
type pair struct {
	a, b     uint16
	distance float32
}

// schedule returns the step sizes of stochastic gradient descent for distances between shortest and longest:
// falling geometrically from the one that satisfies the longest distance at once to a tenth of the shortest
// squared (Zheng, Pawar and Goodman 2018, section 2.1).
func schedule(steps int, first, shortest float64) []float64 {
	const smallest = 0.1
	last := min(smallest*shortest*shortest, first)
	etas := make([]float64, steps)
	for t := range etas {
		etas[t] = first * math.Pow(last/first, float64(t)/float64(max(steps-1, 1)))
	}
	return etas
}

// terms are the terms of a stress, and how a step of some size moves their companies.
type terms[T pair | pull] struct {
	list    []T
	satisfy func([]Point, []T, float64)
}

// descend moves the points down the stress, one pass over all terms for each step size. The terms are shuffled
// once; every pass then takes chunks of them in a new order, which is as good and keeps to the processor's cache.
func descend[T pair | pull](ctx context.Context, points []Point, stress terms[T], etas []float64, random *rand.Rand) {
	list := stress.list
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	size := max(16, min(512, len(list)/64))
	chunks := make([]int, (len(list)+size-1)/size)
	for i := range chunks {
		chunks[i] = i * size
	}
	for _, eta := range etas {
		if ctx.Err() != nil {
			return
		}
		random.Shuffle(len(chunks), func(i, j int) { chunks[i], chunks[j] = chunks[j], chunks[i] })
		for _, from := range chunks {
			stress.satisfy(points, list[from:min(from+size, len(list))], eta)
		}
	}
}

// satisfy moves the two companies of each pair towards their wanted distance.
func satisfy(points []Point, pairs []pair, eta float64) {
	for _, p := range pairs {
		a, b := &points[p.a], &points[p.b]
		dx, dy := a.X-b.X, a.Y-b.Y
		square := dx*dx + dy*dy
		wanted := float64(p.distance)
		part := eta / (wanted * wanted)
		if part > 1 {
			part = 1
		}
		if square < 1e-18 {
			dx, square = 1e-9, 1e-18
		}
		move := part * 0.5 * (1 - wanted/math.Sqrt(square))
		dx *= move
		dy *= move
		a.X -= dx
		a.Y -= dy
		b.X += dx
		b.Y += dy
	}
}

// pull is a term whose companies move by different weights: in sparse stress a pivot stands for its region, and a
// pinned company does not move at all.
type pull struct {
	a, b             int32
	distance         float32
	weightA, weightB float32
}

// satisfyPulls is satisfy for pulls.
func satisfyPulls(points []Point, pulls []pull, eta float64) {
	for _, p := range pulls {
		a, b := &points[p.a], &points[p.b]
		dx, dy := a.X-b.X, a.Y-b.Y
		square := dx*dx + dy*dy
		if square < 1e-18 {
			dx, square = 1e-9, 1e-18
		}
		move := 0.5 * (1 - float64(p.distance)/math.Sqrt(square))
		moveA, moveB := move*min(1, eta*float64(p.weightA)), move*min(1, eta*float64(p.weightB))
		a.X -= dx * moveA
		a.Y -= dy * moveA
		b.X += dx * moveB
		b.Y += dy * moveB
	}
}
