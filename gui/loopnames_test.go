package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"roundtrip/gui/widgets"
	"roundtrip/internal/deal"
)

func TestShorterLoop(t *testing.T) {
	long := []string{"Very Long Name International 10", "AMD", "Very Long Name International 29"}
	for _, of := range []struct {
		names []string
		room  int
		want  string
	}{
		{long, 200, "Very Long Name International 10 → AMD → Very Long Name International 29 → Very Long Name International 10"},
		{long, 51, "Very Long…10 → AMD → Very Long…29 → Very Long…10"},
		{long, 36, "Very…10 → AMD → Very…29 → Very…10"},
		{long[:2], 24, "Very Long Name…10 ⇄ AMD"},
		{[]string{"Amalgamated", "Société Générale"}, 20, "Amalgama… ⇄ Société…"},
		{long, 3, "V…10 → AMD → V…29 → V…10"},
		{[]string{"Company 12", "Company 130", "Company 1400"}, 29, "C…12 → C…130 → C…1400 → C…12"},
		{[]string{"Company 12", "Company 130"}, 17, "Comp…12 ⇄ Com…130"},
	} {
		got := shorterLoop(of.names)(func(text string) bool { return len([]rune(text)) <= of.room })
		if got != of.want {
			t.Errorf("in %d letters %q is %q, not %q", of.room, of.names, got, of.want)
		}
	}
}

// TestRowsOfLongNamesCanBeToldApart: what the tables of loops and deals and the filter panel show of long names differs.
func TestRowsOfLongNamesCanBeToldApart(t *testing.T) {
	edit := deal.Edit{Label: "Test"}
	const count = 6
	for i := range count {
		edit.Companies = append(edit.Companies, deal.Company{
			ID: deal.CompanyID(-i - 1), Name: "Amalgamated Hyperscale Infrastructure Holdings " + string(rune('1'+i)), Role: deal.RoleOther,
		})
	}
	for i := range 2 * count {
		payer, payee := i%count, (i+1)%count
		if i >= count {
			payer, payee = payee, payer
		}
		edit.Deals = append(edit.Deals, deal.Deal{
			ID: deal.DealID(-i - 1), Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{{
				ID: deal.LegID(-i - 1), Payer: deal.CompanyID(-payer - 1), Payee: deal.CompanyID(-payee - 1), Kind: deal.KindCloud,
				Basis: deal.BasisCash, Figure: deal.Exactly(1_000_000_00), Currency: deal.USD,
			}},
		})
	}
	w := openWindow(t, edit)
	w.tables.SelectIndex(loopsTab)
	seen := map[string]bool{}
	for _, text := range canvasTexts(w.loops.Table) {
		if strings.Contains(text, "⇄") {
			if seen[text] {
				t.Errorf("two loops are %q", text)
			}
			seen[text] = true
		}
	}
	if len(seen) != count {
		t.Errorf("%d loops of two are listed, not %d", len(seen), count)
	}
	w.filters.open()
	clear(seen)
	for i := range count {
		object := w.filters.companies.list.CreateItem()
		w.filters.companies.list.UpdateItem(i, object)
		tick := object.(*fyne.Container).Objects[0].(*widgets.Tick)
		if seen[tick.Text] {
			t.Errorf("two companies are %q in the filter panel", tick.Text)
		}
		seen[tick.Text] = true
		if room := w.filters.companies.list.Size().Width - tickRoom; widgets.Measure(tick.Text, theme.TextSize(), fyne.TextStyle{}).Width > room {
			t.Errorf("%q has no room", tick.Text)
		}
		tick.OnPointed(fyne.NewPos(400, 300), true)
		if told := w.filters.tip.Lines(); len(told) != 1 || told[0].Text != edit.Companies[i].Name {
			t.Errorf("the pointer is told %+v", told)
		}
		tick.OnPointed(fyne.Position{}, false)
	}
}
