package widgets

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// leftToRightMark is a character that nobody sees.
const leftToRightMark = "\u200e"

// drawn returns the text as it is to be handed to the toolkit. The toolkit sets the pieces of a line that are written in
// different directions from left to right, but where the first letter is one of a script written from right to left, it
// takes the blank between them for a part of that piece and sets it before: the mark lets the line begin from the left.
func drawn(text string) string {
	if strings.ContainsFunc(text, fromTheRight) {
		return leftToRightMark + text
	}
	return text
}

// fromTheRight reports whether a character is of a script that is written from right to left (Unicode Bidirectional
// Algorithm, UAX 9: its classes R and AL).
func fromTheRight(r rune) bool {
	properties, _ := bidi.LookupRune(r)
	return properties.Class() == bidi.R || properties.Class() == bidi.AL
}
