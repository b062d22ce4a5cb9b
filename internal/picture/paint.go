package picture

import (
	"image"
	"image/color"
	"runtime"
	"sync"
)

// Paint paints the part of the scene that the camera shows onto the image, from its upper left corner, over
// whatever was there. The same scene, camera and style give the same pixels. It is safe to call from several
// goroutines with different images.
func Paint(dst *image.RGBA, s *Scene, c Camera, st *Style) {
	paintPart(dst, c, st.Background, func(c Camera, to pen) { draw(s, c, st, to) })
}

// imagePen collects a drawing as outlines in pixels, and then paints it in horizontal bands, each by itself:
// no two goroutines touch the same pixel, and the order within a band is the order of drawing.
type imagePen struct {
	camera Camera
	steps  []step
	edges  []edge
	spine  []vertex // of the stroke at hand
}

// step is one thing to paint: an outline in one colour, or a letter.
type step struct {
	colour   color.RGBA
	from, to int     // its edges
	hair     float32 // the width of a thin line, of whose middle they are the pieces; 0: they are of an outline
	mask     *mask
	x, y     int     // of the mask's upper left corner
	top, end float32 // the rows that it may touch
}

var rasters = sync.Pool{New: func() any { return new(raster) }}

var pens = sync.Pool{New: func() any { return new(imagePen) }}

func (p *imagePen) reset(c Camera) {
	p.camera = c
	clear(p.steps)
	p.steps, p.edges = p.steps[:0], p.edges[:0]
}

// close ends an outline that began with edge from, or a thin line of a width.
func (p *imagePen) close(from int, colour color.RGBA, hair float32) {
	if from == len(p.edges) {
		return
	}
	s := step{colour: colour, from: from, to: len(p.edges), hair: hair, top: p.edges[from].y0, end: p.edges[from].y0}
	for _, e := range p.edges[from:] {
		s.top, s.end = min(s.top, e.y0, e.y1), max(s.end, e.y0, e.y1)
	}
	s.top, s.end = s.top-hair, s.end+hair
	p.steps = append(p.steps, s)
}

// bandsEach is how many bands each goroutine gets, so that a crowded one holds up the others less.
const bandsEach = 3

func (p *imagePen) paint(dst *image.RGBA, how painting) {
	workers := max(min(runtime.GOMAXPROCS(0), 8)/how.share, 1)
	height := p.camera.Height
	bands := min(workers*bandsEach, max(height/32, 1))
	next := make(chan [2]int, bands)
	for band := range bands {
		next <- [2]int{band * height / bands, (band + 1) * height / bands}
	}
	close(next)
	var group sync.WaitGroup
	for range min(workers, bands) {
		group.Go(func() {
			for rows := range next {
				p.paintBand(dst, how, rows[0], rows[1])
			}
		})
	}
	group.Wait()
}

func (p *imagePen) paintBand(dst *image.RGBA, how painting, top, end int) {
	if !how.keep {
		clearRows(dst, how.background, top, end)
	}
	r := rasters.Get().(*raster)
	defer rasters.Put(r)
	r.reset(p.camera.Width, top, end)
	pixels := &image.RGBA{Pix: dst.Pix, Stride: dst.Stride, Rect: image.Rect(0, 0, p.camera.Width, p.camera.Height)}
	for i := range p.steps {
		s := &p.steps[i]
		if s.end < float32(top) || s.top > float32(end) {
			continue
		}
		if s.mask != nil {
			s.mask.paint(pixels, s, top, end)
			continue
		}
		if s.hair > 0 {
			paintHairline(pixels, p.edges[s.from:s.to], s, top, end)
			continue
		}
		for _, e := range p.edges[s.from:s.to] {
			r.add(e)
		}
		r.fill(pixels, s.colour)
	}
}

func clearRows(dst *image.RGBA, colour color.RGBA, top, end int) {
	if top >= end {
		return
	}
	first := dst.Pix[top*dst.Stride : top*dst.Stride+4*dst.Rect.Dx()]
	for i := 0; i < len(first); i += 4 {
		first[i], first[i+1], first[i+2], first[i+3] = colour.R, colour.G, colour.B, colour.A
	}
	for y := top + 1; y < end; y++ {
		copy(dst.Pix[y*dst.Stride:y*dst.Stride+len(first)], first)
	}
}
