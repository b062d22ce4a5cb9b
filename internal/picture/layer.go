package picture

import (
	"image"
	"image/color"
	"math"
)

// PaintNetwork paints the part of the network that the camera shows onto the image, as Paint does, but without what
// stands still while the canvas is moved: the legend.
func PaintNetwork(dst *image.RGBA, s *Scene, c Camera, st *Style) {
	paintPart(dst, c, st.Background, s.networkDrawn(st))
}

// PaintBeside paints as PaintNetwork does, but takes half of the processor at most: the window that waits for the
// image goes on meanwhile.
func PaintBeside(dst *image.RGBA, s *Scene, c Camera, st *Style) {
	paintIn(dst, c, painting{background: st.Background, share: 2}, s.networkDrawn(st))
}

// networkDrawn returns what draws the network alone.
func (s *Scene) networkDrawn(st *Style) func(Camera, pen) {
	return func(c Camera, to pen) {
		(&drawing{scene: s, camera: c, style: st, pen: to, f: c.factor()}).network()
	}
}

// PaintFrame paints what PaintNetwork leaves out on transparent ground. The image's Rect says which pixels of the
// picture it covers: no more than are needed. It uses the memory of an earlier image, which may be nil, when it
// has room.
func PaintFrame(s *Scene, c Camera, st *Style, earlier *image.RGBA) *image.RGBA {
	return paintLayer(c, earlier, func(to pen) {
		(&drawing{scene: s, camera: c, style: st, pen: to, f: c.factor()}).frame()
	})
}

// PaintOver paints the network on transparent ground, to be laid over another picture, in the way of PaintFrame.
func PaintOver(s *Scene, c Camera, st *Style, earlier *image.RGBA) *image.RGBA {
	return paintLayer(c, earlier, func(to pen) { s.networkDrawn(st)(c, to) })
}

// PaintOnto paints the network over what the image shows, as if it were the upper part of that picture.
func PaintOnto(dst *image.RGBA, s *Scene, c Camera, st *Style) {
	paintIn(dst, c, painting{keep: true, share: 1}, s.networkDrawn(st))
}

// painting is how an image is painted.
type painting struct {
	background color.RGBA
	keep       bool // what the image shows stays, and no background is painted
	share      int  // one in how many of the processor's cores is used
}

func paintPart(dst *image.RGBA, c Camera, background color.RGBA, draw func(Camera, pen)) {
	paintIn(dst, c, painting{background: background, share: 1}, draw)
}

func paintIn(dst *image.RGBA, c Camera, how painting, draw func(Camera, pen)) {
	c.Width, c.Height = dst.Rect.Dx(), dst.Rect.Dy()
	if c.Width == 0 || c.Height == 0 {
		return
	}
	p := pens.Get().(*imagePen)
	defer pens.Put(p)
	p.reset(c)
	draw(c, p)
	p.paint(dst, how)
}

func paintLayer(c Camera, earlier *image.RGBA, draw func(pen)) *image.RGBA {
	p := pens.Get().(*imagePen)
	defer pens.Put(p)
	p.reset(c)
	draw(p)
	area := p.extent().Intersect(image.Rect(0, 0, c.Width, c.Height))
	layer := roomFor(area, earlier)
	if !area.Empty() {
		p.move(area)
		p.paint(layer, painting{share: 1})
	}
	return layer
}

// roomFor returns an image of an area, in the memory of an earlier one when that is large enough.
func roomFor(area image.Rectangle, earlier *image.RGBA) *image.RGBA {
	need := 4 * area.Dx() * area.Dy()
	if earlier == nil || cap(earlier.Pix) < need {
		return image.NewRGBA(area)
	}
	return &image.RGBA{Pix: earlier.Pix[:need], Stride: 4 * area.Dx(), Rect: area}
}

// extent returns the pixels that the steps touch.
func (p *imagePen) extent() image.Rectangle {
	area := image.Rectangle{}
	for i := range p.steps {
		s := &p.steps[i]
		if s.mask != nil {
			area = area.Union(image.Rect(s.x, s.y, s.x+s.mask.width, s.y+s.mask.height))
			continue
		}
		low, high := float32(math.Inf(1)), float32(math.Inf(-1))
		for _, e := range p.edges[s.from:s.to] {
			low, high = min(low, e.x0, e.x1), max(high, e.x0, e.x1)
		}
		low, high = low-s.hair, high+s.hair
		area = area.Union(image.Rect(pixelOf(low), pixelOf(s.top), pixelOf(high)+1, pixelOf(s.end)+1))
	}
	return area
}

// pixelOf returns the pixel that a place is in, as far as an int holds it.
func pixelOf(place float32) int {
	return int(math.Floor(float64(min(max(place, -1e6), 1e6))))
}

// move makes an area of the picture the whole of it.
func (p *imagePen) move(area image.Rectangle) {
	left, top := float32(area.Min.X), float32(area.Min.Y)
	for i := range p.edges {
		e := &p.edges[i]
		e.x0, e.y0, e.x1, e.y1 = e.x0-left, e.y0-top, e.x1-left, e.y1-top
	}
	for i := range p.steps {
		s := &p.steps[i]
		s.x, s.y = s.x-area.Min.X, s.y-area.Min.Y
		s.top, s.end = s.top-top, s.end-top
	}
	p.camera.Width, p.camera.Height = area.Dx(), area.Dy()
}
