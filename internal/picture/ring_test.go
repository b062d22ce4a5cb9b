package picture_test

import (
	"context"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// TestLoopsAreRings looks at the legs of pairs that pay each other, which lie around a free circle, and selects loops of two
// and three companies: in every layout the legs lie around a free circle, about as large as the smallest company, half of the
// largest one, a ninth of the way across and a fiftieth of the picture, and do not cross.
func TestLoopsAreRings(t *testing.T) {
	for _, document := range []struct {
		name  string
		in    picture.Input
		every int // of its loops one in so many is looked at
	}{
		{"the sample", documentOf(t, sample), 1},
		{"forty companies", documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv")), 1},
		{"three hundred companies", documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv")), 3},
		{"companies around hubs", picture.HubInput(t, 40, 90, 7), 1},
		// On a circle of so many, half circles between neighbours go around next to nothing.
		{"five hundred companies around hubs", picture.HubInput(t, 500, 1250, 7), 20},
	} {
		loops := network.FindLoops(context.Background(), document.in.Network, network.Limits{MaxLen: 3, Top: 1000}).Top
		if len(loops) == 0 {
			t.Errorf("%s: no loops", document.name)
		}
		for _, as := range deal.Layouts {
			in := picture.ArrangedAs(document.in, as)
			plain := picture.Build(in)
			in.Before = plain
			for _, loop := range loops {
				if ring := picture.RingOf(plain, loop.Path); len(loop.Path) == 2 && (ring.Room < leastEye*ring.Smallest || !ring.Around) {
					t.Errorf("%s, layout %q, the pair %v while nothing is selected: %+v", document.name, as, loop.Path, ring)
				}
			}
			for at := 0; at < len(loops); at += document.every {
				path := loops[at].Path
				in.Selection.Loop = nil
				for _, company := range path {
					in.Selection.Loop = append(in.Selection.Loop, in.Network.Companies[company].ID)
				}
				ring := picture.RingOf(picture.Build(in), path)
				if ring.Room < leastRoom*ring.Needed || !ring.Around || ring.Crossing > 0 {
					t.Errorf("%s, layout %q, loop %v: %+v", document.name, as, path, ring)
				}
			}
		}
	}
}

// TestLongerLoopsGoRoundOnce selects loops of four to six companies: wherever these stand, the money goes once round a free
// circle, and no two legs cross.
func TestLongerLoopsGoRoundOnce(t *testing.T) {
	for _, document := range []struct {
		name string
		in   picture.Input
	}{
		{"forty companies", documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv"))},
		{"three hundred companies", documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))},
	} {
		loops := network.FindLoops(context.Background(), document.in.Network, network.Limits{MaxLen: 6, Top: 60}).Top
		loops = slices.DeleteFunc(loops, func(loop network.Loop) bool { return len(loop.Path) < 4 })
		for _, as := range deal.Layouts {
			in := picture.ArrangedAs(document.in, as)
			in.Before = picture.Build(in)
			for _, loop := range loops {
				in.Selection.Loop = nil
				for _, company := range loop.Path {
					in.Selection.Loop = append(in.Selection.Loop, in.Network.Companies[company].ID)
				}
				if ring := picture.RingOf(picture.Build(in), loop.Path); !ring.Around || ring.Room < 0.7*ring.Needed || ring.Crossing > 0 {
					t.Errorf("%s, layout %q, loop %v: %+v", document.name, as, loop.Path, ring)
				}
			}
		}
	}
}

// leastRoom is the part of what a ring needs that it has at least: the search for room is exact to half a canvas unit, and
// stops at a bow of 80 degrees.
const leastRoom = 0.9

// leastEye is the radius of the circle between the legs of a pair while nothing is selected, in radii of its smaller company.
const leastEye = 0.3
