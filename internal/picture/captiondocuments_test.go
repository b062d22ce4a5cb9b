package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestAmountsAreNoCaptions: in the sample no amount reads as a line of the name of a company that has no part in it.
func TestAmountsAreNoCaptions(t *testing.T) {
	in := documentOf(t, sample)
	for _, as := range deal.Layouts {
		scene := picture.Build(picture.ArrangedAs(in, as))
		for _, size := range [][2]int{{1460, 910}, {1120, 800}, {555, 640}} {
			camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
			for _, wrong := range picture.Captions(scene, camera.Zoom) {
				t.Errorf("%q in %v: %s", as, size, wrong)
			}
		}
	}
}
