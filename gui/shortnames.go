package gui

import (
	"cmp"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// leastLetters is how short a name becomes; shorter only where the arrows between names would be cut otherwise.
const leastLetters = 4

// shortEnough is how long a name is at most that never becomes shorter: "A…" would be no gain.
const shortEnough = 3

// shorter returns what writes names into less room than their words need: every name that is longer than the others
// becomes shorter in its middle, until all of them fit. So no company is lost, and the ends of names, which often tell
// them apart, stay. Write puts the names, none of more than so many letters, into words.
func shorter(names []string, write func(letters int) string) func(fits func(string) bool) string {
	longest := 0
	for _, name := range names {
		longest = max(longest, len([]rune(name)))
	}
	return func(fits func(string) bool) string {
		least, most := min(leastLetters, longest), longest // the first letters are too few or just enough, the others too many
		for least > 1 && !fits(write(least)) {
			least, most = least-1, least-1
		}
		for least < most {
			middle := (least + most + 1) / 2
			if fits(write(middle)) {
				least = middle
			} else {
				most = middle - 1
			}
		}
		return write(least)
	}
}

// shortenedName returns the name with no more than so many letters: the beginning, and the last word where it leaves room
// for as much of the beginning. A number at the end is often all that tells names apart: it stays whole, and the beginning
// gives way to it down to one letter.
func shortenedName(name string, letters int) string {
	runes := []rune(name)
	if len(runes) <= max(letters, shortEnough) {
		return name
	}
	last := name[strings.LastIndex(name, " ")+1:]
	tail := len([]rune(last))
	if tail > letters/2 && !isShortNumber(last) {
		tail, last = 0, ""
	}
	begin := max(letters-tail-1, 1)
	if begin+1+tail >= len(runes) {
		return name
	}
	return strings.TrimSpace(string(runes[:begin])) + "…" + last
}

// isShortNumber reports whether a word is a number as companies bear it in their names: of up to six digits.
func isShortNumber(word string) bool {
	return len(word) <= 6 && strings.Trim(word, "0123456789") == ""
}

// shorterNames returns what writes words about some of the book's companies into less room than they need: longer names
// by their ticker, or shortened.
func shorterNames(book *deal.Book) func(words string) func(fits func(string) bool) string {
	companies := slices.Clone(book.Companies)
	// The longest come first, because one name may begin another.
	slices.SortStableFunc(companies, func(a, b deal.Company) int { return cmp.Compare(len(b.Name), len(a.Name)) })
	return func(words string) func(fits func(string) bool) string {
		var named []deal.Company
		var names []string
		rest := words
		for _, company := range companies {
			if strings.Contains(rest, company.Name) {
				named, names = append(named, company), append(names, company.Name)
				rest = strings.ReplaceAll(rest, company.Name, "\n")
			}
		}
		return shorter(names, func(letters int) string {
			var pairs []string
			for _, company := range named {
				short := shortenedName(company.Name, letters)
				if short != company.Name && company.Ticker != "" {
					short = company.Ticker
				}
				pairs = append(pairs, company.Name, short)
			}
			return strings.NewReplacer(pairs...).Replace(words)
		})
	}
}
