package gui

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// No name that is shown widens a panel, whatever its script: it wraps, or is cut.
func TestLongNamesWidenNoPanel(t *testing.T) {
	leastOf := func(names ...string) (widths [2][]float32) {
		edit := sampleEdit(t)
		for i, name := range names {
			edit.Companies[i].Name = name
		}
		w := openWindow(t, edit)
		measure := func() {
			widths[0] = append(widths[0], w.tables.MinSize().Width)
			widths[1] = append(widths[1], w.sides.MinSize().Width)
		}
		leg := w.session.book.Deals[0].Legs[0]
		for _, choose := range []func(){
			w.session.selectNothing,
			func() { w.session.selectCompany(leg.Payer) },
			func() { w.session.selectLegs([]deal.LegID{leg.ID}) },
			w.stress.begin,
		} {
			choose()
			for tab := range w.sides.Items {
				w.sides.SelectIndex(tab)
				measure()
			}
		}
		return widths
	}
	long := func(words string) string { return strings.Repeat(words, 100/len([]rune(words))) }
	short := leastOf()
	got := leastOf("שלום חברה בע״מ 🚀 Very long holding company name of the group, limited by shares, 1234567890 and more of it",
		long("חברה"), long("Unbroken"), long("🚀"))
	for side, widths := range got {
		for i, width := range widths {
			if width > short[side][i]+1 {
				t.Errorf("side %d, state %d: with long names at least %v wide, with short ones %v", side, i, width, short[side][i])
			}
		}
	}
}
