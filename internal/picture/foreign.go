package picture

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"

	"roundtrip/assets"
)

// Names in scripts that the embedded font lacks (Chinese, Japanese, Korean, Arabic and so on) are set in fonts of
// the user's system. These are looked for when the first such name comes, never before: looking through hundreds of
// fonts takes a while, and the system's list is remembered in the user's cache for the next time.

// finder finds a font that has a letter, or nil.
type finder interface {
	find(letter rune, bold bool) *font.Face
}

// foreign is what sets text in fonts of the system. Its parts are not safe for use from several goroutines, so one
// lock guards them all.
var foreign = struct {
	sync.Mutex
	fonts  finder
	own    [2]*font.Face // the embedded fonts, regular and bold, as this library reads them
	faces  map[*font.Face]*foreignFace
	shaper shaping.HarfbuzzShaper
	cutter shaping.Segmenter
}{fonts: &systemFonts{}, faces: make(map[*font.Face]*foreignFace)}

// systemFonts finds letters in the fonts of the system.
type systemFonts struct {
	looked bool
	fonts  *fontscan.FontMap
	bold   bool // what the fonts are asked for now
}

// silent drops what the library says of fonts that it cannot read: there are others.
type silent struct{}

func (silent) Printf(string, ...any) {}

func (s *systemFonts) find(letter rune, bold bool) *font.Face {
	if !s.looked {
		s.looked = true
		fonts := fontscan.NewFontMap(silent{})
		folder, err := os.UserCacheDir()
		if err != nil {
			folder = os.TempDir()
		}
		if err := fonts.UseSystemFonts(filepath.Join(folder, "roundtrip")); err == nil {
			s.fonts = fonts
			s.ask(bold)
		}
	}
	if s.fonts == nil {
		return nil
	}
	if s.bold != bold {
		s.ask(bold)
	}
	found := s.fonts.ResolveFace(letter)
	if found == nil {
		return nil
	}
	if _, ok := found.NominalGlyph(letter); !ok {
		return nil
	}
	return found
}

func (s *systemFonts) ask(bold bool) {
	s.bold = bold
	query := fontscan.Query{Families: []string{fontscan.SansSerif}, Aspect: font.Aspect{Weight: font.WeightNormal}}
	if bold {
		query.Aspect.Weight = font.WeightSemibold
	}
	s.fonts.SetQuery(query)
}

// foreignFace is a font as this library reads it.
type foreignFace struct {
	font     *font.Face
	outlines map[glyphIndex][]edge
}

func (f *foreignFace) outline(index glyphIndex) []edge {
	foreign.Lock()
	defer foreign.Unlock()
	if edges, ok := f.outlines[index]; ok {
		return edges
	}
	var t tracer
	if data, ok := f.font.GlyphData(font.GID(index)).(font.GlyphOutline); ok {
		em := float32(f.font.Upem())
		ems := func(p opentype.SegmentPoint) point { return point{p.X / em, -p.Y / em} }
		for _, segment := range data.Segments {
			switch segment.Op {
			case opentype.SegmentOpMoveTo:
				t.move(ems(segment.Args[0]))
			case opentype.SegmentOpLineTo:
				t.line(ems(segment.Args[0]))
			case opentype.SegmentOpQuadTo:
				t.quad(ems(segment.Args[0]), ems(segment.Args[1]))
			case opentype.SegmentOpCubeTo:
				t.cube(ems(segment.Args[0]), ems(segment.Args[1]), ems(segment.Args[2]))
			}
		}
		t.close()
	}
	f.outlines[index] = t.edges
	return t.edges
}

// ResolveFace chooses the embedded font for every letter that it has. It makes chosen a shaping.Fontmap.
func (c *chosen) ResolveFace(letter rune) *font.Face {
	if c.face.has(letter) {
		return c.own
	}
	if found := foreign.fonts.find(letter, c.face == boldFace); found != nil {
		return found
	}
	c.missing = c.missing || unicode.IsGraphic(letter)
	return c.own
}

// chosen chooses the fonts of one text.
type chosen struct {
	face    *face // locked by the caller
	own     *font.Face
	missing bool
}

// foreignSize is the size at which text is set, in the library's unit: fine enough for every size on the screen.
var foreignSize = fixed.I(1000)

// setForeign sets a text in the embedded font and, where that lacks letters, in fonts of the system, with the forms
// that the letters take beside each other and in the order in which they are read. It returns nil when the system has
// none of the missing letters.
func setForeign(text string, face *face) *line {
	foreign.Lock()
	defer foreign.Unlock()
	own := ownFace(face == boldFace)
	if own == nil {
		return nil
	}
	letters := []rune(text)
	input := shaping.Input{
		Text: letters, RunEnd: len(letters), Direction: direction(letters), Face: own, Size: foreignSize,
		Language: language.NewLanguage("en"),
	}
	choose := &chosen{face: face, own: own}
	var runs []shaping.Output
	found := false
	for _, run := range slices.Clone(foreign.cutter.Split(input, choose)) {
		found = found || run.Face != own
		runs = append(runs, foreign.shaper.Shape(run))
	}
	if !found {
		return nil
	}
	set := &line{foreign: true, missing: choose.missing}
	for _, run := range inReadingOrder(runs, input.Direction) {
		set.add(run)
	}
	return set
}

// add appends a run of glyphs. The caller holds the lock.
func (l *line) add(run shaping.Output) {
	from, ok := foreign.faces[run.Face]
	if !ok {
		from = &foreignFace{font: run.Face, outlines: make(map[glyphIndex][]edge)}
		foreign.faces[run.Face] = from
	}
	ems := func(length fixed.Int26_6) float64 { return float64(length) / float64(foreignSize) }
	for _, g := range run.Glyphs {
		l.glyphs = append(l.glyphs, glyph{
			from: from, index: glyphIndex(g.GlyphID), x: l.width + ems(g.XOffset), y: -ems(g.YOffset),
		})
		l.width += ems(g.XAdvance)
	}
}

// direction returns the way in which a text is read: that of its first letter that has one.
func direction(letters []rune) di.Direction {
	for _, letter := range letters {
		properties, _ := bidi.LookupRune(letter)
		switch properties.Class() {
		case bidi.L:
			return di.DirectionLTR
		case bidi.R, bidi.AL:
			return di.DirectionRTL
		}
	}
	return di.DirectionLTR
}

// inReadingOrder returns runs in their order from left to right: those against the direction of the text turn round
// among themselves.
func inReadingOrder(runs []shaping.Output, base di.Direction) []shaping.Output {
	if base == di.DirectionRTL {
		slices.Reverse(runs)
	}
	for from := 0; from < len(runs); {
		to := from
		for to < len(runs) && runs[to].Direction != base {
			to++
		}
		slices.Reverse(runs[from:to])
		from = max(to, from+1)
	}
	return runs
}

// ownFace returns the embedded font, or nil when it cannot be read.
func ownFace(bold bool) *font.Face {
	at, data := 0, assets.FontRegular
	if bold {
		at, data = 1, assets.FontSemiBold
	}
	if foreign.own[at] == nil {
		if face, err := font.ParseTTF(bytes.NewReader(data)); err == nil {
			foreign.own[at] = face
		}
	}
	return foreign.own[at]
}
