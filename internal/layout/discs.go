package layout

import "math"

// Obstacles are the companies that legs are to be led around: a grid of squares, each with the companies whose disc
// touches it.
type Obstacles struct {
	points  []Point
	radii   []float64
	cell    float64
	corner  Point // of the grid, upper left
	columns int
	rows    int
	grid    [][]int32 // row by row
}

// NewObstacles returns the companies at their places, with the radii of their discs; those without a place are in no way.
func NewObstacles(points []Point, radii []float64) *Obstacles {
	d := &Obstacles{points: points, radii: radii}
	low, high, widest, count := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}, 0.0, 0
	for i, p := range points {
		if p.placed() {
			low = Point{min(low.X, p.X), min(low.Y, p.Y)}
			high = Point{max(high.X, p.X), max(high.Y, p.Y)}
			widest = max(widest, d.radius(i))
			count++
		}
	}
	if count == 0 {
		return d
	}
	// At most some hundred squares each way, also where one company stands far away from all others.
	const most = 128
	wide, tall := high.X-low.X, high.Y-low.Y
	d.cell = max(1, widest, math.Sqrt(wide*tall/float64(count)), wide/most, tall/most)
	d.corner, d.columns, d.rows = low, int(wide/d.cell)+1, int(tall/d.cell)+1
	d.grid = make([][]int32, d.columns*d.rows)
	for i, p := range points {
		if !p.placed() {
			continue
		}
		r := d.radius(i) + clearance
		d.each(Point{p.X - r, p.Y - r}, Point{p.X + r, p.Y + r}, func(square int) {
			d.grid[square] = append(d.grid[square], int32(i))
		})
	}
	return d
}

// clearance is the canvas that a leg should leave free around the disc of a third company.
const clearance = 3

func (d *Obstacles) radius(company int) float64 {
	if company < len(d.radii) {
		return positive(d.radii[company])
	}
	return 0
}

// each calls visit for every square of the grid that the rectangle touches; what lies beyond the grid belongs to the
// squares at its edge.
func (d *Obstacles) each(low, high Point, visit func(square int)) {
	index := func(at float64, count int) int { return int(min(max(at/d.cell, 0), float64(count-1))) }
	left, right := index(low.X-d.corner.X, d.columns), index(high.X-d.corner.X, d.columns)
	for y := index(low.Y-d.corner.Y, d.rows); y <= index(high.Y-d.corner.Y, d.rows); y++ {
		for x := left; x <= right; x++ {
			visit(y*d.columns + x)
		}
	}
}

// hit returns how deep the curve of a run passes through the discs of third companies and the clearance around them, summed
// over them, and through how many; 0 is free.
func (d *Obstacles) hit(curve Curve, run Run) (sum float64, count int) { return d.depth(curve, run, clearance) }

// Under returns how deep the curve of a run passes through the discs of third companies and the margin around them, at most
// 3 units, summed over them.
func (d *Obstacles) Under(curve Curve, run Run, margin float64) float64 {
	sum, _ := d.depth(curve, run, margin)
	return sum
}

func (d *Obstacles) depth(curve Curve, run Run, margin float64) (sum float64, count int) {
	const steps = 16
	type depth struct {
		company int32
		deep    float64
	}
	var room [16]depth
	met := room[:0]
	last := curve.From
	for step := 1; step <= steps; step++ {
		next := curve.At(float64(step) / steps)
		low := Point{min(last.X, next.X) - run.Width/2, min(last.Y, next.Y) - run.Width/2}
		high := Point{max(last.X, next.X) + run.Width/2, max(last.Y, next.Y) + run.Width/2}
		d.each(low, high, func(square int) {
			for _, company := range d.grid[square] {
				if int(company) == run.Payer || int(company) == run.Payee {
					continue
				}
				deep := d.radius(int(company)) + margin + run.Width/2 - segmentDistance(d.points[company], last, next)
				if deep <= 0 {
					continue
				}
				known := false
				for i := range met {
					if met[i].company == company {
						met[i].deep, known = max(met[i].deep, deep), true
					}
				}
				if !known {
					met = append(met, depth{company, deep})
				}
			}
		})
		last = next
	}
	for _, m := range met {
		sum += m.deep
	}
	return sum, len(met)
}

// segmentDistance returns the distance of a point from the segment between a and b.
func segmentDistance(p, a, b Point) float64 {
	ab := b.minus(a)
	square := ab.dot(ab)
	if square == 0 {
		return p.distance(a)
	}
	t := min(max(p.minus(a).dot(ab)/square, 0), 1)
	return p.distance(a.plus(ab.times(t)))
}
