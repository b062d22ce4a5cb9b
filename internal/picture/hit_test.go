package picture

import (
	"testing"

	"roundtrip/internal/layout"
)

func TestHit(t *testing.T) {
	scene := dealScene(t)
	for _, disc := range scene.Discs {
		if got := scene.Hit(disc.Centre, 0); got != (Target{Company: disc.Company}) {
			t.Errorf("the centre of %s is %+v", disc.Name, got)
		}
		shape := shapeOf(disc.Role)
		for _, way := range regular(12, 0.1) {
			rim := shape.rim(way) * disc.Radius
			if got := scene.Hit(plus(disc.Centre, times(way, rim-0.1)), 0); got.Company != disc.Company {
				t.Errorf("just inside %s is %+v", disc.Name, got)
			}
			if got := scene.Hit(plus(disc.Centre, times(way, rim+0.1)), 0); got.Company == disc.Company {
				t.Errorf("just outside %s still hits it", disc.Name)
			}
		}
	}
	for _, arrow := range scene.Arrows {
		at, side := arrow.Curve.At(0.5), left(unit(slope(arrow.Curve, 0.5)))
		if got := scene.Hit(at, 0); got != (Target{Leg: arrow.Leg}) {
			t.Errorf("the middle of leg %d is %+v", arrow.Leg, got)
		}
		if got := scene.Hit(plus(at, times(side, arrow.Width/2+2)), 3); got != (Target{Leg: arrow.Leg}) {
			t.Errorf("near leg %d is %+v", arrow.Leg, got)
		}
		if got := scene.Hit(plus(at, times(side, arrow.Width/2+2)), 1); got.Leg == arrow.Leg {
			t.Errorf("two units from leg %d hits it with a tolerance of one", arrow.Leg)
		}
	}
	if got := scene.Hit(layout.Point{X: 5000, Y: 5000}, 10); !got.Nothing() {
		t.Errorf("far outside is %+v", got)
	}
}

func TestHitLabel(t *testing.T) {
	scene := dealScene(t)
	for _, zoom := range []float64{0.4, 1, 3} {
		for _, label := range scene.Labels(zoom) {
			if got := scene.HitLabel(label.Box.Middle(), zoom); got != (Target{Company: label.Company, Leg: label.Leg}) {
				t.Errorf("%q is %+v", label.Lines, got)
			}
		}
	}
}
