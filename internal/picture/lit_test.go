package picture

import (
	"context"
	"image/color"
	"slices"
	"testing"

	"roundtrip/internal/network"
)

// drawn remembers the colours that a pen was given, in their order, and when which company was drawn.
type drawn struct {
	colours []color.RGBA
	shapes  map[string]int
}

func (d *drawn) stroke(s stroke) { d.colours = append(d.colours, s.Colour) }
func (d *drawn) write(writing)   {}
func (d *drawn) fill(o outline) {
	d.shapes[o.Name] = len(d.colours)
	d.colours = append(d.colours, o.Colour)
}

// In a network of two thousand companies seen from afar, a selected loop lies on everything that is faded, and
// every company of it has its name and every leg its amount or note.
func TestSelectedLoopIsReadInALargeNetwork(t *testing.T) {
	in := randomInput(t, 2000, 5000)
	loops := network.FindLoops(context.Background(), in.Network, network.Limits{MaxLen: 4, Top: 6}).Top
	if len(loops) < 6 {
		t.Fatalf("%d loops", len(loops))
	}
	in.Before = Build(in)
	for _, loop := range loops {
		in.Selection = Selection{}
		for _, company := range loop.Path {
			in.Selection.Loop = append(in.Selection.Loop, in.Network.Companies[company].ID)
		}
		s := Build(in)
		camera := Camera{Width: 2600, Height: 1800, Scale: 2}.Fit(s)
		named, told := map[string]bool{}, map[string]bool{}
		for _, label := range s.Labels(camera.Zoom) {
			if label.Disc >= 0 {
				named[s.Discs[label.Disc].Name] = true
			} else if arrow, ok := s.Arrow(label.Leg); ok && arrow.Emphasis == Lit {
				told[in.Network.Companies[arrow.Payer].Name] = true
			}
		}
		for _, company := range loop.Path {
			name := in.Network.Companies[company].Name
			if !named[name] || !told[name] {
				t.Errorf("%s of the loop is named: %v, and what it pays is told: %v", name, named[name], told[name])
			}
		}
		got := drawn{shapes: map[string]int{}}
		draw(s, camera, Light(), &got)
		first := slices.Index(got.colours, Light().LoopLit)
		for _, disc := range s.Discs {
			if at, seen := got.shapes[disc.Name]; seen && (disc.Emphasis == Faded) != (at < first) {
				t.Errorf("%s is drawn on the wrong side of the loop's legs", disc.Name)
			}
		}
	}
}
