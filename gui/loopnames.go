package gui

import (
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// shorterLoop returns what writes a loop into less room than its words need: every name that is longer than the others
// becomes shorter in its middle, until all of them fit. So no company of the loop is lost, and the ends of names, which
// often tell them apart, stay.
func shorterLoop(names []string) func(fits func(string) bool) string {
	longest := 0
	for _, name := range names {
		longest = max(longest, len([]rune(name)))
	}
	return func(fits func(string) bool) string {
		least, most := leastLetters, longest // the first letters are too few or just enough, the others too many
		for least < most {
			middle := (least + most + 1) / 2
			if fits(loopWords(shortened(names, middle))) {
				least = middle
			} else {
				most = middle - 1
			}
		}
		return loopWords(shortened(names, least))
	}
}

// leastLetters is how short a name may become.
const leastLetters = 4

// shortened returns the names with no more than so many letters each: the beginning and the end of a longer one.
func shortened(names []string, letters int) []string {
	short := slices.Clone(names)
	for i, name := range names {
		if runes := []rune(name); len(runes) > letters {
			short[i] = shortenedName(name, letters)
		}
	}
	return short
}

// shortenedName keeps the last word of a name where it leaves room for as much of the beginning.
func shortenedName(name string, letters int) string {
	runes := []rune(name)
	last := name[strings.LastIndex(name, " ")+1:]
	tail := len([]rune(last))
	if tail > letters/2 {
		tail, last = 0, ""
	}
	return strings.TrimSpace(string(runes[:letters-tail-1])) + "…" + last
}

// loopInLines writes the companies of a loop below each other, in the order of payment.
func loopInLines(names []string) []string {
	lines := []string{deal.Isolated(names[0])}
	for _, name := range append(slices.Clone(names[1:]), names[0]) {
		lines = append(lines, "→ "+deal.Isolated(name))
	}
	return lines
}
