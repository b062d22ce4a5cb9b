package gui

import (
	"strings"

	"roundtrip/internal/deal"
)

// sentence returns the error as a sentence that begins with a capital letter, or with the name of a file as it is.
func sentence(err error) string {
	text := err.Error()
	first, _, _ := strings.Cut(text, " ")
	if strings.Contains(strings.TrimRight(first, ".,:"), ".") {
		return text
	}
	return capital(text)
}

// capital returns the text with a capital letter at its beginning.
func capital(text string) string { return deal.Capital(text) }

// counted writes a number with its noun: 1 loop, 4 loops, 2 companies.
func counted(count int, noun string) string { return deal.CountOf(count, noun) }
