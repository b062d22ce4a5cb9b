package picture

import "strings"

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
