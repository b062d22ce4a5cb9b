package exchange

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// A number that a what-if moves, be it an amount, a term, a stake or a valuation, bears no number of a source, and the frame says
// why; the other legs keep theirs. What moves no number keeps its source.
func TestAMovedNumberBearsNoSource(t *testing.T) {
	book := framedBook()
	book.Deals[0].Legs[0].Kind = deal.KindEquity // of which there are a stake and a valuation
	built, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		change deal.Change
		moved  bool
	}{
		{deal.Change{Field: deal.ChangeAmount, Target: 1, Value: 1}, true},
		{deal.Change{Field: deal.ChangeHigh, Target: 1, Value: 1}, true},
		{deal.Change{Field: deal.ChangeTerm, Target: 1, Value: 7}, true},
		{deal.Change{Field: deal.ChangeStake, Target: 1, Value: 50_000}, true},
		{deal.Change{Field: deal.ChangeValuation, Target: 1, Value: 1_000_00}, true},
		{deal.Change{Field: deal.ChangeDrawn, Target: 1, Value: 1}, true},
		{deal.Change{Field: deal.ChangeCash, Target: 1, Value: 1}, false},
		{deal.Change{Field: deal.ChangeAmount, Target: 99, Value: 1}, false},
	} {
		frame := PictureFrame(Shown{Book: book, Network: built, Changes: []deal.Change{test.change}})
		if moved := len(frame.Cited[1]) == 0; moved != test.moved || len(frame.Cited[2]) == 0 {
			t.Errorf("%s: cited: %v", test.change.Field, frame.Cited)
		}
		if notes := strings.Join(frame.Notes, " "); strings.Contains(notes, "stated by no source") != test.moved {
			t.Errorf("%s: notes: %q", test.change.Field, notes)
		}
	}
}
