package layout

import (
	"cmp"
	"math"
	"slices"
)

// OnRing returns where the items stand evenly around a circle with at least the gap between neighbours and their
// names. In order they follow each other clockwise; otherwise in the order in which they stand around their middle
// now. The circle has the middle of the items and, where that is enough, their mean distance from it as its radius,
// and is turned so that they move the least way (least squares). Items that all stand at one place begin at the top,
// two of them on the left.
func OnRing(items []Item, gap float64, inOrder bool) []Point {
	points := make([]Point, len(items))
	if len(items) == 0 {
		return points
	}
	places := make([]Point, len(items))
	for i, item := range items {
		places[i] = item.At
	}
	middle := centre(places)
	order := make([]int, len(items))
	radius := 0.0
	for i, place := range places {
		order[i] = i
		radius += place.distance(middle) / float64(len(items))
	}
	if !inOrder {
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Compare(places[a].minus(middle).angle(), places[b].minus(middle).angle())
		})
	}
	radius = max(radius, ringRadius(items, order, gap))
	start := turned(places, middle, order)
	for rank, i := range order {
		angle := start + 2*math.Pi*float64(rank)/float64(len(order))
		points[i] = middle.plus(Point{radius * math.Cos(angle), radius * math.Sin(angle)})
	}
	return points
}

// angle returns the direction of the vector in radians, clockwise from the right on the canvas.
func (p Point) angle() float64 { return math.Atan2(p.Y, p.X) }

// ringRadius returns the smallest radius at which neighbours keep the gap.
func ringRadius(items []Item, order []int, gap float64) float64 {
	if len(order) < 2 {
		return 0
	}
	reach := func(item Item) float64 {
		left, right, up, down := item.extents()
		return max(left, right, up, down)
	}
	radius := 0.0
	for rank, i := range order {
		chord := reach(items[i]) + gap + reach(items[order[(rank+1)%len(order)]])
		radius = max(radius, chord/(2*math.Sin(math.Pi/float64(len(order)))))
	}
	return radius
}

// turned returns the angle of the first item at which all of them together move the least way: the direction of the
// sum of their places, each turned back by its own share of the circle.
func turned(places []Point, middle Point, order []int) float64 {
	sum, far := Point{}, 0.0
	for rank, i := range order {
		away := places[i].minus(middle)
		sin, cos := math.Sincos(-2 * math.Pi * float64(rank) / float64(len(order)))
		sum = sum.plus(Point{away.X*cos - away.Y*sin, away.X*sin + away.Y*cos})
		far = max(far, away.length())
	}
	if sum.length() > 1e-9*max(far, 1) {
		return sum.angle()
	}
	if len(order) == 2 {
		return math.Pi
	}
	return -math.Pi / 2
}
