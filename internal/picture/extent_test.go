package picture

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestExtentHoldsWhatIsLit: the companies and legs of a loop without a zoom, its names, amounts and note with one.
func TestExtentHoldsWhatIsLit(t *testing.T) {
	in := dealInput(t, network.View{})
	loop := []deal.CompanyID{openAI, amazon}
	in.Selection.Loop = loop
	scene := Build(in)
	shapes, all := scene.Extent(loop, 0), scene.Extent(loop, 1)
	for _, id := range loop {
		if disc, ok := scene.Disc(id); !ok || !shapes.contains(disc.extent()) {
			t.Errorf("company %d reaches out of %v", id, shapes)
		}
	}
	if !all.contains(shapes) {
		t.Errorf("with words it is %v, without %v", all, shapes)
	}
	words := 0
	for _, label := range scene.Labels(1) {
		arrow := scene.arrowOf(label.Leg)
		if own := label.Company == openAI || label.Company == amazon || arrow != nil && arrow.Emphasis == Lit; !own {
			continue
		}
		if words++; !all.contains(label.Box) {
			t.Errorf("%q at %v reaches out of %v", label.Lines, label.Box, all)
		}
	}
	if words < 3 {
		t.Errorf("only %d words of the loop are told", words)
	}
	if none := scene.Extent(nil, 1); !none.Empty() {
		t.Errorf("of nothing it is %v", none)
	}
}
