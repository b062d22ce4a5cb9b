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

// cite returns the numbers of the sources that the leg and its deal, as they are listed, come from, in ascending order.
func (r *reportSources) cite(leg deal.LegID) []int {
	_, owner, _ := r.shown.Book.Leg(leg)
	var numbers []int
	for _, id := range r.shown.citedFor(shownDeal{deal: owner, legs: []deal.LegID{leg}}) {
		source, _ := r.shown.Book.Source(id)
		numbers = append(numbers, r.number(source))
	}
	slices.Sort(numbers)
	return numbers
}

// number returns the source's place in the list, from 1, at the end of it where it has not been cited before.
func (r *reportSources) number(source deal.Source) int {
	if r.numbers[source.ID] == 0 {
		r.list = append(r.list, source)
		r.numbers[source.ID] = len(r.list)
	}
	return r.numbers[source.ID]
}

// sentences returns the sentences, each with the sources of its numbers, as the window names them.
func (r *reportSources) sentences(told []whatif.Sentence) []reportSentence {
	var list []reportSentence
	for _, sentence := range told {
		said := reportSentence{Text: sentence.Text}
		for _, source := range whatif.SourcesOf(r.shown.Book, sentence.Legs) {
			said.Sources = append(said.Sources, r.number(source))
		}
		slices.Sort(said.Sources)
		for _, own := range whatif.OwnFigures(r.shown.Book, sentence.Legs) {
			said.Text += " " + own + "."
		}
		if whatif.OnlyRated(r.shown.Book, sentence.Legs) {
			said.Text += " " + whatif.OnlyRatedWords
		}
		said.None = len(said.Sources) == 0 && len(sentence.Legs) > 0 && len(r.shown.Book.Sources) > 0
		list = append(list, said)
	}
	return list
}

// rates says what the rates are that amounts of companies and of the deals that are listed are turned at, with who says so.
func (r *reportSources) rates() []reportSentence {
	book := r.shown.Book
	deals, _ := r.shown.drawn()
	var list []reportSentence
	for _, rate := range book.RatesOf(book.Companies, deals) {
		said := reportSentence{Text: book.RateWords(rate)}
		if source, ok := book.Source(rate.Source); ok {
			said.Sources = []int{r.number(source)}
		}
		list = append(list, said)
	}
	return list
}

// moved returns the sentences of a scenario, which say where their sources state the base only.
func (r *reportSources) moved(comparison *whatif.Comparison) []reportSentence {
	told := comparison.Words()
	list := r.sentences(told)
	for i := range list {
		if len(list[i].Sources) > 0 && whatif.Moves(comparison.BaseBook, comparison.ScenarioBook, told[i].Legs) {
			list[i].Text += " What the sources state is the base."
		}
	}
	return list
}

// Number returns the place of a source in the list, from 1.
func (w *reportWords) Number(at int) string { return strconv.Itoa(at + 1) }
