package gui

import (
	"strings"
	"testing"

	"roundtrip/internal/whatif"
)

// Where nobody is known to fail because nobody knows what the others have, the panel says so at once, and a click leads
// to the field in which it is typed.
func TestUnknownCashIsSaidAboveTheWaves(t *testing.T) {
	w := openSample(t)
	w.sides.SelectIndex(stressTab)
	w.stress.enter(whatif.Shock{Kind: whatif.ShockFails, Company: w.session.book.Companies[0].ID})
	w.stress.begin()
	if w.stress.result == nil || w.stress.result.CashUnknown < 2 {
		t.Fatal("the sample states everybody's cash")
	}
	found := ""
	for _, words := range texts(w.stress.shown.waves) {
		if strings.Contains(words, "is unknown and taken to be enough") {
			found = words
		}
	}
	link := linkIn(w.stress.shown.waves, found)
	if found == "" || link == nil {
		t.Fatalf("nothing says so: %v", texts(w.stress.shown.waves))
	}
	link.OnTapped()
	if w.window.Canvas().Focused() != w.stress.entries["assumed"] {
		t.Error("the keyboard is not in the field of the assumed cash")
	}
}
