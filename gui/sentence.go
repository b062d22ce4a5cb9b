package gui

import (
	"unicode"
	"unicode/utf8"
)

// sentence returns the error as a sentence that begins with a capital letter.
func sentence(err error) string {
	text := err.Error()
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}
