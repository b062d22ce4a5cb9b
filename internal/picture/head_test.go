package picture

import (
	"strings"
	"testing"
)

// TestHeadsAreSeenFromAfar draws networks as a whole: every leg that is long enough on the screen has a head that is seen,
// and where there are too many of them for that, the legend shows none and says so.
func TestHeadsAreSeenFromAfar(t *testing.T) {
	for _, size := range []struct{ companies, legs int }{{40, 90}, {200, 500}, {500, 1250}} {
		scene := Build(randomInput(t, size.companies, size.legs))
		camera := Camera{Width: 700, Height: 500, Scale: 1}.Fit(scene)
		for i := range scene.Arrows {
			arrow := &scene.Arrows[i]
			length := distance(arrow.Curve.From, arrow.Curve.To) * camera.Zoom
			if wide := headWidth(scene, camera, arrow); length >= bearsHead && wide < leastHead-0.01 {
				t.Fatalf("%d legs: one of %.0f pixels has a head of %.1f", size.legs, length, wide)
			}
		}
		if !scene.headed(camera) || strings.Contains(strings.Join(scene.Legend.Notes, " "), "from near") {
			t.Errorf("%d legs: the legend has no heads", size.legs)
		}
	}
	scene := Build(randomInput(t, 2000, 5000))
	camera := Camera{Width: 1120, Height: 800, Scale: 1}.Fit(scene)
	if scene.headed(camera) || !strings.Contains(strings.Join(scene.legendIn(camera).Notes, " "), "Arrowheads are seen from near") {
		t.Error("5000 legs: the legend does not say where heads are")
	}
	if camera.Zoom = 1; !scene.headed(camera) {
		t.Error("5000 legs from near: the legend has no heads")
	}
}

// headPen notes how wide the last head is.
type headPen struct{ wide float64 }

func (p *headPen) stroke(stroke)  {}
func (p *headPen) write(writing)  {}
func (p *headPen) fill(o outline) { p.wide = distance(o.Path[2].From, o.Path[2].To) }

// headWidth returns how wide the head of an arrow is drawn, in pixels; 0 where it has none.
func headWidth(s *Scene, c Camera, arrow *Arrow) float64 {
	pen := &headPen{}
	(&drawing{scene: s, camera: c, style: Light(), pen: pen, f: c.factor()}).head(arrow, Light().Text, 0)
	return pen.wide
}
