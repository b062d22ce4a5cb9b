package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// citedSentence is a sentence that selects what its numbers came from, with the sources of those below it.
type citedSentence struct {
	window  *Window
	line    *widgets.Sentence
	sources *widgets.Sentence
	told    whatif.Sentence
	cited   deal.SourceID // the first of the sources
	tried   *deal.Book    // what a what-if makes of the book, whose numbers no source states; nil: none
	box     *fyne.Container
}

func newCitedSentence(w *Window) *citedSentence {
	c := &citedSentence{window: w}
	c.line = widgets.NewSentence(func() { w.session.selectLegs(c.told.Legs) })
	c.sources = widgets.NewSentence(c.open)
	c.sources.Small = true
	c.line.WithKey, c.sources.WithKey = w.typedKey, w.typedKey
	c.box = widgets.Stacked(2, c.line, c.sources, widgets.NewGap(3))
	return c
}

// show tells a sentence about the legs of the book.
func (c *citedSentence) show(book *deal.Book, told whatif.Sentence, colour fyne.ThemeColorName) {
	c.told, c.cited = told, 0
	c.line.SetColour(colour)
	c.line.SetText(told.Text)
	c.line.Leads = len(told.Legs) > 0
	var said []string
	if sources := whatif.SourcesOf(book, told.Legs); len(sources) > 0 {
		c.cited = sources[0].ID
		words := citing(sources)
		if whatif.OnlyRated(book, told.Legs) {
			words = whatif.OnlyRatedWords + " " + words
		}
		if c.tried != nil && whatif.Moves(book, c.tried, told.Legs) {
			words = "Of the base only. " + words
		}
		said = append(said, words)
	}
	said = append(said, whatif.OwnFigures(book, told.Legs)...)
	c.sources.SetText(strings.Join(said, ". "))
	c.sources.Hidden = len(said) == 0
}

// open shows the sources of the sentence: the first one's legs, and the list of all.
func (c *citedSentence) open() {
	if c.cited != 0 {
		c.window.showSource(c.cited)
	}
}

// showSource shows a source, the legs that it speaks of, and the list of all sources.
func (w *Window) showSource(id deal.SourceID) {
	w.tables.SelectIndex(sourcesTab)
	w.session.selectSourceOf(id)
	w.sides.SelectIndex(inspectorTab)
}

// citing names the first source and counts the others.
func citing(sources []deal.Source) string {
	if len(sources) > 1 {
		return fmt.Sprintf("Sources: “%s” and %d more", sources[0].Title, len(sources)-1)
	}
	return fmt.Sprintf("Source: “%s”", sources[0].Title)
}
