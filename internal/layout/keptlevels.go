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

// keepRows finds the heights of new companies, and of those whose level has become another one, among the heights of all
// others.
func (d *drawing) keepRows(companies []int, levels []float64) {
	const other = 0.6 // of a level: beyond that a company has left its row
	var kept stands
	for _, i := range companies {
		if d.wish.start(i).placed() && !d.fixed[i] {
			kept.all = append(kept.all, stand{i, levels[i], d.points[i].Y})
		}
	}
	kept.rise(lineHeight(d.unit))
	wanted := make([]Point, len(companies)) // the least and the greatest height, as X and Y
	for at, i := range companies {
		wanted[at] = kept.heights(i, levels[i])
	}
	for at, i := range companies {
		low, high := wanted[at].X, wanted[at].Y
		switch {
		case d.fixed[i]:
		case !d.wish.start(i).placed():
			d.points[i] = Point{d.besidePartners(i), (low + high) / 2}
		case d.points[i].Y < low-other*kept.slope || d.points[i].Y > high+other*kept.slope:
			d.points[i].Y = (low + high) / 2
		}
	}
}

// stand is at which height a company stands that keeps its place.
type stand struct {
	company       int
	level, height float64
}

// stands are all of them, and the line through their heights.
type stands struct {
	all                  []stand
	level, height, slope float64
}

// rise finds the line, which rises as usual where they say nothing.
func (s *stands) rise(usual float64) {
	s.slope = usual
	var steps, square float64
	for _, at := range s.all {
		s.level, s.height = s.level+at.level/float64(len(s.all)), s.height+at.height/float64(len(s.all))
	}
	for _, at := range s.all {
		steps += (at.level - s.level) * (at.height - s.height)
		square += (at.level - s.level) * (at.level - s.level)
	}
	if square > 0.01 && steps > 0.2*usual*square {
		s.slope = steps / square
	}
}

// heights returns between which heights the others of a company's level stand, or twice where the line is.
func (s *stands) heights(company int, level float64) Point {
	low, high := math.Inf(1), math.Inf(-1)
	for _, at := range s.all {
		if at.company != company && math.Abs(at.level-level) <= oneRow {
			low, high = min(low, at.height), max(high, at.height)
		}
	}
	if low > high {
		low = s.height + s.slope*(level-s.level)
		high = low
	}
	return Point{low, high}
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
