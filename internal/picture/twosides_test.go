package picture

import (
	"sync"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// TestASceneIsAskedFromTwoSides asks one scene for what two cameras show, each at once from the window and from beside it, as
// while a canvas is moved that is still being painted: each is answered as if it had asked alone.
func TestASceneIsAskedFromTwoSides(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Selection.Loop = []deal.CompanyID{openAI, oracle, nvidia}
	scene, alone := Build(in), Build(in)
	var asking sync.WaitGroup
	for _, x := range []float64{-300, 300} {
		camera := Camera{Width: 640, Height: 480, Scale: 1, Zoom: 1.7, Centre: layout.Point{X: x}}
		want := alone.InSight(camera, nil).Labels(camera.Zoom)
		for range 2 {
			asking.Go(func() {
				got := scene.InSight(camera, nil)
				if labels := got.Labels(camera.Zoom); len(labels) != len(want) {
					t.Errorf("at %v there are %d words, and %d for who asks alone", camera.Centre, len(labels), len(want))
				}
				if got.Strays(camera, nil) {
					t.Errorf("at %v words would stand elsewhere", camera.Centre)
				}
			})
		}
	}
	asking.Wait()
}
