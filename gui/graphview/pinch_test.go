package graphview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"pgregory.net/rapid"

	"roundtrip/internal/layout"
)

// pinch spreads two fingers over a place in the widget.
func pinch(v *View, at fyne.Position, factor float64) {
	v.Pinched(fyne.CurrentApp().Driver().AbsolutePositionForObject(v).Add(at), factor)
}

// apart is how far two places on the canvas are from each other.
func apart(a, b layout.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

func TestPinchZoomsAboutItsPlaceWithinTheLimits(t *testing.T) {
	v := shown(t, threeCompanies())
	v.finish()
	rapid.Check(t, func(t *rapid.T) {
		at := fyne.NewPos(rapid.Float32Range(0, 799).Draw(t, "x"), rapid.Float32Range(0, 599).Draw(t, "y"))
		factor := rapid.Float64Range(0.05, 20).Draw(t, "factor")
		place, zoom := v.world(at), v.camera.Zoom
		all := v.extent() // beside the picture, the nearest place of it stays
		place = layout.Point{X: min(max(place.X, all.Low.X), all.High.X), Y: min(max(place.Y, all.Low.Y), all.High.Y)}
		seen := v.camera.ToScreen(place)
		pinch(v, at, factor)
		if want := min(max(zoom*factor, leastZoom), mostZoom); math.Abs(v.camera.Zoom/want-1) > 1e-12 {
			t.Fatalf("a pinch of %v takes the zoom from %v to %v, not %v", factor, zoom, v.camera.Zoom, want)
		}
		if off := apart(v.camera.ToScreen(place), seen); off > 1e-3 {
			t.Fatalf("what was under the fingers at %v is %v pixels away", at, off)
		}
	})
}

func TestPinchInPartsIsThePinchInOne(t *testing.T) {
	v := shown(t, threeCompanies())
	v.finish()
	start := v.camera
	at := fyne.NewPos(500, 200)
	for range 40 {
		pinch(v, at, math.Pow(2.5, 1.0/40))
	}
	inParts := v.camera
	v.camera = start
	pinch(v, at, 2.5)
	if math.Abs(inParts.Zoom-v.camera.Zoom) > 1e-9 || apart(inParts.Centre, v.camera.Centre) > 1e-6 {
		t.Errorf("40 parts of a pinch show %+v, all at once %+v", inParts, v.camera)
	}
}

func TestPinchBesideTheCanvasDoesNothing(t *testing.T) {
	v := shown(t, threeCompanies())
	window := test.NewTempWindow(t, container.NewBorder(widget.NewLabel("above"), nil, widget.NewLabel("beside"), nil, v))
	window.Resize(fyne.NewSize(800, 600))
	v.finish()
	corner, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(v), v.Size()
	before := v.camera
	for _, at := range []fyne.Position{
		corner.SubtractXY(1, 0), corner.SubtractXY(0, 1), corner.AddXY(size.Width+1, 5), corner.AddXY(5, size.Height+1),
	} {
		v.Pinched(at, 2)
	}
	if v.camera != before {
		t.Errorf("a pinch beside the canvas shows %+v instead of %+v", v.camera, before)
	}
	inside := fyne.NewPos(300, 100)
	place := v.world(inside)
	pinch(v, inside, 2)
	if v.camera.Zoom != 2*before.Zoom || apart(v.world(inside), place) > 1e-3 {
		t.Errorf("a pinch on the canvas shows %+v", v.camera)
	}
}

// Windows takes a pinch on a touchpad for the wheel with Ctrl, in small steps.
func TestWheelZoomsWithCtrlHeld(t *testing.T) {
	v := shown(t, threeCompanies())
	v.finish()
	at := fyne.NewPos(250, 350)
	place, before := v.world(at), v.camera.Zoom
	v.FocusGained()
	v.KeyDown(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	for range 10 {
		v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 2.5)})
	}
	v.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	if want := before * math.Pow(1.0025, 100); math.Abs(v.camera.Zoom-want) > 1e-6 || apart(v.world(at), place) > 1e-3 {
		t.Errorf("ten small steps with Ctrl zoom from %v to %v, not %v", before, v.camera.Zoom, want)
	}
}
