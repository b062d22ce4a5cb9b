package graphview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// TestEverythingInSightIsOffWhatIsCovered: the camera that shows everything gives way to chips over a company, in every
// room, and stays where it is when they hide nothing or the analyst has moved it.
func TestEverythingInSightIsOffWhatIsCovered(t *testing.T) {
	v := shown(t, threeCompanies())
	for _, room := range []fyne.Size{{Width: 800, Height: 600}, {Width: 420, Height: 640}, {Width: 900, Height: 400}} {
		v.SetCovered(fyne.Size{})
		v.Resize(room)
		v.Fit()
		before := v.camera
		v.SetCovered(fyne.NewSize(2, 2))
		if v.camera != before {
			t.Errorf("in %v the camera has turned although nothing is covered", room)
		}
		covered := fyne.NewSize(room.Width, 110)
		v.SetCovered(covered)
		if hides(v.scene, v.camera, v.coveredBox()) {
			t.Errorf("in %v something is covered", room)
		}
		v.SetCovered(fyne.Size{})
		v.pan(0, -40)
		before = v.camera
		v.SetCovered(covered)
		if v.camera != before {
			t.Errorf("in %v the camera has turned although it was moved by hand", room)
		}
	}
}

// TestResizingFitsUntilTheCameraIsMoved: dragging a company is no reason to leave the others out of a smaller window.
func TestResizingFitsUntilTheCameraIsMoved(t *testing.T) {
	v := shown(t, threeCompanies())
	drag(v, desktop.MouseButtonPrimary, 0, v.over(2), v.over(2).AddXY(20, 10), v.over(2).AddXY(40, 20))
	if v.fitted {
		t.Error("the camera follows a company that is dragged")
	}
	v.Resize(fyne.NewSize(420, 360))
	for _, id := range []deal.CompanyID{1, 2, 3} {
		if at := v.over(id); at.X < 0 || at.Y < 0 || at.X > 420 || at.Y > 360 {
			t.Errorf("company %d is out of sight at %v", id, at)
		}
	}
	v.ZoomBy(1.5)
	zoom := v.camera.Zoom
	v.Resize(fyne.NewSize(800, 600))
	if v.camera.Zoom != zoom {
		t.Errorf("after the analyst has zoomed, resizing zooms from %g to %g", zoom, v.camera.Zoom)
	}
}

// TestHoverCardIsOffWhatItTellsOf points at every company of three, in the middle and near its edge.
func TestHoverCardIsOffWhatItTellsOf(t *testing.T) {
	v := shown(t, threeCompanies())
	const long = "A flag that takes more than one line of the card, because it names companies and amounts one after the other"
	v.OnHover = func(picture.Target) []HoverLine {
		return []HoverLine{{Text: "Company", Strong: true}, {Text: "cloud"}, {Text: long}}
	}
	for _, id := range []deal.CompanyID{1, 2, 3} {
		disc, _ := v.scene.Disc(id)
		reach := float32(disc.Radius*v.camera.Zoom) / 2
		for _, off := range []fyne.Delta{{}, {DX: reach}, {DX: -reach}, {DY: reach}, {DY: -reach}} {
			v.pointAway()
			at := v.over(id).AddXY(off.DX, off.DY)
			v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
			if !v.hover.Visible() || v.hover.Size().Width > hoverWidth+20 {
				t.Fatalf("of company %d nothing is told, or in %v", id, v.hover.Size())
			}
			low, high := v.hover.Position(), v.hover.Position().Add(v.hover.Size())
			if v.hover.under(at) || low.X < 0 || low.Y < 0 || high.X > v.Size().Width || high.Y > v.Size().Height {
				t.Errorf("with the pointer at %v the card stands from %v to %v", at, low, high)
			}
			for _, part := range v.hoverKeeps() {
				covered := overlap(low, high, part.low, part.high)
				if part.weight == weighsTold && covered > 0 || part.weight == weighsLeg && covered > 50 { // a corner of a box is beside the leg
					t.Errorf("with the pointer at %v the card at %v to %v covers company %d, its name or its legs, %v", at, low, high, id, part)
				}
			}
		}
	}
}
