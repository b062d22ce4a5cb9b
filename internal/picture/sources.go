package picture

import (
	"fmt"
	"strings"
)

// Below a picture stand first the sources whose numbers are in it, in the order of their numbers, then the others. Both are
// cut where there is no room, and counted.

// listed returns how many of the numbered sources have room in the frame of a page of that width at scale 1.
func (f Frame) listed(width float64) int {
	_, shown := f.numberedLines(frameRoom(width))
	return shown
}

// sourceLines returns the lines about sources.
func (f Frame) sourceLines(room float64) []string {
	lines, shown := f.numberedLines(room)
	return append(lines, f.otherLines(room, footLines-len(lines), shown)...)
}

// numberedLines returns the list of the sources whose numbers stand in the picture, and how many of them have room.
func (f Frame) numberedLines(room float64) (lines []string, shown int) {
	numbered := f.citing.numbered
	most := footLines
	if len(numbered) < len(f.Sources) {
		most-- // for the others
	}
	parts := make([]string, len(numbered))
	for i, position := range numbered {
		parts[i] = fmt.Sprintf("%d\u00a0%s", i+1, f.Sources[position])
	}
	return fitted(parts, most, room, func(shown []string) string { return f.numberedWords() + strings.Join(shown, "; ") })
}

// numberedWords are what the list of numbered sources begins with.
func (f Frame) numberedWords() string {
	words := "Sources"
	if len(f.Sources) == 1 {
		words = "Source"
	}
	words += ", by the raised numbers"
	if f.citing.thinned {
		words += " (a leg without room for its amount or number has none)"
	}
	return words + ": "
}

// otherLines returns the list, in at most so many lines, of the sources whose numbers do not stand in the picture.
func (f Frame) otherLines(room float64, most, numbered int) []string {
	known := make(map[int]bool, numbered)
	for _, position := range f.citing.numbered[:numbered] {
		known[position] = true
	}
	var others []string
	for i, source := range f.Sources {
		if !known[i] {
			others = append(others, source)
		}
	}
	if len(others) == 0 {
		return nil
	}
	lines, _ := fitted(others, most, room, func(shown []string) string {
		rest := len(others) - len(shown)
		words := f.otherWords(numbered, len(others)) + strings.Join(shown, "; ")
		if rest > 0 {
			words += fmt.Sprintf("; and %d more", rest)
		}
		return words
	})
	return lines
}

// otherWords are what the list of the sources without numbers begins with.
func (f Frame) otherWords(numbered, others int) string {
	switch {
	case numbered == 0 && others == 1:
		return "Source: "
	case numbered == 0:
		return "Sources: "
	case f.citing.faded:
		return "Of faded legs: "
	}
	return "Without a number here: "
}

// fitted returns the words about as many of the parts as have room in so many lines, at least one, and how many these are.
func fitted(parts []string, most int, room float64, words func(shown []string) string) (lines []string, shown int) {
	if len(parts) == 0 {
		return nil, 0
	}
	for shown = len(parts); ; shown-- {
		lines = wrapText(words(parts[:shown]), false, footSize, room)
		if len(lines) <= most || shown == 1 {
			return clipLines(lines, most, false, footSize, room), shown
		}
	}
}
