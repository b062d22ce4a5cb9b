package picture

import (
	"strings"
	"sync"
	"unicode"

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
	outlines map[glyphIndex][]edge
}

// line is a text that has been set: where each letter stands and how long all of it is.
type line struct {
	glyphs  []glyph
	width   float64
	foreign bool // some letters are from a font of the system
	missing bool // no font has some of the letters: boxes stand for them
}

type glyph struct {
	from  outliner
	index glyphIndex
	x, y  float64
}

// glyphIndex is the number of a glyph in its font.
type glyphIndex uint32

// outliner is a font whose glyphs can be drawn. The same font is always the same value.
type outliner interface {
	// outline returns the edges of a glyph in ems, its baseline at 0 and Y growing downwards.
	outline(glyphIndex) []edge
}

// maxTexts bounds the memory that remembered lines take; a document has far fewer names and amounts.
const maxTexts = 20_000

var regularFace, boldFace = newFace(assets.FontRegular), newFace(assets.FontSemiBold)

// newFace reads an embedded font. A font that cannot be read sets every text without letters; a test makes
// sure that ours can.
func newFace(data []byte) *face {
	f := &face{texts: make(map[string]*line), outlines: make(map[glyphIndex][]edge)}
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
	if strings.ContainsRune(text, isolateStart) {
		return f.setIsolated(text)
	}
	if f.font != nil && f.lacks(text) {
		if set := setForeign(text, f); set != nil {
			return set
		}
		set := f.setOwn(text)
		set.missing = true
		return set
	}
	return f.setOwn(text)
}

// lacks reports whether the font has no glyph for a letter that a reader would miss.
func (f *face) lacks(text string) bool {
	for _, letter := range text {
		if letter >= 0x80 && !f.has(letter) && unicode.IsGraphic(letter) {
			return true
		}
	}
	return false
}

func (f *face) has(letter rune) bool {
	index, err := f.font.GlyphIndex(&f.buffer, letter)
	return err == nil && index != 0
}

// setOwn sets the text with the font's own glyphs.
func (f *face) setOwn(text string) *line {
	set := &line{}
	if f.font == nil {
		return set
	}
	last := sfnt.GlyphIndex(0)
	for _, letter := range text {
		index, err := f.font.GlyphIndex(&f.buffer, letter)
		if err != nil || f.unseen(letter) {
			continue
		}
		if len(set.glyphs) > 0 {
			if kern, err := f.font.Kern(&f.buffer, last, index, f.em, font.HintingNone); err == nil {
				set.width += float64(kern) / float64(f.em)
			}
		}
		set.glyphs = append(set.glyphs, glyph{from: f, index: glyphIndex(index), x: set.width})
		if advance, err := f.font.GlyphAdvance(&f.buffer, index, f.em, font.HintingNone); err == nil {
			set.width += float64(advance) / float64(f.em)
		}
		last = index
	}
	return set
}

func (f *face) outline(index glyphIndex) []edge {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if edges, ok := f.outlines[index]; ok {
		return edges
	}
	var edges []edge
	if f.font != nil {
		if segments, err := f.font.LoadGlyph(&f.buffer, sfnt.GlyphIndex(index), f.em, nil); err == nil {
			edges = f.edges(segments)
		}
	}
	f.outlines[index] = edges
	return edges
}

func (f *face) edges(segments sfnt.Segments) []edge {
	var t tracer
	ems := func(p fixed.Point26_6) point {
		return point{float32(p.X) / float32(f.em), float32(p.Y) / float32(f.em)}
	}
	for _, segment := range segments {
		switch segment.Op {
		case sfnt.SegmentOpMoveTo:
			t.move(ems(segment.Args[0]))
		case sfnt.SegmentOpLineTo:
			t.line(ems(segment.Args[0]))
		case sfnt.SegmentOpQuadTo:
			t.quad(ems(segment.Args[0]), ems(segment.Args[1]))
		case sfnt.SegmentOpCubeTo:
			t.cube(ems(segment.Args[0]), ems(segment.Args[1]), ems(segment.Args[2]))
		}
	}
	t.close()
	return t.edges
}
