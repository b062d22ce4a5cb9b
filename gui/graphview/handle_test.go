package graphview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
)

// A small company is carried from anywhere on it: its handle, which enters a deal, is beside it. A dot is carried only
// when it is selected; otherwise the canvas moves.
func TestSmallCompanyIsCarriedFromAnywhereOnIt(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnDeal = func(payer, payee deal.CompanyID) { t.Errorf("a deal from %d to %d is drawn", payer, payee) }
	for _, radius := range []float64{3, 6.01, 12, 40} {
		disc, _ := v.scene.Disc(2)
		v.ZoomBy(radius / (disc.Radius * v.camera.Zoom))
		middle := v.over(2)
		for angle := 0.0; angle < 2*math.Pi; angle += math.Pi / 8 {
			for _, part := range []float64{0, 0.5, 0.95} {
				sin, cos := math.Sincos(angle)
				at := middle.AddXY(float32(part*radius*cos), float32(part*radius*sin))
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
