package deal

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine returns the text without line breaks and tabs: every run of white space, of non-breaking blanks too, is one blank,
// none at the ends. Characters that nobody sees and that come along when text is pasted from pages and documents, such as
// zero-width blanks and marks of direction, are left out.
func OneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(character rune) rune {
		if unseen(character) {
			return -1
		}
		return character
	}, text)), " ")
}

// unseen reports whether a character only formats and can be left out without changing what is read. Joiners are none: they
// shape emoji and the letters of some scripts.
func unseen(character rune) bool {
	return unicode.Is(unicode.Cf, character) && !joiner(character)
}

// joiner reports whether a character joins its neighbours, or keeps them apart, or chooses a variant of the one before.
func joiner(character rune) bool {
	return character == '\u200c' || character == '\u200d' || unicode.Is(unicode.Variation_Selector, character)
}

// mostQuoted is how many characters of what somebody wrote a sentence quotes.
const mostQuoted = 60

// Clipped keeps a quotation short enough for a sentence.
func Clipped(text string) string {
	runes := []rune(text)
	if len(runes) > mostQuoted {
		return string(runes[:mostQuoted-3]) + "..."
	}
	return text
}

// PlainTitle is what a deal is called that nobody has given a title, after its first leg.
func PlainTitle(payer, payee string, kind Kind) string {
	return OneLine(payer) + " to " + OneLine(payee) + ": " + string(kind)
}

// numberedPattern is what stands behind a title that another deal has already.
var numberedPattern = regexp.MustCompile(`^ \(\d+\)$`)

// FollowedTitle returns the title of a deal whose plain title was the one and is the other now: a title that is the plain
// one, with a number behind it or not, follows the deal; one that somebody has given stays.
func FollowedTitle(title, was, is string) string {
	if rest, plain := strings.CutPrefix(OneLine(title), was); plain && (rest == "" || numberedPattern.MatchString(rest)) && was != is {
		return is
	}
	return title
}

// Capital returns the text with a capital letter at its beginning.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// CountOf writes a number with its noun: 1 loop, 2,000 loops, 4 companies.
func CountOf(count int, noun string) string {
	if count == 1 {
		return "1 " + noun
	}
	switch {
	case strings.HasSuffix(noun, "y"):
		noun = strings.TrimSuffix(noun, "y") + "ie"
	case strings.HasSuffix(noun, "s"):
		noun += "e"
	}
	return Count(count) + " " + noun + "s"
}

// OneOf writes the words that may be chosen as a sentence does: a, b or c. Empty ones are left out.
func OneOf[T ~string](words []T) string { return joined(words, " or ") }

// AllOf writes the words as a sentence does: a, b and c. Empty ones are left out.
func AllOf[T ~string](words []T) string { return joined(words, " and ") }

func joined[T ~string](words []T, last string) string {
	var said []string
	for _, word := range words {
		if word != "" {
			said = append(said, string(word))
		}
	}
	if len(said) < 2 {
		return strings.Join(said, "")
	}
	return strings.Join(said[:len(said)-1], ", ") + last + said[len(said)-1]
}
