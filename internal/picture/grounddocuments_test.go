package picture_test

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// TestEveryLoopHasAGroundThatIsSeen: in windows small and large, with all deals and with only loops, in every layout and
// appearance, all legs on loops have a ground, which stands out from the canvas, but for the narrow ones among hundreds.
func TestEveryLoopHasAGroundThatIsSeen(t *testing.T) {
	inputs := realDocuments(t)
	inputs["three hundred"] = documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	for name, of := range inputs {
		for _, only := range []bool{false, true} {
			in := of
			in.View.OnlyLoops = only
			var err error
			if in.Network, err = network.Build(in.Book, in.View); err != nil {
				t.Fatal(err)
			}
			if in.Measures, err = network.Measure(context.Background(), in.Book, in.Network, network.Options{}); err != nil {
				t.Fatal(err)
			}
			for _, as := range deal.Layouts {
				placed := picture.ArrangedAs(in, as)
				scene := picture.Build(placed)
				for _, size := range [][2]int{{552, 640}, {1500, 900}} {
					if len(scene.Discs) > 100 && as != deal.LayoutStress && (!only || size[0] > 1000) {
						continue // quicker, and little else than the others
					}
					camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
					for appearance, style := range map[string]*picture.Style{"light": picture.Light(), "dark": picture.Dark()} {
						got := picture.GroundsOf(scene, camera, style)
						if got.Narrowest < 1.5 || got.Faintest < 3 {
							t.Errorf("%s, only loops %v, %q, %v, %s: %+v", name, only, as, size, appearance, got)
						}
						if got.Seen < got.Legs || strings.Contains(got.Told, "main ones") || got.Slim > 0 && (got.Seen-got.Slim < 48 || got.Legs <= 120 || got.Palest < 1.15) {
							t.Errorf("%s, only loops %v, %q, %v, %s: %d of %d legs on loops have a ground, and the legend says %q", name, only, as, size, appearance, got.Seen, got.Legs, got.Told)
						}
					}
				}
			}
		}
	}
}
