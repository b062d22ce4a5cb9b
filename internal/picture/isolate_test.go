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
	if got := plain(marked); got != plainText {
		t.Errorf("a PDF holds %q", got)
	}
}
