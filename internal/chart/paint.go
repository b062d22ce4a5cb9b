package chart

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"roundtrip/internal/picture"
)

// paint paints the scene as an image of so many pixels. Upright and level edges are laid on whole pixels, so that
// they are sharp at every scale; everything else is drawn by gonum/plot's canvas.
func paint(s *Scene, width, height int, scale float64) *image.RGBA {
	width, height = max(1, width), max(1, height)
	dots := max(1, int(math.Round(72*scale)))
	canvas := vgimg.NewWith(
		vgimg.UseWH(vg.Length(width)*72/vg.Length(dots), vg.Length(height)*72/vg.Length(dots)),
		vgimg.UseDPI(dots), vgimg.UseBackgroundColor(s.background))
	b := &brush{canvas: canvas, scale: scale, unit: 72 * scale / float64(dots), height: float64(height) * 72 / float64(dots)}
	b.pixels, _ = canvas.Image().(*image.RGBA)
	if b.pixels == nil { // gonum/plot paints on another kind of image
		return image.NewRGBA(image.Rect(0, 0, width, height))
	}
	for i := range s.shapes {
		b.shape(s, &s.shapes[i])
	}
	return b.pixels
}

// brush paints shapes on an image.
type brush struct {
	canvas *vgimg.Canvas
	pixels *image.RGBA
	scale  float64 // pixels of the image to one of the scene
	unit   float64 // the canvas' points to a pixel of the scene
	height float64 // of the canvas, in its points
}

func (b *brush) shape(s *Scene, shape *shape) {
	switch shape.form {
	case formBox:
		b.box(shape.box, shape.colour)
	case formLine:
		b.line(shape)
	case formDisc:
		b.disc(shape.points[0], shape.width+1.5, s.background)
		b.disc(shape.points[0], shape.width, shape.colour)
	case formText:
		b.text(s, shape)
	}
}

// box fills a box whose edges are moved to the nearest whole pixels; what has a size keeps at least one pixel.
func (b *brush) box(box Box, colour color.RGBA) {
	edge := func(x float64) int { return int(math.Round(x * b.scale)) }
	r := image.Rect(edge(box.Left), edge(box.Top), edge(box.Right), edge(box.Bottom))
	if r.Dx() == 0 && box.Width() > 0 {
		r.Max.X++
	}
	if r.Dy() == 0 && box.Height() > 0 {
		r.Max.Y++
	}
	draw.Draw(b.pixels, r, image.NewUniform(colour), image.Point{}, draw.Src)
}

func (b *brush) line(s *shape) {
	if len(s.points) == 2 && (s.points[0].X == s.points[1].X || s.points[0].Y == s.points[1].Y) {
		b.straight(s)
		return
	}
	b.canvas.SetColor(s.colour)
	b.canvas.SetLineWidth(vg.Length(s.width * b.unit))
	dash := make([]vg.Length, len(s.dash))
	for i := range s.dash {
		dash[i] = vg.Length(s.dash[i] * b.unit)
	}
	b.canvas.SetLineDash(dash, 0)
	b.canvas.Stroke(b.path(s.points))
}

// straight draws an upright or level line as boxes.
func (b *brush) straight(s *shape) {
	from, to := s.points[0], s.points[1]
	thick := max(1, math.Round(s.width*b.scale)) / b.scale
	start := func(x float64) float64 { return math.Round(x*b.scale-thick*b.scale/2) / b.scale }
	dash := func(low, high float64, part func(low, high float64)) {
		if len(s.dash) < 2 {
			part(low, high)
			return
		}
		for at := low; at < high; at += s.dash[0] + s.dash[1] {
			part(at, min(high, at+s.dash[0]))
		}
	}
	if from.X == to.X {
		x := start(from.X)
		dash(min(from.Y, to.Y), max(from.Y, to.Y), func(low, high float64) { b.box(Box{x, low, x + thick, high}, s.colour) })
		return
	}
	y := start(from.Y)
	dash(min(from.X, to.X), max(from.X, to.X), func(low, high float64) { b.box(Box{low, y, high, y + thick}, s.colour) })
}

// place turns a point of the scene into one of the canvas, whose ordinate runs upwards.
func (b *brush) place(p Point) vg.Point {
	return vg.Point{X: vg.Length(p.X * b.unit), Y: vg.Length(b.height - p.Y*b.unit)}
}

func (b *brush) path(points []Point) vg.Path {
	var path vg.Path
	for i, point := range points {
		if i == 0 {
			path.Move(b.place(point))
		} else {
			path.Line(b.place(point))
		}
	}
	return path
}

func (b *brush) disc(at Point, radius float64, colour color.RGBA) {
	var path vg.Path
	centre := b.place(at)
	r := vg.Length(radius * b.unit)
	path.Move(vg.Point{X: centre.X + r, Y: centre.Y})
	path.Arc(centre, r, 0, 2*math.Pi)
	path.Close()
	b.canvas.SetColor(colour)
	b.canvas.Fill(path)
}

// text writes one line, with its foot on a whole pixel.
func (b *brush) text(s *Scene, shape *shape) {
	face, ok := faceOf(shape.letter.bold, shape.letter.size*b.unit)
	if !ok {
		return
	}
	at := shape.points[0]
	width := textWidth(shape.text, shape.letter.bold, shape.letter.size)
	switch shape.letter.align {
	case centred:
		at.X -= width / 2
	case toRight:
		at.X -= width
	}
	at.Y = math.Round(at.Y*b.scale) / b.scale
	if shape.letter.halo {
		b.box(Box{at.X - 2, at.Y - 0.82*shape.letter.size, at.X + width + 2, at.Y + 0.28*shape.letter.size}, s.background)
	}
	b.canvas.SetColor(shape.letter.colour)
	if picture.Borrowed(shape.text, shape.letter.bold) {
		b.outlines(at, shape)
		return
	}
	b.canvas.FillString(face, b.place(at), picture.Seen(shape.text))
}

// outlines draws a line of text of which the program's font lacks letters.
func (b *brush) outlines(at Point, shape *shape) {
	var path vg.Path
	for _, polygon := range picture.Outlines(shape.text, shape.letter.bold, shape.letter.size) {
		for i, corner := range polygon {
			place := b.place(Point{at.X + corner.X, at.Y + corner.Y})
			if i == 0 {
				path.Move(place)
			} else {
				path.Line(place)
			}
		}
		path.Close()
	}
	b.canvas.Fill(path)
}
