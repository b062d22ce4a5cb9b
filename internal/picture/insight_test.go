package picture

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// TestWordsOfWhatIsLitStayInSight moves a camera over a loop that is lit. Wherever a good part of a leg is to be seen, its
// note or amount is, whole and off the legend, with the name of every company of the loop that is; and no words stand
// on others.
func TestWordsOfWhatIsLitStayInSight(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Selection.Loop = []deal.CompanyID{openAI, oracle, nvidia}
	scene := Build(in)
	moved, told := 0, 0
	for _, zoom := range []float64{0.6, 1, 1.7} {
		for x := -400.0; x <= 500; x += 90 {
			for y := -350.0; y <= 450; y += 80 {
				camera := Camera{Width: 640, Height: 480, Scale: 1, Zoom: zoom, Centre: layout.Point{X: x, Y: y}}
				legend := scene.LegendBox(camera)
				seen := scene.InSight(camera, []Rect{legend})
				if seen.Whole() != scene || seen.Strays(camera, []Rect{legend}) {
					t.Fatal("what was made for a camera is not as it would be made for it")
				}
				if scene.InSight(camera, []Rect{legend}) != seen {
					t.Fatal("what was found is looked for again")
				}
				if seen == scene {
					continue
				}
				moved++
				told += wordsInSight(t, seen, camera, legend)
			}
		}
	}
	if moved < 100 || told < 300 {
		t.Errorf("%d cameras move words, of which %d are looked at", moved, told)
	}
}

// wordsInSight reports words of what is lit that are cut though there is room for them, and returns how many are not.
func wordsInSight(t *testing.T, seen *Scene, camera Camera, legend Rect) (whole int) {
	t.Helper()
	g := gathering{scene: seen, area: camera.area()}
	labels, words := seen.Labels(camera.Zoom), make(map[any]Rect)
	g.covered = []Rect{{Low: camera.ToWorld(legend.Low), High: camera.ToWorld(legend.High)}}
	for i, label := range labels {
		if label.Leg != 0 {
			words[label.Leg] = label.Box
		} else {
			words[label.Company] = label.Box
		}
		for _, other := range labels[:i] {
			if seen.lights(&label) && !other.Faded && other.Box.Overlaps(label.Box) {
				t.Errorf("%v at %v: %q stands on %q", camera.Centre, camera.Zoom, label.Lines, other.Lines)
			}
		}
	}
	const good = wayPoints / 2
	for i := range seen.Arrows {
		arrow := &seen.Arrows[i]
		if box, ok := words[arrow.Leg]; ok && arrow.Emphasis == Lit && len(g.seenOf(arrow)) > good {
			if whole++; !g.whole(box) {
				t.Errorf("%v at %v: the words of leg %d are cut", camera.Centre, camera.Zoom, arrow.Leg)
			}
		}
	}
	for i := range seen.Discs {
		disc := &seen.Discs[i]
		if box, ok := words[disc.Company]; ok && disc.Emphasis == Lit && g.whole(disc.extent()) {
			if whole++; !g.whole(box) {
				t.Errorf("%v at %v: the name of %s is cut", camera.Centre, camera.Zoom, disc.Name)
			}
		}
	}
	return whole
}

// TestWordsStayWhereAllIsInSight: a camera that shows everything moves nothing.
func TestWordsStayWhereAllIsInSight(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Selection.Loop = []deal.CompanyID{openAI, oracle, nvidia}
	scene := Build(in)
	camera := Camera{Width: 1400, Height: 900, Scale: 1}.Fit(scene)
	if legend := scene.LegendBox(camera); scene.InSight(camera, []Rect{legend, {}}) != scene || scene.Strays(camera, []Rect{legend}) {
		t.Error("words stand elsewhere though all is in sight")
	}
}
