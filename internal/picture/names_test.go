package picture_test

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// How many names of forty companies are missing, cut or a sign only, or on a leg, at the sizes of the canvas in a large window and a small
// one with all its panels: none is missing. The other bars are one above what was counted; no label ever covers another.
func TestNamesOfFortyCompanies(t *testing.T) {
	in := documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv"))
	for _, try := range []struct {
		as                   deal.Layout
		width, height        int
		unnamed, cut, onLegs int
	}{
		{deal.LayoutStress, 1460, 910, 0, 0, 17},
		{deal.LayoutLayers, 1460, 910, 0, 3, 18},
		{deal.LayoutCircle, 1460, 910, 0, 0, 15},
		{deal.LayoutStress, 555, 640, 0, 1, 19},
		{deal.LayoutLayers, 555, 640, 0, 11, 23},
		{deal.LayoutCircle, 555, 640, 0, 3, 11},
	} {
		scene := picture.Build(picture.ArrangedAs(in, try.as))
		camera := picture.Camera{Width: try.width, Height: try.height, Scale: 1}.Fit(scene)
		got := picture.CountNames(scene, camera.Zoom)
		if got.Unnamed > try.unnamed || got.Cut > try.cut || got.OnLegs > try.onLegs || got.Overlapping > 0 {
			t.Errorf("%q in %d x %d at zoom %.2f: %+v, want at most %+v", try.as, try.width, try.height, camera.Zoom, got, try)
		}
	}
}

// The sample, whatever its layout and the size of its window, has every name in full, no arrowhead on another leg, no badge
// on anything, and no amount at another one's leader.
func TestTheSampleIsClear(t *testing.T) {
	in := documentOf(t, sample)
	for _, as := range deal.Layouts {
		scene := picture.Build(picture.ArrangedAs(in, as))
		if part, heads := picture.HeadsOverlap(scene); heads > 0 {
			t.Errorf("%q: %d arrowheads lie on other legs, %.1f%% of their area", as, heads, 100*part)
		}
		for _, wrong := range picture.BadgesOverlap(scene) {
			t.Errorf("%q: %s", as, wrong)
		}
		for _, size := range [][2]int{{1460, 910}, {555, 640}} {
			camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
			if got := picture.CountNames(scene, camera.Zoom); got.Unnamed+got.Cut+got.Overlapping > 0 || got.OnLegs > 1 {
				t.Errorf("%q in %v: %+v", as, size, got)
			}
			for _, wrong := range picture.SharedLeaders(scene, camera.Zoom) {
				t.Errorf("%q in %v: %s", as, size, wrong)
			}
		}
	}
}

// Whose a name is must be plain: it is nearer to its own company than to any other, or a leader runs to it, and it does not
// read as a line of the name above it. Where hundreds stand the largest companies are named all the same, and a few of their
// names have no better place. The bars are one above what was counted.
func TestNamesAreToldApart(t *testing.T) {
	three := documentOf(t, table("../../docs/examples/three-hundred-companies.csv"), table("../../docs/examples/three-hundred.csv"))
	forty := documentOf(t, table("../../docs/examples/forty-companies.csv"), table("../../docs/examples/forty.csv"))
	for _, of := range []struct {
		in              picture.Input
		astray, stacked int
	}{{documentOf(t, sample), 0, 0}, {forty, 0, 8}, {three, 6, 3}} {
		for _, as := range deal.Layouts {
			scene := picture.Build(picture.ArrangedAs(of.in, as))
			for _, size := range [][2]int{{555, 640}, {800, 600}, {1120, 800}} {
				camera := picture.Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
				if astray, stacked := picture.NamesInDoubt(scene, camera.Zoom); astray > of.astray || stacked > of.stacked {
					t.Errorf("%d companies %q in %v: %d names stand nearer to another company than to their own, %d pairs under each other, want at most %d and %d",
						len(scene.Discs), as, size, astray, stacked, of.astray, of.stacked)
				}
			}
		}
	}
}
