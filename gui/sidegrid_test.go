package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"roundtrip/internal/deal"
)

// TestScenariosOfDifferentLegsStandSideBySide stores a scenario of each of two stakes: no number of the one stands in the
// other's rows, every name is whole, and the base is the one that the differences are of.
func TestScenariosOfDifferentLegsStandSideBySide(t *testing.T) {
	w := openSample(t)
	var stakes []deal.Scenario
	for i, names := range [][2]string{{"Amazon", "OpenAI"}, {"Nvidia", "OpenAI"}} {
		for _, d := range w.session.book.Deals {
			leg := d.Legs[0]
			if w.session.book.CompanyName(leg.Payer) == names[0] && w.session.book.CompanyName(leg.Payee) == names[1] && leg.Kind == deal.KindEquity {
				stakes = append(stakes, deal.Scenario{ID: deal.ScenarioID(-i - 1), Name: names[0], Changes: []deal.Change{
					{Field: deal.ChangeAmount, Target: int64(leg.ID), Value: 5_000_000_000_00, Base: leg.Figure.Best}}})
			}
		}
	}
	if _, err := w.session.apply(deal.Edit{Label: "Scenarios", Seen: w.session.book, Scenarios: stakes}); err != nil {
		t.Fatal(err)
	}
	w.toggleSideBySide()
	words := func(row, column int) []string {
		cell := newSideCell()
		cell.Resize(fyne.NewSize(sideNumberWidth, 80))
		w.side.grid.show(widget.TableCellID{Row: row, Col: column}, cell)
		return canvasTexts(cell)
	}
	found := 0
	for i, line := range w.side.lines {
		cell := newSideCell()
		cell.Resize(fyne.NewSize(sideNameWidth, 80))
		w.side.grid.show(widget.TableCellID{Row: i + 1}, cell)
		if shown := strings.Join(canvasTexts(cell.name), " "); line.heading == "" && shown != line.row.Name {
			t.Errorf("%q stands as %q", line.row.Name, shown)
		}
		switch line.row.Name {
		case "Amazon gives OpenAI", "Price after the margin earned back: Amazon → OpenAI equity":
			found++
			if got := words(i+1, 3); !slices.Contains(got, "—") || !slices.Contains(got, "not measured") {
				t.Errorf("%s: in the scenario of Nvidia's stake it is %q", line.row.Name, got)
			}
		}
	}
	if found != 2 {
		t.Errorf("%d of the rows about Amazon's stake are there", found)
	}
}
