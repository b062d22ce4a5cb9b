package gui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"roundtrip/gui/widgets"
)

// holdBack keeps what is computed beside the window, and what is due after a while, for a test to run, and returns what
// ends that for what is computed.
func holdBack(t *testing.T, held *[]func(), due *func()) (end func()) {
	before, after := beside, afterwards
	t.Cleanup(func() { beside, afterwards = before, after })
	beside = func(work func()) { *held = append(*held, work) }
	afterwards = func(_ time.Duration, then func()) func() bool { *due = then; return func() bool { return true } }
	return func() { beside = before }
}

// TestOldNumbersAreDimmed holds the computation back and lets the time pass after which numbers are old.
func TestOldNumbersAreDimmed(t *testing.T) {
	w := openSample(t)
	var held []func()
	var due func()
	end := holdBack(t, &held, &due)
	w.whatIf.amount.SetText("25bn")
	if strings.Contains(w.whatIf.trying.name.Content(), "computing") {
		t.Error("numbers are old before the time has passed")
	}
	due()
	shows(t, w.whatIf.box, "What is tried · computing…")
	note := w.middle.Layout.(*middleLayout).earlier.box
	if !note.Visible() || !slices.Contains(canvasTexts(note), "An earlier step: computing…") {
		t.Error("the canvas does not say that it is old")
	}
	if !strings.HasPrefix(w.status.summary.Content(), "computing…") {
		t.Errorf("the status bar says %q", w.status.summary.Content())
	}
	if got := w.whatIf.table.lines[0].texts[1].Colour; got == "foreground" || w.whatIf.kept.Colour != got || w.whatIf.table.lines[0].note.Colour != got {
		t.Error("the old numbers are not dimmed")
	}
	end()
	for _, work := range held {
		work()
	}
	if note.Visible() {
		t.Error("the canvas still says that it is old")
	}
	if w.session.late || w.whatIf.row("circular_money")[1] != "~$76bn" {
		t.Errorf("computed, circular money is %v", w.whatIf.row("circular_money"))
	}
	if got := w.whatIf.table.lines[0].texts[1].Colour; got != "foreground" {
		t.Errorf("the new numbers are %s", got)
	}
}

// TestASliderThatMovesOnIsFollowed moves the slider on while a step is computed: that step is shown, and then the
// last one, not every one between them.
func TestASliderThatMovesOnIsFollowed(t *testing.T) {
	w := openSample(t)
	var held []func()
	before := beside
	t.Cleanup(func() { beside = before })
	beside = func(work func()) { held = append(held, work) }
	w.session.since = time.Time{}
	for _, at := range []float64{200, 300, 400, 500} {
		w.whatIf.slider.SetValue(at)
		w.session.since = time.Now()
	}
	if len(held) != 1 {
		t.Fatalf("%d steps are computed at once", len(held))
	}
	held[0]()
	if got := w.whatIf.row("stake")[1]; got != "≤$20bn" || len(held) != 2 {
		t.Errorf("the step on its way shows %s, and %d are computed", got, len(held))
	}
	for _, colour := range []fyne.ThemeColorName{w.whatIf.table.lines[0].texts[1].Colour, w.whatIf.words.lines[0].line.Colour(), w.status.summary.Colour} {
		if !w.session.late || colour != widgets.ColourMuted {
			t.Errorf("numbers of $20bn are shown as those of $50bn, in %s", colour)
		}
	}
	beside = before
	held[1]()
	if got := w.whatIf.row("stake")[1]; got != "≤$50bn" || w.session.late {
		t.Errorf("at rest it shows %s", got)
	}
}

// TestNumbersStayUntilThoseOfAnotherDayAreThere plays by hand: while the numbers of another day are measured and compared, the
// panel shows those of the day before, under that day, and nothing in it moves.
func TestNumbersStayUntilThoseOfAnotherDayAreThere(t *testing.T) {
	w := openSample(t)
	w.timeline.goTo(1, "")
	var held []func()
	var due func()
	end := holdBack(t, &held, &due)
	row, day, height := w.whatIf.row("gross"), w.whatIf.under.Content(), w.whatIf.head.MinSize().Height
	w.timeline.goTo(3, "")
	check := func(when string) {
		t.Helper()
		if got := w.whatIf.row("gross"); got != row || w.whatIf.under.Content() != day {
			t.Errorf("%s the gross is %v, %s; before %v, %s", when, got, w.whatIf.under.Content(), row, day)
		}
		if w.whatIf.state.Visible() || w.whatIf.head.MinSize().Height != height {
			t.Errorf("%s the panel says %q in a head of %v, before %v", when, w.whatIf.state.Content(), w.whatIf.head.MinSize().Height, height)
		}
	}
	due()
	check("while the day is measured")
	for len(held) > 0 && w.session.measuringNow {
		work := held[0]
		held = held[1:]
		work()
	}
	check("while it is compared")
	if got := w.whatIf.keys.lines[0].texts[1].Colour; got != widgets.ColourMuted {
		t.Errorf("the old numbers are %s", got)
	}
	end()
	for _, work := range held {
		work()
	}
	if got := w.whatIf.under.Content(); got == day || !strings.Contains(got, w.session.view.AsOf.String()) {
		t.Errorf("with the numbers of the new day there, they stand under %q", got)
	}
}
