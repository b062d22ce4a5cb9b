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
