package graphview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// A small company is carried from anywhere on it: its handle, which enters a deal, is beside it, and it has no rim. A dot
// is carried only when it is selected; otherwise the canvas moves.
func TestSmallCompanyIsCarriedFromAnywhereOnIt(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnDeal = func(payer, payee deal.CompanyID) { t.Errorf("a deal from %d to %d is drawn", payer, payee) }
	for _, radius := range []float64{3, 6.01, 12, 13.9} {
		disc, _ := v.scene.Disc(2)
		v.ZoomBy(radius / (disc.Radius * v.camera.Zoom))
		middle := v.over(2)
		for angle := 0.0; angle < 2*math.Pi; angle += math.Pi / 8 {
			for _, part := range []float64{0, 0.5, 0.95} {
				sin, cos := math.Sincos(angle)
				rim := v.position(disc.RimTowards(layout.Point{X: cos, Y: sin})).Subtract(middle)
				at := middle.AddXY(float32(part)*rim.X, float32(part)*rim.Y)
				v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middle}})
				v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
				event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary}
				v.MouseDown(event)
				if _, carried := v.hand.gesture.(carrying); carried != (radius > dotRadius) {
					t.Errorf("dragging a company of %g pixels at %v of its middle is %T", radius, at.Subtract(middle), v.hand.gesture)
				}
				v.MouseUp(event)
				v.DragEnd()
			}
		}
	}
}

func TestDragFromADotMovesTheCanvasUnlessItIsSelected(t *testing.T) {
	v := shown(t, threeCompanies())
	var moved []Moved
	v.OnMoved = func(all []Moved) { moved = all }
	disc, _ := v.scene.Disc(2)
	v.ZoomBy(3 / (disc.Radius * v.camera.Zoom))
	for _, selected := range []bool{false, true} {
		if selected {
			v.Select(picture.Selection{Companies: []deal.CompanyID{2}})
		}
		dot, other := v.over(2), v.over(1)
		drag(v, desktop.MouseButtonPrimary, 0, dot, dot.AddXY(30, 20), dot.AddXY(60, 40))
		if panned := v.over(1) != other; panned == selected || (len(moved) == 1) != selected {
			t.Errorf("selected %v: the canvas moved: %v, %d companies moved", selected, panned, len(moved))
		}
	}
}

// TestRimDrawsADealAndMiddleCarries presses on every side of a company, a little inside and outside its edge, and further
// in: the rim draws a deal and says so, and the handle stands on the pointer's side.
func TestRimDrawsADealAndMiddleCarries(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnDeal = func(payer, payee deal.CompanyID) {}
	v.OnHover = func(picture.Target) []HoverLine { return []HoverLine{{Text: "the company"}} }
	for _, radius := range []float64{14, 20, 40} {
		disc, _ := v.scene.Disc(2)
		v.ZoomBy(radius / (disc.Radius * v.camera.Zoom))
		middle := v.over(2)
		for angle := 0.1; angle < 2*math.Pi; angle += math.Pi / 8 {
			sin, cos := math.Sincos(angle)
			edge := v.position(disc.RimTowards(layout.Point{X: cos, Y: sin}))
			outwards := func(by float64) fyne.Position { return edge.AddXY(float32(by*cos), float32(by*sin)) }
			for _, by := range []float64{-2, 0, 3} {
				at := fyne.PointEvent{Position: outwards(by)}
				v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: middle}})
				v.MouseMoved(&desktop.MouseEvent{PointEvent: at})
				handle := v.handle.at.Subtract(middle)
				if v.Cursor() != desktop.CrosshairCursor || float64(handle.X)*cos+float64(handle.Y)*sin < 0.9*radius {
					t.Errorf("%g beyond the edge of a company of %g at %.1f the cursor is %v and the handle at %v", by, radius, angle, v.Cursor(), handle)
				}
				v.MouseDown(&desktop.MouseEvent{PointEvent: at, Button: desktop.MouseButtonPrimary})
				if of, draws := v.hand.gesture.(*dealing); !draws || of.payer != 2 {
					t.Errorf("dragging from %g beyond the edge of a company of %g at %.1f is %T", by, radius, angle, v.hand.gesture)
				}
				v.DragEnd()
			}
			at := fyne.PointEvent{Position: outwards(-0.45 * radius)}
			v.MouseMoved(&desktop.MouseEvent{PointEvent: at})
			v.MouseDown(&desktop.MouseEvent{PointEvent: at, Button: desktop.MouseButtonPrimary})
			if _, carried := v.hand.gesture.(carrying); !carried {
				t.Errorf("dragging from inside a company of %g is %T", radius, v.hand.gesture)
			}
			v.DragEnd()
		}
	}
}
