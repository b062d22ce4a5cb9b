package picture

import (
	"image"
	"math"
	"testing"

	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// TestOverviewShowsEveryCompany finds a dot of its colour where every company of the scene stands.
func TestOverviewShowsEveryCompany(t *testing.T) {
	scene := Build(dealInput(t, network.View{}))
	camera := Overview(scene, 200, 140, 1)
	if camera.Width > 200 || camera.Height > 140 || max(camera.Width*140, camera.Height*200) < 199*139 {
		t.Fatalf("the overview is %d by %d pixels", camera.Width, camera.Height)
	}
	dst := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
	PaintOverview(dst, scene, camera, Light())
	for _, disc := range scene.Discs {
		at := camera.ToScreen(disc.Centre)
		if at.X < 0 || at.Y < 0 || at.X > float64(camera.Width) || at.Y > float64(camera.Height) {
			t.Errorf("%s is at %v, outside", disc.Name, at)
			continue
		}
		got := dst.RGBAAt(int(math.Floor(at.X)), int(math.Floor(at.Y)))
		if want := Light().Role(disc.Role, disc.Colour); got != want {
			t.Errorf("%s is painted in %v, not %v", disc.Name, got, want)
		}
	}
}

func TestOverviewOfNothingAndOfPlacesFarApart(t *testing.T) {
	dst := image.NewRGBA(image.Rect(0, 0, 40, 30))
	empty := &Scene{Bounds: nowhere()}
	PaintOverview(dst, empty, Overview(empty, 40, 30, 2), Dark())
	if got := dst.RGBAAt(20, 15); got != Dark().Panel {
		t.Errorf("an empty scene is painted in %v", got)
	}
	far := &Scene{Bounds: Rect{High: layout.Point{X: 1, Y: 1}}, Arrows: []Arrow{{
		Curve: layout.Curve{From: layout.Point{X: -1e9}, To: layout.Point{X: math.Inf(1)}},
	}}}
	PaintOverview(dst, far, Overview(far, 40, 30, 1), Light())
}

// TestOverviewOfALargeNetworkIsNoBlot: most of it is empty or pale, and the largest companies stand out.
func TestOverviewOfALargeNetworkIsNoBlot(t *testing.T) {
	scene := Build(randomInput(t, 900, 2400))
	camera := Overview(scene, 190, 140, 1)
	for _, style := range []*Style{Light(), Dark()} {
		dst := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
		PaintOverview(dst, scene, camera, style)
		strong := 0
		for y := range camera.Height {
			for x := range camera.Width {
				if Contrast(dst.RGBAAt(x, y), style.Panel) >= leastContrast {
					strong++
				}
			}
		}
		if all := camera.Width * camera.Height; strong == 0 || strong > all/4 {
			t.Errorf("%d of %d pixels stand out", strong, all)
		}
	}
}
