package whatif

import (
	"strings"

	"roundtrip/internal/deal"
)

// What the filters of a view do not change: what a stake buys, what must be spent back of it and what stays follow from the
// deal itself and from the other stakes in the document, as rows_basis.go says. Everything else is of the network that the
// filters leave.

// ofTheDeal reports whether the row of the key is about the deal itself, whatever the filters leave out.
func ofTheDeal(key string) bool {
	switch key {
	case "ownership", "look_through", "post_money", "stake", "back_direct", "back_per_year", "left_in", "effective_price", "own_revenue":
		return true
	}
	return strings.HasPrefix(key, ownedBy)
}

// dealItself says under filters what does not stand under them, and whether they leave the deal out; nothing without filters.
func (c *Comparison) dealItself() Sentence {
	view := c.BaseNetwork.View
	if len(view.Filters(c.BaseBook)) == 0 {
		return Sentence{}
	}
	sentence := Sentence{Legs: []deal.LegID{c.Stake.Leg}}
	var what []string
	for _, part := range []struct{ key, words string }{
		{"ownership", "what the stake buys"}, {"back_direct", "what is spent back of it"}, {"left_in", "what stays of it"},
	} {
		if row, ok := c.Row(part.key); ok && row.Known() {
			what = append(what, part.words)
			sentence.Rows = append(sentence.Rows, part.key)
		}
	}
	if len(what) == 0 {
		return Sentence{}
	}
	out, is := ", whatever the filters leave out", " are"
	if len(what) == 1 {
		is = " is"
	}
	if flowOf(c.BaseNetwork, c.Stake.Leg) < 0 && flowOf(c.ScenarioNetwork, c.Stake.Leg) < 0 {
		out = ", which the filters leave out"
	}
	sentence.Text = deal.Capital(deal.AllOf(what)) + is + " of the deal itself" + out + "; the numbers of the network stand under: " + filterWords(c) + "."
	return sentence
}

// filterWords names the filters that the comparison stands under.
func filterWords(c *Comparison) string {
	var words []string
	for _, filter := range c.BaseNetwork.View.Filters(c.BaseBook) {
		words = append(words, filter.Words)
	}
	return strings.Join(words, ", ")
}
