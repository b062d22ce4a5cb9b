package chart

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// words returns the texts of a scene in the order of painting.
func words(s *Scene) []string {
	var found []string
	for _, shape := range s.shapes {
		if shape.form == formText {
			found = append(found, shape.text)
		}
	}
	return found
}

// boxOf returns the room of a text.
func boxOf(s shape) Box {
	width := textWidth(s.text, s.letter.bold, s.letter.size)
	left := s.points[0].X
	switch s.letter.align {
	case centred:
		left -= width / 2
	case toRight:
		left -= width
	}
	return Box{left, s.points[0].Y - 0.7*s.letter.size, left + width, s.points[0].Y + 0.2*s.letter.size}
}

func TestNoTextOfAChartLeavesIt(t *testing.T) {
	for name, chart := range charts(t) {
		for _, size := range [][2]float64{{LeastWidth, LeastHeight}, {560, 380}, {760, 520}, {1300, 900}} {
			scene := chart.Scene(size[0], size[1], picture.Light())
			for _, shape := range scene.shapes {
				if shape.form != formText {
					continue
				}
				if box := boxOf(shape); box.Left < -0.5 || box.Right > scene.Width+0.5 || box.Top < -0.5 || box.Bottom > scene.Height+0.5 {
					t.Errorf("%s at %v: %q is at %v", name, size, shape.text, box)
				}
			}
		}
	}
}

func TestNoTextOfAChartCoversAnother(t *testing.T) {
	for name, chart := range charts(t) {
		for _, size := range [][2]float64{{760, 520}, {1300, 900}} {
			scene := chart.Scene(size[0], size[1], picture.Light())
			var placed []shape
			for _, shape := range scene.shapes {
				if shape.form != formText {
					continue
				}
				box := boxOf(shape)
				for _, other := range placed {
					there := boxOf(other)
					if box.Left < there.Right-1 && there.Left < box.Right-1 && box.Top < there.Bottom-1 && there.Top < box.Bottom-1 {
						t.Errorf("%s at %v: %q covers %q", name, size, shape.text, other.text)
					}
				}
				placed = append(placed, shape)
			}
		}
	}
}

func TestWhatAChartSays(t *testing.T) {
	all := charts(t)
	for name, wants := range map[string][]string{
		"sweep":       {"Circular share rises from ~3.55% to ~15.24%", "now ≤$25bn", "9.75%", "$50bn", "without the changes"},
		"goal":        {"Circular share reaches 10% at ~$24.8bn", "target 10%", "reached at ~$24.8bn", "now ≤$10bn", "because OpenAI → Amazon is full at"},
		"unreachable": {"comes no nearer than ~13.25%, at $38bn, because OpenAI → Amazon is full at", "nearest at $38bn", "target 20%"},
		"table":       {"9.75%", "3.55%", "15.15%", "90%", "$25bn"},
		"tornado":     {"hangs most on Oracle → Nvidia chips", "↷ ~42.76% at $100bn", "now ~9.75%"},
		"simulation":  {"Circular share ≥ 25% in 94% of 1,000 samples; what decides it most: Oracle → Nvidia chips, undisclosed (hit in 100% of samples with it above its median of $150.9bn, 89% below)", "Without undisclosed amounts 9 of 10 lie between 3.36% and 9.69% and none reach 25%", "half below ", "5% below ", "95% below ", "in 1,000 samples drawn with seed 7", "target 25%", "1,000 samples with seed 7"},
		"waterfall":   {"from ~$46bn to ~$76bn", "↑ ~$30bn", "The data", "The scenario"},
	} {
		text := strings.Join(words(all[name].Scene(900, 640, picture.Dark())), " ")
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q: %s", name, want, text)
			}
		}
	}
}

func TestEveryValueIsUnderThePointer(t *testing.T) {
	for name, chart := range charts(t) {
		scene := chart.Scene(760, 520, picture.Light())
		if len(scene.Marks) < 5 {
			t.Errorf("%s has %d marks", name, len(scene.Marks))
		}
		for i, mark := range scene.Marks {
			middle := Point{(mark.Box.Left + mark.Box.Right) / 2, (mark.Box.Top + mark.Box.Bottom) / 2}
			if at, ok := scene.At(middle); !ok || at != i || len(mark.Lines) < 2 {
				t.Errorf("%s: mark %d is found as %d, %t: %v", name, i, at, ok, mark.Lines)
			}
		}
		if _, ok := scene.At(Point{-1, -1}); ok {
			t.Errorf("%s: there is a value outside", name)
		}
	}
}

