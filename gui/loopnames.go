package gui

import (
	"slices"

	"roundtrip/internal/deal"
)

// shorterLoop returns what writes a loop into less room than its words need.
func shorterLoop(names []string) func(fits func(string) bool) string {
	return shorter(names, func(letters int) string {
		short := make([]string, len(names))
		for i, name := range names {
			short[i] = shortenedName(name, letters)
		}
		return deal.Ring(short...)
	})
}

// loopInLines writes the companies of a loop below each other, in the order of payment.
func loopInLines(names []string) []string {
	lines := []string{deal.Isolated(names[0])}
	for _, name := range append(slices.Clone(names[1:]), names[0]) {
		lines = append(lines, "→ "+deal.Isolated(name))
	}
	return lines
}
