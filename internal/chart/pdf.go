package chart

import (
	"fmt"
	"image/color"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"roundtrip/internal/picture"
)

// points is the length of a pixel at scale 1 in a PDF.
const points = picture.PDFPoint

// WritePDF writes the chart as a PDF of one page of the width and height in pixels at scale 1, with shapes as
// paths and text as text in the embedded font.
func (c *Chart) WritePDF(w io.Writer, width, height float64, style *picture.Style) error {
	scene := c.Scene(width, height, style)
	doc := picture.NewPDF(scene.Width, scene.Height, c.Title, "")
	p := &pdfWriter{doc: doc, ground: scene.background}
	p.box(Box{0, 0, scene.Width, scene.Height}, scene.background)
	for i := range scene.shapes {
		p.shape(&scene.shapes[i])
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// pdfWriter writes each shape into the page, as it comes. The library keeps the first error and returns it at the end.
type pdfWriter struct {
	doc    *fpdf.Fpdf
	ground color.RGBA
}

func (p *pdfWriter) shape(s *shape) {
	switch s.form {
	case formBox:
		p.box(s.box, s.colour)
	case formLine:
		p.path(s)
	case formDisc:
		p.disc(s.points[0], s.width+1.5, p.ground)
		p.disc(s.points[0], s.width, s.colour)
	case formText:
		p.text(s)
	}
}

func (p *pdfWriter) fill(c color.RGBA) { p.doc.SetFillColor(int(c.R), int(c.G), int(c.B)) }

func (p *pdfWriter) box(b Box, colour color.RGBA) {
	p.fill(colour)
	p.doc.Rect(b.Left*points, b.Top*points, b.Width()*points, b.Height()*points, "F")
}

func (p *pdfWriter) disc(at Point, radius float64, colour color.RGBA) {
	p.fill(colour)
	p.doc.Circle(at.X*points, at.Y*points, radius*points, "F")
}

func (p *pdfWriter) path(s *shape) {
	p.doc.SetDrawColor(int(s.colour.R), int(s.colour.G), int(s.colour.B))
	p.doc.SetLineWidth(s.width * points)
	p.doc.SetLineJoinStyle("round")
	dash := make([]float64, len(s.dash))
	for i := range s.dash {
		dash[i] = s.dash[i] * points
	}
	p.doc.SetDashPattern(dash, 0)
	for i, point := range s.points {
		if i == 0 {
			p.doc.MoveTo(point.X*points, point.Y*points)
		} else {
			p.doc.LineTo(point.X*points, point.Y*points)
		}
	}
	p.doc.DrawPath("D")
}

func (p *pdfWriter) text(s *shape) {
	letter := s.letter
	weight := ""
	if letter.bold {
		weight = "B"
	}
	at := s.points[0]
	width := textWidth(s.text, letter.bold, letter.size)
	switch letter.align {
	case centred:
		at.X -= width / 2
	case toRight:
		at.X -= width
	}
	if letter.halo {
		p.box(Box{at.X - 2, at.Y - 0.82*letter.size, at.X + width + 2, at.Y + 0.28*letter.size}, p.ground)
	}
	if picture.Borrowed(s.text, letter.bold) {
		p.outlines(at, s)
		return
	}
	p.doc.SetFont(picture.PDFFont, weight, letter.size*points)
	p.doc.SetTextColor(int(letter.colour.R), int(letter.colour.G), int(letter.colour.B))
	p.doc.Text(at.X*points, at.Y*points, picture.PDFText(s.text))
}

// outlines draws a line of text of which the program's font lacks letters, as shapes.
func (p *pdfWriter) outlines(at Point, s *shape) {
	p.doc.SetFillColor(int(s.letter.colour.R), int(s.letter.colour.G), int(s.letter.colour.B))
	for _, polygon := range picture.Outlines(s.text, s.letter.bold, s.letter.size) {
		for i, corner := range polygon {
			x, y := (at.X+corner.X)*points, (at.Y+corner.Y)*points
			if i == 0 {
				p.doc.MoveTo(x, y)
			} else {
				p.doc.LineTo(x, y)
			}
		}
		p.doc.ClosePath()
	}
	p.doc.DrawPath("F")
}
