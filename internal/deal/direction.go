package deal

import (
	"slices"
	"strings"
	"unicode"
)

// Isolated returns a name as it must stand between arrows or other signs whose order says something: one with letters
// that are read from right to left is set apart by Unicode's isolates (U+2068, U+2069; UAX 9), since it would otherwise
// turn round what stands beside it, and "A → B" would read as B paying A. Every other name is returned as it is.
func Isolated(name string) string {
	if !strings.ContainsFunc(name, rightToLeft) {
		return name
	}
	return "\u2068" + name + "\u2069"
}

// Way returns companies in the order of payment: "A → B → C".
func Way(names ...string) string {
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = Isolated(name)
	}
	return strings.Join(parts, " → ")
}

// Ring returns companies that pay each other in a ring: "A ⇄ B", or "A → B → C → A".
func Ring(names ...string) string {
	if len(names) == 2 {
		return Isolated(names[0]) + " ⇄ " + Isolated(names[1])
	}
	return Way(append(slices.Clone(names), names[0])...)
}

func rightToLeft(letter rune) bool {
	return unicode.In(letter, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam)
}
