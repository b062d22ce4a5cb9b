package chart

import (
	"image"
	"image/png"
	"io"
	"math"

	"fmt"

	"roundtrip/internal/picture"
)

// Chart is a chart ready to be laid out and painted in any size and in light or dark colours. Its methods never
// change it and may be called from several goroutines.
type Chart struct {
	Title    string // says in words what the chart says
	Subtitle string // what it is made of, and why it bends where it does; may be empty
	Note     string // what is assumed; may be empty
	Rates    string // of the note, those that amounts are counted at; may be empty
	parts    []part
	records  [][]string // of the CSV file, the header first; not guarded yet
	printed  [][]string // the same for people; nil: as records
}

// part is one of the drawings of a chart; they stand below each other.
type part interface {
	// weight is how much of the height the part gets, against the others.
	weight() float64
	// draw draws the part into the area.
	draw(p *pencil, area Box)
}

// Numbers returns the chart's table, the header first, as WriteCSV writes it but for the guard against formulas and the rates.
// The caller must not change it.
func (c *Chart) Numbers() [][]string { return c.records }

// Drawings returns how many drawings stand below each other in the chart.
func (c *Chart) Drawings() int { return len(c.parts) }

// The least size at which a chart can be read, in pixels at scale 1.
const (
	LeastWidth  = 320
	LeastHeight = 220

	leastPart = 110 // of height that a further part needs
)

// Scene lays the chart out for a width and height in pixels at scale 1. A size that is less than the least is
// laid out as the least.
func (c *Chart) Scene(width, height float64, style *picture.Style) *Scene {
	least := LeastHeight + float64(max(0, len(c.parts)-1))*leastPart
	scene := &Scene{
		Width: max(width, LeastWidth), Height: max(height, least), Title: c.Title, background: style.Background,
	}
	p := &pencil{scene: scene, style: style}
	area := c.frame(p)
	total := 0.0
	for _, part := range c.parts {
		total += part.weight()
	}
	top := area.Top
	room := area.Height() - gapBetweenParts*float64(max(0, len(c.parts)-1))
	for _, part := range c.parts {
		height := room * part.weight() / total
		part.draw(p, Box{area.Left, top, area.Right, top + height})
		top += height + gapBetweenParts
	}
	return scene
}

// Margins of a chart, and the room between its parts.
const (
	marginSide      = 18.0
	marginTop       = 14.0
	marginBottom    = 12.0
	gapBetweenParts = 18.0
)

// The sizes of text.
const (
	sizeTitle = 16.0
	sizeText  = 12.0
	sizeSmall = 11.0
	leading   = 1.28 // from one line to the next, in sizes
)

// mostLines is how many lines a title and a subtitle have at most, mostNoteLines a note, which says what is assumed.
const mostLines, mostNoteLines = 3, 4

// frame writes title, subtitle and note, and returns the room that they leave.
func (c *Chart) frame(p *pencil) Box {
	width := p.scene.Width - 2*marginSide
	top := marginTop
	write := func(lines []string, size float64, bold, faded bool) {
		for _, line := range lines {
			top += size
			p.text(line, Point{marginSide, top}, lettering{size: size, bold: bold, faded: faded})
			top += size * (leading - 1)
		}
	}
	write(wrapped(c.Title, true, sizeTitle, width, mostLines), sizeTitle, true, false)
	if c.Subtitle != "" {
		top += 3
		write(wrapped(c.Subtitle, false, sizeText, width, mostLines), sizeText, false, true)
	}
	bottom := p.scene.Height - marginBottom
	if c.Note != "" {
		lines := wrapped(c.Note, false, sizeSmall, width, mostNoteLines)
		at := bottom - float64(len(lines)-1)*sizeSmall*leading - sizeSmall*0.25
		bottom = at - sizeSmall - 8
		for _, line := range lines {
			p.text(line, Point{marginSide, at}, lettering{size: sizeSmall, faded: true})
			at += sizeSmall * leading
		}
	}
	return Box{marginSide, top + 10, p.scene.Width - marginSide, bottom}
}

// Image paints the chart as an image of so many pixels, with letters and lines at the scale: 2 on a screen that
// has two pixels where another has one.
func (c *Chart) Image(width, height int, scale float64, style *picture.Style) *image.RGBA {
	if !(scale > 0) {
		scale = 1
	}
	return paint(c.Scene(float64(width)/scale, float64(height)/scale, style), width, height, scale)
}

// WritePNG writes the chart as a PNG file of the width and height in pixels at scale 1, with scale times as many
// pixels each way.
func (c *Chart) WritePNG(w io.Writer, width, height, scale float64, style *picture.Style) error {
	across, down := int(math.Round(width*scale)), int(math.Round(height*scale))
	if across < 1 || down < 1 || across > mostPixels || down > mostPixels {
		return fmt.Errorf("write PNG: %d by %d pixels is no size for a chart", across, down)
	}
	if err := png.Encode(w, c.Image(across, down, scale, style)); err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	return nil
}

// mostPixels is the most that a chart is painted across or down.
const mostPixels = 16_384
