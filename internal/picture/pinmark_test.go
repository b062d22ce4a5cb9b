package picture

import (
	"image/color"
	"slices"
	"testing"

	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// strokesAt counts what is drawn near a place.
type strokesAt struct {
	at    layout.Point
	reach float64
	count int
}

func (s *strokesAt) stroke(line stroke) {
	if distance(line.Curve.At(0.5), s.at) < s.reach {
		s.count++
	}
}
func (s *strokesAt) fill(outline)  {}
func (s *strokesAt) write(writing) {}

// A company that was put somewhere by hand has a pin on it, which the legend explains; the others have none.
func TestPinnedCompaniesAreMarked(t *testing.T) {
	in := dealInput(t, network.View{})
	explained := func(s *Scene) bool {
		return slices.ContainsFunc(s.Legend.Lines, func(line LegendLine) bool { return line.Mark == MarkPinned })
	}
	if explained(Build(in)) {
		t.Error("the legend explains a pin that no company has")
	}
	in.Network.Companies[2].Pinned = true
	scene := Build(in)
	if !explained(scene) {
		t.Error("the legend does not explain the pin")
	}
	for i := range scene.Discs {
		disc := &scene.Discs[i]
		disc.Badges = 0
		found := strokesAt{at: disc.Centre, reach: disc.Radius}
		d := &drawing{scene: scene, camera: Camera{Zoom: 1, Scale: 1, Width: 0, Height: 0}, style: Light(), pen: &found, f: 1}
		d.pinned(disc, color.RGBA{A: 0xff})
		if marked := found.count > 0; marked != disc.Pinned {
			t.Errorf("%s: pinned %t, marked %t", disc.Name, disc.Pinned, marked)
		}
	}
}
