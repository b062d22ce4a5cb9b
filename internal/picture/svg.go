package picture

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"strconv"
	"strings"

	"roundtrip/assets"
	"roundtrip/internal/layout"
)

// WriteSVG writes the page as a standalone SVG 1.1 file, with shapes as paths and text as text, and with the letters of the
// font that it needs. Its numbers are in pixels at scale 1, whatever the page's scale.
func WriteSVG(w io.Writer, page Page) error {
	page = page.At(1)
	width, height := page.Size()
	p := &svgPen{out: bufio.NewWriter(w)}
	p.printf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	p.printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"%s\">\n",
		width, height, width, height, "'"+assets.FontFamily+"', '"+lettersFamily+"', 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', sans-serif")
	if page.Frame.Title != "" {
		p.printf("<title>%s</title>\n", escaped(page.Frame.Title))
	}
	if len(page.Frame.Lines) > 0 {
		p.printf("<desc>%s</desc>\n", escaped(strings.Join(page.Frame.Lines, ". ")))
	}
	p.printf("<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", width, height, hex(page.Style.Background))
	for _, strip := range page.parts() {
		p.printf("<svg y=\"%d\" width=\"%d\" height=\"%d\" overflow=\"hidden\">\n", strip.top, strip.camera.Width, strip.camera.Height)
		strip.draw(strip.camera, p)
		p.printf("</svg>\n")
	}
	p.fonts()
	p.printf("</svg>\n")
	if p.err != nil {
		return fmt.Errorf("write SVG: %w", p.err)
	}
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("write SVG: %w", err)
	}
	return nil
}

// svgPen writes each shape as an element, as it comes.
type svgPen struct {
	out     *bufio.Writer
	err     error
	letters [2]map[rune]bool // that were written, regular and bold
}

func (p *svgPen) printf(format string, parts ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.out, format, parts...)
	}
}

func (p *svgPen) stroke(s stroke) {
	width, on, off, shift := s.broken()
	p.printf("<path d=\"M%s%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"", pair(s.Curve.From), bend(s.Curve), hex(s.Colour), number(width))
	switch s.Dash {
	case Dashed:
		p.printf(" stroke-dasharray=\"%s %s\"", number(on), number(off))
	case Dotted:
		p.printf(" stroke-linecap=\"round\" stroke-dasharray=\"0 %s\" stroke-dashoffset=\"%s\"", number(off), number(shift))
	}
	p.named(s.Name)
}

func (p *svgPen) fill(o outline) {
	if len(o.Path) == 0 {
		return
	}
	var d strings.Builder
	d.WriteString("M" + pair(o.Path[0].From))
	for _, c := range o.Path {
		d.WriteString(bend(c))
	}
	p.printf("<path d=\"%sZ\" fill=\"%s\"", d.String(), hex(o.Colour))
	p.named(o.Name)
}

// named ends an element, with the name as what a pointer over it shows.
func (p *svgPen) named(name string) {
	if name == "" {
		p.printf("/>\n")
		return
	}
	p.printf("><title>%s</title></path>\n", escaped(name))
}

func (p *svgPen) write(w writing) {
	p.remember(w.Text, w.Bold)
	width, x := textWidth(w.Text, w.Bold, w.Size), w.At.X
	if w.Centred {
		x += width / 2
	}
	p.printf("<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"", number(x), number(w.At.Y), number(w.Size), hex(w.Colour))
	if w.Centred {
		p.printf(" text-anchor=\"middle\"")
	}
	if w.Bold {
		p.printf(" font-weight=\"600\"")
	}
	if w.Halo.A != 0 {
		p.printf(" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\" paint-order=\"stroke\"", hex(w.Halo), number(haloWidth(w.Size)))
	}
	// The length is what our own font takes: with another one the letters are set a little closer or wider, and no label
	// grows into its neighbour. Programs that do not know of it leave the same room on both sides of a centred one.
	p.printf(" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>\n", number(width), escaped(w.Text))
}

// haloWidth is the width of the line around letters of a size whose outer half is their halo.
func haloWidth(size float64) float64 { return 2.8 + 0.22*size }

// bend returns the rest of a curve as a path command: a line where it is straight.
func bend(c layout.Curve) string {
	if isStraight(c) {
		return "L" + pair(c.To)
	}
	return "C" + pair(c.C1) + " " + pair(c.C2) + " " + pair(c.To)
}

func pair(p layout.Point) string { return number(p.X) + " " + number(p.Y) }

// number writes a length to a hundredth of a pixel.
func number(x float64) string {
	text := strconv.FormatFloat(x, 'f', 2, 64)
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" || text == "" {
		return "0"
	}
	return text
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// escaped returns the text safe inside an element; characters that XML forbids become the replacement mark.
func escaped(text string) string {
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(text)); err != nil {
		return ""
	}
	return out.String()
}
