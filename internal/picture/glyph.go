package picture

import (
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"roundtrip/assets"
)

// face is one weight of the embedded font. Everything it hands out is in ems, the unit of a font size.
type face struct {
	mutex    sync.Mutex
	font     *sfnt.Font
	buffer   sfnt.Buffer
	em       fixed.Int26_6
	texts    map[string]*line
	outlines map[sfnt.GlyphIndex][]edge
}

// line is a text that has been set: where each letter stands and how long all of it is.
type line struct {
	glyphs []glyph
	width  float64
}

type glyph struct {
	index sfnt.GlyphIndex
	x     float64
}

// maxTexts bounds the memory that remembered lines take; a document has far fewer names and amounts.
const maxTexts = 20_000

var regularFace, boldFace = newFace(assets.FontRegular), newFace(assets.FontSemiBold)

// newFace reads an embedded font. A font that cannot be read sets every text without letters; a test makes
// sure that ours can.
func newFace(data []byte) *face {
	f := &face{texts: make(map[string]*line), outlines: make(map[sfnt.GlyphIndex][]edge)}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return f
	}
	f.font, f.em = parsed, fixed.Int26_6(parsed.UnitsPerEm())<<6
	return f
}

func faceOf(bold bool) *face {
	if bold {
		return boldFace
	}
	return regularFace
}

// shaped returns the text set in one line, with kerning.
func shaped(text string, bold bool) *line {
	f := faceOf(bold)
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if set, ok := f.texts[text]; ok {
		return set
	}
	if len(f.texts) >= maxTexts {
		clear(f.texts)
	}
	set := f.set(text)
	f.texts[text] = set
	return set
}

func (f *face) set(text string) *line {
	set := &line{}
	if f.font == nil {
		return set
	}
	last := sfnt.GlyphIndex(0)
	for i, letter := range text {
		index, err := f.font.GlyphIndex(&f.buffer, letter)
		if err != nil {
			continue
		}
		if i > 0 {
			if kern, err := f.font.Kern(&f.buffer, last, index, f.em, font.HintingNone); err == nil {
				set.width += float64(kern) / float64(f.em)
			}
		}
		set.glyphs = append(set.glyphs, glyph{index: index, x: set.width})
		if advance, err := f.font.GlyphAdvance(&f.buffer, index, f.em, font.HintingNone); err == nil {
			set.width += float64(advance) / float64(f.em)
		}
		last = index
	}
	return set
}

// outline returns the edges of a glyph in ems, its baseline at 0 and Y growing downwards.
func (f *face) outline(index sfnt.GlyphIndex) []edge {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if edges, ok := f.outlines[index]; ok {
		return edges
	}
	var edges []edge
	if f.font != nil {
		if segments, err := f.font.LoadGlyph(&f.buffer, index, f.em, nil); err == nil {
			edges = f.edges(segments)
		}
	}
	f.outlines[index] = edges
	return edges
}

// edges cuts the curves of a glyph into straight pieces, fine enough for letters of a hundred pixels.
func (f *face) edges(segments sfnt.Segments) []edge {
	var edges []edge
	var start, at point
	to := func(next point) {
		edges = append(edges, edge{at.x, at.y, next.x, next.y})
		at = next
	}
	closed := func() {
		if at != start {
			to(start)
		}
	}
	ems := func(p fixed.Point26_6) point {
		return point{float32(p.X) / float32(f.em), float32(p.Y) / float32(f.em)}
	}
	const pieces = 6
	for _, segment := range segments {
		switch segment.Op {
		case sfnt.SegmentOpMoveTo:
			closed()
			start = ems(segment.Args[0])
			at = start
		case sfnt.SegmentOpLineTo:
			to(ems(segment.Args[0]))
		case sfnt.SegmentOpQuadTo:
			from, bend, end := at, ems(segment.Args[0]), ems(segment.Args[1])
			for i := 1; i <= pieces; i++ {
				t := float32(i) / pieces
				s := 1 - t
				to(point{s*s*from.x + 2*s*t*bend.x + t*t*end.x, s*s*from.y + 2*s*t*bend.y + t*t*end.y})
			}
		case sfnt.SegmentOpCubeTo:
			from, one, two, end := at, ems(segment.Args[0]), ems(segment.Args[1]), ems(segment.Args[2])
			for i := 1; i <= pieces; i++ {
				t := float32(i) / pieces
				s := 1 - t
				a, b, c, d := s*s*s, 3*s*s*t, 3*s*t*t, t*t*t
				to(point{a*from.x + b*one.x + c*two.x + d*end.x, a*from.y + b*one.y + c*two.y + d*end.y})
			}
		}
	}
	closed()
	return edges
}
