package picture

import (
	"strings"
	"unicode"

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

// mostNameLines is up to how many lines a name has.
const mostNameLines = 3

// wrapName breaks a long name at a space, or between letters of a script that writes none, into two lines, or into three
// where it must. What does not fit then is cut in its middle: companies of one group differ at their ends.
func wrapName(name string) []string {
	name = strings.Join(strings.Fields(name), " ")
	if textWidth(name, true, nameSize) <= nameWidth {
		return []string{name}
	}
	// The two lines should be about as long as each other: the best break leaves the shortest longer line.
	width := func(text string) float64 { return textWidth(text, true, nameSize) }
	balanced, best := -1, nameWidth
	for _, at := range breaks(name) {
		if longer := max(width(name[:at]), width(strings.TrimPrefix(name[at:], " "))); longer <= best {
			balanced, best = at, longer
		}
	}
	if balanced >= 0 {
		return []string{name[:balanced], strings.TrimPrefix(name[balanced:], " ")}
	}
	if lines := filledLines(name); len(lines) <= mostNameLines {
		return lines
	}
	return cutName(name)
}

// breaks returns where in a name a line may end.
func breaks(name string) []int {
	var list []int
	for at, letter := range name {
		if at > 0 && (letter == ' ' || unicode.In(letter, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)) {
			list = append(list, at)
		}
	}
	return list
}

// filledLines breaks a name into lines that each take what fits; more than mostNameLines where a word is too long.
func filledLines(name string) []string {
	var lines []string
	for textWidth(name, true, nameSize) > nameWidth {
		filled := -1
		for _, at := range breaks(name) {
			if textWidth(name[:at], true, nameSize) <= nameWidth {
				filled = at
			}
		}
		if filled < 0 || len(lines) == mostNameLines {
			return make([]string, mostNameLines+1)
		}
		lines, name = append(lines, name[:filled]), strings.TrimPrefix(name[filled:], " ")
	}
	return append(lines, name)
}

// cutName returns two lines of a name that has no room in them: as much of its beginning as fits, and its last words.
// A name of one word is one line.
func cutName(name string) []string {
	name = strings.Join(strings.Fields(name), " ")
	for _, at := range breaks(name) {
		last := strings.TrimPrefix(name[at:], " ")
		if textWidth(last, true, nameSize) > nameWidth {
			continue
		}
		if first := name[:at]; textWidth(first, true, nameSize) > nameWidth {
			return []string{shorten(first, true, nameSize, nameWidth), last}
		}
		break
	}
	return []string{shortName(name)}
}

// shortName returns a name in one line, cut in its middle where it is too long: its last words stay when they take no
// more than about half of the line, otherwise its last letters.
func shortName(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if textWidth(name, true, nameSize) <= nameWidth {
		return name
	}
	letters := []rune(name)
	last := string(letters[len(letters)-min(len(letters), 6):])
	for _, at := range breaks(name) {
		if textWidth(name[at:], true, nameSize) <= 0.55*nameWidth {
			last = name[at:]
			break
		}
	}
	for kept := len(letters) - len([]rune(last)); kept > 0; kept-- {
		cut := strings.TrimRight(string(letters[:kept]), " ,.-–&") + "…" + last
		if textWidth(cut, true, nameSize) <= nameWidth {
			return cut
		}
	}
	return shorten(name, true, nameSize, nameWidth)
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
