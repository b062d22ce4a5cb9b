package chart

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// mark is the left-to-right mark of Unicode, which is not seen.
const mark = "\u200e"

// leftToRight returns a line to be read from left to right, as charts are, also where names in it run the other way.
// Without the marks both names and the arrow between them would turn round together, and the arrow would point from
// payee to payer.
func leftToRight(line string) string {
	turns := strings.ContainsFunc(line, func(letter rune) bool {
		properties, _ := bidi.LookupRune(letter)
		return properties.Class() == bidi.R || properties.Class() == bidi.AL
	})
	if !turns || strings.HasPrefix(line, mark) {
		return line
	}
	return mark + strings.ReplaceAll(line, "→", mark+"→"+mark)
}
