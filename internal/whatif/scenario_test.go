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

func TestWhatApplyingDoes(t *testing.T) {
	book := sampleBook()
	scenario := deal.Scenario{Name: "x", Changes: []deal.Change{
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25)},
		{Field: deal.ChangeStatus, Target: int64(oracleChips), Text: string(deal.StatusSigned)},
		{Field: deal.ChangeCutOff, Target: int64(openAI), Other: int64(oracle)},
		{Field: deal.ChangeSpentBack, Target: int64(nvidiaStake), Value: 500_000},
		{Field: deal.ChangeCash, Target: int64(amazon), Value: bn(80)},
		{Field: deal.ChangeMargin, Target: int64(amazon), Value: 600_000},
	}}
	edit, err := Edit(book, Rebased(book, scenario))
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(Consequences(book, edit), "\n")
	for _, want := range []string{
		"Amazon → OpenAI equity: up to $10bn → up to $25bn",
		"Oracle buys chips: announced → signed",
		"Oracle contract: signed → cancelled",
		"OpenAI → Nvidia chips, $50bn*, is new",
		"Amazon, cash: not stated → $80bn",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if kept := Assumptions(scenario.Changes); len(kept) != 1 || kept[0].Field != deal.ChangeMargin {
		t.Errorf("stays in the scenario: %+v", kept)
	}
	after, err := Apply(book, scenario.Changes)
	if err != nil {
		t.Fatal(err)
	}
	if moved := MovedBases(after, Settled(Rebased(book, scenario)).Changes); len(moved) > 0 {
		t.Errorf("once applied, its base has moved: %+v", moved)
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

// The excerpt of a scenario stands by itself: everything that its changes name is in it.
func TestExcerptHoldsWhatTheScenarioNames(t *testing.T) {
	book := sampleBook()
	scenario := deal.Scenario{Name: "x", Changes: []deal.Change{
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25)},
		{Field: deal.ChangeStatus, Target: int64(oracleChips), Text: string(deal.StatusSigned)},
		{Field: deal.ChangeFails, Target: int64(coreWeave), Value: 1},
	}}
	excerpt := Excerpt(book, scenario)
	if len(excerpt.Deals) != 2 || len(excerpt.Companies) != len(book.Companies) || len(excerpt.Scenarios) != 1 {
		t.Fatalf("%d deals, %d companies", len(excerpt.Deals), len(excerpt.Companies))
	}
	for _, change := range scenario.Changes {
		if err := Validate(excerpt, change); err != nil {
			t.Errorf("%v", err)
		}
	}
	if got := LegOf(book, scenario.Changes, oracleChips); got != amazonStake {
		t.Errorf("the scenario is about leg %d", got)
	}
	if got := LegOf(book, scenario.Changes[1:], oracleChips); got != oracleChips {
		t.Errorf("without a stake it is about leg %d", got)
	}
}

func TestChangesThatChangeNothing(t *testing.T) {
	workbench, _ := sampleWorkbench(t)
	book := workbench.book
	leg, _, _ := book.Leg(amazonStake)
	none := deal.Change{Field: deal.ChangeSuspends, Target: int64(leg.Payer), Value: 12}
	moves := deal.Change{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: 25_000_000_000_00}
	assumed := deal.Change{Field: deal.ChangeMargin, Target: int64(leg.Payer), Value: 600_000}
	if got := Idle(book, []deal.Change{none, moves, assumed}); len(got) != 1 || got[0] != none {

		t.Errorf("idle are %v", got)
	}
}
