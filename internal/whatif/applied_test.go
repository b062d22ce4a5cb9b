package whatif

import (
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// appliedTo returns the Book with the edit of a scenario of the changes made in it.
func appliedTo(t *testing.T, book *deal.Book, changes []deal.Change) *deal.Book {
	t.Helper()
	edit, err := Edit(book, deal.Scenario{Name: "A scenario", Changes: changes})
	if err != nil {
		t.Fatal(err)
	}
	parts := *book
	parts.Deals = append([]deal.Deal(nil), book.Deals...)
	for _, changed := range edit.Deals {
		for i := range parts.Deals {
			if parts.Deals[i].ID == changed.ID {
				parts.Deals[i] = changed
			}
		}
	}
	return deal.NewBook(parts)
}

// TestApplyingChangesNoNumber compares what a scenario says with what the document says to which it is applied.
func TestApplyingChangesNoNumber(t *testing.T) {
	before, err := NewWorkbench(t.Context(), sampleBook(), network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	stake := StakeOf(before.book, amazonStake)
	stake.Cents, stake.SpentBack, stake.Assume, stake.Months = bn(20), 800_000, true, 60
	stake.Margin, stake.AssumeMargin = 600_000, true
	stake.Valuation, stake.Timing = bn(1000), deal.TimingPreMoney
	scenario := compare(t, before, stake)

	after, err := NewWorkbench(t.Context(), appliedTo(t, before.book, stake.Changes(before.book)), before.view, before.options)
	if err != nil {
		t.Fatal(err)
	}
	held := StakeOf(after.book, amazonStake)
	if held.SpentBack != 800_000 || !held.Assume || held.Cents != bn(20) {
		t.Errorf("applied, the stake is %+v", held)
	}
	held.Margin, held.AssumeMargin = 600_000, true // an assumption of the analysis, which stays in the scenario
	applied := compare(t, after, held)
	if got, want := applied.Saturation.Sentence, scenario.Saturation.Sentence; got != want {
		t.Errorf("applied, it says %q, not %q", got, want)
	}
	if len(applied.Rows) != len(scenario.Rows) {
		t.Fatalf("%d rows became %d", len(scenario.Rows), len(applied.Rows))
	}
	for i, was := range scenario.Rows {
		is := applied.Rows[i]
		if was.Scenario != is.Scenario || was.ScenarioBound != is.ScenarioBound || was.HasRange != is.HasRange ||
			was.ScenarioRange.Low != is.ScenarioRange.Low || was.ScenarioRange.High != is.ScenarioRange.High {
			t.Errorf("%s: %s %v %v became %s %v %v", was.Key, was.ScenarioBound, was.Scenario, was.ScenarioRange, is.ScenarioBound, is.Scenario, is.ScenarioRange)
		}
	}
}

// TestAnAssumedShareMovesAlong moves a stake of a document that holds the share spent back as an assumption.
func TestAnAssumedShareMovesAlong(t *testing.T) {
	book := sampleBook()
	stake := StakeOf(book, amazonStake)
	stake.SpentBack, stake.Assume = 800_000, true
	book = appliedTo(t, book, stake.Changes(book))
	stake = StakeOf(book, amazonStake)
	stake.Cents = bn(30)
	changes := stake.Changes(book)
	if len(changes) != 1 || changes[0].Field != deal.ChangeAmount {
		t.Errorf("moved by %v", changes)
	}
	moved, err := Apply(book, changes)
	if err != nil {
		t.Fatal(err)
	}
	leg, _, _ := moved.Leg(amazonStake)
	back, _, _ := moved.Leg(leg.ConditionalOn)
	if back.Figure.Best != bn(24) || back.Figure.Said != deal.SaidUndisclosed {
		t.Errorf("spent back is %+v", back.Figure)
	}
	stated := deal.Change{Field: deal.ChangeAmount, Target: int64(back.ID), Value: bn(7)}
	if moved, err = Apply(book, append(changes, stated)); err != nil {
		t.Fatal(err)
	}
	if back, _, _ = moved.Leg(back.ID); back.Figure.Best != bn(7) {
		t.Errorf("where a change states it, spent back is %+v", back.Figure)
	}
}

// TestAnUndisclosedAmountOfNothing sets an undisclosed leg to $0.
func TestAnUndisclosedAmountOfNothing(t *testing.T) {
	book := sampleBook()
	for _, d := range book.Deals {
		for _, leg := range d.Legs {
			if leg.Figure.Known() {
				continue
			}
			stake := StakeOf(book, leg.ID)
			if got := stake.Changes(book); len(got) != 0 {
				t.Errorf("with nothing moved: %v", got)
			}
			stake.AssumeAmount = true
			changes := stake.Changes(book)
			if len(changes) != 1 || changes[0].Field != deal.ChangeAmount || changes[0].Value != 0 || StakeUnder(book, leg.ID, changes) != stake {
				t.Errorf("%s: %v", LegName(book, leg), changes)
			}
		}
	}
}

// TestAnAppliedAmountIsOnesOwn applies an amount that no source states.
func TestAnAppliedAmountIsOnesOwn(t *testing.T) {
	parts := *sampleBook()
	parts.Sources = []deal.Source{{ID: 1, Title: "An article"}}
	parts.Claims = []deal.Claim{{ID: 1, Source: 1, About: deal.Subject{Leg: amazonStake}, Field: deal.ClaimFigure,
		Figure: deal.UpTo(bn(10)), Currency: deal.USD, Chosen: true}}
	book := deal.NewBook(parts)
	if got := OwnFigures(book, []deal.LegID{amazonStake}); len(got) > 0 {
		t.Errorf("as its source states it: %q", got)
	}
	book = appliedTo(t, book, []deal.Change{{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25), Base: bn(10)}})
	if got := OwnFigures(book, []deal.LegID{amazonStake}); len(got) != 1 || got[0] != "Amazon → OpenAI equity, $0–$25bn assumed, is your own figure: “An article” says up to $10bn" {
		t.Errorf("applied: %q", got)
	}
	if got := SourcesOf(book, []deal.LegID{amazonStake}); len(got) != 0 {
		t.Errorf("its sources are %v", got)
	}
}
