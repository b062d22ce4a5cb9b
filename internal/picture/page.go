package picture

import (
	"image"
	"image/png"
	"io"
	"math"

	"roundtrip/internal/layout"
)

// Page is a picture for a file: what a camera sees of a scene, with a frame of words around it. The frame stands
// above and below, never on the network: what the camera shows is the same with it and without.
type Page struct {
	Scene  *Scene
	Camera Camera // of the network alone; the page is higher by its frame
	Style  *Style
	Frame  Frame

	below *Scene // whose legend stands below the picture instead of on it; nil: none does
}

// WithFullLegend returns the page with the whole legend where the scene has one: on the picture where it covers nothing,
// otherwise below it. The network is the same as without.
func (p Page) WithFullLegend() Page {
	if !p.Scene.Legend.Shown() {
		return p
	}
	full := p.Scene.WithFullLegend()
	if short := p.Scene.LegendForm(p.Camera) == LegendShort; short && full.under(p.Camera, full.LegendBox(p.Camera).grown(6*p.scale())) {
		p.below, p.Scene = full, full.WithLegend(false)
		return p
	}
	p.Scene = full
	return p
}

// legendStrip returns the strip with the legend that stands below the picture.
func (p Page) legendStrip() part {
	c := p.Camera
	if c.Height = 0; p.below != nil {
		c.Height = p.pixels(p.below.legendIn(c).size().Height + 2*frameMargin)
	}
	return part{camera: c, draw: func(c Camera, to pen) {
		(&drawing{scene: p.below, camera: c, style: p.Style, pen: to, f: c.factor(), paper: true}).legend()
	}}
}

// part is a strip of a page, over its whole width.
type part struct {
	top    int // in pixels of the page
	camera Camera
	draw   func(Camera, pen)
}

// parts returns the strips of the page from top to bottom.
func (p Page) parts() []part {
	frame := p.Frame.laid(float64(p.Camera.Width) / p.scale())
	above, below := p.Camera, p.Camera
	above.Height, below.Height = p.pixels(frame.above), p.pixels(frame.below)
	strips := []part{
		{camera: above, draw: func(c Camera, to pen) { frame.drawAbove(c, p.Style, to) }},
		{camera: p.Camera, draw: func(c Camera, to pen) {
			(&drawing{scene: p.Scene, camera: c, style: p.Style, pen: to, f: c.factor(), paper: true}).all()
		}},
		p.legendStrip(),
		{camera: below, draw: func(c Camera, to pen) { frame.drawBelow(c, p.Style, to) }},
	}
	var shown []part
	top := 0
	for _, strip := range strips {
		strip.top, top = top, top+strip.camera.Height
		if strip.camera.Height > 0 && strip.camera.Width > 0 {
			shown = append(shown, strip)
		}
	}
	return shown
}

func (p Page) scale() float64 {
	if p.Camera.Scale > 0 {
		return p.Camera.Scale
	}
	return 1
}

func (p Page) pixels(length float64) int { return int(math.Ceil(length * p.scale())) }

// Size returns the size of the whole page in pixels, at least 1 each way.
func (p Page) Size() (width, height int) {
	for _, strip := range p.parts() {
		height += strip.camera.Height
	}
	return max(p.Camera.Width, 1), max(height, 1)
}

// frameHeight returns by how many pixels the frame makes the page higher than its camera.
func (p Page) frameHeight() int {
	frame := p.Frame.laid(float64(p.Camera.Width) / p.scale())
	return p.pixels(frame.above) + p.pixels(frame.below)
}

// At returns the page at another scale: the same picture with more or fewer pixels. Scale 1 has one pixel for a
// unit of the screen.
func (p Page) At(scale float64) Page {
	by := scale / p.scale()
	p.Camera.Width = int(math.Round(float64(p.Camera.Width) * by))
	p.Camera.Height = int(math.Round(float64(p.Camera.Height) * by))
	p.Camera.Scale = scale
	return p
}

// SharpScale is how many of a PNG's pixels a unit is unless something else is asked for: sharp on a fine screen and in print.
const SharpScale = 2

// MostPixels is how many pixels a page may be painted with: 800 MB of them.
const MostPixels = 200_000_000

// Image returns the page as pixels.
func (p Page) Image() *image.RGBA {
	width, height := p.Size()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	if len(p.parts()) == 0 {
		clearRows(img, p.Style.Background, 0, height)
	}
	for _, strip := range p.parts() {
		box := image.Rect(0, strip.top, width, strip.top+strip.camera.Height)
		paintPart(img.SubImage(box).(*image.RGBA), strip.camera, p.Style.Background, strip.draw)
	}
	return img
}

// WritePNG writes the page as a PNG of its size.
func WritePNG(w io.Writer, p Page) error { return png.Encode(w, p.Image()) }

// box returns where the strip stands on its page.
func (p part) box() Rect {
	low := layout.Point{Y: float64(p.top)}
	return Rect{Low: low, High: plus(low, layout.Point{X: float64(p.camera.Width), Y: float64(p.camera.Height)})}
}
