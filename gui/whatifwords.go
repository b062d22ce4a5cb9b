package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/whatif"
)

// comparisonWords is a comparison in three sentences, with their sources.
type comparisonWords struct {
	lines [3]*citedSentence
	box   *fyne.Container
}

func newComparisonWords(w *Window) *comparisonWords {
	c := &comparisonWords{box: widgets.Stacked(2)}
	for i := range c.lines {
		c.lines[i] = newCitedSentence(w)
		c.box.Add(c.lines[i].box)
	}
	return c
}

// show tells the comparison; old numbers stand dimmed.
func (c *comparisonWords) show(compared *whatif.Comparison, late bool) {
	for i, sentence := range compared.Words() {
		c.lines[i].tried = compared.ScenarioBook
		c.lines[i].show(compared.BaseBook, sentence, whenLate(late, theme.ColorNameForeground))
	}
}
