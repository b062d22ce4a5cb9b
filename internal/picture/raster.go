package picture

import (
	"encoding/binary"
	"image"
	"image/color"
	"math/bits"
)

// point is a place in pixels; the painter works in float32, exact to a thousandth of a pixel at any size here.
type point struct{ x, y float32 }

// edge is a straight piece of an outline in pixels. Edges of one outline all run the same way round.
type edge struct{ x0, y0, x1, y1 float32 }

// raster turns closed outlines into coverage: the exact area of each pixel that is inside. Every edge adds its
// signed area to the pixels it passes, and a running sum along the row fills the inside (the method of
// font-rs and of x/image/vector). Unlike those it remembers which blocks of each row were touched, so that a thin
// line costs its own pixels and not the rectangle around it.
type raster struct {
	width    int // pixels of a row
	top, end int // the rows that it holds: from top to before end
	sums     []float32
	touched  []uint64 // of each row, a bit for each block of pixels
	words    int      // of touched in a row
	low, far int      // rows that were touched: from low to before far
}

// blockShift makes blocks of eight pixels: a thin line crosses one or two of them in a row.
const blockShift = 3

func newRaster(width, top, end int) *raster {
	r := &raster{}
	r.reset(width, top, end)
	return r
}

// reset makes the raster one of another size. It must hold nothing, as after fill.
func (r *raster) reset(width, top, end int) {
	r.width, r.top, r.end = width, top, end
	if need := (width + 2) * (end - top); cap(r.sums) < need {
		r.sums = make([]float32, need)
	} else {
		r.sums = r.sums[:need]
	}
	r.words = (width+2)>>blockShift/64 + 1
	if need := r.words * (end - top); cap(r.touched) < need {
		r.touched = make([]uint64, need)
	} else {
		r.touched = r.touched[:need]
		clear(r.touched)
	}
	r.low, r.far = end, top
}

// add adds an edge of an outline. What is above, below or to the right of the raster is left out; what is to
// its left counts where it enters.
func (r *raster) add(e edge) {
	sign := float32(1)
	if e.y0 > e.y1 {
		e.x0, e.y0, e.x1, e.y1 = e.x1, e.y1, e.x0, e.y0
		sign = -1
	}
	top, end := float32(r.top), float32(r.end)
	// An edge as good as level covers nothing, and its slope would be beyond what a float32 can hold.
	if e.y0 >= end || e.y1 <= top || !(e.y1-e.y0 > 1e-5) {
		return
	}
	slope := (e.x1 - e.x0) / (e.y1 - e.y0)
	if e.y0 < top {
		e.x0 += slope * (top - e.y0)
		e.y0 = top
	}
	if e.y1 > end {
		e.x1 -= slope * (e.y1 - end)
		e.y1 = end
	}
	wide := float32(r.width)
	if min(e.x0, e.x1) >= 0 && max(e.x0, e.x1) <= wide {
		r.inside(e, slope, sign)
		return
	}
	r.clipped(e, slope, sign, 0, wide)
}

// clipped adds the parts of an edge that leaves the raster sideways: those outside run along its border.
func (r *raster) clipped(e edge, slope, sign, low, high float32) {
	cuts := [4]float32{e.y0, e.y0, e.y1, e.y1}
	if slope != 0 {
		at := func(x float32) float32 { return min(max(e.y0+(x-e.x0)/slope, e.y0), e.y1) }
		cuts[1], cuts[2] = at(low), at(high)
		if cuts[1] > cuts[2] {
			cuts[1], cuts[2] = cuts[2], cuts[1]
		}
	}
	for i := range 3 {
		from, to := cuts[i], cuts[i+1]
		if to <= from {
			continue
		}
		x0, x1 := e.x0+slope*(from-e.y0), e.x0+slope*(to-e.y0)
		part := edge{min(max(x0, low), high), from, min(max(x1, low), high), to}
		r.inside(part, (part.x1-part.x0)/(to-from), sign)
	}
}

// inside adds an edge that lies within the raster and runs downwards.
func (r *raster) inside(e edge, slope, sign float32) {
	first, last := int(e.y0), int(e.y1)
	if float32(last) == e.y1 {
		last--
	}
	r.low, r.far = min(r.low, first), max(r.far, last+1)
	x := e.x0
	for y := first; y <= last; y++ {
		height := min(float32(y+1), e.y1) - max(float32(y), e.y0)
		next := x + slope*height
		if y == last {
			next = e.x1
		}
		r.row(y-r.top, x, next, sign*height)
		x = next
	}
}

