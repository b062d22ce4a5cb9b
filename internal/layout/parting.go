package layout

import (
	"cmp"
	"math"
	"slices"
)

// Outlines says how large what stands at some places is: Reach is the radius of a circle around each, and Towards how
// far it reaches in a direction, of length 1, which is never further.
type Outlines struct {
	Reach   []float64
	Towards func(item int, direction Point) float64
}

// Part returns the places with those that overlap moved apart, each as little as it takes, until between any two of
// them there is a gap in canvas units. Fixed ones stay, two of them even where they overlap, and so does everything that
// no other comes near. Places that are NaN are nobody's.
func Part(points []Point, o Outlines, fixed []bool, gap float64) []Point {
	const rounds = 400
	apart := slices.Clone(points)
	for range rounds {
		moved := false
		o.touching(apart, gap, func(i, j int) { moved = o.part(apart, i, j, fixed, gap) || moved })
		if !moved {
			break
		}
	}
	return apart
}

// touching calls visit for every two items whose circles are nearer to each other than the gap, in an order that depends
// on the places only. Visit may move them.
func (o Outlines) touching(points []Point, gap float64, visit func(i, j int)) {
	order := make([]int, 0, len(points))
	left := make([]float64, len(points))
	for i, p := range points {
		if left[i] = p.X - o.Reach[i]; p.placed() {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(left[i], left[j]), cmp.Compare(i, j)) })
	for at, i := range order {
		right := points[i].X + o.Reach[i] + gap
		for _, j := range order[at+1:] {
			if left[j] >= right {
				break
			}
			if points[i].distance(points[j]) < o.Reach[i]+o.Reach[j]+gap {
				visit(i, j)
			}
		}
	}
}

// part moves two items apart along the line between them, the smaller one further, and reports whether it had to.
func (o Outlines) part(points []Point, i, j int, fixed []bool, gap float64) bool {
	const enough = 1e-3 // of a unit: halves of halves would go on for ever
	if fixed[i] && fixed[j] {
		return false
	}
	way := points[j].minus(points[i])
	far := way.length()
	direction := Point{X: 1}
	if far > 1e-9 {
		direction = way.times(1 / far)
	}
	short := o.Towards(i, direction) + o.Towards(j, direction.times(-1)) + gap - far
	if short <= enough {
		return false
	}
	short += 0.1 * gap
	share := o.Reach[j] * o.Reach[j] / math.Max(o.Reach[i]*o.Reach[i]+o.Reach[j]*o.Reach[j], 1e-9)
	switch {
	case fixed[i]:
		share = 0
	case fixed[j]:
		share = 1
	}
	points[i] = points[i].minus(direction.times(share * short))
	points[j] = points[j].plus(direction.times((1 - share) * short))
	return true
}
