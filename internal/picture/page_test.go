package picture

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/network"
)

func testFrame(sources int) Frame {
	frame := Frame{Title: "Who pays whom", Lines: []string{"Headline totals, best figures. $741.75bn in 15 legs."}}
	for range sources {
		frame.Sources = append(frame.Sources, "A report about the money that comes round again, The Publisher, 3 Nov 2025")
	}
	return frame
}

func TestFrameStandsOutsideWhatTheCameraShows(t *testing.T) {
	scene := dealScene(t)
	camera := Camera{Width: 900, Height: 600, Scale: 1}.Fit(scene)
	bare := Page{Scene: scene, Camera: camera, Style: Light()}
	framed := bare
	framed.Frame = testFrame(3)
	width, height := framed.Size()
	if width != 900 || height != 600+framed.frameHeight() || framed.frameHeight() < 60 {
		t.Errorf("the page is %dx%d with a frame of %d", width, height, framed.frameHeight())
	}
	whole, want := framed.Image(), bare.Image()
	top := framed.parts()[1].top
	inner := whole.SubImage(image.Rect(0, top, width, top+600)).(*image.RGBA)
	for y := range 600 {
		if !bytes.Equal(inner.Pix[y*inner.Stride:y*inner.Stride+4*width], want.Pix[y*want.Stride:y*want.Stride+4*width]) {
			t.Fatalf("row %d of the network is another with a frame around it", y)
		}
	}
}

func TestPageAtAScale(t *testing.T) {
	page := Page{Scene: dealScene(t), Camera: Camera{Width: 300, Height: 240, Scale: 1, Zoom: 0.4}, Style: Dark(), Frame: testFrame(2)}
	for _, scale := range []float64{0.5, 1.5, 3} {
		var file bytes.Buffer
		scaled := page.At(scale)
		if err := WritePNG(&file, scaled); err != nil {
			t.Fatal(err)
		}
		decoded, err := png.DecodeConfig(&file)
		if err != nil {
			t.Fatal(err)
		}
		width, height := scaled.Size()
		if decoded.Width != width || decoded.Height != height || width != int(300*scale) {
			t.Errorf("at %v: a file of %dx%d, a page of %dx%d", scale, decoded.Width, decoded.Height, width, height)
		}
		if scaled.Camera.Zoom != page.Camera.Zoom || scaled.Camera.Centre != page.Camera.Centre {
			t.Errorf("at %v the camera looks elsewhere", scale)
		}
	}
}

func TestSourcesAreCounted(t *testing.T) {
	for sources, want := range map[int]string{0: "", 1: "Source: A report", 2: "Sources: A report", 90: " more"} {
		lines := testFrame(sources).sourceLines(800)
		text := strings.Join(lines, " ")
		if !strings.Contains(text, want) || len(lines) > footLines {
			t.Errorf("%d sources: %q", sources, lines)
		}
	}
}

func TestWordsStayInsideThePage(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("ab W.é漢\u00a0 "))).Draw(r, "text")
		width := rapid.Float64Range(40, 400).Draw(r, "width")
		most := rapid.IntRange(1, 4).Draw(r, "most")
		lines := clipLines(wrapText(text, true, titleSize, width), most, true, titleSize, width)
		if len(lines) > most {
			r.Errorf("%d lines of at most %d", len(lines), most)
		}
		for _, line := range lines {
			if got := textWidth(line, true, titleSize); got > width+1e-9 {
				r.Errorf("%q is %.1f wide, more than %.1f", line, got, width)
			}
		}
		if most == 4 && len(lines) < 4 && !strings.Contains(strings.Join(lines, ""), "…") {
			want := strings.Join(strings.FieldsFunc(text, func(c rune) bool { return c == ' ' }), " ")
			if got := strings.Join(lines, " "); got != want {
				r.Errorf("%q became %q", want, got)
			}
		}
	})
}

func TestPageWithoutNetworkOrSize(t *testing.T) {
	in := dealInput(t, network.View{})
	in.Places = nil
	for _, camera := range []Camera{{}, {Width: 300, Height: 0, Scale: 1}, {Width: 300, Height: 200, Scale: 1, Zoom: 1}} {
		page := Page{Scene: Build(in), Camera: camera, Style: Light(), Frame: testFrame(1)}
		var file bytes.Buffer
		for _, err := range []error{WritePNG(&file, page), WriteSVG(&file, page), WritePDF(&file, page)} {
			if err != nil {
				t.Errorf("%+v: %v", camera, err)
			}
		}
	}
}

func TestLegendCanBeTakenAwayAndPutBack(t *testing.T) {
	in := dealInput(t, network.View{})
	in.ShowLegend = false
	scene := Build(in)
	if scene.Legend.Shown() || !scene.WithLegend(true).Legend.Shown() || scene.WithLegend(true).WithLegend(false).Legend.Shown() {
		t.Error("the legend does not follow what is asked for")
	}
	in.ShowLegend = true
	var files [2]bytes.Buffer
	for i, s := range []*Scene{Build(in), scene.WithLegend(true)} {
		if err := WriteSVG(&files[i], Page{Scene: s, Camera: Camera{Width: 800, Height: 600, Scale: 1, Zoom: 1}, Style: Light()}); err != nil {
			t.Fatal(err)
		}
	}
	if files[0].String() != files[1].String() {
		t.Error("a legend put back is another one")
	}
}

// TestPageHasTheWholeLegend: the page of a screen whose legend is short has the whole one, below the picture where it
// would cover something, and the network is the same.
func TestPageHasTheWholeLegend(t *testing.T) {
	scene := Build(randomInput(t, 40, 90))
	for _, zoomed := range []bool{false, true} {
		camera := Camera{Width: 640, Height: 520, Scale: 1}.Fit(scene)
		if zoomed {
			camera.Zoom *= 2
		}
		if scene.LegendForm(camera) != LegendShort {
			t.Fatal("the legend of the screen is not short")
		}
		page := Page{Scene: scene, Camera: camera, Style: Light()}.WithFullLegend()
		var file bytes.Buffer
		if err := WriteSVG(&file, page); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"commercial: cloud, chips and other", "data-centre operator", "money through it"} {
			if !strings.Contains(strings.ReplaceAll(file.String(), "\u00a0", " "), want) {
				t.Errorf("the page does not say %q", want)
			}
		}
		if _, height := page.Size(); zoomed && height <= camera.Height {
			t.Error("the whole legend covers what the screen shows")
		}
		bare, with := Page{Scene: scene.WithLegend(false), Camera: camera, Style: Light()}.Image(), page.Image()
		for x := range camera.Width {
			for y := range camera.Height / 4 {
				if bare.RGBAAt(x, y) != with.RGBAAt(x, y) {
					t.Fatalf("the network is another one at %d,%d", x, y)
				}
			}
		}
	}
}
