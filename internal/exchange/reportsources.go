package exchange

import (
	"slices"
	"strconv"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// reportSources numbers the sources of a report in the order in which they are first cited.
type reportSources struct {
	shown   Shown
	list    []deal.Source
	numbers map[deal.SourceID]int
}

// reportSentence is a sentence of a report with the numbers of the sources that it rests on.
type reportSentence struct {
	Text    string
	Sources []int
	None    bool // it rests on legs, and no source states any of them though the document has sources
}

// cite returns the numbers of the sources that state the legs and the deals they belong to, in ascending order.
func (r *reportSources) cite(legs ...deal.LegID) []int {
	var numbers []int
	for _, leg := range legs {
		_, owner, ok := r.shown.Book.Leg(leg)
		if !ok {
			continue
		}
		for _, id := range r.shown.citedFor(shownDeal{deal: owner, legs: []deal.LegID{leg}}) {
			if r.numbers[id] == 0 {
				source, _ := r.shown.Book.Source(id)
				r.list = append(r.list, source)
				r.numbers[id] = len(r.list)
			}
			if !slices.Contains(numbers, r.numbers[id]) {
				numbers = append(numbers, r.numbers[id])
			}
		}
	}
	slices.Sort(numbers)
	return numbers
}

// sentences returns the comparison in words, each with its sources.
func (r *reportSources) sentences(c *whatif.Comparison) []reportSentence {
	var list []reportSentence
	for _, sentence := range c.Words() {
		said := reportSentence{Text: sentence.Text, Sources: r.cite(sentence.Legs...)}
		said.None = len(said.Sources) == 0 && len(sentence.Legs) > 0 && len(r.shown.Book.Sources) > 0
		list = append(list, said)
	}
	return list
}

// Number returns the place of a source in the list, from 1.
func (w *reportWords) Number(at int) string { return strconv.Itoa(at + 1) }
