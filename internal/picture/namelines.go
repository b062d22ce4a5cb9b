package picture

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// Names are broken into lines rather than cut: companies of one group differ at their ends, and a reader who knows a
// company by its whole name should find it.

// mostNameLines is up to how many lines a name has, mostBreaks how many places to break it at are looked at.
const mostNameLines, mostBreaks = 4, 14

// widestName is the widest line of a name that has no room in narrower ones.
const widestName = 1.4 * nameWidth

// wrapName returns the lines of a name: one where it is short, otherwise as few of about the same length as it takes. What
// fits into no lines is cut.
func wrapName(name string) []string {
	if ways := wholeNames(name); len(ways) > 0 {
		return ways[0]
	}
	return cutName(name)
}

// narrowName returns the lines of a name where they take the least room beside each other.
func narrowName(name string) []string {
	for _, lines := range wholeNames(name) {
		if blockSize(lines, true, nameSize).Width <= nameWidth {
			return lines
		}
	}
	return wrapName(name)
}

// wholeNames returns the ways to write all of a name, the best first: none where a word is too long.
func wholeNames(name string) [][]string {
	name = strings.Join(strings.Fields(name), " ")
	var wide, ways [][]string
	fewest := 1
	for count := 1; count <= mostNameLines && (len(ways) < 2 || count == 2); count++ {
		lines, width := splitName(name, count)
		switch {
		case lines == nil:
		case width <= nameWidth && (len(ways) == 0 || count <= fewest+1):
			if len(ways) == 0 {
				fewest = count
			}
			ways = append(ways, lines)
		case width <= widestName && len(ways) == 0:
			wide = append(wide, lines)
		}
	}
	// Three wide lines are easier to read than four narrow ones, two wide ones no easier than three narrow ones.
	if len(ways) > 0 && len(ways[0]) == mostNameLines && len(wide) > 0 {
		return append(wide, ways...)
	}
	return append(ways, wide...)
}

// splitName breaks a name into lines so that the longest is as short as it can be, and returns its width; nothing where
// the name cannot be broken so often.
func splitName(name string, count int) (lines []string, width float64) {
	if count == 1 {
		return []string{name}, textWidth(name, true, nameSize)
	}
	width = math.Inf(1)
	at := breaks(name)
	if count > 2 && len(at) > mostBreaks {
		return nil, width
	}
	for _, end := range at {
		first := textWidth(name[:end], true, nameSize)
		if first >= width {
			break
		}
		rest, longest := splitName(strings.TrimPrefix(name[end:], " "), count-1)
		if longest = max(longest, first); rest != nil && longest < width {
			lines, width = slices.Insert(rest, 0, name[:end]), longest
		}
	}
	return lines, width
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
	if textWidth(name, true, nameSize) <= nameWidth {
		return []string{name}
	}
	return []string{cutMiddle(name, nameWidth)}
}
