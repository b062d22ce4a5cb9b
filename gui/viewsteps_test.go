package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"roundtrip/gui/widgets"
	"roundtrip/internal/network"
)

// typeInto types the words into the entry as the only ones, with the keyboard on it, and Return.
func typeInto(w *Window, entry *widgets.TextEntry, words string) {
	w.window.Canvas().Focus(entry)
	entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	test.Type(entry, words)
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// TestUndoOfATypedDay goes back from days that were typed, with the keyboard still in the entry: the text follows.
func TestUndoOfATypedDay(t *testing.T) {
	w := datedDeals(t)
	opened := stepWords(w)[0]
	entry := w.timeline.entry
	for _, typed := range []string{"2023", "June 2024", "2024-13"} {
		typeInto(w, entry, typed)
	}
	shows(t, w.timeline.box, "No day is in force")
	for _, want := range []string{"Jun 2024", "2023", ""} {
		w.undo()
		if got := w.session.view.AsOf.String(); got != want || entry.Text != want {
			t.Errorf("undo leads to %q and leaves %q in the entry, not %q", got, entry.Text, want)
		}
	}
	if w.timeline.wrong.Visible() || stepWords(w)[0] != opened {
		t.Errorf("after all the menu says %q, and the timeline %q", stepWords(w)[0], w.timeline.wrong.Content())
	}
	w.redo()
	if entry.Text != "2023" || stepWords(w)[0] != "Undo: As of 2023" {
		t.Errorf("redo leaves %q in the entry, and the menu says %q", entry.Text, stepWords(w)[0])
	}
}

// TestUndoOfTypingADay takes back letters that were not taken as a day yet.
func TestUndoOfTypingADay(t *testing.T) {
	w := datedDeals(t)
	w.timeline.step(-1)
	entry := w.timeline.entry
	w.window.Canvas().Focus(entry)
	test.Type(entry, "x")
	w.undo()
	if entry.Text != "Nov 2025" || w.session.view.AsOf != "2025-11" {
		t.Errorf("undo leaves %q, as of %q", entry.Text, w.session.view.AsOf)
	}
}

// TestTheHandleOfTheTimelineIsOneStep drags the handle over several days and plays to the end: two steps.
func TestTheHandleOfTheTimelineIsOneStep(t *testing.T) {
	w := datedDeals(t)
	clock := &clock{}
	clock.install(t)
	opened, track := stepWords(w)[0], w.timeline.track
	for _, x := range []float32{track.Size().Width - 40, 2, track.Size().Width / 2} {
		track.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}})
	}
	track.DragEnd()
	dragged := w.session.view.AsOf
	for w.timeline.togglePlay(); w.timeline.playing; clock.tick() {
		if clock.work == nil {
			t.Fatal("it plays and nothing waits")
		}
	}
	w.undo()
	if w.session.view.AsOf != dragged {
		t.Errorf("undo of playing leads to %q, not %q", w.session.view.AsOf, dragged)
	}
	w.undo()
	if w.session.view.AsOf != "" || stepWords(w)[0] != opened {
		t.Errorf("undo of dragging leads to %q, and the menu says %q", w.session.view.AsOf, stepWords(w)[0])
	}
}

// TestUndoOfATypedLeastAmount: every letter holds at once, and all of them are one step.
func TestUndoOfATypedLeastAmount(t *testing.T) {
	w := openSample(t)
	opened := stepWords(w)[0]
	w.filters.open()
	test.Type(w.filters.amount, "20bn")
	w.window.Canvas().Unfocus()
	least := func(want string) {
		t.Helper()
		if got := w.session.view.MinAmount; got.Cents > 0 && got.Exact() != want || got.Cents == 0 && want != "" || w.filters.amount.Text != want {
			t.Errorf("the least amount is %s, and the entry says %q", got.Exact(), w.filters.amount.Text)
		}
	}
	if got := stepWords(w)[0]; got != "Undo: Count legs of at least $20bn" {
		t.Errorf("the menu says %q", got)
	}
	w.undo()
	least("")
	w.redo()
	least("$20bn")
	w.undo()
	w.filters.close()
	if got := stepWords(w)[0]; got != opened {
		t.Errorf("the menu says %q", got)
	}
	w.filters.open()
	typeInto(w, w.filters.amount, "5bn")
	w.filters.open()
	test.Type(w.filters.amount, "x") // $5bnx is no amount: none is in force
	if w.session.view.MinAmount.Cents != 0 || w.filters.least.Problem() == "" {
		t.Errorf("of a wrong amount %s is in force", w.session.view.MinAmount.Exact())
	}
	w.window.Canvas().Unfocus()
	w.undo()
	least("$5bn")
	if w.filters.least.Problem() != "" {
		t.Errorf("the amount is right and has the problem %q", w.filters.least.Problem())
	}
}

// TestUndoOfTheMoneyThatCounts goes through basis, year and figure and back: the toolbar follows.
func TestUndoOfTheMoneyThatCounts(t *testing.T) {
	w := openSample(t)
	bar := w.toolbar
	bar.basis.SetSelected("A year's worth")
	w.window.Canvas().Focus(bar.year)
	test.Type(bar.year, "2026")
	w.window.Canvas().Unfocus()
	bar.figure.SetSelected("Low figures")
	for _, want := range []struct {
		undo, basis, year, figure string
		view                      network.View
	}{
		{"Undo: Count low figures", "A year's worth", "2026", "Low figures", network.View{Basis: network.BasisYear, Year: 2026, Figure: network.PickLow}},
		{"Undo: Count the year 2026", "A year's worth", "2026", "Best figures", network.View{Basis: network.BasisYear, Year: 2026}},
		{"Undo: Count a year's worth", "A year's worth", "", "Best figures", network.View{Basis: network.BasisYear}},
		{"Undo", "Headline totals", "", "Best figures", network.View{}},
	} {
		view := w.session.view
		if bar.basis.Selected != want.basis || bar.figure.Selected != want.figure || bar.year.Text != want.year {
			t.Errorf("%s: the toolbar says %s, %q, %s", want.undo, bar.basis.Selected, bar.year.Text, bar.figure.Selected)
		}
		if view.MoneyWords() != want.view.MoneyWords() {
			t.Errorf("%s: %s count", want.undo, view.MoneyWords())
		}
		if got := stepWords(w)[0]; got != want.undo && want.undo != "Undo" {
			t.Errorf("the menu says %q, not %q", got, want.undo)
		}
		w.undo()
	}
	if bar.year.Visible() {
		t.Error("a year is asked for of headline totals")
	}
}
