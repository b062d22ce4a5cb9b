package picture

import (
	"image"
	"image/color"
	"math"

	"roundtrip/internal/layout"
)

// PaintOverview paints the scene as small as a thumbnail, over whatever was on the image: companies as dots, legs as
// thin straight lines, no names and no frame. It takes about as long as there are pixels under its lines.
func PaintOverview(dst *image.RGBA, s *Scene, c Camera, st *Style) {
	c.Width, c.Height = dst.Rect.Dx(), dst.Rect.Dy()
	clearRows(dst, st.Panel, 0, c.Height)
	for i := range s.Arrows {
		arrow := &s.Arrows[i]
		part := 0.4
		switch arrow.Emphasis {
		case Faded:
			part = 0.12
		case Lit:
			part = 1
		}
		thinLine(dst, c.ToScreen(arrow.Curve.From), c.ToScreen(arrow.Curve.To), Mix(st.Panel, st.Money(arrow.Financing), part))
	}
	for i := range s.Discs {
		disc := &s.Discs[i]
		colour := st.Role(disc.Role, disc.Colour)
		if disc.Emphasis == Faded {
			colour = Mix(st.Panel, colour, 0.3)
		}
		dot(dst, c.ToScreen(disc.Centre), max(disc.Radius*c.factor(), 1.1*c.Scale), colour)
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
