package picture

import (
	"math"
	"strings"
	"testing"

	"roundtrip/internal/layout"
)

// seenScene is a large network as it is seen at a zoom from the middle of it.
func seenScene(t *testing.T, zoom float64) (whole, near *Scene, camera Camera) {
	t.Helper()
	whole = Build(randomInput(t, 400, 1000))
	camera = Camera{Width: 900, Height: 700, Scale: 1, Zoom: zoom, Centre: whole.Bounds.Middle()}
	return whole, whole.Seen(camera, camera), camera
}

// TestLegsOutOfSightStepBack: of a large network from near, what neither begins nor ends on the screen is a pale hair, a
// leg that goes out of sight is one beyond its first pixels, and the legs between companies in sight are as ever.
func TestLegsOutOfSightStepBack(t *testing.T) {
	whole, near, camera := seenScene(t, 1)
	if !near.Near() || near.Whole() != whole || whole.Seen(camera.Fit(whole), camera.Fit(whole)) != whole {
		t.Fatal("from near the scene is not drawn for its camera, or from afar it is")
	}
	shown, counts := camera.area(), [3]int{}
	for i := range near.Arrows {
		a := &near.Arrows[i]
		ends := 0
		for _, disc := range []int{a.payerDisc, a.payeeDisc} {
			if near.Discs[disc].extent().Overlaps(shown) {
				ends++
			}
		}
		counts[ends]++
		strong := near.strong(i)
		if part := strong.to - strong.from; ends == 2 && part != 1 || ends == 1 && (part <= 0 || part > 0.5) || ends == 0 && part > 0 {
			t.Fatalf("a leg with %d ends in sight is drawn in full from %.2f to %.2f", ends, strong.from, strong.to)
		}
	}
	for ends, count := range counts {
		if count == 0 {
			t.Errorf("no leg has %d ends in sight", ends)
		}
	}
	pen := &strokes{}
	d := &drawing{scene: near, camera: camera, style: Light(), pen: pen, f: camera.factor()}
	d.passing(layerPlain)
	for _, s := range pen.list {
		if s.Width > hair || Contrast(s.Colour, Light().Background) > 1.6 {
			t.Errorf("what steps back is %.2f pixels wide in %v", s.Width, s.Colour)
		}
	}
	told := ""
	for _, line := range near.Legend.Lines {
		told += line.Text
	}
	if len(pen.list) == 0 || !strings.Contains(told, "out of sight") {
		t.Errorf("%d legs are pale; the legend says %q", len(pen.list), told)
	}
}

// TestNamesAndAmountsAppearFromNear: every company well in sight has its name, legs between such companies have amounts,
// and nothing covers anything.
func TestNamesAndAmountsAppearFromNear(t *testing.T) {
	_, near, camera := seenScene(t, 1.6)
	named, amounts, inSight := make(map[int]bool), 0, 0
	for _, label := range near.Labels(camera.Zoom) {
		if label.Disc >= 0 {
			named[label.Disc] = true
		} else if label.Leg != 0 {
			amounts++
		}
	}
	area := camera.area().grown(-80)
	for i := range near.Discs {
		if near.Discs[i].extent().Overlaps(area) {
			if inSight++; !named[i] {
				t.Errorf("%s has no name", near.Discs[i].Name)
			}
		}
	}
	if inSight < 4 || amounts < inSight/2 {
		t.Errorf("%d amounts among %d companies", amounts, inSight)
	}
	for _, wrong := range overlaps(near, camera.Zoom, true) {
		t.Error(wrong)
	}
}

// TestWhatIsOnTheScreenIsPointedAtFirst: a leg that only passes by is pointed at where nothing else is.
func TestWhatIsOnTheScreenIsPointedAtFirst(t *testing.T) {
	whole, near, camera := seenScene(t, 1)
	shown, found := camera.area(), 0
	for i := range near.Arrows {
		at := near.Arrows[i].Curve.At(0.5)
		if !near.passes(i) || !(Rect{Low: at, High: at}).Overlaps(shown) {
			continue
		}
		reach := 4.0
		target := near.Hit(at, reach)
		if target.Company != 0 {
			continue
		}
		found++
		other := math.Inf(1)
		for j := range near.Arrows {
			if !near.passes(j) {
				other = min(other, nearCurve(near.Arrows[j].Curve, at)-near.Arrows[j].Width/2)
			}
		}
		hit := target.Leg
		for j := range near.Arrows {
			if near.Arrows[j].Leg == hit && near.passes(j) && other < reach-1e-9 {
				t.Fatalf("at %v leg %d, which passes by, hides one at %.1f", at, hit, other)
			}
		}
	}
	if found == 0 {
		t.Error("no leg passes by")
	}
	if whole.Hit(layout.Point{X: -1e6}, 1) != (Target{}) {
		t.Error("there is something far away")
	}
}
