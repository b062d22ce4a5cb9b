package gui

import (
	"unicode"
	"unicode/utf8"
)

// sentence returns the error as a sentence that begins with a capital letter.
func sentence(err error) string {
	return capital(err.Error())
}

// capital returns the text with a capital letter at its beginning.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}
