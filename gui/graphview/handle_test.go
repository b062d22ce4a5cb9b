package graphview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
)

// A company that is a few pixels small is carried from anywhere on it: its handle, which enters a deal, is beside it.
func TestSmallCompanyIsCarriedFromAnywhereOnIt(t *testing.T) {
	v := shown(t, threeCompanies())
	v.OnDeal = func(payer, payee deal.CompanyID) { t.Errorf("a deal from %d to %d is drawn", payer, payee) }
	for _, radius := range []float64{3, 6, 12, 40} {
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
				if _, carried := v.hand.gesture.(carrying); !carried {
					t.Errorf("dragging a company of %g pixels at %v of its middle is %T", radius, at.Subtract(middle), v.hand.gesture)
				}
				v.MouseUp(event)
				v.DragEnd()
			}
		}
	}
}
