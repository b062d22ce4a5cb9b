package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// comparisonWords is a comparison in three sentences. Each selects what its numbers came from, and names the
// sources below it.
type comparisonWords struct {
	session *session
	window  *Window
	lines   [3]*widgets.Sentence
	sources [3]*widgets.Sentence
	told    [3]whatif.Sentence
	cited   [3]deal.SourceID
	box     *fyne.Container
}

func newComparisonWords(w *Window) *comparisonWords {
	c := &comparisonWords{session: w.session, window: w, box: widgets.Stacked(2)}
	for i := range c.lines {
		c.lines[i] = widgets.NewSentence(func() { c.session.selectLegs(c.told[i].Legs) })
		c.sources[i] = widgets.NewSentence(func() { c.open(i) })
		c.sources[i].Small = true
		c.lines[i].WithKey, c.sources[i].WithKey = w.typedKey, w.typedKey
		c.box.Add(c.lines[i])
		c.box.Add(c.sources[i])
		c.box.Add(widgets.NewGap(3))
	}
	return c
}

// show tells the comparison; old numbers stand dimmed.
func (c *comparisonWords) show(compared *whatif.Comparison, late bool) {
	for i, sentence := range compared.Words() {
		c.told[i] = sentence
		c.lines[i].SetColour(whenLate(late, theme.ColorNameForeground))
		c.lines[i].SetText(sentence.Text)
		c.lines[i].Leads = len(sentence.Legs) > 0
		sources := whatif.SourcesOf(compared.BaseBook, sentence.Legs)
		var said []string
		if c.cited[i] = 0; len(sources) > 0 {
			c.cited[i] = sources[0].ID
			said = append(said, citing(sources))
		}
		if own := whatif.OwnFigures(compared.BaseBook, sentence.Legs); own != "" {
			said = append(said, own)
		}
		c.sources[i].SetText(strings.Join(said, ". "))
		c.sources[i].Hidden = len(said) == 0
	}
}

// open shows the sources of a sentence: the first one's legs, and the list of all.
func (c *comparisonWords) open(i int) {
	if c.cited[i] != 0 {
		c.window.tables.SelectIndex(sourcesTab)
		c.session.selectSourceOf(c.cited[i])
		c.window.sides.SelectIndex(inspectorTab)
	}
}

// citing names the first source and counts the others.
func citing(sources []deal.Source) string {
	if len(sources) > 1 {
		return fmt.Sprintf("Sources: “%s” and %d more", sources[0].Title, len(sources)-1)
	}
	return fmt.Sprintf("Source: “%s”", sources[0].Title)
}