// row adds the piece of an edge that lies in one row, from x to next, with its signed height.
func (r *raster) row(row int, x, next, height float32) {
	from, to := x, next
	if from > to {
		from, to = to, from
	}
	from, to = max(from, 0), min(to, float32(r.width))
	if from > to {
		from = to
	}
	left := int32(from)
	right := int32(to)
	if float32(right) < to {
		right++
	}
	sums := r.sums[row*(r.width+2) : (row+1)*(r.width+2)]
	touched := r.touched[row*r.words : (row+1)*r.words]
	first, last := left>>blockShift, max(right, left+1)>>blockShift
	touched[first>>6] |= 1 << (first & 63)
	for ; first < last; last-- {
		touched[last>>6] |= 1 << (last & 63)
	}
	if right <= left+1 {
		part := height * ((from+to)/2 - float32(left))
		sums[left] += height - part
		sums[left+1] += part
		return
	}
	per := 1 / (to - from)
	ahead := 1 - (from - float32(left))
	start := 0.5 * per * ahead * ahead
	behind := to - float32(right-1)
	final := 0.5 * per * behind * behind
	sums[left] += height * start
	if right == left+2 {
		sums[left+1] += height * (1 - start - final)
	} else {
		second := per * (1.5 - (from - float32(left)))
		sums[left+1] += height * (second - start)
		for i := left + 2; i < right-1; i++ {
			sums[i] += height * per
		}
		third := second + float32(right-left-3)*per
		sums[right-1] += height * (1 - third - final)
	}
	sums[right] += height * final
}

// fill paints what the edges since the last fill enclose, and forgets them.
func (r *raster) fill(dst *image.RGBA, colour color.RGBA) {
	solid := opaque(colour)
	for y := r.low; y < r.far; y++ {
		row := y - r.top
		sums := r.sums[row*(r.width+2) : (row+1)*(r.width+2)]
		pixels := dst.Pix[(y-dst.Rect.Min.Y)*dst.Stride:]
		pixels = pixels[:4*r.width]
		sum, done := float32(0), 0
		for word, blocks := range r.touched[row*r.words : (row+1)*r.words] {
			if blocks == 0 {
				continue
			}
			r.touched[row*r.words+word] = 0
			for ; blocks != 0; blocks &= blocks - 1 {
				from := (word<<6 + bits.TrailingZeros64(blocks)) << blockShift
				// Up to the next block that an edge touches, all is as covered as the last pixel.
				if cover := covered(sum); cover != 0 && done < from {
					fillRun(pixels[4*done:4*min(from, r.width)], solid, cover)
				}
				done = min(from+1<<blockShift, r.width+2)
				sum = fillBlock(pixels, from, sums[from:done], sum, solid)
			}
		}
		if cover := covered(sum); cover != 0 && done < r.width {
			fillRun(pixels[4*done:], solid, cover)
		}
	}
	r.low, r.far = r.end, r.top
}

// covered returns how much of a pixel is covered, 0 to 256, from the running sum of signed areas.
func covered(sum float32) uint32 { return uint32(min(max(sum, -sum), 1)*256 + 0.5) }

// fillBlock blends the pixels of a block and clears its sums. It returns the running sum after it.
func fillBlock(pixels []uint8, from int, sums []float32, sum float32, solid uint32) float32 {
	cover := covered(sum)
	pixels = pixels[min(4*from, len(pixels)):]
	for i, part := range sums {
		if part != 0 {
			sums[i] = 0
			sum += part
			cover = covered(sum)
		}
		if cover == 0 || 4*i >= len(pixels) {
			continue
		}
		if at := pixels[4*i : 4*i+4 : 4*i+4]; cover == 256 {
			binary.LittleEndian.PutUint32(at, solid)
		} else {
			blend(at, solid, cover)
		}
	}
	return sum
}

// fillRun blends pixels that are all covered alike.
func fillRun(pixels []uint8, solid, cover uint32) {
	switch cover {
	case 0:
	case 256:
		for ; len(pixels) >= 4; pixels = pixels[4:] {
			binary.LittleEndian.PutUint32(pixels, solid)
		}
	default:
		for ; len(pixels) >= 4; pixels = pixels[4:] {
			blend(pixels, solid, cover)
		}
	}
}

// blend lays an opaque colour over a pixel, red in the lowest byte; cover is 0 to 256. Red and blue are worked out
// together, eight bits apart, and so are green and the pixel's own coverage: over transparent ground colours come
// out multiplied by it, as image.RGBA wants them.
func blend(p []uint8, colour, cover uint32) {
	const twoOfFour = 0xff00ff
	below, rest := binary.LittleEndian.Uint32(p), 256-cover
	mixed := ((below&twoOfFour)*rest+(colour&twoOfFour)*cover+0x800080)>>8&twoOfFour |
		((below>>8&twoOfFour)*rest+(colour>>8&twoOfFour)*cover+0x800080)&^twoOfFour
	binary.LittleEndian.PutUint32(p, mixed)
}

// opaque returns the colour as a pixel, red in the lowest byte.
func opaque(colour color.RGBA) uint32 {
	return uint32(colour.R) | uint32(colour.G)<<8 | uint32(colour.B)<<16 | 0xff000000
}
