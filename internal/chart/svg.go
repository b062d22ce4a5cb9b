package chart

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"

	"roundtrip/assets"
	"roundtrip/internal/picture"
)

// WriteSVG writes the chart as a standalone SVG 1.1 file of the width and height in pixels, with text as text.
// A browser tells the value under the pointer.
func (c *Chart) WriteSVG(w io.Writer, width, height float64, style *picture.Style) error {
	s := c.Scene(width, height, style)
	p := &svgWriter{out: bufio.NewWriter(w), ground: s.background}
	p.printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	p.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" font-family=\"%s\">\n",
		decimal(s.Width), decimal(s.Height), decimal(s.Width), decimal(s.Height),
		"'"+assets.FontFamily+"', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif")
	p.printf("<title>%s</title>\n", escaped(s.Title))
	p.printf("<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>\n", decimal(s.Width), decimal(s.Height), hexOf(s.background))
	for i := range s.shapes {
		p.shape(&s.shapes[i])
	}
	for i := range s.Marks {
		p.mark(&s.Marks[i])
	}
	p.printf("</svg>\n")
	if p.err != nil {
		return fmt.Errorf("write SVG: %w", p.err)
	}
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("write SVG: %w", err)
	}
	return nil
}

// svgWriter writes each shape as an element, as it comes.
type svgWriter struct {
	out    *bufio.Writer
	ground color.RGBA
	err    error
}

func (p *svgWriter) printf(format string, parts ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.out, format, parts...)
	}
}

func (p *svgWriter) shape(s *shape) {
	switch s.form {
	case formBox:
		p.printf("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n",
			decimal(s.box.Left), decimal(s.box.Top), decimal(s.box.Width()), decimal(s.box.Height()), hexOf(s.colour))
	case formLine:
		p.printf("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"", path(s.points), hexOf(s.colour), decimal(s.width))
		if len(s.dash) > 1 {
			p.printf(" stroke-dasharray=\"%s %s\"", decimal(s.dash[0]), decimal(s.dash[1]))
		}
		p.printf("/>\n")
	case formDisc:
		p.printf("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"/>\n",
			decimal(s.points[0].X), decimal(s.points[0].Y), decimal(s.width), hexOf(s.colour), hexOf(p.ground))
	case formText:
		p.text(s)
	}
}

// text writes a line of text. Its length is what our own font takes: with another one the letters are set a
// little closer or wider, and no label grows into its neighbour.
func (p *svgWriter) text(s *shape) {
	letter := s.letter
	p.printf("<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"", decimal(s.points[0].X), decimal(s.points[0].Y), decimal(letter.size), hexOf(letter.colour))
	if letter.bold {
		p.printf(" font-weight=\"600\"")
	}
	switch letter.align {
	case centred:
		p.printf(" text-anchor=\"middle\"")
	case toRight:
		p.printf(" text-anchor=\"end\"")
	}
	if letter.halo {
		p.printf(" stroke=\"%s\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"", hexOf(p.ground))
	}
	p.printf(" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>\n",
		decimal(textWidth(s.text, letter.bold, letter.size)), escaped(s.text))
}

// mark writes an invisible area that tells its value under the pointer.
func (p *svgWriter) mark(m *Mark) {
	if len(m.Lines) == 0 {
		return
	}
	p.printf("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill-opacity=\"0\"><title>%s</title></rect>\n",
		decimal(m.Box.Left), decimal(m.Box.Top), decimal(m.Box.Width()), decimal(m.Box.Height()), escaped(strings.Join(m.Lines, "\n")))
}

func path(points []Point) string {
	var d strings.Builder
	for i, point := range points {
		command := "L"
		if i == 0 {
			command = "M"
		}
		d.WriteString(command + decimal(point.X) + " " + decimal(point.Y))
	}
	return d.String()
}

// decimal writes a length to a hundredth of a pixel.
func decimal(x float64) string {
	x = math.Round(x*100) / 100
	if x == 0 {
		return "0"
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

func hexOf(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// escaped returns the text safe inside an element; characters that XML forbids become the replacement mark.
func escaped(text string) string {
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(text)); err != nil {
		return ""
	}
	return out.String()
}
