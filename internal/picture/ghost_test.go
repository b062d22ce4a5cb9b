package picture

import (
	"testing"

	"roundtrip/internal/layout"
)

// recorded is a pen that keeps what it strokes.
type recorded struct {
	pen
	strokes []stroke
}

func (r *recorded) stroke(s stroke) { r.strokes = append(r.strokes, s) }

// A leg that has grown keeps its whole width in its own colour, with a core as wide as it was; one that has shrunk has
// a band as wide as it was right below it, where a selection cannot hide it.
func TestTheGhostOfALegIsInsideOrBelowIt(t *testing.T) {
	style, arrow := Light(), &Arrow{Leg: 7, Width: 10}
	for _, was := range []float64{4, 16} {
		to := &recorded{}
		d := &drawing{style: style, pen: to, f: 1, camera: Camera{Scale: 1},
			scene: &Scene{Ghosts: []Ghost{{Leg: 7, Width: was, Wider: was < 10}}}}
		line := straight(layout.Point{}, layout.Point{X: 100})
		d.ghostBelow(arrow)
		below := len(to.strokes)
		d.ghostInside(arrow, stroke{Curve: line, Width: 10, Colour: style.Financing})
		inside := to.strokes[below:]
		switch {
		case was < 10 && (below != 0 || len(inside) != 1 || inside[0].Width != was || inside[0].Colour == style.Financing):
			t.Errorf("grown from %v: %d below, and inside %+v", was, below, inside)
		case was > 10 && (below != 2 || to.strokes[0].Width < was || len(inside) != 0):
			t.Errorf("shrunk from %v: %d below, and inside %+v", was, below, inside)
		}
	}
}
