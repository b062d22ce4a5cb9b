package chart

import (
	"slices"
	"strings"
)

// arrow stands between payer and payee in the name of a leg.
const arrow = " → "

// nameLines breaks a row's name into at most so many lines of the width. Names of legs that do not fit keep the
// beginning and the end of both companies: in many of them that is where they differ.
func nameLines(name string, bold bool, size, width float64, most int) []string {
	lines := wrapped(name, bold, size, width, most)
	payer, payee, leg := strings.Cut(name, arrow)
	cut := slices.ContainsFunc(lines, func(line string) bool { return strings.HasSuffix(line, "…") })
	switch {
	case !leg || !cut:
		return lines
	case most > 1:
		return []string{clipped(payer, bold, size, width-textWidth(" →", bold, size)) + " →", clipped(payee, bold, size, width)}
	}
	room := width - textWidth(arrow, bold, size)
	left, right := textWidth(payer, bold, size), textWidth(payee, bold, size)
	switch {
	case left <= room/2:
		right = room - left
	case right <= room/2:
		left = room - right
	default:
		left, right = room/2, room/2
	}
	return []string{clipped(payer, bold, size, left) + arrow + clipped(payee, bold, size, right)}
}

// clipped leaves out as much of a line's middle as it must to fit the width. It keeps more of the end, where numbers
// and kinds stand.
func clipped(text string, bold bool, size, width float64) string {
	if textWidth(text, bold, size) <= width {
		return text
	}
	letters := []rune(text)
	for kept := len(letters) - 1; kept > 1; kept-- {
		head := strings.TrimRight(string(letters[:(2*kept+4)/5]), " ")
		tail := strings.TrimLeft(string(letters[len(letters)-kept+(2*kept+4)/5:]), " ")
		if short := head + "…" + tail; textWidth(short, bold, size) <= width {
			return short
		}
	}
	return shortened(text, bold, size, width)
}
