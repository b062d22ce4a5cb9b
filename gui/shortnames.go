package gui

import (
	"cmp"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// Names of more than longLetters are cut to shortLetters where many names stand close together.
const longLetters, shortLetters = 18, 11

// shortNames returns what writes the names of the book's companies short in other words: longer ones by their ticker, or
// by their first and last letters. The longest come first, because one name may begin another.
func shortNames(book *deal.Book) *strings.Replacer {
	long := make([]deal.Company, 0, len(book.Companies))
	for _, company := range book.Companies {
		if len([]rune(company.Name)) > longLetters {
			long = append(long, company)
		}
	}
	slices.SortStableFunc(long, func(a, b deal.Company) int { return cmp.Compare(len(b.Name), len(a.Name)) })
	var pairs []string
	for _, company := range long {
		short := company.Ticker
		if short == "" {
			short = shortName(company.Name)
		}
		pairs = append(pairs, company.Name, short)
	}
	return strings.NewReplacer(pairs...)
}

// shortName cuts a name in its middle: its last word stays, which is often what tells it from others, and of what is
// before it as many whole words as there is room for.
func shortName(name string) string {
	words := strings.Fields(name)
	last := words[len(words)-1]
	if letters := []rune(last); len(letters) > shortLetters/2 {
		last = string(letters[len(letters)-shortLetters/2:])
	}
	room, kept := shortLetters-len([]rune(last))-1, ""
	for _, word := range words[:len(words)-1] {
		if len([]rune(kept))+len([]rune(word)) > room {
			break
		}
		kept += word + " "
	}
	if kept == "" {
		letters := []rune(name)
		kept = string(letters[:min(len(letters), room)])
	}
	return strings.TrimRight(kept, " ") + "…" + last
}
