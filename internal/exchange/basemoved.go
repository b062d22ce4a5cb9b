package exchange

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// movedObject is one change whose base has moved since it was made.
type movedObject struct {
	Sentence string `json:"sentence"`
	Was      string `json:"was"` // when the scenario was made
	Is       string `json:"is"`
}

// movedWords says of every change whose base the book no longer holds what it was made on, and what is there now: the
// window warns of the same, as the difference that a scenario shows is another then.
func movedWords(book *deal.Book, changes []deal.Change) (words []string) {
	for _, moved := range whatif.MovedBases(book, changes) {
		words = append(words, "! The base has moved underneath: "+moved.Text+".")
	}
	return words
}
