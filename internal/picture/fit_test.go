package picture_test

import (
	"math"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// All that is shown stands in the middle of the picture from top to bottom, unless something would be under the legend there.
func TestFitIsCentredWhereTheLegendLetsIt(t *testing.T) {
	for name, document := range realDocuments(t) {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(document, as))
			for _, size := range [][2]int{{550, 600}, {1000, 970}, {1500, 800}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1, Zoom: 1}.Fit(scene)
				low, high := math.Inf(1), math.Inf(-1)
				for _, disc := range scene.Discs {
					low, high = min(low, disc.Centre.Y-disc.Radius), max(high, disc.Centre.Y+disc.Radius)
				}
				for _, label := range scene.Labels(camera.Zoom) {
					low, high = min(low, label.Box.Low.Y), max(high, label.Box.High.Y)
				}
				middle := camera
				middle.Centre.Y = (low + high) / 2
				if off := math.Abs(camera.Centre.Y-middle.Centre.Y) * camera.Zoom; off > 0.06*float64(size[1]) && !scene.UnderLegend(middle) && !scene.UnderLegend(camera) {
					t.Errorf("%s, layout %q, %v: all of it stands %.0f pixels off the middle", name, as, size, off)
				}
			}
		}
	}
}

// Nothing that is shown reaches out of the picture, or under the legend.
func TestFitShowsAll(t *testing.T) {
	for name, document := range realDocuments(t) {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(document, as))
			for _, size := range [][2]int{{550, 690}, {800, 600}, {1190, 970}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				if scene.UnderLegend(camera) {
					t.Errorf("%s, layout %q, %v: something is under the legend", name, as, size)
				}
				for _, label := range scene.Labels(camera.Zoom) {
					low, high := camera.ToScreen(label.Box.Low), camera.ToScreen(label.Box.High)
					if min(low.X, low.Y) < 0 || high.X > float64(size[0]) || high.Y > float64(size[1]) {
						t.Errorf("%s, layout %q, %v: %q reaches out of the picture", name, as, size, label.Lines)
					}
				}
			}
		}
	}
}
