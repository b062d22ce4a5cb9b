package graphview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"roundtrip/internal/layout"
	"roundtrip/internal/picture"
)

// sheet is the painted network. It is larger than what is shown of it: while the analyst moves about it is only
// moved and stretched, and it is painted again when its edge comes near, and at rest.
type sheet struct {
	image  *canvas.Image
	pixels *image.RGBA
	spare  *image.RGBA    // the memory of the sheet before, for the next one
	kept   *image.RGBA    // what is shown again later, and not painted over; nil: nothing
	camera picture.Camera // that it was painted through, with its own width and height
	scene  *picture.Scene
	style  *picture.Style
}

// margin is how far a sheet reaches beyond what is shown, on each side, in units of the screen.
const margin = 256

// largestSheet bounds the width and height of a sheet in pixels: what every graphics card takes.
const largestSheet = 8192

func newSheet() sheet {
	s := sheet{image: canvas.NewImageFromImage(nil)}
	s.image.Hide()
	return s
}

// widened returns the camera of a sheet that reaches beyond what the camera shows.
func widened(c picture.Camera) picture.Camera {
	by := int(margin * c.Scale)
	c.Width += 2 * max(min(by, (largestSheet-c.Width)/2), 0)
	c.Height += 2 * max(min(by, (largestSheet-c.Height)/2), 0)
	return c
}

// room returns an image of the camera's size to paint the next sheet on, none of which is shown.
func (s *sheet) room(c picture.Camera) *image.RGBA {
	room := s.spare
	s.spare = nil
	if room == nil || room.Rect.Dx() != c.Width || room.Rect.Dy() != c.Height {
		room = image.NewRGBA(image.Rect(0, 0, c.Width, c.Height))
	}
	return room
}

// take makes a painted image what is shown.
func (s *sheet) take(pixels *image.RGBA, painted picture.Camera, scene *picture.Scene, style *picture.Style) {
	if s.pixels != s.kept {
		s.spare = s.pixels
	}
	s.pixels, s.camera, s.scene, s.style = pixels, painted, scene, style
	s.image.Image = pixels
	s.image.Refresh()
}

// clear shows nothing.
func (s *sheet) clear() {
	s.pixels, s.scene = nil, nil
	s.image.Image = nil
	s.image.Hide()
}

// box returns where the sheet lies in a camera's picture, in pixels: whole ones unless it is stretched.
func (s *sheet) box(c picture.Camera) picture.Rect {
	low := c.ToScreen(s.camera.ToWorld(layout.Point{}))
	part := s.stretch(c)
	if part == 1 {
		low = layout.Point{X: math.Round(low.X), Y: math.Round(low.Y)}
	}
	return picture.Rect{Low: low, High: layout.Point{
		X: low.X + float64(s.camera.Width)*part, Y: low.Y + float64(s.camera.Height)*part,
	}}
}

// stretch returns how many times as large as painted the sheet is shown: 1 exactly when it is sharp.
func (s *sheet) stretch(c picture.Camera) float64 {
	return c.Zoom * c.Scale / (s.camera.Zoom * s.camera.Scale)
}

// reserve returns how many pixels the sheet reaches beyond what the camera shows, on the side where they are fewest;
// it is negative when the sheet does not reach all of it.
func (s *sheet) reserve(c picture.Camera) float64 {
	if s.pixels == nil {
		return math.Inf(-1)
	}
	box := s.box(c)
	return min(-box.Low.X, -box.Low.Y, box.High.X-float64(c.Width), box.High.Y-float64(c.Height))
}

// lay puts the sheet where the view's camera shows what is on it.
func (v *View) lay() {
	v.overview.follow()
	v.sayAwaited()
	s := &v.sheet
	covered := s.reserve(v.camera) >= 0
	v.ground.Hidden = covered
	if !covered {
		v.ground.FillColor = v.style().Background
		v.ground.Move(fyne.NewPos(v.origin.X, v.origin.Y))
		v.ground.Resize(fyne.NewSize(v.units(float64(v.camera.Width)), v.units(float64(v.camera.Height))))
		v.ground.Refresh()
	}
	if s.pixels == nil {
		return
	}
	box := s.box(v.camera)
	mode := canvas.ImageScalePixels
	if s.stretch(v.camera) != 1 {
		mode = canvas.ImageScaleFastest
	}
	if s.image.ScaleMode != mode {
		s.image.ScaleMode = mode
		s.image.Refresh()
	}
	s.image.Move(fyne.NewPos(v.origin.X+v.units(box.Low.X), v.origin.Y+v.units(box.Low.Y)))
	s.image.Resize(fyne.NewSize(v.units(box.Size().Width), v.units(box.Size().Height)))
	s.image.Show()
}

// labelZoom returns the zoom of the names and amounts that are seen: while the picture is stretched, that at which
// it was painted.
func (v *View) labelZoom() float64 {
	if v.sheet.pixels != nil && v.sheet.scene == v.scene {
		return v.sheet.camera.Zoom
	}
	return v.camera.Zoom
}

// units returns pixels in units of the screen.
func (v *View) units(pixels float64) float32 { return float32(pixels / v.pixels) }

// overlay is a small image with transparent parts that lies over the sheet, pixel on pixel.
type overlay struct {
	image  *canvas.Image
	pixels *image.RGBA
}

func newOverlay() overlay {
	o := overlay{image: canvas.NewImageFromImage(nil)}
	o.image.ScaleMode = canvas.ImageScalePixels
	o.image.Hide()
	return o
}

// show shows the pixels at their place in the picture; none hides the overlay.
func (o *overlay) show(v *View, pixels *image.RGBA) {
	o.pixels = pixels
	if pixels == nil || pixels.Rect.Empty() {
		o.image.Hide()
		return
	}
	o.image.Image = pixels
	area := pixels.Rect
	o.image.Move(fyne.NewPos(v.origin.X+v.units(float64(area.Min.X)), v.origin.Y+v.units(float64(area.Min.Y))))
	o.image.Resize(fyne.NewSize(v.units(float64(area.Dx())), v.units(float64(area.Dy()))))
	o.image.Refresh()
	o.image.Show()
}
