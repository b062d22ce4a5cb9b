package picture

import (
	"strings"

	"roundtrip/internal/layout"
)

// lineHeight is the distance between two lines of text, in sizes of its letters.
const lineHeight = 1.18

// The height of letters above the line and of their tails below it, in sizes: what a reader sees as the box
// of a line, which is less than what the font claims.
const (
	ascent  = 0.74
	descent = 0.22
)

// textWidth returns the width of one line in the unit of size.
func textWidth(text string, bold bool, size float64) float64 { return shaped(text, bold).width * size }

// blockSize returns the room of lines of text that stand under each other.
func blockSize(lines []string, bold bool, size float64) layout.Size {
	width := 0.0
	for _, line := range lines {
		width = max(width, textWidth(line, bold, size))
	}
	if len(lines) == 0 {
		return layout.Size{}
	}
	return layout.Size{Width: width, Height: size * (ascent + descent + lineHeight*float64(len(lines)-1))}
}

// shorten cuts a line to the width, with an ellipsis where something is missing.
func shorten(text string, bold bool, size, width float64) string {
	if textWidth(text, bold, size) <= width {
		return text
	}
	letters := []rune(text)
	for len(letters) > 1 {
		letters = letters[:len(letters)-1]
		cut := strings.TrimRight(string(letters), " ,.-–&") + "…"
		if textWidth(cut, bold, size) <= width {
			return cut
		}
	}
	return "…"
}

// wrapText breaks a text at its spaces into lines of at most the width. A word that is longer than that is
// shortened.
func wrapText(text string, bold bool, size, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		word = shorten(word, bold, size, width)
		switch {
		case line == "":
			line = word
		case textWidth(line+" "+word, bold, size) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// clipLines returns at most so many of the lines; the last one ends in an ellipsis where more would follow.
func clipLines(lines []string, most int, bold bool, size, width float64) []string {
	if len(lines) <= most {
		return lines
	}
	last := lines[most-1] + "…"
	if textWidth(last, bold, size) > width {
		last = shorten(lines[most-1]+" "+lines[most], bold, size, width)
	}
	return append(lines[:most-1:most-1], last)
}
