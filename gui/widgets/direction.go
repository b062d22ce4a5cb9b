package widgets

import "strings"

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

// fromTheRight reports whether a character is of a script that is written from right to left.
func fromTheRight(r rune) bool {
	return 0x590 <= r && r <= 0x8ff || 0xfb1d <= r && r <= 0xfdff || 0xfe70 <= r && r <= 0xfeff ||
		0x10800 <= r && r <= 0x10fff || 0x1e800 <= r && r <= 0x1efff
}
