package gui

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// chipWords returns what the chips on the canvas say.
func chipWords(w *Window) []string {
	var words []string
	if !w.chips.box.Visible() {
		return nil
	}
	for _, object := range w.chips.chips.Objects {
		if chip, ok := object.(*widgets.FilterChip); ok {
			words = append(words, chip.Words())
		}
	}
	return words
}

// run runs a command by its label, as its menu does.
func run(t *testing.T, w *Window, label string) {
	t.Helper()
	for _, c := range w.commands {
		if c.label == label {
			c.try()
			return
		}
	}
	t.Fatalf("there is no command %q", label)
}

// payees returns the payees that the table of deals lists, and how many rows there are.
func payees(w *Window) (names []string, rows int) {
	for _, row := range w.deals.Shown() {
		names = append(names, row.Cells[1].Text)
	}
	return names, len(names)
}

func TestFiltersActOnEverythingTogether(t *testing.T) {
	w := openSample(t)
	_, all := payees(w)
	w.selectTarget(targetOf(w, "AMD"))
	run(t, w, "Neighbourhood of 1 step")
	if got := chipWords(w); !slices.Equal(got, []string{"within 1 step of AMD"}) {
		t.Errorf("the chips say %q", got)
	}
	if names, rows := payees(w); rows != 1 || names[0] != "AMD" {
		t.Errorf("the table lists %q", names)
	}
	shows(t, w.deals.rest.box, "1 of 15 deals pass the filters: 1 of 20 legs")
	if got := w.whatIf.under.Content(); got != "Stake bought, Microsoft left, Spent back and Outside cash are of the deal itself, whatever is left out; the other numbers under: within 1 step of AMD" {
		t.Errorf("the what-if says %q", got)
	}
	if got := w.loops.summary.Content(); got != "0 loops under: within 1 step of AMD" {
		t.Errorf("the loops are said to be %q", got)
	}
	shows(t, w.companies.rest.box, "2 of 10 companies pass the filters")
	if got := w.status.summary.Content(); !strings.HasPrefix(got, "2 of 10 companies · 1 of 15 deals · ? (headline totals) under: within 1 step of AMD · 0 loops") {
		t.Errorf("the status bar says %s", got)
	}
	if _, drawn := w.shownDisc("Oracle"); drawn {
		t.Error("Oracle is still on the canvas")
	}
	shows(t, w.inspector.box, "within 1 step of AMD")

	test.Tap(w.deals.rest.chip)
	if _, rows := payees(w); rows != all {
		t.Errorf("with the others shown the table has %d rows, not %d", rows, all)
	}
	test.Tap(w.deals.rest.chip)

	chip := w.chips.chips.Objects[0].(*widgets.FilterChip)
	test.MoveMouse(w.window.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(chip).AddXY(12, 8))
	if lines := w.chips.tip.Lines(); !w.chips.tip.Visible() || lines[0].Text != "Remove this filter" {
		t.Errorf("over its words the chip says %v", lines)
	}
	test.TapAt(chip, fyne.NewPos(12, 8))
	if got := chipWords(w); got != nil || w.filters.popup.Visible() || w.chips.tip.Visible() {
		t.Errorf("after a click on the words of the only chip the chips say %q; the panel is open: %v, and the tip: %v", got, w.filters.popup.Visible(), w.chips.tip.Visible())
	}
	if _, rows := payees(w); rows != all {
		t.Errorf("without filters the table has %d rows, not %d", rows, all)
	}
}

func TestChipsFromTheKeyboard(t *testing.T) {
	w := openSample(t)
	run(t, w, "Only loops")
	run(t, w, "Only disclosed amounts")
	run(t, w, "Only financing")
	if got := chipWords(w); !slices.Equal(got, []string{"only financing", "disclosed only", "only loops"}) {
		t.Fatalf("the chips say %q", got)
	}
	canvas := w.window.Canvas()
	canvas.Focus(w.chips.chips.Objects[1].(fyne.Focusable))
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := chipWords(w); !slices.Equal(got, []string{"only financing", "only loops"}) {
		t.Errorf("after Delete on the second chip the chips say %q", got)
	}
	if chip, ok := canvas.Focused().(*widgets.FilterChip); !ok || chip.Words() != "only loops" {
		t.Errorf("the keyboard is on %v", canvas.Focused())
	}
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if got := chipWords(w); got != nil || canvas.Focused() != nil {
		t.Errorf("the chips still say %q, and the keyboard is on %v", got, canvas.Focused())
	}
}

