package picture

import (
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// A loop that is shown by itself is one calm ring: its companies stand on a circle, and the money runs along it.

// ringWidth is the least radius of that circle, in gaps between companies: discs look moderate on it, and names and amounts
// find room outside.
const ringWidth = 1.6

// RingPlaces returns the places of the companies of a loop, given in the order of payment and all in the network, to show it
// by itself: clockwise around a circle, the first at the top, and two on a level.
func RingPlaces(alone *network.Network, path []deal.CompanyID) map[deal.CompanyID]layout.Point {
	radii, labels := Radii(alone), LabelSizes(alone)
	items := make([]layout.Item, 0, len(path))
	for _, id := range path {
		for i := range alone.Companies {
			if alone.Companies[i].ID == id {
				items = append(items, layout.Item{Radius: radii[i], Label: labels[i]})
			}
		}
	}
	places := make(map[deal.CompanyID]layout.Point, len(path))
	for i, point := range layout.OnRing(items, Gap(alone), true) {
		if far := math.Hypot(point.X, point.Y); far > 0 {
			point = times(point, max(1, ringWidth*Gap(alone)/far))
		}
		places[path[i]] = point
	}
	return places
}

// roundRing leads the legs of the loop that is shown by itself along the circle on which its companies stand.
func (b *builder) roundRing() {
	r, ok := b.ringOf(b.flowsAround(b.Ring))
	if !ok {
		return
	}
	bow := math.Pi / float64(len(r.sides))
	for i := range r.sides {
		s := &r.sides[i]
		centres, radii := [2]layout.Point{b.places[s.payer], b.places[s.payee]}, [2]float64{b.radii[s.payer], b.radii[s.payee]}
		apart := make([]float64, len(s.widths)) // with the grounds, so that these do not run into each other at a company
		for k, width := range s.widths {
			apart[k] = width + 2*widestGlow*b.widths.crowd
		}
		laid := laidSide{curves: layout.Bowed(centres, radii, apart, bow, bow)}
		if len(r.sides) == 2 {
			laid.curves = halfRound(centres, radii, apart)
		}
		r.settle(s, &laid)
		for k, curve := range laid.curves {
			b.move(s.arrows[k], curve)
			b.scene.Arrows[s.arrows[k]].usual = usualWay{} // it runs there whatever is selected
		}
	}
}

// halfRound returns the legs from one company to another as near as they come to half of the circle through the middles of
// both. A curve that leaves these at right angles to the line between them would be higher than wide.
func halfRound(centres [2]layout.Point, radii [2]float64, widths []float64) []layout.Curve {
	const from, to = 30, 90 // degrees
	middle := between(centres[0], centres[1], 0.5)
	var best []layout.Curve
	least := math.Inf(1)
	for degrees := from; degrees <= to; degrees++ {
		bow, off := float64(degrees)*math.Pi/180, 0.0
		curves := layout.Bowed(centres, radii, widths, bow, bow)
		for _, curve := range curves {
			off += math.Abs(distance(curve.At(0.5), middle) - distance(centres[0], middle))
		}
		if off < least {
			best, least = curves, off
		}
	}
	return best
}
