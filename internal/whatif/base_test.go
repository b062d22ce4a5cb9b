package whatif

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

// A base that has moved underneath is put back for comparison: what the move did are the measures that differ.
func TestWhatTheMovedBaseChanged(t *testing.T) {
	workbench, _ := sampleWorkbench(t)
	changes := []deal.Change{
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25), Base: bn(8)},
		{Field: deal.ChangeFails, Target: int64(oracle), Value: 1},
		{Field: deal.ChangeAmount, Target: 99, Value: 5, Base: 3},
	}
	move, err := workbench.BaseMove(context.Background(), changes)
	if err != nil {
		t.Fatal(err)
	}
	if len(move.Moved) != 2 || !strings.Contains(move.Moved[0].Text, "was $8bn") {
		t.Errorf("%+v", move.Moved)
	}
	at := slices.IndexFunc(move.Rows, func(row Row) bool { return row.Key == "circular_money" })
	if at < 0 || move.Rows[at].Base != float64(bn(42)) || move.Rows[at].Scenario != float64(bn(46)) {
		t.Errorf("%+v", move.Rows)
	}
	if got := move.Text(deal.USD); !strings.Contains(got, "circular money went from ~$42bn to ~$46bn") {
		t.Errorf("it says %q", got)
	}
	if move, err = workbench.BaseMove(context.Background(), changes[1:2]); err != nil || len(move.Moved) != 0 || move.Text(deal.USD) != "" {
		t.Errorf("nothing has moved: %+v, %v", move, err)
	}
}

// Whatever is changed: a change to what the Book holds is one that moves nothing, and a rebased scenario has no
// moved base.
func TestRebasedScenariosHaveNotMoved(t *testing.T) {
	book := sampleBook()
	rapid.Check(t, func(t *rapid.T) {
		changes := rapid.SliceOfN(rapid.Custom(anyChange), 0, 5).Draw(t, "changes")
		rebased := Rebased(book, deal.Scenario{Changes: changes})
		if moved := MovedBases(book, rebased.Changes); len(moved) > 0 {
			t.Fatalf("%+v", moved)
		}
		for _, change := range changes {
			same := Rebase(book, change)
			same.Value, same.Text = same.Base, same.BaseText
			if change.Field == deal.ChangeWeight || change.Field == deal.ChangeCutOff || change.Field == deal.ChangeSpentBack {
				continue
			}
			if IsBase(book, same) {
				applied, err := Apply(book, []deal.Change{same})
				if err == nil && !slices.EqualFunc(applied.Deals, book.Deals, func(a, b deal.Deal) bool { return a.Status == b.Status && len(a.Legs) == len(b.Legs) }) {
					t.Fatalf("%+v is the base and changes it", same)
				}
			}
		}
	})
}

// A scenario that was made on exact dollars has another base once they are euros, a ceiling or wider, and says which. One
// of which only the number was kept cannot tell.
func TestTheWordsAndTheCurrencyOfABaseCanMove(t *testing.T) {
	made := func(figure deal.Figure, currency deal.Currency) *deal.Book {
		stake := equity(1, 1, 2, deal.StatusInTalks, 0, bn(90), 0)
		stake.Legs[0].Figure, stake.Legs[0].Currency = figure, currency
		return stakesBook(2, stake)
	}
	was := made(deal.Exactly(bn(10)), deal.USD)
	for _, test := range []struct {
		figure   deal.Figure
		currency deal.Currency
		want     string
	}{
		{deal.Exactly(bn(10)), deal.USD, ""},
		{deal.Exactly(bn(10)), "EUR", "amount was $10bn when the scenario was made and is €10bn now"},
		{deal.UpTo(bn(10)), deal.USD, "amount was $10bn when the scenario was made and is up to $10bn now"},
		{deal.Between(bn(5), bn(15)), deal.USD, "amount was $10bn when the scenario was made and is $5bn to $15bn now"},
		{deal.Undisclosed(), deal.USD, "amount was $10bn when the scenario was made and is undisclosed, in USD now"},
	} {
		now := made(test.figure, test.currency)
		changes := Stake{Leg: 1, Cents: bn(25), Valuation: bn(90)}.Changes(was)
		moved := MovedBases(now, changes)
		if (len(moved) != 0) != (test.want != "") || len(moved) > 0 && !strings.HasSuffix(moved[0].Text, test.want) {
			t.Errorf("%+v: %+v, want %q", test.figure, moved, test.want)
		}
		changes[0].BaseText = ""
		if moved = MovedBases(now, changes[:1]); len(moved) > 0 && test.figure.Known() {
			t.Errorf("only the number was kept: %+v", moved)
		}
	}
}
