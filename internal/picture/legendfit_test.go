package picture_test

import (
	"math"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
)

// TestLegendCoversNoLabel: with everything in sight neither a company nor its name nor an amount is under the legend, in
// the whole picture and in that of a loop by itself.
func TestLegendCoversNoLabel(t *testing.T) {
	for name, in := range realDocuments(t) {
		scenes := map[string]*picture.Scene{"": picture.Build(picture.ArrangedAs(in, deal.LayoutStress))}
		for _, loop := range in.Measures.Loops.Top {
			scenes[deal.CountOf(len(loop.Path), "company")] = picture.Build(loopAlone(in, loop.Path))
		}
		for what, scene := range scenes {
			for _, size := range [][2]int{{550, 594}, {550, 640}, {1190, 870}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				if scene.UnderLegend(camera) {
					t.Errorf("%s %s at %v: something is under the legend", name, what, size)
				}
			}
		}
	}
}

// loopAlone returns the input with nothing but a loop, on a circle.
func loopAlone(in picture.Input, path []int) picture.Input {
	alone, _ := in.Network.Among(path)
	for i := range alone.Companies {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(path)))
		in.Selection.Loop = append(in.Selection.Loop, in.Network.Companies[path[i]].ID)
		in.Places = append(in.Places, layout.Point{X: 60 * float64(len(path)) * cos, Y: 60 * float64(len(path)) * sin})
	}
	in.Network, in.Measures, in.ByHand = alone, &network.Measures{}, true
	return in
}