func TestHoverOnTheSweepOfTheStake(t *testing.T) {
	scene := charts(t)["goal"].Scene(760, 520, picture.Light())
	at := slices.IndexFunc(scene.Marks, func(m Mark) bool { return m.Lines[0] == "$10bn" })
	if at < 0 || scene.Marks[at].Lines[1] != "Circular share: ~6.2%" || len(scene.Marks[at].Dots) != 1 {
		t.Errorf("%+v", scene.Marks)
	}
}

// TestHoverOnWhatDecides points at the driver of a simulation.
func TestHoverOnWhatDecides(t *testing.T) {
	for _, mark := range charts(t)["simulation"].Scene(760, 620, picture.Light()).Marks {
		if mark.Lines[0] == "Oracle → Nvidia chips" && len(mark.Lines) == 4 {
			for i, want := range []string{"", "With it above $150.9bn, 100% of the samples reach 25%", "With it below that, 89% of the samples reach 25%", "rank correlation +"} {
				if !strings.Contains(mark.Lines[i], want) {
					t.Errorf("it says %q, want %q", mark.Lines[i], want)
				}
			}
			return
		}
	}
	t.Error("the driver has no words under the pointer")
}

func TestImagesAtAnyScale(t *testing.T) {
	chart := charts(t)["sweep"]
	for _, scale := range []float64{1, 1.25, 1.5, 2, 3} {
		var file bytes.Buffer
		if err := chart.WritePNG(&file, 400, 300, scale, picture.Dark()); err != nil {
			t.Fatal(err)
		}
		read, err := png.Decode(&file)
		if err != nil || read.Bounds() != image.Rect(0, 0, int(400*scale), int(300*scale)) {
			t.Errorf("at scale %v: %v, %v", scale, read.Bounds(), err)
		}
	}
	first, second := chart.Image(400, 300, 1, picture.Light()), chart.Image(400, 300, 1, picture.Light())
	if !bytes.Equal(first.Pix, second.Pix) {
		t.Error("the same chart is painted in two ways")
	}
	for _, size := range [][2]int{{0, 0}, {1, 1}, {17, 900}} {
		if got := chart.Image(size[0], size[1], 1, picture.Light()); got.Bounds().Empty() {
			t.Errorf("%v is painted as %v", size, got.Bounds())
		}
	}
	if err := chart.WritePNG(io.Discard, 1e6, 10, 1, picture.Light()); err == nil {
		t.Error("a chart of a million pixels is painted")
	}
}

// An upright line is sharp: its pixels are the line's colour or the ground's, at every scale.
func TestLinesAreSharp(t *testing.T) {
	style := picture.Light()
	for _, scale := range []float64{1, 1.25, 1.5, 2} {
		scene := &Scene{Width: 100, Height: 40, background: style.Background}
		p := &pencil{scene: scene, style: style}
		p.line(Point{33.3, 2}, Point{33.3, 38}, 1, style.Text)
		p.line(Point{2, 17.7}, Point{98, 17.7}, 1.25, style.Text)
		p.box(Box{50.4, 20.3, 60.7, 30.9}, style.Text, "")
		painted := paint(scene, int(100*scale), int(40*scale), scale)
		for y := range painted.Bounds().Dy() {
			for x := range painted.Bounds().Dx() {
				if c := painted.RGBAAt(x, y); c != style.Text && c != style.Background {
					t.Fatalf("at scale %v the pixel %d, %d is %v", scale, x, y, c)
				}
			}
		}
	}
}

func TestSVGIsWellFormed(t *testing.T) {
	for name, chart := range charts(t) {
		var file bytes.Buffer
		if err := chart.WriteSVG(&file, 760, 520, picture.Light()); err != nil {
			t.Fatal(err)
		}
		decoder := xml.NewDecoder(bytes.NewReader(file.Bytes()))
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if strings.Contains(file.String(), "NaN") || strings.Contains(file.String(), "Inf") {
			t.Errorf("%s holds a number that is none", name)
		}
	}
}

func TestChartsAsPDF(t *testing.T) {
	for name, chart := range charts(t) {
		var first, second bytes.Buffer
		for _, file := range []*bytes.Buffer{&first, &second} {
			if err := chart.WritePDF(file, 760, 520, picture.Light()); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.HasPrefix(first.Bytes(), []byte("%PDF")) || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s is no PDF, or another one each time", name)
		}
	}
}

