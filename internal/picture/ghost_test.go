package picture

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// recorded is a pen that keeps what it strokes.
type recorded struct {
	pen
	strokes []stroke
}

func (r *recorded) stroke(s stroke) { r.strokes = append(r.strokes, s) }

// A leg that has grown is drawn as it was, dashes and all, within an unbroken pale edge as wide as it is; one that has shrunk
// has a band as wide as it was right below it, where a selection cannot hide it.
func TestTheGhostOfALegIsInsideOrBelowIt(t *testing.T) {
	style, arrow := Light(), &Arrow{Leg: 7, Width: 10}
	for _, was := range []float64{4, 9.9, 16} {
		to := &recorded{}
		d := &drawing{style: style, pen: to, f: 1, camera: Camera{Scale: 1},
			scene: &Scene{Ghosts: []Ghost{{Leg: 7, Width: was, Wider: was < 10}}}}
		line := straight(layout.Point{}, layout.Point{X: 100})
		d.ghostBelow(arrow)
		below := len(to.strokes)
		drawn := d.grown(arrow, stroke{Curve: line, Width: 10, Colour: style.Financing, Dash: Dashed})
		if drawn != (was < 10) {
			t.Errorf("was %v: drawn as grown: %v", was, drawn)
		}
		inside := to.strokes[below:]
		switch {
		case was > 10:
			if below != 2 || to.strokes[0].Width < was || len(inside) != 0 {
				t.Errorf("shrunk from %v: %d below, and inside %+v", was, below, inside)
			}
		case below != 0 || len(inside) != 3:
			t.Errorf("grown from %v: %d below, and %+v", was, below, inside)
		default:
			edge, core := inside[0], inside[2]
			if edge.Width != 10 || edge.Dash != Solid || Contrast(edge.Colour, style.Background) < 1.5 {
				t.Errorf("grown from %v: the edge is %+v", was, edge)
			}
			if core.Width != min(was, 10-2*addedLeast) || core.Dash != Dashed || core.Colour != style.Financing {
				t.Errorf("grown from %v: the core is %+v", was, core)
			}
		}
	}
}

// The legend tells of what has grown and of what has shrunk, each only where it is drawn.
func TestTheLegendTellsGrownFromShrunk(t *testing.T) {
	for name, test := range map[string]struct {
		stake        int64
		grown, other bool
	}{
		"as it was": {10 * billion, false, false}, "grown": {40 * billion, true, false}, "shrunk": {2 * billion, false, true},
	} {
		in := dealInput(t, network.View{})
		parts := *in.Book
		parts.Deals = slices.Clone(parts.Deals)
		parts.Deals[0].Legs = slices.Clone(parts.Deals[0].Legs)
		parts.Deals[0].Legs[0].Figure = deal.UpTo(test.stake)
		in.Ghost, in.Book = in.Network, deal.NewBook(parts)
		built, err := network.Build(in.Book, in.View)
		if err != nil {
			t.Fatal(err)
		}
		in.Network = built
		said := map[Mark]string{}
		for _, line := range Build(in).Legend.Lines {
			said[line.Mark] = line.Text
		}
		if (said[MarkGrown] != "") != test.grown || (said[MarkGhost] != "") != test.other {
			t.Errorf("%s: grown %q, shrunk %q", name, said[MarkGrown], said[MarkGhost])
		}
	}
}
