package picture

import (
	"strings"
	"unicode"
)

// The marks around a part of a text that is ordered by itself: first strong isolate and its end (UAX 9).
const isolateStart, isolateEnd = '\u2068', '\u2069'

// setIsolated sets a text of several parts from left to right, each of which is read in its own direction; the marks
// themselves are not seen.
func (f *face) setIsolated(text string) *line {
	whole := &line{}
	for _, part := range strings.FieldsFunc(text, func(letter rune) bool { return letter == isolateStart || letter == isolateEnd }) {
		set := f.set(part)
		for _, g := range set.glyphs {
			g.x += whole.width
			whole.glyphs = append(whole.glyphs, g)
		}
		whole.width += set.width
		whole.foreign, whole.missing = whole.foreign || set.foreign, whole.missing || set.missing
	}
	return whole
}

// unseen reports whether a letter is a mark that is not seen, such as those of direction, of which the font has no glyph
// either: it would draw a box for it. The caller holds the lock.
func (f *face) unseen(letter rune) bool { return unicode.Is(unicode.Cf, letter) && !f.has(letter) }

// Seen returns the text without the marks for which the embedded font would draw boxes. Whoever draws letters by
// themselves draws these; an SVG keeps the marks, since its reader orders the letters.
func Seen(text string) string {
	if !strings.ContainsFunc(text, func(letter rune) bool { return unicode.Is(unicode.Cf, letter) }) {
		return text
	}
	regularFace.mutex.Lock()
	defer regularFace.mutex.Unlock()
	return strings.Map(func(letter rune) rune {
		if regularFace.unseen(letter) {
			return -1
		}
		return letter
	}, text)
}
