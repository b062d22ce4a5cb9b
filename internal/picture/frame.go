package picture

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/layout"
)

// Frame is the words around a picture in a file.
type Frame struct {
	Title   string
	Lines   []string // below the title: what is counted, as of when, under which scenario
	Sources []string // whom the figures come from, the most important first; numbered as they stand
	Notes   []string // at the foot, before the sources
	Own     string   // the note that says which amounts are the analyst's own; "" where none are
	Rates   string   // the note that says which rates amounts are counted at; "" where all are in the document's currency

	Cited map[deal.LegID][]int // the sources that a leg's figures come from, by their numbers from 1, ascending

	citing citing
}

// Empty reports whether there is no frame.
func (f Frame) Empty() bool {
	return f.Title == "" && len(f.Lines) == 0 && len(f.Sources) == 0 && len(f.Notes) == 0
}

// The measures of the frame at scale 1.
const (
	framePad     = 16.0
	titleSize    = 20.0
	titleLines   = 2
	subtitleSize = 12.5
	footSize     = 10.5
	footLines    = 6 // of sources, before the rest is only counted
	frameLeading = 1.36
	barWidth     = 34.0 // of the mark over the title
	barHeight    = 3.0
)

// laidFrame is a frame whose words have found their lines, at scale 1.
type laidFrame struct {
	title, lines, foot []string
	above, below       float64
}

// laid breaks the words of the frame into lines of a width.
func (f Frame) laid(width float64) laidFrame {
	room := frameRoom(width)
	var l laidFrame
	if f.Title != "" {
		l.title = clipLines(wrapText(f.Title, true, titleSize, room), titleLines, true, titleSize, room)
	}
	for _, line := range f.Lines {
		l.lines = append(l.lines, wrapText(line, false, subtitleSize, room)...)
	}
	for _, note := range f.Notes {
		l.foot = append(l.foot, wrapText(note, false, footSize, room)...)
	}
	l.foot = append(l.foot, f.sourceLines(room)...)
	if len(l.title)+len(l.lines) > 0 {
		l.above = framePad + barHeight + 8 + frameLeading*(titleSize*float64(len(l.title))+subtitleSize*float64(len(l.lines))) + 4
	}
	if len(l.foot) > 0 {
		l.below = 8 + frameLeading*footSize*float64(len(l.foot)) + framePad*0.75
	}
	return l
}

// frameRoom returns the width of the frame's lines.
func frameRoom(width float64) float64 { return max(width-2*framePad, 80) }

// drawAbove draws the mark, the title and the lines below it.
func (l laidFrame) drawAbove(c Camera, st *Style, to pen) {
	scale := c.Scale
	x, y := framePad*scale, framePad*scale
	bar := Rect{Low: layout.Point{X: x, Y: y}, High: layout.Point{X: x + barWidth*scale, Y: y + barHeight*scale}}
	to.fill(outline{Path: pill(bar, 0), Colour: st.Accent})
	y += (barHeight + 8) * scale
	write := func(text string, size float64, bold bool) {
		colour := st.TextFaded
		if bold {
			colour = st.Text
		}
		to.write(writing{At: layout.Point{X: x, Y: y + ascent*size}, Text: text, Size: size, Bold: bold, Colour: colour})
		y += frameLeading * size
	}
	for _, line := range l.title {
		write(line, titleSize*scale, true)
	}
	for _, line := range l.lines {
		write(line, subtitleSize*scale, false)
	}
}

// drawBelow draws the rule and the notes and sources below it.
func (l laidFrame) drawBelow(c Camera, st *Style, to pen) {
	scale, size := c.Scale, footSize*c.Scale
	x := framePad * scale
	rule := Rect{Low: layout.Point{X: x}, High: layout.Point{X: float64(c.Width) - x, Y: scale}}
	to.fill(outline{Path: pill(rule, 0), Colour: st.PanelLine})
	y := 8*scale + ascent*size
	for _, line := range l.foot {
		to.write(writing{At: layout.Point{X: x, Y: y}, Text: line, Size: size, Colour: st.TextFaded})
		y += frameLeading * size
	}
}
