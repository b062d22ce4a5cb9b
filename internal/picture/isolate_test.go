package picture

import (
	"math"
	"testing"
)

// The marks around a name are not seen, and the parts stand from left to right.
func TestIsolatesAreNotSeen(t *testing.T) {
	const plainText, marked = "Amazon → OpenAI", "\u2068Amazon\u2069 → \u2068OpenAI\u2069"
	want, got := shaped(plainText, false), shaped(marked, false)
	if len(got.glyphs) != len(want.glyphs) || math.Abs(got.width-want.width) > 0.05 || got.missing {
		t.Errorf("%d glyphs, %.2f wide, want %d and %.2f", len(got.glyphs), got.width, len(want.glyphs), want.width)
	}
	for i := range min(len(got.glyphs), len(want.glyphs)) {
		if got.glyphs[i].index != want.glyphs[i].index || i > 0 && got.glyphs[i].x <= got.glyphs[i-1].x {
			t.Errorf("glyph %d is %v at %.2f", i, got.glyphs[i].index, got.glyphs[i].x)
		}
	}
	if got := PDFText(marked); got != plainText {
		t.Errorf("a PDF holds %q", got)
	}
}

// Marks of direction draw nothing and take no room, in every font, beside letters of the system's fonts and without such.
func TestMarksAreNotDrawn(t *testing.T) {
	drawn := func(text string) (shapes [][]edge) {
		for _, g := range shaped(text, false).glyphs {
			if edges := g.from.outline(g.index); len(edges) > 0 {
				shapes = append(shapes, edges)
			}
		}
		return shapes
	}
	check := func(fonts string) {
		t.Helper()
		for marked, text := range map[string]string{
			"\u200eAmazon \u200e→\u200e OpenAI":                                "Amazon → OpenAI",
			"\u200e\u2068Amazon\u2069 \u200e→\u200e \u2068" + smile + "\u2069": "Amazon → " + smile,
			"\u202a" + smile + "\u202c \u200f" + smile:                         smile + " " + smile,
		} {
			if got, want := drawn(marked), drawn(text); len(got) != len(want) {
				t.Errorf("%s: of %q %d shapes are drawn, want %d", fonts, marked, len(got), len(want))
			}
			if got, want := shaped(marked, false).width, shaped(text, false).width; math.Abs(got-want) > 0.05 {
				t.Errorf("%s: %q is %.2f wide, want %.2f", fonts, marked, got, want)
			}
		}
	}
	check("without fonts of the system")
	withGoFont(t)
	check("with one")
}
