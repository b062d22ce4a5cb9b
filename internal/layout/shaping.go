package layout

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// wideLevels is how much wider than other drawings those of large parts in levels are: wide rows are easier to read than
// high stacks of them.
const wideLevels = 1.15

// fill finishes a large part: it untangles its rows, fills them evenly and brings the whole nearer to its aspect, no larger
// than companies, names and legs need. It returns the factor of its heights, which is 1 where they are given.
func (p *part) fill(ctx context.Context, pulls []pull, given float64, random *rand.Rand) float64 {
	if p.graph.size() <= mostPairs {
		p.untangle(ctx, pulls, random)
	}
	p.spread()
	factor := 1.0
	if given == 0 {
		factor = p.heighten(0)
	}
	p.widen()
	return factor * p.tighten(given)
}

// heighten draws the levels further apart by a factor, which is the same in all parts so that a level has one height.
// Where none is given it finds one: where rows are long, one that brings the drawing nearer to its aspect. It returns
// the factor, or 0 where it left the heights alone.
func (p *part) heighten(factor float64) float64 {
	const most = 5
	if factor == 0 {
		low, high := p.corners()
		if high.Y-low.Y < 1e-9*p.unit {
			return 0
		}
		factor = min(max((high.X-low.X)/p.aspect/(high.Y-low.Y), 1), most)
	}
	for i := range p.points {
		p.points[i].Y *= factor
	}
	if factor < 1 {
		p.separateSideways()
	}
	return factor
}

// corners returns the least and the greatest coordinates of the centres of companies.
func (p *part) corners() (low, high Point) {
	low, high = p.points[0], p.points[0]
	for _, at := range p.points {
		low, high = Point{min(low.X, at.X), min(low.Y, at.Y)}, Point{max(high.X, at.X), max(high.Y, at.Y)}
	}
	return low, high
}

// widen draws rows that are short for the height of the drawing longer, to bring it nearer to its aspect.
func (p *part) widen() {
	const most = 2.5
	low, high := p.corners()
	if width := high.X - low.X; width > 0 {
		factor := min(max((high.Y-low.Y)*p.aspect/width, 1), most)
		for i := range p.points {
			p.points[i].X *= factor
		}
	}
}

// tighten draws a large part smaller, so that companies and names are larger where all of it is shown, as far as they have
// room beside each other and legs between them. It returns the factor of its heights, which is 1 where they are given.
func (p *part) tighten(given float64) float64 {
	const each = 1.14 // the side of the square that each company has, in units: in less, many legs pass under companies
	low, high := p.corners()
	area := (high.X - low.X) * (high.Y - low.Y)
	if area <= 0 {
		return 1
	}
	factor := min(math.Sqrt(float64(len(p.points))/area)*each*p.unit, 1)
	upright := factor
	if given != 0 {
		upright = 1
	}
	for i, at := range p.points {
		p.points[i] = Point{at.X * factor, at.Y * upright}
	}
	p.separateSideways()
	return upright
}

// spread moves companies apart sideways where they crowd, and together where they are few, so that the drawing is filled
// as evenly as its rows allow. Their order from left to right stays.
func (p *part) spread() {
	const even = 0.7 // of the way to equal distances
	n := len(p.points)
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.points[a].X, p.points[b].X) })
	low, high := p.points[order[0]].X, p.points[order[n-1]].X
	for at, i := range order {
		p.points[i].X += even * (low + (high-low)*(float64(at)+0.5)/float64(n) - p.points[i].X)
	}
	p.separateSideways()
}
