package layout

import (
	"math"
	"slices"
)

// Obstacles are the companies that legs are to be led around: a grid of squares, each with the companies whose disc
// touches it.
type Obstacles struct {
	points  []Point
	radii   []float64 // of every company; 0 where it has none
	cell    float64
	corner  Point // of the grid, upper left
	columns int
	rows    int
	grid    []disc  // those of each square in turn, row by row
	first   []int32 // of each square, in grid, and the end of the last
}

// disc is that of a company.
type disc struct {
	Point
	radius  float64
	company int32
}

// NewObstacles returns the companies at their places, with the radii of their discs; those without a place are in no way.
func NewObstacles(points []Point, radii []float64) *Obstacles {
	d := &Obstacles{points: points, radii: make([]float64, len(points))}
	for i := range min(len(radii), len(points)) {
		d.radii[i] = positive(radii[i])
	}
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
	d.fillGrid()
	return d
}

// fillGrid puts the disc of every company into the squares that it touches.
func (d *Obstacles) fillGrid() {
	d.first = make([]int32, d.columns*d.rows+1)
	d.eachSquare(func(square, _ int) { d.first[square+1]++ })
	for square := range d.columns * d.rows {
		d.first[square+1] += d.first[square]
	}
	d.grid = make([]disc, d.first[d.columns*d.rows])
	next := slices.Clone(d.first)
	d.eachSquare(func(square, company int) {
		d.grid[next[square]] = disc{Point: d.points[company], radius: d.radii[company], company: int32(company)}
		next[square]++
	})
}

// eachSquare calls do for every company that has a place with each square that its disc touches.
func (d *Obstacles) eachSquare(do func(square, company int)) {
	for i, p := range d.points {
		if !p.placed() {
			continue
		}
		r := d.radius(i) + clearance
		for y := d.row(p.Y - r); y <= d.row(p.Y+r); y++ {
			for x := d.column(p.X - r); x <= d.column(p.X+r); x++ {
				do(y*d.columns+x, i)
			}
		}
	}
}

// clearance is the canvas that a leg should leave free around the disc of a third company.
const clearance = 3

func (d *Obstacles) radius(company int) float64 { return d.radii[company] }

// column and row return the square of the grid at a coordinate; what lies beyond the grid belongs to the squares at its
// edge.
func (d *Obstacles) column(x float64) int {
	return int(min(max((x-d.corner.X)/d.cell, 0), float64(d.columns-1)))
}

func (d *Obstacles) row(y float64) int {
	return int(min(max((y-d.corner.Y)/d.cell, 0), float64(d.rows-1)))
}

// hit returns how deep the curve of a run passes through the discs of third companies and the clearance around them, summed
// over them, and through how many; 0 is free. It stops looking where the sum reaches the bound.
func (d *Obstacles) hit(curve Curve, run Run, bound float64) (sum float64, count int) {
	return d.depth(curve, run, clearance, bound)
}

// Under returns how deep the curve of a run passes through the discs of third companies and the margin around them, at most
// 3 units, summed over them.
func (d *Obstacles) Under(curve Curve, run Run, margin float64) float64 {
	sum, _ := d.depth(curve, run, margin, math.Inf(1))
	return sum
}

// met is a company that a curve passes through, and how deep.
type met struct {
	company int32
	deep    float64
}

func (d *Obstacles) depth(curve Curve, run Run, margin, bound float64) (sum float64, count int) {
	const steps = 16
	var room [16]met
	all := room[:0]
	half := run.Width / 2
	last := curve.From
	for step := 1; step <= steps && sum < bound; step++ {
		next := curve.At(float64(step) / steps)
		low := Point{min(last.X, next.X) - half, min(last.Y, next.Y) - half}
		high := Point{max(last.X, next.X) + half, max(last.Y, next.Y) + half}
		left, right := d.column(low.X), d.column(high.X)
		for y, bottom := d.row(low.Y), d.row(high.Y); y <= bottom; y++ {
			near := d.grid[d.first[y*d.columns+left]:d.first[y*d.columns+right+1]]
			for i := range near {
				disc := &near[i]
				reach := disc.radius + margin
				if disc.X+reach <= low.X || disc.X-reach >= high.X || disc.Y+reach <= low.Y || disc.Y-reach >= high.Y ||
					int(disc.company) == run.Payer || int(disc.company) == run.Payee {
					continue
				}
				reach += half
				if square := segmentSquare(disc.Point, last, next); square < reach*reach {
					all, sum = deeper(all, sum, met{disc.company, reach - math.Sqrt(square)})
				}
			}
		}
		last = next
	}
	return sum, len(all)
}

// deeper takes note of a company that a curve passes through, and returns the sum with it.
func deeper(all []met, sum float64, m met) ([]met, float64) {
	for i := range all {
		if all[i].company == m.company {
			more := max(m.deep-all[i].deep, 0)
			all[i].deep += more
			return all, sum + more
		}
	}
	return append(all, m), sum + m.deep
}

// segmentSquare returns the square of the distance of a point from the segment between a and b.
func segmentSquare(p, a, b Point) float64 {
	abX, abY, apX, apY := b.X-a.X, b.Y-a.Y, p.X-a.X, p.Y-a.Y
	if square := abX*abX + abY*abY; square > 0 {
		t := min(max((apX*abX+apY*abY)/square, 0), 1)
		apX -= t * abX
		apY -= t * abY
	}
	return apX*apX + apY*apY
}
