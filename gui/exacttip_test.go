package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/gui/widgets"
)

// TestRoundedNumbersOfThePanelAreToldExactly points at a range, at a preset and at a key number, and types a valuation that its
// entry has no room for: each is told to the cent, with its currency.
func TestRoundedNumbersOfThePanelAreToldExactly(t *testing.T) {
	w := openSample(t)
	tip := w.whatIf.table.tip
	told := func() string {
		if !tip.Visible() {
			return ""
		}
		var words []string
		for _, line := range tip.Lines() {
			words = append(words, line.Text)
		}
		return strings.Join(words, " ")
	}
	point := func(at fyne.Position) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: fyne.NewPos(1000, 400)}}
	}
	w.whatIf.amount.SetText("12.3456789bn")
	line := w.whatIf.lineOf(t, "gross")
	line.MouseMoved(point(fyne.NewPos(3, line.numbersBottom()+3)))
	if got := told(); !strings.Contains(got, "exactly $709,350,000,000.00 or more") {
		t.Errorf("over a range it tells %q", got)
	}
	line.MouseOut()
	key := w.whatIf.keys.lines[4]
	key.MouseMoved(point(fyne.NewPos(key.Size().Width-3, key.numbersTop()+4)))
	if got := told(); !strings.Contains(got, "Scenario: ~$50,691,357,800.00") {
		t.Errorf("over a key number it tells %q", got)
	}
	key.MouseOut()
	preset := w.whatIf.presets.Box.Objects[0].(*widgets.Chip)
	preset.MouseIn(point(fyne.NewPos(3, 3)))
	if got := told(); got != "The sources' deal $10,000,000,000.00" {
		t.Errorf("over a preset it tells %q", got)
	}
	preset.MouseOut()
	if got := told(); got != "" {
		t.Errorf("beside it, it tells %q", got)
	}
	w.whatIf.entries["valuation"].SetText("500123456789")
	w.whatIf.fill()
	w.whatIf.show()
	if got := w.whatIf.valued.Content(); got != "The valuation is exactly $500,123,456,789." {
		t.Errorf("below the valuation stands %q", got)
	}
}
