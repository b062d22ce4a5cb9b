package layout

import "math"

// Circular places the companies on a circle, clockwise from the top.
func Circular(g Graph, o Options) []Point {
	points := make([]Point, max(g.N, 0))
	radius := g.unit(o) * float64(g.N) / (2 * math.Pi)
	for i := range points {
		angle := 2*math.Pi*float64(i)/float64(g.N) - math.Pi/2
		points[i] = Point{radius * math.Cos(angle), radius * math.Sin(angle)}
		if o.pinned(i) {
			points[i] = o.start(i)
		}
	}
	return points
}
