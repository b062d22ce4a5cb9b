package picture

import (
	"cmp"
	"slices"

	"roundtrip/internal/layout"
)

// Between two neighbours on a circle of hundreds even half circles go around next to nothing. There one leg of the lit loop
// leads far around instead, along a circle on which both companies stand, so that with the others it makes a ring.

const (
	// balloonCost is what it costs that legs of a side go far around: bowing is better where it is nearly enough.
	balloonCost = 3.0
	// wellAround is how little a ring may lack for no better way to be looked for.
	wellAround = 0.5
	// beyondCost is what it costs that a leg reaches beyond all companies by as much as a ring should have free: it may
	// leave a picture that shows just these.
	beyondCost = 1.5
)

// balloonSizes are the radii of the circles to lead legs along, in what the ring should have free: companies and lines
// take some of it.
var balloonSizes = [...]float64{1.15, 1.45, 1.9}

// farAround returns the legs of the ring with those of one side far around, where that is less of a flaw than the least
// one so far, and otherwise as they lie in the best way so far.
func (r *ring) farAround(usual, best []laidSide, least float64) []laidSide {
	if least < balloonCost {
		return best
	}
	for _, i := range r.longestFirst() {
		for _, size := range balloonSizes {
			for _, toLeft := range [...]bool{true, false} {
				laid := slices.Clone(usual)
				laid[i] = r.balloon(&r.sides[i], size*r.enough(), toLeft)
				if laid[i].curves == nil {
					continue
				}
				if flaws := balloonCost + r.beyond(laid[i]) + r.flaws(laid); flaws < least {
					best, least = laid, flaws
				}
			}
			if least < balloonCost+wellAround {
				return best
			}
		}
	}
	return best
}

// longestFirst returns the sides of the ring, the longest first: its legs go around the others.
func (r *ring) longestFirst() []int {
	order := make([]int, len(r.sides))
	for i := range order {
		order[i] = i
	}
	long := func(i int) float64 {
		return distance(r.discs[i].Centre, r.discs[(i+1)%len(r.discs)].Centre)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(long(j), long(i)) })
	return order
}

// balloon returns the legs of a side far around a circle with a radius, or none where the companies are too far apart.
func (r *ring) balloon(s *side, radius float64, toLeft bool) laidSide {
	centres := [2]layout.Point{r.places[s.payer], r.places[s.payee]}
	laid := laidSide{curves: layout.Balloon(centres, [2]float64{r.radii[s.payer], r.radii[s.payee]}, s.widths, radius, toLeft)}
	r.settle(s, &laid)
	return laid
}

// settle has the legs of a side begin and end at the rims of their companies, and says what they lie under.
func (r *ring) settle(s *side, laid *laidSide) {
	for i := range laid.curves {
		laid.curves[i] = r.fromRimToRim(s.payer, s.payee, laid.curves[i])
		laid.under += r.passesUnder(&r.scene.Arrows[s.arrows[i]], laid.curves[i])
	}
}

// beyond returns what it costs that legs reach beyond all companies.
func (r *ring) beyond(laid laidSide) float64 {
	far := 0.0
	for _, curve := range laid.curves {
		for _, part := range [...]float64{0.25, 0.5, 0.75} {
			far = max(far, r.all.near(curve.At(part)))
		}
	}
	return beyondCost * far / r.enough()
}
