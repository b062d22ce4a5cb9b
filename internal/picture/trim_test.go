package picture

import (
	"math"
	"testing"

	"roundtrip/internal/network"
)

// TestTrimmedLeavesTheSameMargins trims a wide scene in a high panel: the bands above and below go, the margins are the same,
// and every pixel that stays is as it was.
func TestTrimmedLeavesTheSameMargins(t *testing.T) {
	in := dealInput(t, network.View{})
	in.ShowLegend = false
	for _, size := range [][2]int{{500, 1400}, {1400, 500}, {900, 900}} {
		page := Page{Scene: Build(in), Style: Light(), Camera: Camera{Width: size[0], Height: size[1], Scale: 1}}
		page.Camera = page.Camera.Fit(page.Scene)
		before, trimmed := page.Image(), page.Trimmed()
		after, blank := trimmed.Image(), page.Style.Background
		ink := func(x0, y0, x1, y1 int) bool {
			for y := y0; y < y1; y++ {
				for x := x0; x < x1; x++ {
					if after.RGBAAt(x, y) != blank {
						return true
					}
				}
			}
			return false
		}
		width, height := after.Rect.Dx(), after.Rect.Dy()
		if width*height >= size[0]*size[1] {
			t.Errorf("%v: nothing is trimmed", size)
		}
		const margin, band = int(fitMargin), 12
		for name, found := range map[string][2]bool{
			"above": {ink(0, 0, width, margin-band/2), ink(0, margin, width, margin+band)},
			"below": {ink(0, height-margin+band/2, width, height), ink(0, height-margin-band, width, height-margin)},
		} {
			if found != [2]bool{false, true} {
				t.Errorf("%v, %s: drawn in the margin %v, and beside it %v", size, name, found[0], found[1])
			}
		}
		middle := page.Camera.ToScreen(trimmed.Camera.Centre)
		left, top := int(math.Round(middle.X-float64(width)/2)), int(math.Round(middle.Y-float64(height)/2))
		for y := range height {
			for x := range width {
				// Places are rounded anew: an edge may be a shade otherwise.
				if was, is := before.RGBAAt(left+x, top+y), after.RGBAAt(x, y); Contrast(was, is) > 1.1 {
					t.Fatalf("%v: at %d %d there was %v, and is %v", size, x, y, was, is)
				}
			}
		}
	}
}

// TestTrimmedCutsNothing: what reaches the edge, and a legend, stay as they are.
func TestTrimmedCutsNothing(t *testing.T) {
	in := dealInput(t, network.View{})
	page := Page{Scene: Build(in), Style: Light(), Camera: Camera{Width: 300, Height: 300, Scale: 1, Zoom: 3}}
	page.Camera.Centre = page.Scene.Bounds.Middle()
	page.Scene = page.Scene.WithLegend(false)
	if trimmed := page.Trimmed(); trimmed.Camera != page.Camera {
		t.Errorf("a part of the picture is trimmed: %+v", trimmed.Camera)
	}
	in.ShowLegend = true
	page = Page{Scene: Build(in), Style: Light(), Camera: Camera{Width: 900, Height: 1300, Scale: 1}}
	page.Camera = page.Camera.Fit(page.Scene)
	was, trimmed := page.Scene.LegendBox(page.Camera), page.Trimmed()
	is := trimmed.Scene.LegendBox(trimmed.Camera)
	for _, corner := range [][2]float64{{was.Low.X, is.Low.X}, {float64(page.Camera.Height) - was.High.Y, float64(trimmed.Camera.Height) - is.High.Y}} {
		if corner[0] != corner[1] {
			t.Errorf("the legend moves from %+v to %+v", was, is)
		}
	}
	if trimmed.Scene.UnderLegend(trimmed.Camera) {
		t.Error("the legend covers something")
	}
}
