package picture

import (
	"context"
	"math"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// strokes is a pen that remembers the lines.
type strokes struct{ list []stroke }

func (p *strokes) stroke(s stroke) { p.list = append(p.list, s) }
func (p *strokes) fill(outline)    {}
func (p *strokes) write(writing)   {}

func measured(t *testing.T, in Input) Input {
	t.Helper()
	measures, err := network.Measure(context.Background(), in.Book, in.Network, network.Options{Limits: network.Limits{MaxLen: 4}})
	if err != nil {
		t.Fatal(err)
	}
	in.Measures = measures
	return in
}

// Seen as a whole, a network of hundreds of companies is pale but for the legs that carry the most money round, and its
// largest companies are named. Nobody is named only for standing at its edge.
func TestLargeNetworksShowTheirShape(t *testing.T) {
	scene := Build(measured(t, arranged(hubInput(t, 400, 900, 1), deal.LayoutStress)))
	camera := Camera{Width: 1000, Height: 760, Scale: 1}.Fit(scene)
	pen := &strokes{}
	d := &drawing{scene: scene, camera: camera, style: Light(), pen: pen, f: camera.factor()}
	d.network()
	grounds, strong := 0, 0
	for _, s := range pen.list {
		if s.Colour == Light().LoopRim {
			grounds++
		}
		if s.Colour == Light().Financing || s.Colour == Light().Commercial {
			strong++
		}
	}
	if grounds < 10 || grounds > len(scene.Arrows)/3 {
		t.Errorf("%d of %d legs have the ground of a loop", grounds, len(scene.Arrows))
	}
	if strong < 10 || strong > len(scene.Arrows)/5 {
		t.Errorf("%d of %d legs are drawn in full colour", strong, len(scene.Arrows))
	}
	order := scene.namesInOrder(true)
	labels := scene.Labels(camera.Zoom)
	for _, at := range order[:5] {
		if !slices.ContainsFunc(labels, func(label Label) bool { return label.Disc == at }) {
			t.Errorf("%s, one of the five largest companies, is not named", scene.Discs[at].Name)
		}
	}
	for _, label := range labels {
		if label.Disc >= 0 && slices.Index(order, label.Disc) >= namesFromAfar {
			t.Errorf("%s is named", label.Lines)
		}
	}
}

// Seen as a whole, heavy legs of a large network are stronger than light ones and lie on top, and large companies are
// larger than small ones.
func TestWeightTellsFromAfar(t *testing.T) {
	scene := Build(randomInput(t, 2000, 5000))
	camera := Camera{Width: 600, Height: 500, Scale: 1}.Fit(scene)
	pen := &notePen{}
	d := &drawing{scene: scene, camera: camera, style: Light(), pen: pen, f: camera.factor()}
	last := 0.0
	for _, part := range []int64{1000, 100, 10, 2, 1} {
		width := scene.explained.widths.of(int64(scene.explained.widths.full)/part, true)
		_, colour := d.line(width, Light().Financing, Light().Background)
		strength := Contrast(colour, Light().Background)
		if strength < last {
			t.Errorf("a leg of 1/%d of the largest stands out by %.2f, a lighter one by %.2f", part, strength, last)
		}
		last = strength
	}
	if last < leastContrast || !d.fromAfar() {
		t.Errorf("the heaviest leg stands out by %.2f", last)
	}
	d.lines(layerPlain)
	first, end := pen.strokes[0].Colour, pen.strokes[len(pen.strokes)-1].Colour
	if Contrast(first, Light().Background) >= Contrast(end, Light().Background) {
		t.Errorf("%v is drawn first and %v last", first, end)
	}
	small, large := math.Inf(1), 0.0
	for i := range scene.Discs {
		radius := d.shownRadius(&scene.Discs[i]) * d.f
		small, large = min(small, radius), max(large, radius)
	}
	if large < 2*small {
		t.Errorf("companies have radii from %.2f to %.2f pixels", small, large)
	}
}

// Where all legs would be about a hair wide the largest amounts are wider than others all the same, in the legend too.
func TestWidthTellsFromAfar(t *testing.T) {
	in := randomInput(t, 2000, 5000)
	for i := range in.Places {
		in.Places[i] = times(in.Places[i], 0.4) // as near to each other as a layout has them
	}
	scene := Build(in)
	camera := Camera{Width: 1500, Height: 1150, Scale: 1}.Fit(scene)
	d := &drawing{scene: scene, camera: camera, style: Light(), f: camera.factor()}
	wide := func(part float64) float64 {
		w := scene.explained.widths
		pixels, _ := d.line(w.of(int64(part*w.full), true), Light().Financing, Light().Background)
		return pixels
	}
	if wide(1) < 2 || wide(0.5) > 0.8*wide(1) || wide(0.1) > 0.5*wide(1) || wide(0.001) > hair {
		t.Errorf("the heaviest leg is %.2f pixels wide, one of half of it %.2f, of a tenth %.2f, of a thousandth %.2f", wide(1), wide(0.5), wide(0.1), wide(0.001))
	}
}

// Grounds are those of the legs on loops, as they are drawn.
type Grounds struct {
	Legs, Seen int
	Slim       int     // of those that are seen, the narrow ones without a rim, of which the next two do not tell
	Palest     float64 // contrast of a narrow ground against the canvas, at least
	Narrowest  float64 // by how many pixels a ground reaches beyond its leg on each side, at least
	Faintest   float64 // contrast of what is seen of it against the canvas, at least
	Told       string  // what the legend says of them
}

// GroundsOf returns the grounds in a picture.
func GroundsOf(scene *Scene, camera Camera, style *Style) Grounds {
	pen := &strokes{}
	d := &drawing{scene: scene, camera: camera, style: style, pen: pen, f: camera.factor()}
	for _, layer := range []int{layerPlain, layerMain, layerLit} {
		d.glows(layer)
		d.lines(layer)
	}
	got := Grounds{Narrowest: math.Inf(1), Faintest: math.Inf(1), Palest: math.Inf(1)}
	for _, line := range scene.legendIn(camera).Lines {
		if line.Mark == MarkLoop {
			got.Told = line.Text
		}
	}
	for i := range scene.Arrows {
		a := &scene.Arrows[i]
		if a.Loop == 0 {
			continue
		}
		got.Legs++
		on, under := d.curve(a.Shaft), d.curve(d.underDiscs(a))
		var leg, ground float64
		contrast := 1.0
		for _, s := range pen.list {
			switch {
			case s.Curve == on && s.Colour != style.LoopRim:
				leg = s.Width // the line itself comes last
			case s.Curve == under:
				ground, contrast = max(ground, s.Width), max(contrast, Contrast(s.Colour, style.Background))
			}
		}
		switch {
		case ground == 0:
		case d.slim(a):
			got.Seen, got.Slim, got.Palest = got.Seen+1, got.Slim+1, min(got.Palest, contrast)
		default:
			got.Seen++
			got.Narrowest, got.Faintest = min(got.Narrowest, (ground-leg)/2), min(got.Faintest, contrast)
		}
	}
	return got
}