func TestNothingMovesUnderFilters(t *testing.T) {
	w := openSample(t)
	before := w.canvas.Places()
	for _, label := range []string{"Only loops", "Only financing", "Only binding: signed, active, completed", "Clear filters"} {
		run(t, w, label)
		for id, place := range w.canvas.Places() {
			if before[id] != place {
				t.Errorf("%s: company %d has moved from %v to %v", label, id, before[id], place)
			}
		}
	}
	if len(w.canvas.Places()) != len(before) {
		t.Errorf("%d companies have a place, not %d", len(w.canvas.Places()), len(before))
	}
}

func TestFilterPanel(t *testing.T) {
	w := openSample(t)
	run(t, w, "Filters…")
	shows(t, w.filters.popup, "Filters", "11 of 15 deals", "Kinds", "Statuses", "Companies")
	if got := w.filters.statuses[deal.StatusSigned].Text; got != "signed (6)" {
		t.Errorf("the tick box says %q", got)
	}
	test.Type(w.filters.amount, "20bn")
	if got := w.session.view.MinAmount; got != (deal.Money{Cents: 20_000_000_000_00, Currency: deal.USD}) {
		t.Errorf("the least amount is %v", got)
	}
	shows(t, w.filters.popup, "Legs below $20bn are left out; undisclosed ones stay.")
	w.filters.amount.SetText("20 apples")
	shows(t, w.filters.popup, "apples")
	if w.filters.least.Problem() == "" || w.session.view.MinAmount.Cents != 0 {
		t.Error("what is no amount is not refused, or another is in force")
	}
	w.filters.amount.SetText("20 XYZ")
	if !strings.Contains(w.filters.least.Problem(), "no rate from XYZ") && w.filters.least.Problem() == "" {
		t.Errorf("an unknown currency: %q", w.filters.least.Problem())
	}
	w.filters.amount.SetText("")
	if w.session.view.MinAmount.Cents != 0 {
		t.Error("an empty line does not take the least amount back")
	}

	test.Tap(w.filters.groups[false])
	if !slices.Equal(w.session.view.Kinds, kindsOf(true)) {
		t.Errorf("without commercial kinds the view counts %v", w.session.view.Kinds)
	}
	test.Tap(w.filters.kinds[deal.KindDebt])
	if group := w.filters.groups[true]; group.Checked || !group.Partial {
		t.Error("a group of which some is ticked is not half ticked")
	}
	test.Tap(w.filters.groups[true])
	test.Tap(w.filters.groups[false])
	if w.session.view.Kinds != nil {
		t.Errorf("with all kinds ticked the view counts %v", w.session.view.Kinds)
	}
	test.Tap(w.filters.statuses[deal.StatusInTalks])
	if got := chipWords(w); !slices.Equal(got, []string{"without in talks"}) {
		t.Errorf("the chips say %q", got)
	}
	w.filters.companies.search.SetText("oRaC")
	if len(w.filters.companies.found) != 1 {
		t.Fatalf("%d companies are found", len(w.filters.companies.found))
	}
	w.filters.companies.list.OnSelected(0)
	if got := chipWords(w); !slices.Equal(got, []string{"without in talks", "without Oracle"}) {
		t.Errorf("the chips say %q", got)
	}
	w.filters.companies.search.SetText("")
	w.filters.companies.showNone()
	w.filters.companies.list.OnSelected(0)
	w.filters.companies.list.OnSelected(1)
	if got := chipWords(w); !slices.Equal(got, []string{"without in talks", "only Amazon and AMD"}) {
		t.Errorf("the chips say %q", got)
	}
	w.filters.amount.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.filters.popup.Visible() {
		t.Error("Escape does not close the panel")
	}
}

