package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
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
	for i, sentence := range compared.Words()[:len(c.lines)] { // what stands under no filter is said beside the key numbers
		c.lines[i].tried = compared.ScenarioBook
		c.lines[i].show(compared.BaseBook, sentence, whenLate(late, theme.ColorNameForeground))
	}
}

// underKeys says which filters the numbers in sight stand under, and which of them are of the deal itself: "Stake bought and
// Spent back are of the deal itself, whatever is left out; the other numbers under: signed and active".
func underKeys(keys []whatif.KeyRow, under string) string {
	var itself []string
	for _, key := range keys {
		if key.OfTheDeal && key.Known() {
			itself = append(itself, key.Short)
		}
	}
	switch {
	case under == "":
		return ""
	case len(itself) == 0:
		return "Numbers under: " + under
	}
	is := " are"
	if len(itself) == 1 {
		is = " is"
	}
	return deal.AllOf(itself) + is + " of the deal itself, whatever is left out; the other numbers under: " + under
}
