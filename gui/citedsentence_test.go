package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

func TestASentenceLeadsToLegsAndSources(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("25bn")
	line := w.whatIf.words.lines[0].line
	if got := line.Content(); !strings.HasPrefix(got, "Amazon gives OpenAI up to $25bn instead of up to $10bn") {
		t.Errorf("it says %q", got)
	}
	test.Tap(line)
	if len(w.session.selection.Legs) == 0 {
		t.Error("a click on the sentence selects nothing")
	}
	w.whatIf.words.lines[0].sources.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if w.session.source == 0 {
		t.Error("the source is not opened")
	}
}

// TestAnAmountWithoutASourceCitesNone enters another amount than the sources state, and tries a third.
func TestAnAmountWithoutASourceCitesNone(t *testing.T) {
	w := openSample(t)
	cited := func() int { return len(whatif.SourcesOf(w.session.book, []deal.LegID{w.session.stake.Leg})) }
	before := cited()
	_, d, _ := w.session.book.Leg(w.session.stake.Leg)
	d.Legs = append([]deal.Leg(nil), d.Legs...)
	d.Legs[0].Figure = deal.Exactly(12_000_000_000_00)
	if _, err := w.session.apply(deal.Edit{Label: "Without a source", Seen: w.session.book, Deals: []deal.Deal{d}}); err != nil {
		t.Fatal(err)
	}
	if before == 0 || cited() >= before {
		t.Errorf("%d sources are cited, and %d before", cited(), before)
	}
	if got := w.whatIf.presets.Box.Objects[0].(*widgets.Chip).Words(); got != "As entered $12bn" {
		t.Errorf("the first preset says %q", got)
	}
}
