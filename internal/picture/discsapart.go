package picture

import (
	"cmp"
	"math"
	"slices"
)

// Seen from afar companies are drawn larger than they are on the canvas, but never onto each other: a row of companies that
// touch reads as one line.

// hairApart is the part of the canvas between two companies that stays free however large they are drawn.
const hairApart = 0.06

// boundDiscs gives each company the largest radius that it may be drawn with: it grows by at most half of the canvas between it
// and the nearest other company.
func (b *builder) boundDiscs() {
	discs := b.scene.Discs
	order := make([]int, len(discs))
	reach := make([]float64, len(discs)) // the radius of the circle around the company's outline
	largest := 0.0
	for i := range discs {
		order[i], reach[i] = i, discs[i].Radius*widestShape(&discs[i])
		largest = max(largest, reach[i])
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(discs[i].Centre.X, discs[j].Centre.X) })
	for at, i := range order {
		gap := math.Inf(1)
		look := func(j int) (more bool) {
			if math.Abs(discs[j].Centre.X-discs[i].Centre.X)-reach[i]-largest >= gap {
				return false
			}
			gap = min(gap, distance(discs[i].Centre, discs[j].Centre)-reach[i]-reach[j])
			return true
		}
		for next := at + 1; next < len(order) && look(order[next]); next++ {
		}
		for next := at - 1; next >= 0 && look(order[next]); next-- {
		}
		discs[i].mostRadius = discs[i].Radius + max(gap, 0)*(0.5-hairApart/2)/widestShape(&discs[i])
	}
}

// widestShape returns how far from its centre the outline of a company reaches at any size, in its radii.
func widestShape(disc *Disc) float64 {
	widest := shapeOf(disc.Role).outside
	if small, ok := smallShapes[disc.Role]; ok {
		widest = max(widest, small.outside)
	}
	return widest
}
