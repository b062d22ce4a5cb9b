package picture

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/layout"
)

// coverage returns what the raster makes of an outline: 0 to 255 a pixel.
func coverage(width, height int, corners []point) []uint8 {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	r := newRaster(width, 0, height)
	for i, p := range corners {
		q := corners[(i+1)%len(corners)]
		r.add(edge{p.x, p.y, q.x, q.y})
	}
	r.fill(img, color.RGBA{R: 255, G: 255, B: 255, A: 255})
	cover := make([]uint8, width*height)
	for i := range cover {
		cover[i] = img.Pix[4*i]
	}
	for _, sum := range r.sums {
		if sum != 0 {
			return nil
		}
	}
	return cover
}

func TestRasterIsTheExactArea(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		const width, height, fine = 24, 20, 32
		// A triangle, which may reach far out of the picture.
		var corners []point
		for range 3 {
			corners = append(corners, point{
				float32(rapid.Float64Range(-30, 50).Draw(r, "x")), float32(rapid.Float64Range(-30, 50).Draw(r, "y")),
			})
		}
		got := coverage(width, height, corners)
		if got == nil {
			r.Fatal("the raster is not empty after it was filled")
		}
		side := func(a, b point, x, y float64) float64 {
			return (float64(b.x)-float64(a.x))*(y-float64(a.y)) - (float64(b.y)-float64(a.y))*(x-float64(a.x))
		}
		for py := range height {
			for px := range width {
				in := 0
				for i := range fine * fine {
					x, y := float64(px)+(float64(i%fine)+0.5)/fine, float64(py)+(float64(i/fine)+0.5)/fine
					a, b, c := side(corners[0], corners[1], x, y), side(corners[1], corners[2], x, y), side(corners[2], corners[0], x, y)
					if a >= 0 && b >= 0 && c >= 0 || a <= 0 && b <= 0 && c <= 0 {
						in++
					}
				}
				want := 255 * float64(in) / (fine * fine)
				if math.Abs(float64(got[py*width+px])-want) > 8 {
					r.Fatalf("pixel %d,%d of %v: got %d, want %.0f", px, py, corners, got[py*width+px], want)
				}
			}
		}
	})
}

func TestBandsMakeNoSeams(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var corners []point
	for range 9 {
		corners = append(corners, point{float32(random.Float64() * 90), float32(random.Float64() * 70)})
	}
	whole := coverage(90, 70, corners)
	img := image.NewRGBA(image.Rect(0, 0, 90, 70))
	for _, rows := range [][2]int{{0, 13}, {13, 14}, {14, 50}, {50, 70}} {
		r := newRaster(90, rows[0], rows[1])
		for i, p := range corners {
			q := corners[(i+1)%len(corners)]
			r.add(edge{p.x, p.y, q.x, q.y})
		}
		r.fill(img, color.RGBA{R: 255, G: 255, B: 255, A: 255})
	}
	for i := range whole {
		if d := int(whole[i]) - int(img.Pix[4*i]); d < -2 || d > 2 {
			t.Fatalf("pixel %d,%d is %d in bands and %d as a whole", i%90, i/90, img.Pix[4*i], whole[i])
		}
	}
}

func TestStrokesCoverTheirArea(t *testing.T) {
	curve := layout.Curve{From: layout.Point{X: 20, Y: 150}, C1: layout.Point{X: 60, Y: 40}, C2: layout.Point{X: 160, Y: 30}, To: layout.Point{X: 230, Y: 120}}
	for _, width := range []float64{0.8, 1.5, 4, 11} {
		p := new(imagePen)
		p.reset(Camera{Width: 256, Height: 256, Scale: 1})
		p.stroke(stroke{Curve: curve, Width: width, Colour: color.RGBA{A: 255}})
		img := image.NewRGBA(image.Rect(0, 0, 256, 256))
		p.paint(img, painting{background: color.RGBA{R: 255, G: 255, B: 255, A: 255}, share: 1})
		area := 0.0
		for i := 0; i < len(img.Pix); i += 4 {
			area += 1 - float64(img.Pix[i])/255
		}
		if want := width * curveLength(curve); math.Abs(area-want) > 0.02*want+1 {
			t.Errorf("a line of width %g covers %.1f pixels, want %.1f", width, area, want)
		}
	}
}

func TestPaintTwiceIsTheSame(t *testing.T) {
	for _, size := range [][2]int{{1120, 800}, {333, 217}, {1, 1}} {
		scene := Build(randomInput(t, 60, 150))
		camera := Camera{Width: size[0], Height: size[1], Scale: 1}.Fit(scene)
		first := image.NewRGBA(image.Rect(0, 0, size[0], size[1]))
		Paint(first, scene, camera, Light())
		for range 3 {
			again := image.NewRGBA(image.Rect(0, 0, size[0], size[1]))
			for i := range again.Pix {
				again.Pix[i] = 77 // what was there before must not shine through
			}
			Paint(again, scene, camera, Light())
			if !bytes.Equal(first.Pix, again.Pix) {
				t.Fatalf("%v: two paintings of one scene differ", size)
			}
		}
	}
}

func TestPaintIsWhereTheSceneIs(t *testing.T) {
	scene := dealScene(t)
	for _, style := range []*Style{Light(), Dark()} {
		for _, scale := range []float64{1, 1.5, 2} {
			camera := Camera{Width: int(1120 * scale), Height: int(800 * scale), Scale: scale}.Fit(scene)
			img := image.NewRGBA(image.Rect(0, 0, camera.Width, camera.Height))
			Paint(img, scene, camera, style)
			at := func(p layout.Point) color.RGBA {
				q := camera.ToScreen(p)
				return img.RGBAAt(int(q.X), int(q.Y))
			}
			for _, disc := range scene.Discs {
				off := layout.Point{Y: 0.6 * shapeOf(disc.Role).inside * disc.Radius}
				if got, want := at(plus(disc.Centre, off)), style.Role(disc.Role, ""); got != want {
					t.Errorf("scale %g: %s is painted %v, want %v", scale, disc.Name, got, want)
				}
			}
			for _, arrow := range scene.Arrows {
				head := between(between(arrow.Head[0], arrow.Head[2], 0.5), arrow.Head[1], 0.35)
				if got, want := at(head), style.Money(arrow.Financing); got != want {
					t.Errorf("scale %g: the head of leg %d is painted %v, want %v", scale, arrow.Leg, got, want)
				}
			}
		}
	}
}
