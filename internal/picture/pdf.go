package picture

import (
	"fmt"
	"image/color"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"

	"roundtrip/internal/layout"
)

// points is PDFPoint, which stands in every line below.
const points = PDFPoint

// WritePDF writes the page as a PDF of one page of its size at scale 1, with shapes as paths and text as text in
// the embedded font.
func WritePDF(w io.Writer, page Page) error {
	page = page.At(1)
	width, height := page.Size()
	doc := NewPDF(float64(width), float64(height), page.Frame.Title, strings.Join(page.Frame.Lines, ". "))
	p := &pdfPen{doc: doc}
	p.colour(doc.SetFillColor, page.Style.Background)
	doc.Rect(0, 0, float64(width)*points, float64(height)*points, "F")
	for _, strip := range page.parts() {
		box := strip.box()
		size := box.Size()
		p.top = box.Low.Y
		doc.ClipRect(0, p.top*points, size.Width*points, size.Height*points, false)
		strip.draw(strip.camera, p)
		doc.ClipEnd()
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// pdfPen writes each shape into the page, as it comes. The library keeps the first error and returns it at the end.
type pdfPen struct {
	doc *fpdf.Fpdf
	top float64 // of the strip at hand, in pixels
}

func (p *pdfPen) colour(set func(r, g, b int), c color.RGBA) { set(int(c.R), int(c.G), int(c.B)) }

func (p *pdfPen) moveTo(at layout.Point) { p.doc.MoveTo(at.X*points, (at.Y+p.top)*points) }

func (p *pdfPen) curveTo(c layout.Curve) {
	if isStraight(c) {
		p.doc.LineTo(c.To.X*points, (c.To.Y+p.top)*points)
		return
	}
	p.doc.CurveBezierCubicTo(c.C1.X*points, (c.C1.Y+p.top)*points, c.C2.X*points, (c.C2.Y+p.top)*points,
		c.To.X*points, (c.To.Y+p.top)*points)
}

func (p *pdfPen) stroke(s stroke) {
	width, on, off, shift := s.broken()
	p.colour(p.doc.SetDrawColor, s.Colour)
	p.doc.SetLineWidth(width * points)
	switch s.Dash {
	case Solid:
		p.doc.SetDashPattern(nil, 0)
		p.doc.SetLineCapStyle("butt")
	case Dashed:
		p.doc.SetDashPattern([]float64{on * points, off * points}, 0)
		p.doc.SetLineCapStyle("butt")
	case Dotted:
		// PDF has no phase below nothing, so the dots begin a whole gap further on.
		p.doc.SetDashPattern([]float64{0, off * points}, (off+shift)*points)
		p.doc.SetLineCapStyle("round")
	}
	p.moveTo(s.Curve.From)
	p.curveTo(s.Curve)
	p.doc.DrawPath("D")
}

func (p *pdfPen) fill(o outline) {
	if len(o.Path) == 0 {
		return
	}
	p.colour(p.doc.SetFillColor, o.Colour)
	p.moveTo(o.Path[0].From)
	for _, c := range o.Path {
		p.curveTo(c)
	}
	p.doc.ClosePath()
	p.doc.DrawPath("F")
}

// Ways of writing letters in a PDF.
const (
	lettersFilled  = 0
	lettersStroked = 1
	lettersUnseen  = 3
)

// trace draws letters that the embedded font lacks as shapes, and marks them as standing for their text.
func (p *pdfPen) trace(w writing, set *line) {
	p.doc.SetLineJoinStyle("round")
	p.doc.SetDashPattern(nil, 0)
	p.colour(p.doc.SetDrawColor, w.Halo)
	p.doc.SetLineWidth(haloWidth(w.Size) * points)
	p.doc.RawWriteStr("/Span <</ActualText <FEFF" + hexUTF16(w.Text) + ">>> BDC")
	// Readers take the text for what stands in place of letters, so there must be one: an unseen space.
	p.doc.SetFont(PDFFont, "", w.Size*points)
	p.doc.SetTextRenderingMode(lettersUnseen)
	p.doc.Text(w.At.X*points, (w.At.Y+p.top)*points, " ")
	p.doc.SetTextRenderingMode(lettersFilled)
	if w.Halo.A != 0 {
		p.glyphs(w, set, "D")
	}
	p.colour(p.doc.SetFillColor, w.Colour)
	p.glyphs(w, set, "F")
	p.doc.RawWriteStr("EMC")
	p.doc.SetLineJoinStyle("miter")
}

// glyphs draws the outlines of a line of text.
func (p *pdfPen) glyphs(w writing, set *line, how string) {
	for _, g := range set.glyphs {
		edges := g.from.outline(g.index)
		at := func(x, y float32) layout.Point {
			return plus(w.At, layout.Point{X: (g.x + float64(x)) * w.Size, Y: (g.y + float64(y)) * w.Size})
		}
		for i, e := range edges {
			if i == 0 || edges[i-1].x1 != e.x0 || edges[i-1].y1 != e.y0 {
				p.moveTo(at(e.x0, e.y0))
			}
			to := at(e.x1, e.y1)
			p.doc.LineTo(to.X*points, (to.Y+p.top)*points)
		}
		if len(edges) > 0 {
			p.doc.DrawPath(how)
		}
	}
}

// hexUTF16 writes a text as a PDF writes strings of any letters.
func hexUTF16(text string) string {
	var out strings.Builder
	for _, unit := range utf16.Encode([]rune(strings.ToValidUTF8(text, "\ufffd"))) {
		fmt.Fprintf(&out, "%04X", unit)
	}
	return out.String()
}

// write writes the halo and then the letters. The halo is marked as standing for no text, so that a reader who
// searches or copies finds each word once.
func (p *pdfPen) write(w writing) {
	text := PDFText(w.Text)
	if text == "" || w.Size < 0.5 {
		return
	}
	if set := shaped(w.Text, w.Bold); set.foreign {
		p.trace(w, set)
		return
	}
	style := ""
	if w.Bold {
		style = "B"
	}
	p.doc.SetFont(PDFFont, style, w.Size*points)
	// The library knows no kerning: the letters are spaced so that the line is as long as it is on the screen.
	spare := textWidth(w.Text, w.Bold, w.Size)*points - p.doc.GetStringWidth(text)
	p.doc.RawWriteStr(fmt.Sprintf("%.4f Tc", spare/float64(utf8.RuneCountInString(text))))
	x, y := w.At.X*points, (w.At.Y+p.top)*points
	if w.Halo.A != 0 {
		p.doc.RawWriteStr("/Span <</ActualText <FEFF>>> BDC")
		p.colour(p.doc.SetDrawColor, w.Halo)
		p.doc.SetLineWidth(haloWidth(w.Size) * points)
		p.doc.SetLineJoinStyle("round")
		p.doc.SetDashPattern(nil, 0)
		p.doc.SetTextRenderingMode(lettersStroked)
		p.doc.Text(x, y, text)
		p.doc.SetTextRenderingMode(lettersFilled)
		p.doc.SetLineJoinStyle("miter")
		p.doc.RawWriteStr("EMC")
	}
	p.colour(p.doc.SetTextColor, w.Colour)
	p.doc.Text(x, y, text)
}
