package picture

import (
	"image"
	"math"
)

// A line that is about as thin as a pixel is not worth an outline: thousands of them are what a large network costs.
// It is painted along its middle instead, a column of pixels after the other (or a row, where it is steep), each
// column covered as far as the line is high there. Its area is exact; its ends are on whole pixels.

// thinnest is up to what width a line is painted along its middle, in pixels.
const thinnest = 1.25

// hairline adds the pieces of a line's middle, which close makes one step of.
func (p *imagePen) hairline(spine []vertex) {
	for i := range spine[1:] {
		from, to := &spine[i], &spine[i+1]
		p.edges = append(p.edges, edge{from.x, from.y, to.x, to.y})
	}
}

// paintHairline paints the rows of a thin line that lie in a band.
func paintHairline(dst *image.RGBA, pieces []edge, s *step, top, end int) {
	rows := strip{stride: dst.Stride, low: top, high: end, colour: opaque(s.colour)}
	columns := strip{stride: 4, high: dst.Rect.Dx(), colour: rows.colour}
	for _, e := range pieces {
		if min(e.y0, e.y1)-3 > float32(end) || max(e.y0, e.y1)+3 < float32(top) {
			continue
		}
		dx, dy := e.x1-e.x0, e.y1-e.y0
		if dx == 0 && dy == 0 {
			rows.paintDot(dst, e.x0, e.y0, s.hair)
			continue
		}
		if max(dx, -dx)*askew >= max(dy, -dy) {
			first, last := centres(e.x0, e.x1, 0, columns.high)
			slope := dy / dx
			high := s.hair * float32(math.Sqrt(float64(1+slope*slope)))
			for x := first; x < last; x++ {
				y := e.y0 + slope*(float32(x)+0.5-e.x0) - high/2
				rows.across(dst.Pix[4*x:], y, high)
			}
			continue
		}
		first, last := centres(e.y0, e.y1, top, end)
		slope := dx / dy
		high := s.hair * float32(math.Sqrt(float64(1+slope*slope)))
		for y := first; y < last; y++ {
			x := e.x0 + slope*(float32(y)+0.5-e.y0) - high/2
			columns.across(dst.Pix[y*dst.Stride:], x, high)
		}
	}
}

// askew keeps lines at exactly 45 degrees from being rows here and columns there, as rounding has it.
const askew = 1.0001

// strip is which pixels of a column or row may be painted, from low to before high, each stride bytes on from the last,
// and in what colour.
type strip struct {
	stride, low, high int
	colour            uint32
}

// paintDot paints the rows of a small square that lie in the strip, whose pixels are rows.
func (s *strip) paintDot(dst *image.RGBA, x, y, side float32) {
	left, high := x-side/2, y-side/2
	right, low := left+side, high+side
	for row := max(int(math.Floor(float64(high))), s.low); row < s.high && float32(row) < low; row++ {
		part := min(low, float32(row+1)) - max(high, float32(row))
		pixels := dst.Pix[row*dst.Stride:]
		for at := max(int(math.Floor(float64(left))), 0); at < dst.Rect.Dx() && float32(at) < right; at++ {
			cover := part * (min(right, float32(at+1)) - max(left, float32(at)))
			blend(pixels[4*at:4*at+4], s.colour, uint32(min(cover, 1)*256+0.5))
		}
	}
}

// centres returns the pixels of a row or column, from low to before high, whose centres lie between two places: of
// pieces that follow each other, each pixel belongs to one.
func centres(from, to float32, low, high int) (first, last int) {
	from, to = min(from, to), max(from, to)
	first = int(math.Ceil(float64(max(from, float32(low)-1) - 0.5)))
	last = int(math.Ceil(float64(min(to, float32(high)+1) - 0.5)))
	return max(first, low), min(last, high)
}

// across covers the pixels of the strip, which begins at the first of the bytes, between two places.
func (s *strip) across(pixels []uint8, from, length float32) {
	if from+length <= float32(s.low) || from >= float32(s.high) {
		return
	}
	to := from + length
	for at := int(math.Floor(float64(from))); float32(at) < to; at++ {
		if at < s.low || at >= s.high {
			continue
		}
		part := min(to, float32(at+1)) - max(from, float32(at))
		if cover := uint32(min(part, 1)*256 + 0.5); cover > 0 {
			blend(pixels[at*s.stride:at*s.stride+4], s.colour, cover)
		}
	}
}
