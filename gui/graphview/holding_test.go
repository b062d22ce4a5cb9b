package graphview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/picture"
)

// inSightOf returns how much of the picture's extent the canvas shows, in pixels.
func inSightOf(v *View) (width, height float64) {
	all := v.extent()
	low, high := v.camera.ToScreen(all.Low), v.camera.ToScreen(all.High)
	return min(high.X, float64(v.camera.Width)) - max(low.X, 0), min(high.Y, float64(v.camera.Height)) - max(low.Y, 0)
}

// TestPictureStaysInSight however far the canvas is moved: a fifth of the canvas is covered, or half of the picture is there,
// and always a company or leg.
func TestPictureStaysInSight(t *testing.T) {
	for _, zoom := range []float64{0.2, 1, 6} {
		for _, way := range []fyne.Delta{{DX: 9000}, {DX: -9000}, {DY: 9000}, {DY: -9000}, {DX: 9000, DY: 9000}, {DX: -9000, DY: -9000}} {
			v := shown(t, threeCompanies())
			v.ZoomBy(zoom)
			v.pan(way.DX, way.DY)
			size := v.extent().Size()
			width, height := inSightOf(v)
			if width < min(float64(v.camera.Width)/5, size.Width*v.camera.Zoom/2)-1 || height < min(float64(v.camera.Height)/5, size.Height*v.camera.Zoom/2)-1 {
				t.Errorf("zoomed by %v and moved by %v, %.0f times %.0f pixels of the picture are in sight", zoom, way, width, height)
			}
			if !v.shows(v.camera) {
				t.Errorf("zoomed by %v and moved by %v, no company and no leg is in sight", zoom, way)
			}
			at := v.camera
			if v.pan(way.DX, way.DY); v.camera != at {
				t.Errorf("zoomed by %v, the picture goes on by %v", zoom, way)
			}
		}
	}
}

// TestOverviewShowsItsFrameWhereverItIsDragged, and leaves some of the picture in sight.
func TestOverviewShowsItsFrameWhereverItIsDragged(t *testing.T) {
	v := shown(t, threeCompanies())
	v.ZoomBy(5)
	o := v.overview
	for _, to := range []fyne.Position{{X: -200, Y: -400}, {X: 900, Y: 20}, {X: 60, Y: 700}, {X: -900, Y: 900}} {
		o.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, 30)}, Button: desktop.MouseButtonPrimary})
		o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
		low, high := o.frame[0].Position1, o.frame[1].Position2
		if high.X-low.X < overviewFrame || high.Y-low.Y < overviewFrame || low.X < 0 || low.Y < 0 || high.X > o.Size().Width || high.Y > o.Size().Height {
			t.Errorf("dragged to %v the frame reaches from %v to %v", to, low, high)
		}
		if width, height := inSightOf(v); width < 150 || height < 110 || !v.shows(v.camera) || !o.Visible() {
			t.Errorf("dragged to %v, %.0f times %.0f pixels of the picture are in sight", to, width, height)
		}
	}
}

// TestPictureStaysInSightOfTheWheel wherever the pointer is, in and out again.
func TestPictureStaysInSightOfTheWheel(t *testing.T) {
	for _, corner := range []fyne.Position{{X: 1, Y: 1}, {X: 799, Y: 1}, {X: 1, Y: 599}, {X: 799, Y: 599}} {
		v := shown(t, threeCompanies())
		for range 40 {
			v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: corner}, Scrolled: fyne.NewDelta(0, 12)})
			if width, height := inSightOf(v); width < 1 || height < 1 {
				t.Fatalf("zoomed in at %v, nothing of the picture is in sight", corner)
			}
		}
	}
}

// TestPictureIsMadeForWhereTheHandLeavesIt: once a pan is at rest, what is drawn is what the same view is in any case.
func TestPictureIsMadeForWhereTheHandLeavesIt(t *testing.T) {
	v := shown(t, threeCompanies())
	next := held(v)
	v.Draw(contentOf(t, manyCompanies(100)))
	for next() {
	}
	v.Fit()
	for next() {
	}
	v.zoomAt(v.pixel(fyne.NewPos(400, 300)), 1.3)
	for next() {
	}
	for step := 0; !v.scene.NearFrom(v.camera); step++ {
		if step == 20 {
			t.Fatal("most companies are in sight wherever the canvas is moved")
		}
		v.pan(40, 20)
		for next() {
		}
	}
	if !v.scene.Near() || v.sheet.camera.Centre != v.camera.Centre {
		t.Error("the picture at rest is the one that was made for where the canvas stood before")
	}
	words := func() (all []picture.Rect) {
		for _, label := range v.scene.Labels(v.camera.Zoom) {
			all = append(all, label.Box)
		}
		return all
	}
	before := words()
	v.Select(v.selection)
	for next() {
	}
	if after := words(); len(after) != len(before) {
		t.Errorf("%d words are written after a click on empty canvas, %d before", len(after), len(before))
	}
	painted := v.paintings()
	v.newRest().Start()
	if next() || v.paintings() != painted {
		t.Error("the picture at rest is painted again")
	}
}
