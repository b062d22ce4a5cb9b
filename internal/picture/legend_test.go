package picture

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
	"roundtrip/internal/network"
)

// notePen keeps what is drawn.
type notePen struct {
	strokes  []stroke
	fills    []outline
	writings []writing
}

func (p *notePen) stroke(s stroke) { p.strokes = append(p.strokes, s) }
func (p *notePen) fill(o outline)  { p.fills = append(p.fills, o) }
func (p *notePen) write(w writing) { p.writings = append(p.writings, w) }

func TestLegendTellsTheTrueWidthAtEveryZoom(t *testing.T) {
	scene := dealScene(t)
	rapid.Check(t, func(r *rapid.T) {
		zoom := rapid.Float64Range(0.02, 12).Draw(r, "zoom")
		scale := rapid.SampledFrom([]float64{1, 1.25, 2}).Draw(r, "scale")
		camera := Camera{Width: 1000, Height: 800, Scale: scale, Zoom: zoom}
		examples := scene.Legend.widthsAt(zoom)
		if len(examples) == 0 || zoom < 4 && len(examples) != 3 {
			r.Fatalf("%d examples", len(examples))
		}
		var drawn notePen
		d := &drawing{scene: scene, camera: camera, style: Light(), pen: &drawn, f: camera.factor()}
		d.legendWidths(layout.Point{})
		examples = d.seenWidths(examples)
		for i, example := range examples {
			if Contrast(drawn.strokes[i].Colour, Light().Panel) < leastContrast {
				r.Errorf("%s is too pale to be seen: %v", example.Text, drawn.strokes[i].Colour)
			}
			want, _ := d.line(scene.Legend.widths.of(example.Cents, true), Light().TextFaded, Light().Panel)
			if got := drawn.strokes[i].Width; math.Abs(got-want) > 1e-9 {
				r.Errorf("%s is %.2f pixels wide, a leg of as much %.2f", example.Text, got, want)
			}
			if drawn.strokes[i].Width > (widestExample+1)*scale {
				r.Errorf("%s does not fit into its row: %.1f pixels", example.Text, drawn.strokes[i].Width)
			}
		}
		last := drawn.writings[len(drawn.writings)-1]
		if end := last.At.X + textWidth(last.Text, false, last.Size); end > scene.Legend.widthsRoom()*scale+1 {
			r.Errorf("the examples end at %.1f of %.1f", end, scene.Legend.widthsRoom()*scale)
		}
	})
}

// TestLegendShowsNoMoreThanTheLargestLeg: its examples of widths are amounts that the picture reaches.
func TestLegendShowsNoMoreThanTheLargestLeg(t *testing.T) {
	for _, size := range sizes {
		scene := Build(randomInput(t, size.companies, size.legs))
		most := int64(0)
		for i := range scene.Arrows {
			most = max(most, scene.Arrows[i].Money)
		}
		for zoom := 0.05; zoom < 8; zoom *= 1.3 {
			for _, example := range scene.Legend.widthsAt(zoom) {
				if example.Cents > most {
					t.Fatalf("%d legs at a zoom of %.2f: an example is %s, the largest leg %d cents", size.legs, zoom, example.Text, most)
				}
			}
		}
	}
}

func TestNiceNumbers(t *testing.T) {
	for cents, want := range map[int64][2]int64{
		1: {1, 1}, 4: {3, 5}, 9: {5, 10}, 10: {10, 10}, 299: {200, 300}, 300: {300, 300}, 0: {0, 0},
		math.MaxInt64: {5_000_000_000_000_000_000, math.MaxInt64},
	} {
		if floor, ceiling := niceFloor(cents), niceCeiling(cents); floor != want[0] || ceiling != want[1] {
			t.Errorf("%d is between %d and %d, want %v", cents, floor, ceiling, want)
		}
	}
}

// Zoomed out so far that no badge is drawn, the legend explains none; that of the wave of a stress test is drawn at any size.
func TestLegendExplainsOnlyBadgesThatAreDrawn(t *testing.T) {
	scene := Build(randomInput(t, 40, 120))
	scene.Legend.form = LegendFull
	scene.Legend.Badges = []Badge{BadgeHedging, BadgeFallen}
	scene.Legend.badged[BadgeHedging] = zoomSpan{0.2, 0.2}
	scene.Legend.badged[BadgeFallen] = zoomSpan{}
	for zoom, want := range map[float64]string{1: badgeWords[BadgeHedging], 0.21: badgeWords[BadgeHedging], 0.19: ""} {
		for _, scale := range []float64{1, 2} {
			camera := Camera{Zoom: zoom, Width: 800, Height: 600, Scale: scale}
			drawn := &notePen{}
			(&drawing{scene: scene, camera: camera, style: Light(), pen: drawn, f: camera.factor()}).legend()
			seen := map[string]bool{}
			for _, writing := range drawn.writings {
				seen[writing.Text] = true
			}
			if seen[badgeWords[BadgeHedging]] != (want != "") || !seen[badgeWords[BadgeFallen]] {
				t.Errorf("zoom %v, scale %v: %v", zoom, scale, seen)
			}
		}
	}
}

func TestLegendWithoutAmounts(t *testing.T) {
	in := dealInput(t, network.View{})
	for i := range in.Network.Flows {
		for j := range in.Network.Flows[i].Legs {
			in.Network.Flows[i].Legs[j].Known, in.Network.Flows[i].Legs[j].Money = false, 0
		}
		in.Network.Flows[i].Money = 0
	}
	if legend := Build(in).Legend; legend.widthsAt(1) != nil || legend.widthsRoom() != 0 {
		t.Error("there are examples of widths where nothing has a number")
	}
}

// TestLegendStaysWhateverIsSelected: stepping through loops moves neither the legend nor what is fitted beside it.
func TestLegendStaysWhateverIsSelected(t *testing.T) {
	in := dealInput(t, network.View{})
	measures, err := network.Measure(context.Background(), in.Book, in.Network, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	in.Measures = measures
	camera := Camera{Width: 900, Height: 700, Scale: 1, Zoom: 1}
	before := Build(in)
	if len(before.Legend.Badges) == 0 {
		t.Fatal("no company has a mark")
	}
	in.Selection = Selection{Companies: []deal.CompanyID{softBank}}
	if got, want := Build(in).LegendBox(camera), before.LegendBox(camera); got != want {
		t.Errorf("the legend stands in %v, and in %v with a company selected", want, got)
	}
}

// TestFitForgetsTheCameraBefore: the legend explains badges only where they are large enough to be seen, so what it
// takes at the zoom before says nothing about what it takes at that of the fit.
func TestFitForgetsTheCameraBefore(t *testing.T) {
	in := randomInput(t, 40, 80)
	scene := Build(in)
	scene.Legend.Badges = []Badge{BadgeBeyondMeans, BadgeExclusivity, BadgeHedging}
	for badge := range scene.Legend.badged {
		scene.Legend.badged[badge] = zoomSpan{0.33, 0.33}
	}
	want := Camera{Width: 1000, Height: 900, Scale: 1, Zoom: 1}.Fit(scene)
	for _, zoom := range []float64{0.02, 0.3, 12} {
		if got := (Camera{Width: 1000, Height: 900, Scale: 1, Zoom: zoom}).Fit(scene); got != want {
			t.Errorf("from zoom %v the fit is %+v, not %+v", zoom, got, want)
		}
	}
}
