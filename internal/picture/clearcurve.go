package picture

import (
	"math"

	"roundtrip/internal/layout"
)

// mostCleared is among up to how many companies the legs of one in the hand are kept off third ones where they were pushed
// aside at a rim: among more that would hold up the hand.
const mostCleared = 300

// passesUnder returns how deep a leg along the curve would lie under companies other than its own, summed over them, in
// canvas units.
func (b *builder) passesUnder(arrow *Arrow, curve layout.Curve) float64 {
	return b.obstacles.Under(curve, layout.Run{Payer: arrow.Payer, Payee: arrow.Payee, Width: arrow.Width}, 1)
}

// stiffness is how much of what lies between the ends of a leg stays in its place when its payer's and its payee's end are
// turned, those that let it turn first.
var stiffness = [...][2]float64{{0, 0}, {0.5, 0.5}, {1, 1}, {0, 1}, {1, 0}}

// turnEnds moves the ends of an arrow along the rims of its companies by an angle each. Where turning it whole would swing
// it below a third company, only the last part at a rim turns, so that the rest stays where it was led around that one.
func (b *builder) turnEnds(arrow *Arrow, angles [2]float64) {
	was, least := arrow.Curve, math.Inf(1)
	payer, payee := &b.scene.Discs[arrow.payerDisc], &b.scene.Discs[arrow.payeeDisc]
	turned := was
	if angles[0] != 0 {
		turned = payer.turnEnd(turned, false, angles[0])
	}
	if angles[1] != 0 {
		turned = payee.turnEnd(turned, true, angles[1])
	}
	if arrow.Curve = turned; b.lifted != nil && len(b.places) > mostCleared {
		return
	}
	for _, stays := range stiffness {
		try := turned
		try.C1, try.C2 = between(turned.C1, was.C1, stays[0]), between(turned.C2, was.C2, stays[1])
		if under := b.passesUnder(arrow, try); under < least {
			arrow.Curve, least = try, under
		}
		if least == 0 {
			return
		}
	}
}
