package graphview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

func TestSelectedLoopComesIntoSight(t *testing.T) {
	loop := picture.Selection{Loop: []deal.CompanyID{1, 2, 3}}
	all := []deal.CompanyID{1, 2, 3}
	t.Run("out of sight", func(t *testing.T) {
		v := shown(t, threeCompanies())
		v.ZoomBy(0.8)
		v.pan(900, 20)
		zoom := v.camera.Zoom
		v.Select(loop)
		v.Reveal()
		if !v.inSight(all) || v.camera.Zoom != zoom {
			t.Errorf("in sight: %v, at zoom %v and not %v", v.inSight(all), v.camera.Zoom, zoom)
		}
	})
	t.Run("a part of it", func(t *testing.T) {
		v := shown(t, threeCompanies())
		v.pan(-v.over(1).X, 0)
		v.Select(loop)
		v.Reveal()
		if !v.inSight(all) {
			t.Error("a company stays out of sight")
		}
	})
	t.Run("too large to fit", func(t *testing.T) {
		v := shown(t, threeCompanies())
		v.ZoomBy(6)
		v.Select(loop)
		v.Reveal()
		if !v.inSight(all) {
			t.Error("the loop does not fit")
		}
	})
	t.Run("in sight", func(t *testing.T) {
		v := shown(t, threeCompanies())
		v.ZoomBy(0.8)
		v.Select(loop)
		before := v.camera
		v.Reveal()
		if v.camera != before {
			t.Errorf("the camera moved from %v to %v", before, v.camera)
		}
	})
	t.Run("the hand ends it", func(t *testing.T) {
		v := shown(t, threeCompanies())
		v.pan(900, 20)
		v.Select(loop)
		v.travel = travel{from: v.camera, to: v.camera.ZoomedAt(v.camera.Centre, 3), moving: fyne.NewAnimation(glideFor, v.travelTo)}
		v.travelTo(0.5)
		pressAt(v, fyne.NewPos(5, 5))
		at := v.camera
		v.travelTo(0.9)
		if v.camera != at {
			t.Error("the camera goes on after a press")
		}
	})
}

// TestTooltipGoesWithAnotherRoom: what lies under the pointer is another thing when the canvas has another size.
func TestTooltipGoesWithAnotherRoom(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnHover = func(picture.Target) []HoverLine { return []HoverLine{{Text: "a company", Strong: true}} }
	for what, change := range map[string]func(){
		"another size": func() { v.Resize(v.Size().SubtractWidthHeight(100, 50)) },
		"a fit":        v.Fit,
	} {
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: v.over(2)}})
		if !v.hover.Visible() {
			t.Fatalf("%s: nothing is told about company 2", what)
		}
		if change(); v.hover.Visible() {
			t.Errorf("%s: the tooltip stays", what)
		}
	}
}
