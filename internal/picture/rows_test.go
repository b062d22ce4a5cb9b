package picture

import (
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// The levels of a picture by levels are said to the left of everything else, each at the height of its companies.
func TestLevelsAreSaid(t *testing.T) {
	for _, in := range []Input{dealInput(t, network.View{}), hubInput(t, 40, 80, 2)} {
		in = arranged(in, deal.LayoutLayers)
		scene := Build(in)
		if len(scene.Rows) < 3 {
			t.Fatalf("%d levels are said", len(scene.Rows))
		}
		first, last := scene.Rows[0], scene.Rows[len(scene.Rows)-1]
		if !strings.HasPrefix(first.Text, "level 1: ") || !strings.Contains(last.Text, ": ") || first.Y >= last.Y {
			t.Errorf("the levels run from %+v to %+v", first, last)
		}
		for _, row := range scene.Rows {
			if !slices.ContainsFunc(scene.Discs, func(disc Disc) bool { return disc.Centre.Y == row.Y }) {
				t.Errorf("no company stands at %+v", row)
			}
		}
		for _, zoom := range []float64{0.4, 1, 3} {
			rows := 0
			for _, label := range scene.Labels(zoom) {
				if label.Ink != InkRow {
					continue
				}
				rows++
				if label.Box.High.X >= scene.shapes.Low.X {
					t.Errorf("zoom %g: %q stands on the picture", zoom, label.Lines)
				}
			}
			if rows < 2 {
				t.Errorf("zoom %g: %d levels are shown", zoom, rows)
			}
			for _, wrong := range overlaps(scene, zoom, true) {
				t.Errorf("zoom %g: %s", zoom, wrong)
			}
		}
	}
}

// TestEndsOfLevelsAreSaidInAWordThatIsTrueOfAll takes companies of which only some finance or are financed.
func TestEndsOfLevelsAreSaidInAWordThatIsTrueOfAll(t *testing.T) {
	flow := func(payer, payee int, kind deal.Kind) network.Flow {
		return network.Flow{Payer: payer, Payee: payee, Legs: []network.FlowLeg{{Kind: kind}}}
	}
	b := &builder{Input: Input{Network: &network.Network{Flows: []network.Flow{
		flow(0, 2, deal.KindEquity), flow(1, 2, deal.KindCloud), flow(2, 3, deal.KindCloud),
	}}}}
	for _, c := range []struct {
		companies   []int
		first, last string
	}{{[]int{0}, ": financiers", ""}, {[]int{0, 1}, ": payers", ""}, {[]int{2}, ": payers", ": financed"}, {[]int{2, 3}, "", ": paid"}} {
		first := b.endWords(c.companies, payerOf, "financiers", "payers")
		if last := b.endWords(c.companies, payeeOf, "financed", "paid"); first != c.first || last != c.last {
			t.Errorf("%v: %q and %q, want %q and %q", c.companies, first, last, c.first, c.last)
		}
	}
}

func TestLevelsAreNotSaidWhereTheyMeanNothing(t *testing.T) {
	in := dealInput(t, network.View{})
	byLevel := arranged(in, deal.LayoutLayers)
	upsideDown := byLevel
	upsideDown.Places = make([]layout.Point, len(byLevel.Places))
	for i, at := range byLevel.Places {
		upsideDown.Places[i] = layout.Point{X: at.X, Y: -at.Y}
	}
	byHand := byLevel
	byHand.ByHand = true
	for name, in := range map[string]Input{"by stress": arranged(in, deal.LayoutStress), "on a circle": arranged(in, deal.LayoutCircle),
		"upside down": upsideDown, "by hand": byHand} {
		if scene := Build(in); len(scene.Rows) > 0 {
			t.Errorf("%s: the levels %v are said", name, scene.Rows)
		}
	}
}
