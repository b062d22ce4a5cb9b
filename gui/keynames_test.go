package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// TestKeyNumbersAreCalledByWholeWords shows key numbers of ever wider amounts in the panel of a window of 1280: each is called by
// two words or one of them, never by a part of one, and no name stands in a number.
func TestKeyNumbersAreCalledByWholeWords(t *testing.T) {
	w := openSample(t)
	const panel, bn = 307, 1e11
	for name, test := range map[string]struct {
		base, scenario float64
		currency       deal.Currency
	}{
		"usual":         {46 * bn, 66 * bn, deal.USD},
		"wide":          {673.25 * bn, 934.08 * bn, deal.USD},
		"wider":         {673.253 * bn, 1934.081 * bn, deal.USD},
		"a code of one": {673.25 * bn, 934.08 * bn, "SEK"},
	} {
		var rows []whatif.Row
		for _, row := range w.session.compared.Rows {
			if row.Unit == whatif.UnitMoney && row.Known() {
				row.Base, row.Scenario, row.BaseBound, row.ScenarioBound = test.base, test.scenario, whatif.AtMost, whatif.About
			}
			rows = append(rows, row)
		}
		w.session.book.Base = test.currency
		w.whatIf.showKeys(rows, false)
		for i, key := range whatif.KeyRows(w.session.book, rows) {
			line := w.whatIf.keys.lines[i]
			line.Resize(fyne.NewSize(panel, line.MinSize().Height))
			line.Resize(fyne.NewSize(panel, line.MinSize().Height))
			called := strings.Join(canvasTexts(line.name), " ")
			if !slices.Contains([]string{key.Short, key.Word}, called) {
				t.Errorf("%s: %s is called %q", name, key.Name, called)
			}
			size := theme.SizeForWidget(theme.SizeNameText, line)
			own := widgets.Measure(line.texts[0].Content(), size, fyne.TextStyle{}).Width
			left := line.texts[0].Position().X + line.texts[0].Size().Width - own
			end := widgets.Measure(called, size, fyne.TextStyle{}).Width
			if beside := line.texts[0].Position().Y < line.name.Size().Height; beside && end > left {
				t.Errorf("%s: %q ends at %v, and its number begins at %v", name, called, end, left)
			}
		}
	}
}
