package whatif

import (
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// KeyRow is one of the few measures that are shown while a slider moves, with a name of two words, and one word of it for
// where wide numbers leave no room for two.
type KeyRow struct {
	Row
	Short, Word string
	OfTheDeal   bool // it is about the deal itself, whatever the filters of the view leave out
}

// mostKeyRows is how many measures are in sight beside the slider.
const mostKeyRows = 7

// KeyRows returns, of the rows of a comparison, those that an analyst watches while a number of the leg moves: what the
// stake buys and leaves the first other owner with, what comes back, what outside cash stays, and how much goes in circles.
// Where that leaves room, as for a contract, which buys nothing, gross is among them.
func KeyRows(book *deal.Book, rows []Row) []KeyRow {
	named := func(key string) int { return slices.IndexFunc(rows, func(row Row) bool { return row.Key == key }) }
	var all []KeyRow
	take := func(key, short, word string) {
		if at := named(key); at >= 0 {
			all = append(all, KeyRow{rows[at], short, word, ofTheDeal(key)})
		}
	}
	take("ownership", "Stake bought", "Bought")
	if at := slices.IndexFunc(rows, func(row Row) bool { return strings.HasPrefix(row.Key, ownedBy) }); at >= 0 {
		owner := ownerOf(book, rows[at].Key)
		all = append(all, KeyRow{rows[at], owner + " left", owner, true})
	}
	back := named("back_direct")
	if back >= 0 && (rows[back].BaseKnown || rows[back].ScenarioKnown) {
		take("back_direct", "Spent back", "Back")
	} else {
		take("back_network", "Comes back", "Back")
	}
	take("left_in", "Outside cash", "Outside")
	take("circular_money", "Circular money", "In circles")
	take("circular_share", "Circular share", "Share")
	take("loops", "Loops", "Loops")
	if len(all) < mostKeyRows {
		take("gross", "Gross", "Gross")
	}
	return all
}

// ownerOf names the company of a row of what an owner is left with.
func ownerOf(book *deal.Book, key string) string {
	for i := range book.Companies {
		if key == ownedKey(book.Companies[i].ID) {
			return book.Companies[i].Name
		}
	}
	return "Others"
}
