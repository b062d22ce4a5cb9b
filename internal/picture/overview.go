package picture

import (
	"image"
	"image/color"
	"math"
	"slices"

	"roundtrip/internal/layout"
)

// What an overview shows of a large network: hundreds of lines and full discs on so few pixels would be one dark blot.
const (
	// overviewLegs is how many legs are drawn of those that nothing is said about: the heaviest.
	overviewLegs = 160
	// overviewLargest is the least radius of the largest company, in pixels at scale 1; the others are as much smaller as
	// on the canvas, down to overviewSmallest.
	overviewLargest, overviewSmallest = 2.2, 0.4
	// overviewSolid is from which radius in pixels at scale 1 companies keep all of their colour.
	overviewSolid = 1.2
)

// PaintOverview paints the scene as small as a thumbnail, over whatever was on the image: companies as dots by their
// size, the heaviest legs as pale straight lines, no names and no frame.
func PaintOverview(dst *image.RGBA, s *Scene, c Camera, st *Style) {
	c.Width, c.Height = dst.Rect.Dx(), dst.Rect.Dy()
	clearRows(dst, st.Panel, 0, c.Height)
	s.overviewLegs(dst, c, st)
	largest := 0.0
	for i := range s.Discs {
		largest = max(largest, s.Discs[i].Radius)
	}
	grow := max(overviewLargest*c.Scale/max(largest*c.factor(), 1e-9), 1)
	for _, large := range []bool{false, true} {
		for i := range s.Discs {
			disc := &s.Discs[i]
			radius := max(disc.Radius*c.factor()*grow, overviewSmallest*c.Scale)
			solid := min(radius/(overviewSolid*c.Scale), 1)
			if (solid == 1) != large {
				continue
			}
			colour := Mix(st.Panel, st.Role(disc.Role, disc.Colour), 0.25+0.75*solid*solid)
			if disc.Emphasis == Faded {
				colour = Mix(st.Panel, colour, 0.3)
			}
			dot(dst, c.ToScreen(disc.Centre), radius, colour)
		}
	}
}

// overviewLegs draws the heaviest legs, the heavier the stronger, and on top those that are lit.
func (s *Scene) overviewLegs(dst *image.RGBA, c Camera, st *Style) {
	var drawn []*Arrow // the widest first, as in the scene
	counts := [...]int{Plain: 0, Faded: 0, Lit: 0}
	widest := 0.0
	for i := range s.Arrows {
		arrow := &s.Arrows[i]
		if counts[arrow.Emphasis]++; arrow.Emphasis == Lit || counts[arrow.Emphasis] <= overviewLegs {
			drawn, widest = append(drawn, arrow), max(widest, arrow.Width)
		}
	}
	for _, lit := range []bool{false, true} {
		for _, arrow := range slices.Backward(drawn) {
			if (arrow.Emphasis == Lit) != lit {
				continue
			}
			weight := arrow.Width / widest
			part := 0.12 + 0.33*weight*weight
			switch arrow.Emphasis {
			case Faded:
				part *= 0.4
			case Lit:
				part = 1
			}
			thinLine(dst, c.ToScreen(arrow.Curve.From), c.ToScreen(arrow.Curve.To), Mix(st.Panel, st.Money(arrow.Financing), part))
		}
	}
}

// Overview returns the camera that shows all of the scene on an image of at most so many pixels, without a margin,
// with the width and height that it needs.
func Overview(s *Scene, width, height int, scale float64) Camera {
	size := s.Bounds.Size()
	zoom := min(float64(width)/max(size.Width, 1), float64(height)/max(size.Height, 1)) / scale
	return Camera{
		Centre: s.Bounds.Middle(), Zoom: zoom, Scale: scale,
		Width: max(1, int(math.Round(size.Width*zoom*scale))), Height: max(1, int(math.Round(size.Height*zoom*scale))),
	}
}

// thinLine sets the pixels from one point to another.
func thinLine(dst *image.RGBA, from, to layout.Point, colour color.RGBA) {
	steps := math.Ceil(max(math.Abs(to.X-from.X), math.Abs(to.Y-from.Y), 1))
	if !(steps < 1e5) {
		return
	}
	for step := 0.0; step <= steps; step++ {
		at := between(from, to, step/steps)
		dst.SetRGBA(int(math.Floor(at.X)), int(math.Floor(at.Y)), colour)
	}
}

// dot fills the pixels of a disc, those at its rim in part.
func dot(dst *image.RGBA, centre layout.Point, radius float64, colour color.RGBA) {
	box := image.Rect(
		int(math.Floor(centre.X-radius-1)), int(math.Floor(centre.Y-radius-1)),
		int(math.Ceil(centre.X+radius+1)), int(math.Ceil(centre.Y+radius+1)),
	).Intersect(dst.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			away := math.Hypot(float64(x)+0.5-centre.X, float64(y)+0.5-centre.Y)
			if part := min(max(radius+0.5-away, 0), 1); part > 0 {
				dst.SetRGBA(x, y, Mix(dst.RGBAAt(x, y), colour, part))
			}
		}
	}
}
