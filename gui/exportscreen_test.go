package gui

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// capturedCanvas is what the window paints of the canvas, pixel by pixel. The canvas stands on a screen of its own meanwhile,
// as far from the edges of its pixels as in the window.
func capturedCanvas(w *Window) *image.RGBA {
	at, was := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.canvas), w.canvas.Position()
	whole := fyne.NewPos(float32(math.Floor(float64(at.X))), float32(math.Floor(float64(at.Y))))
	screen := software.NewCanvas()
	screen.SetPadded(false)
	screen.Resize(w.canvas.Size().AddWidthHeight(2, 2))
	screen.SetContent(container.NewWithoutLayout(w.canvas))
	w.canvas.Move(at.Subtract(whole))
	defer w.canvas.Move(was)
	_, camera := w.canvas.Scene()
	shown := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
	first := image.Pt(int(math.Ceil(float64(at.X)-0.01)-float64(whole.X)), int(math.Ceil(float64(at.Y)-0.01)-float64(whole.Y)))
	draw.Draw(shown, shown.Bounds(), screen.Capture(), first, draw.Src)
	for _, object := range test.WidgetRenderer(w.canvas).Objects() {
		overlay, ok := object.(*canvas.Image)
		if !ok || overlay.Hidden || overlay.Image.Bounds().Min == (image.Point{}) {
			continue
		}
		// Fyne's painter for tests leaves out an image that stands elsewhere than its own corner, such as the legend.
		draw.Draw(shown, overlay.Image.Bounds(), overlay.Image, overlay.Image.Bounds().Min, draw.Over)
	}
	return shown
}

// otherPixels counts the pixels of an image, and of as much of another one, that are further apart than rounding takes them.
func otherPixels(a, b *image.RGBA) (count int, first image.Point) {
	const rounding = 2
	for y := range b.Rect.Dy() {
		for x := range b.Rect.Dx() {
			p, q := a.RGBAAt(a.Rect.Min.X+x, a.Rect.Min.Y+y), b.RGBAAt(x, y)
			if farthest(p, q) > rounding {
				if count++; count == 1 {
					first = image.Pt(x, y)
				}
			}
		}
	}
	return count, first
}

func farthest(p, q color.RGBA) int {
	apart := func(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
	return max(apart(p.R, q.R), apart(p.G, q.G), apart(p.B, q.B))
}

// TestExportedPictureIsTheScreen compares a picture without its frame with the window, pixel by pixel: names, amounts, the
// legend in its form and place, what is lit, faded and left out.
func TestExportedPictureIsTheScreen(t *testing.T) {
	states := map[string]func(*testing.T, *Window){
		"as it is": func(*testing.T, *Window) {},
		"small":    func(_ *testing.T, w *Window) { w.window.Resize(fyne.NewSize(1280, 800)) },
		"dark":     func(_ *testing.T, w *Window) { w.setAppearance(AppearanceDark) },
		"a loop":   func(t *testing.T, w *Window) { w.session.selectLoop(ids(t, w, "OpenAI", "Oracle", "Nvidia")) },
		"a loop by itself": func(t *testing.T, w *Window) {
			w.session.selectLoop(ids(t, w, "OpenAI", "Oracle", "Nvidia"))
			run(t, w, "The loop by itself")
		},
		"a what-if": func(_ *testing.T, w *Window) {
			stake := w.session.stake
			stake.Cents = 20_000_000_000_00
			w.session.setStake(stake)
		},
		"a filter": func(_ *testing.T, w *Window) {
			w.setView(func(v *network.View) { v.Kinds = []deal.Kind{deal.KindCloud} })
		},
		"layers":            func(t *testing.T, w *Window) { run(t, w, "Lay out in layers: who finances whom") },
		"zoomed in":         func(_ *testing.T, w *Window) { w.canvas.ZoomBy(2) },
		"without legend":    func(_ *testing.T, w *Window) { w.canvas.SetLegend(false) },
		"in a presentation": func(_ *testing.T, w *Window) { w.togglePresentation() },
	}
	for name, into := range states {
		t.Run(name, func(t *testing.T) {
			w := openSample(t)
			w.canvas.SetStill(true)
			w.canvas.SetOverview(false)
			into(t, w)
			w.window.Canvas().Unfocus() // the frame of the keyboard
			_, camera := w.canvas.Scene()
			choice := w.defaultPicture()
			choice.scale, choice.title, choice.sources = camera.Scale, false, false
			page, err := w.picturePage(choice)
			if err != nil {
				t.Fatal(err)
			}
			shown, exported := capturedCanvas(w), page.Image()
			if shown.Rect != exported.Rect {
				t.Fatalf("the screen shows %v, the picture is %v", shown.Rect, exported.Rect)
			}
			background := image.NewUniform(page.Style.Background)
			w.filterBarHides(shown, background)
			w.filterBarHides(exported, background)
			if count, first := otherPixels(shown, exported); count > 0 {
				t.Errorf("%d pixels are others than on the screen, the first at %v", count, first)
			}
		})
	}
}

// filterBarHides leaves out what the chips of the filters lie on.
func (w *Window) filterBarHides(of *image.RGBA, background image.Image) {
	if w.chips.box.Visible() {
		draw.Draw(of, image.Rect(0, 0, of.Rect.Dx(), 60), background, image.Point{}, draw.Src)
	}
}

// TestFrameMovesNothing: title, basis, date and sources stand around the picture on the screen, which is the same.
func TestFrameMovesNothing(t *testing.T) {
	w := openSample(t)
	w.window.Resize(fyne.NewSize(1280, 800))
	choice := w.defaultPicture()
	choice.scale = 1
	framed, err := w.picturePage(choice)
	if err != nil {
		t.Fatal(err)
	}
	choice.title, choice.sources = false, false
	bare, err := w.picturePage(choice)
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{framed.Frame.Title, strings.Join(framed.Frame.Lines, " "), strings.Join(framed.Frame.Sources, " ")} {
		if said == "" {
			t.Errorf("the frame says %+v", framed.Frame)
		}
	}
	whole, inner := framed.Image(), bare.Image()
	top := whole.Rect.Dy() - inner.Rect.Dy()
	for ; top > 0; top-- {
		if count, _ := otherPixels(whole.SubImage(image.Rect(0, top, whole.Rect.Dx(), whole.Rect.Dy())).(*image.RGBA), inner); count == 0 {
			return
		}
	}
	t.Error("the framed picture has nowhere in it what the screen shows")
}

// TestPictureNamesTheStressTest: what a stress test does to a picture is said also where it has no legend.
func TestPictureNamesTheStressTest(t *testing.T) {
	w := openSample(t)
	choice := w.defaultPicture()
	choice.legend = legendNone
	said := func() int {
		page, err := w.picturePage(choice)
		if err != nil {
			t.Fatal(err)
		}
		return slices.IndexFunc(page.Frame.Lines, func(line string) bool { return strings.HasPrefix(line, "Stress: OpenAI fails") })
	}
	if said() >= 0 {
		t.Error("a stress test is named before there is one")
	}
	w.stress.press(t, "OpenAI fails")
	if said() != 0 {
		t.Error("the stress test is not named first below the title")
	}
}
