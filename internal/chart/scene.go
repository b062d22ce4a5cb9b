package chart

import (
	"image/color"

	"roundtrip/internal/picture"
)

// Point is a place in pixels at scale 1, from the top left corner.
type Point struct{ X, Y float64 }

// Box is an upright rectangle in pixels at scale 1.
type Box struct{ Left, Top, Right, Bottom float64 }

// Width returns how wide the box is.
func (b Box) Width() float64 { return b.Right - b.Left }

// Height returns how high the box is.
func (b Box) Height() float64 { return b.Bottom - b.Top }

// Contains reports whether the point is in the box.
func (b Box) Contains(p Point) bool {
	return p.X >= b.Left && p.X < b.Right && p.Y >= b.Top && p.Y < b.Bottom
}

// Scene is a chart laid out for one size: its shapes in the order of painting, and where its values stand.
type Scene struct {
	Width, Height float64
	Title         string
	Marks         []Mark // the values, in reading order

	background color.RGBA
	shapes     []shape
}

// Mark is a value of the chart and where it stands.
type Mark struct {
	Box      Box      // where the pointer is on it
	Dots     []Point  // where its values are drawn
	Hairline bool     // it is one place on an axis: a line down the box tells which
	Lines    []string // what it says, the first line its heading
}

// At returns the position of the mark at the point, or false.
func (s *Scene) At(p Point) (int, bool) {
	for i := range s.Marks {
		if s.Marks[i].Box.Contains(p) {
			return i, true
		}
	}
	return 0, false
}

// form is what a shape is.
type form int

const (
	formBox  form = iota // filled
	formLine             // through all points
	formDisc             // around its point, with a rim of the background
	formText             // at its point, on the line
)

// shape is one thing to paint.
type shape struct {
	form   form
	box    Box
	points []Point
	colour color.RGBA
	width  float64   // of a line; of a disc its radius
	dash   []float64 // on and off, in pixels at scale 1; nil is without gaps
	text   string
	letter lettering
	name   string // what a reader of the file is told about it
}

// alignment is on which side of its point a text stands.
type alignment int

const (
	fromLeft alignment = iota
	centred
	toRight
)

// lettering is how a text is written.
type lettering struct {
	size   float64
	bold   bool
	faded  bool
	align  alignment
	colour color.RGBA // the style's text colour where it is zero
	halo   bool       // the background shows around the letters
}

// pencil puts shapes into a scene.
type pencil struct {
	scene *Scene
	style *picture.Style
}

func (p *pencil) add(s shape) { p.scene.shapes = append(p.scene.shapes, s) }

func (p *pencil) box(b Box, colour color.RGBA, name string) {
	if b.Left > b.Right {
		b.Left, b.Right = b.Right, b.Left
	}
	if b.Top > b.Bottom {
		b.Top, b.Bottom = b.Bottom, b.Top
	}
	p.add(shape{form: formBox, box: b, colour: colour, name: name})
}

// outline draws the border of a box on its inside.
func (p *pencil) outline(b Box, width float64, colour color.RGBA) {
	p.box(Box{b.Left, b.Top, b.Right, b.Top + width}, colour, "")
	p.box(Box{b.Left, b.Bottom - width, b.Right, b.Bottom}, colour, "")
	p.box(Box{b.Left, b.Top, b.Left + width, b.Bottom}, colour, "")
	p.box(Box{b.Right - width, b.Top, b.Right, b.Bottom}, colour, "")
}

func (p *pencil) line(from, to Point, width float64, colour color.RGBA, dash ...float64) {
	p.path([]Point{from, to}, width, colour, dash...)
}

func (p *pencil) path(points []Point, width float64, colour color.RGBA, dash ...float64) {
	if len(points) > 1 {
		p.add(shape{form: formLine, points: points, width: width, colour: colour, dash: dash})
	}
}

func (p *pencil) disc(at Point, radius float64, colour color.RGBA, name string) {
	p.add(shape{form: formDisc, points: []Point{at}, width: radius, colour: colour, name: name})
}

func (p *pencil) text(text string, at Point, letter lettering) {
	if text == "" {
		return
	}
	if letter.colour.A == 0 {
		letter.colour = p.style.Text
		if letter.faded {
			letter.colour = p.style.TextFaded
		}
	}
	p.add(shape{form: formText, points: []Point{at}, text: leftToRight(text), letter: letter})
}

// lines writes several lines, the first one on the line through the point, and returns how high they are.
func (p *pencil) lines(lines []string, at Point, letter lettering) float64 {
	for i, line := range lines {
		p.text(line, Point{at.X, at.Y + float64(i)*letter.size*leading}, letter)
	}
	return float64(len(lines)) * letter.size * leading
}

func (p *pencil) mark(m Mark) { p.scene.Marks = append(p.scene.Marks, m) }