func TestNothingPassesTheFilters(t *testing.T) {
	w := openSample(t)
	run(t, w, "Only disclosed amounts")
	w.setView(func(view *network.View) { view.MinAmount = deal.Money{Cents: 5_000_000_000_000_00, Currency: deal.USD} })
	if !w.nothing.box.Visible() {
		t.Fatal("nothing says why there is nothing")
	}
	shows(t, w.nothing.box, "Nothing to draw", "No deal passes all the filters together. Without “at least $5tn” there would be")
	run(t, w, "Only disclosed amounts")
	run(t, w, "Clear filters")
	if w.nothing.box.Visible() || w.session.filtered() {
		t.Error("after the filters are cleared something still says that there is nothing")
	}
	w.setView(func(view *network.View) { view.Statuses = []deal.Status{deal.StatusRumoured} })
	shows(t, w.nothing.box, "No deal counts under “rumoured”.")
}

func TestNeighbourhoodIsBroughtIntoSight(t *testing.T) {
	w := openSample(t)
	_, whole := w.canvas.Scene()
	w.selectTarget(targetOf(w, "Anthropic"))
	run(t, w, "Neighbourhood of 1 step")
	if _, near := w.canvas.Scene(); near.Zoom <= whole.Zoom {
		t.Errorf("the zoom is %v, and was %v with everything", near.Zoom, whole.Zoom)
	}
	run(t, w, "Clear filters")
	_, again := w.canvas.Scene()
	if again.Zoom < 0.95*whole.Zoom || again.Zoom > 1.05*whole.Zoom {
		t.Errorf("without filters the zoom is %v, not %v", again.Zoom, whole.Zoom)
	}
	run(t, w, "Only loops")
	// A legend that grows by a line over something lets the picture step aside.
	if _, loops := w.canvas.Scene(); loops.Zoom != again.Zoom || math.Abs(loops.Centre.Y-again.Centre.Y) > 25 {
		t.Errorf("only loops moves the camera to %+v from %+v", loops, again)
	}
}

func TestManyFiltersAreCountedInTheStatusBar(t *testing.T) {
	w := openSample(t)
	w.setView(func(view *network.View) {
		view.OnlyLoops, view.OnlyDisclosed, view.MinAmount = true, true, deal.Money{Cents: 1_000_000_000_00, Currency: deal.USD}
		view.Statuses, view.Kinds = []deal.Status{deal.StatusSigned, deal.StatusActive}, []deal.Kind{deal.KindCloud, deal.KindEquity}
	})
	if got := w.status.summary.Content(); !strings.Contains(got, "(headline totals) under 5 filters ·") {
		t.Errorf("the status bar says %s", got)
	}
}

func TestHideAndShowOnly(t *testing.T) {
	w := openSample(t)
	w.selectTarget(targetOf(w, "OpenAI"))
	run(t, w, "Hide the selected companies")
	if _, drawn := w.shownDisc("OpenAI"); drawn || !w.session.selection.Empty() {
		t.Error("OpenAI is still there")
	}
	if got := chipWords(w); !slices.Equal(got, []string{"without OpenAI"}) {
		t.Errorf("the chips say %q", got)
	}
	run(t, w, "All companies")
	w.stepLoop(1)
	run(t, w, "Only the selected companies")
	if got := w.status.summary.Content(); !strings.HasPrefix(got, "2 of 10 companies") {
		t.Errorf("the status bar says %s", got)
	}
	amazon, _ := w.session.book.CompanyNamed("AMD")
	w.session.view.Near = []deal.CompanyID{amazon.ID, 9999}
	w.session.setBook(w.session.book)
	if got := w.session.view.Near; !slices.Equal(got, []deal.CompanyID{amazon.ID}) {
		t.Errorf("a company that is gone stays in the view: %v", got)
	}
}