func TestChartsAsCSV(t *testing.T) {
	for name, chart := range charts(t) {
		var file bytes.Buffer
		if err := chart.WriteCSV(&file); err != nil {
			t.Fatal(err)
		}
		reader := csv.NewReader(&file)
		records, err := reader.ReadAll()
		if err != nil || len(records) < 3 {
			t.Errorf("%s: %d records, %v", name, len(records), err)
		}
	}
	odd := &Chart{Title: "a < b", records: [][]string{{"a", "b", "c", "d"}, {"-5.5", "Inf", "", "0x5"}}}
	var object bytes.Buffer
	if err := odd.WriteJSON(&object); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Title   string
		Columns []string
		Rows    [][]any
	}
	if err := json.Unmarshal(object.Bytes(), &read); err != nil || read.Title != "a < b" || !slices.Equal(read.Columns, odd.records[0]) ||
		!slices.Equal(read.Rows[0], []any{-5.5, "Inf", nil, "0x5"}) {
		t.Errorf("%v: %s", err, object.String())
	}
	chart := &Chart{records: [][]string{{"=1+1", "-5", "-a"}}}
	var file bytes.Buffer
	if err := chart.WriteCSV(&file); err != nil || file.String() != "'=1+1,-5,'-a\n" {
		t.Errorf("%q, %v", file.String(), err)
	}
	first := charts(t)["goal"].Numbers()
	if first[0][0] != "Amazon → OpenAI equity (USD)" || first[1][0] != "0" || first[21][0] != "10000000000" || first[21][1][:5] != "0.062" {
		t.Errorf("%v", first[:22])
	}
}

func TestAxesHaveRoundNumbers(t *testing.T) {
	money := measured(whatif.UnitMoney, deal.USD)
	for _, test := range []struct {
		low, high float64
		want      string
	}{
		{0, 5e12, "$0 $10bn $20bn $30bn $40bn $50bn"}, {0, 3.4e11, "$0 $1bn $2bn $3bn"}, {1.1e13, 1.3e13, "$110bn $115bn $120bn $125bn $130bn"},
		{-2e11, 2e11, "−$2bn −$1bn $0 $1bn $2bn"},
	} {
		var got []string
		for _, at := range money.ticks(test.low, test.high, 5) {
			got = append(got, money.tick(at))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%v to %v: %v, want %s", test.low, test.high, got, test.want)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		low := rapid.Float64Range(-1e15, 1e15).Draw(r, "low")
		high := low + rapid.Float64Range(1, 1e15).Draw(r, "span")
		marks := money.ticks(low, high, rapid.IntRange(1, 12).Draw(r, "about"))
		if len(marks) > 40 || !slices.IsSorted(marks) {
			r.Fatalf("%v", marks)
		}
		bottom, top := money.widened(low, high, 5)
		// Beyond sixteen digits two neighbouring numbers are further apart than that.
		if slack := (high-low)*1e-6 + 1e-15*max(math.Abs(low), math.Abs(high)); bottom > low+slack || top < high-slack {
			r.Fatalf("%v to %v is widened to %v to %v", low, high, bottom, top)
		}
	})
}

// Labels of upright lines never cover each other, however many there are.
func TestLabelsOfUprightLines(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := &plane{across: quantity{tick: plainText, text: plainText}, up: quantity{tick: plainText, text: plainText}, high: 1}
		for range rapid.IntRange(0, 7).Draw(r, "count") {
			at := rapid.Float64Range(0, 1).Draw(r, "at")
			text := strings.Repeat("word ", rapid.IntRange(1, 12).Draw(r, "words"))
			d.uprights = append(d.uprights, upright{at: at, text: text})
		}
		v := &planeView{plane: d, p: &pencil{scene: &Scene{}, style: picture.Light()}, in: Box{50, 10, 50 + rapid.Float64Range(200, 900).Draw(r, "width"), 400}}
		flags := v.flags()
		v.placeFlags(flags)
		for i, f := range flags {
			for _, other := range flags[i+1:] {
				if f.covers(other) {
					r.Fatalf("%+v covers %+v", f, other)
				}
			}
		}
	})
}

func BenchmarkCharts(b *testing.B) {
	all := charts(b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for _, size := range []struct {
			name          string
			width, height int
			scale         float64
		}{{"760x520", 760, 520, 1}, {"1520x1040 at scale 2", 1520, 1040, 2}} {
			b.Run(name+" "+size.name, func(b *testing.B) {
				for b.Loop() {
					all[name].Image(size.width, size.height, size.scale, picture.Light())
				}
			})
		}
	}
}

// What is nearly all or nearly nothing is not written as if it were certain.
func TestPercentIsNeverSurerThanItIs(t *testing.T) {
	for part, want := range map[float64]string{0: "0%", 0.0004: "under 0.1%", 0.25: "25%", 0.9949: "99%", 0.995: "99.5%", 0.9985: "99.85%", 0.999: "99.9%",
		0.9997: "99.97%", 0.99996: "over 99.99%", 0.9999999: "over 99.99%", 1: "100%"} {
		if got := percent(part); got != want {
			t.Errorf("%v is %q, want %q", part, got, want)
		}
	}
}
