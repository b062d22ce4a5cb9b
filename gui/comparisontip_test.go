package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"roundtrip/internal/deal"
)

// lineOf returns the panel's line of the measure.
func (p *whatIfPanel) lineOf(t *testing.T, key string) *comparisonLine {
	t.Helper()
	at := slices.IndexFunc(p.table.lines, func(line *comparisonLine) bool { return line.row.Key == key })
	if at < 0 {
		t.Fatalf("there is no %s", key)
	}
	return p.table.lines[at]
}

// TestThePointerIsToldTheExactNumbers hovers over the numbers of a line.
func TestThePointerIsToldTheExactNumbers(t *testing.T) {
	w := openSample(t)
	w.whatIf.amount.SetText("20bn")
	line := w.whatIf.lineOf(t, "circular_share")
	over := func(x float32) {
		line.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, line.numbersTop()+4), AbsolutePosition: fyne.NewPos(1000, 400)}})
	}
	told := func() (words []string) {
		if !w.whatIf.table.tip.Visible() {
			return nil
		}
		for _, told := range w.whatIf.table.tip.Lines() {
			words = append(words, told.Text)
		}
		return words
	}
	over(line.Size().Width - 3)
	if got, want := told(), []string{line.row.Name, "Base: ~6.20155%", "Scenario: ~8.779514%", "Difference: ↑ ~2.577964 pp"}; !slices.Equal(got, want) {
		t.Errorf("over the difference it tells %q, want %q", got, want)
	}
	if lines := w.whatIf.table.tip.Lines(); !lines[1].Muted || lines[3].Muted {
		t.Errorf("the difference does not stand out: %+v", lines)
	}
	line.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(3, 4), AbsolutePosition: fyne.NewPos(1000, 400)}})
	if got := told(); got != nil {
		t.Errorf("over a name that is whole it tells %q", got)
	}
	over(line.Size().Width - 3)
	line.MouseOut()
	if got := told(); got != nil {
		t.Errorf("beside the line it tells %q", got)
	}
	over(line.Size().Width - 3)
	w.whatIf.amount.SetText("25bn")
	if got := told(); got != nil {
		t.Errorf("of other numbers it still tells %q", got)
	}
}

// TestLongNamesInThePanelTakeTheRoomThereIs shortens names of companies only where two lines of the whole width are too
// short for them.
func TestLongNamesInThePanelTakeTheRoomThereIs(t *testing.T) {
	const payer, payee = "OpenAI Startup Fund for Holdings of Infrastructure 18", "Amalgamated Data Centre Partners LLP 31"
	edit := deal.Edit{Label: "Test", Companies: []deal.Company{{ID: -1, Name: payer, Role: deal.RoleOther}, {ID: -2, Name: payee, Role: deal.RoleOther}}}
	for i := range 2 {
		edit.Deals = append(edit.Deals, deal.Deal{ID: deal.DealID(-i - 1), Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
			ID: deal.LegID(-i - 1), Payer: deal.CompanyID(-1 - i), Payee: deal.CompanyID(i - 2), Kind: deal.KindCloud,
			Basis: deal.BasisCash, Figure: deal.Exactly(1_000_000_00), Currency: deal.USD,
		}}})
	}
	w := openWindow(t, edit)
	line := w.whatIf.lineOf(t, "stake")
	for _, test := range []struct {
		width float32
		lines int
		whole bool
	}{{1500, 1, true}, {520, 2, true}, {280, 2, false}} {
		line.Resize(fyne.NewSize(test.width, 60))
		shown := canvasTexts(line.name)
		if len(shown) != test.lines || line.name.Whole() != test.whole {
			t.Errorf("%v wide it is %q, whole: %v", test.width, shown, line.name.Whole())
		}
	}
	line.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(3, 4), AbsolutePosition: fyne.NewPos(1000, 400)}})
	told := ""
	for _, line := range w.whatIf.table.tip.Lines() {
		told += line.Text + " "
	}
	if told != payer+" gives "+payee+" " {
		t.Errorf("the pointer is told %q", told)
	}
}
