package picture

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/layout"
)

// inked paints one stroke in black on white, in bands of so many rows, and returns the pixels.
func inked(t interface{ Helper() }, s stroke, outline bool, rows int) *image.RGBA {
	t.Helper()
	dst := image.NewRGBA(image.Rect(0, 0, 120, 90))
	p := &imagePen{}
	p.reset(Camera{Width: 120, Height: 90, Zoom: 1, Scale: 1})
	s.Colour = color.RGBA{A: 255}
	p.stroke(s)
	if outline {
		p.reset(p.camera)
		p.strip(p.flatten(s.Curve, s.Width), float32(s.Width/2))
		p.close(0, s.Colour, 0)
	}
	white := painting{background: color.RGBA{255, 255, 255, 255}, share: 1}
	for top := 0; top < 90; top += rows {
		p.paintBand(dst, white, top, min(top+rows, 90))
	}
	return dst
}

// ink returns how many pixels are covered.
func ink(dst *image.RGBA) float64 {
	sum := 0.0
	for i := 0; i < len(dst.Pix); i += 4 {
		sum += float64(255-dst.Pix[i]) / 255
	}
	return sum
}

func thinCurve(t *rapid.T) layout.Curve {
	place := func(name string) layout.Point {
		return layout.Point{X: rapid.Float64Range(10, 110).Draw(t, name+" x"), Y: rapid.Float64Range(10, 80).Draw(t, name+" y")}
	}
	from, to := place("from"), place("to")
	bow := rapid.Float64Range(-0.3, 0.3).Draw(t, "bow")
	middle := plus(between(from, to, 0.5), times(left(minus(to, from)), bow))
	return layout.Curve{From: from, C1: between(from, middle, 2.0/3), C2: between(to, middle, 2.0/3), To: to}
}

// TestHairlineIsLikeItsOutline paints thin lines both ways: they cover as much, in the same places.
func TestHairlineIsLikeItsOutline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := stroke{Curve: thinCurve(t), Width: rapid.Float64Range(0.4, thinnest).Draw(t, "width")}
		hair, exact := inked(t, s, false, 90), inked(t, s, true, 90)
		long := curveLength(s.Curve)
		if got, want := ink(hair), ink(exact); math.Abs(got-want) > 0.04*want+2*s.Width+0.5 {
			t.Fatalf("a line of %.0f by %.2f pixels covers %.1f, its outline %.1f", long, s.Width, got, want)
		}
		for y := range 90 {
			for x := range 120 {
				if hair.RGBAAt(x, y).R > 250 {
					continue
				}
				if d := nearCurve(s.Curve, layout.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5}); d > s.Width/2+1.3 {
					t.Fatalf("the pixel %d, %d is %.2f from the line", x, y, d)
				}
			}
		}
	})
}

// TestHairlineIsTheSameInEveryBand: bands are painted by themselves, and nothing may show where they meet.
func TestHairlineIsTheSameInEveryBand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := stroke{
			Curve: thinCurve(t), Width: rapid.Float64Range(0.4, thinnest).Draw(t, "width"),
			Dash: rapid.SampledFrom([]Dash{Solid, Dashed, Dotted}).Draw(t, "dash"),
		}
		s.Part = s.Width
		whole := inked(t, s, false, 90)
		if rows := rapid.IntRange(1, 60).Draw(t, "rows"); !bytes.Equal(whole.Pix, inked(t, s, false, rows).Pix) {
			t.Fatalf("in bands of %d rows other pixels are painted", rows)
		}
	})
}

func TestSmallDotsCoverTheAreaOfDots(t *testing.T) {
	s := stroke{Curve: straight(layout.Point{X: 10, Y: 20}, layout.Point{X: 107, Y: 66}), Width: 0.8, Part: 0.8, Dash: Dotted}
	radius, apart := dots(s.Part, 1)
	count := math.Floor(curveLength(s.Curve) / apart)
	if got, want := ink(inked(t, s, false, 90)), count*math.Pi*radius*radius; math.Abs(got-want) > 0.02*want {
		t.Errorf("%.0f dots cover %.2f pixels, not %.2f", count, got, want)
	}
}
