package layout

import "math"

// keepLevels puts the companies that have a place onto it, and the new ones of their parts at the height of their
// level beside their partners. It returns how far to the right the drawing then reaches, with a gap.
func (d *drawing) keepLevels(levels []float64) float64 {
	right := math.Inf(-1)
	for _, companies := range d.parts {
		if !d.anyPlaced(companies) {
			continue
		}
		for _, i := range companies {
			if at := d.wish.start(i); at.placed() {
				d.points[i] = at
			}
		}
		if len(companies) > 1 {
			d.keepRows(companies, levels)
		}
		_, high := bounds(d.points, d.boxes, companies)
		right = max(right, high.X+0.6*d.unit)
	}
	if math.IsInf(right, -1) {
		return 0
	}
	return right
}

// keepRows finds the heights of new companies, and of those whose level has become another one, from the line through
// the heights of all others.
func (d *drawing) keepRows(companies []int, levels []float64) {
	const other = 0.6 // of a level: beyond that a company has left its row
	var level, height, steps, square, count float64
	for _, i := range companies {
		if d.wish.start(i).placed() && !d.fixed[i] {
			level, height, count = level+levels[i], height+d.points[i].Y, count+1
		}
	}
	level, height = level/max(count, 1), height/max(count, 1)
	for _, i := range companies {
		if d.wish.start(i).placed() && !d.fixed[i] {
			steps += (levels[i] - level) * (d.points[i].Y - height)
			square += (levels[i] - level) * (levels[i] - level)
		}
	}
	slope := 1.15 * d.unit
	if square > 0.01 && steps > 0.2*slope*square {
		slope = steps / square
	}
	for _, i := range companies {
		wanted := height + slope*(levels[i]-level)
		switch {
		case d.fixed[i]:
		case !d.wish.start(i).placed():
			d.points[i] = Point{d.besidePartners(i), wanted}
		case math.Abs(d.points[i].Y-wanted) > other*slope:
			d.points[i].Y = wanted
		}
	}
}

// besidePartners returns the mean of where the company's partners that have a place stand sideways.
func (d *drawing) besidePartners(company int) float64 {
	sum, count := 0.0, 0.0
	for _, partner := range d.graph.neighbours(company) {
		if at := d.wish.start(int(partner)); at.placed() {
			sum, count = sum+at.X, count+1
		}
	}
	return sum / max(count, 1)
}
