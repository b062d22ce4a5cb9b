package gui

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/whatif"
)

// noteOf returns what stands below the numbers of a measure.
func (p *whatIfPanel) noteOf(key string) string {
	for _, line := range p.table.lines {
		if line.row.Key == key {
			return line.note.Content()
		}
	}
	return ""
}

// TestWhatIfPanelShowsRanges compares the ranges in the panel with those that the command line computes, for the base
// and for two stakes.
func TestWhatIfPanelShowsRanges(t *testing.T) {
	w := openSample(t)
	for _, amount := range []float64{100, 200, 380} {
		w.whatIf.slider.SetValue(amount)
		ranged, err := w.session.workbench.WithRanges(context.Background(), w.session.compared)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"gross", "circular_share"} {
			row, ok := ranged.Row(key)
			text := row.RangeText(row.ScenarioRange, w.session.book.Base)
			if !ok || text == "" || !strings.HasPrefix(w.whatIf.noteOf(key), "Range "+text) {
				t.Errorf("below %s at %v stands %q, and the range is %q", key, amount, w.whatIf.noteOf(key), text)
			}
		}
	}
}

// TestRangesThatAreComputedAreNotOldOnes shows rows whose ranges are not there yet.
func TestRangesThatAreComputedAreNotOldOnes(t *testing.T) {
	w := openSample(t)
	before := w.whatIf.noteOf("circular_share")
	w.session.wide.of = new(whatif.Comparison) // those of something else
	w.whatIf.show()
	if got := w.whatIf.noteOf("circular_share"); got == before || !strings.HasPrefix(got, "Range: computing") {
		t.Errorf("while the ranges are computed, %q stands there", got)
	}
	if rows, pending := w.session.rangedRows(); !pending || rows[0].HasRange {
		t.Error("old ranges are shown")
	}
}
