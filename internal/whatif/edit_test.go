package whatif

import (
	"errors"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

func TestAScenarioBecomesOneEdit(t *testing.T) {
	parts := *sampleBook()
	parts.Sources = []deal.Source{{ID: 1, Title: "An article"}}
	parts.Claims = []deal.Claim{
		{ID: 1, Source: 1, About: deal.Subject{Leg: amazonStake}, Field: deal.ClaimFigure, Figure: deal.UpTo(bn(10)), Chosen: true},
		{ID: 2, Source: 1, About: deal.Subject{Leg: amazonStake}, Field: deal.ClaimValuation, Figure: deal.AtLeast(bn(500)), Chosen: true},
		{ID: 3, Source: 1, About: deal.Subject{Deal: 1}, Field: deal.ClaimStatus, Status: deal.StatusInTalks, Chosen: true},
	}
	book := deal.NewBook(parts)
	scenario := deal.Scenario{Name: "Signed at 25", Changes: []deal.Change{
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25), Base: bn(10)},
		{Field: deal.ChangeStatus, Target: 1, Text: "signed", BaseText: "in talks"},
		{Field: deal.ChangeCash, Target: int64(amazon), Value: bn(80)},
		{Field: deal.ChangeMargin, Target: int64(amazon), Value: 350_000},
	}}
	edit, err := Edit(book, scenario)
	if err != nil {
		t.Fatal(err)
	}
	if len(edit.Deals) != 1 || edit.Deals[0].Status != deal.StatusSigned || edit.Deals[0].Legs[0].Figure.Best != bn(25) {
		t.Errorf("deals %+v", edit.Deals)
	}
	if len(edit.Companies) != 1 || edit.Companies[0].Cash.Money.Cents != bn(80) {
		t.Errorf("companies %+v", edit.Companies)
	}
	if len(edit.Claims) != 2 || edit.Claims[0].ID != 1 || edit.Claims[0].Chosen || edit.Claims[1].ID != 3 {
		t.Errorf("claims %+v", edit.Claims)
	}
	if edit.Seen != book || edit.Label != `Apply scenario "Signed at 25"` {
		t.Errorf("%q", edit.Label)
	}
}

func TestAScenarioWhoseBaseHasMovedSaysWhere(t *testing.T) {
	scenario := deal.Scenario{Name: "Old", Changes: []deal.Change{
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25), Base: bn(8)},
		{Field: deal.ChangeStatus, Target: 1, Text: "signed", BaseText: "rumoured"},
		{Field: deal.ChangeTerm, Target: int64(amazonCloud), Value: 60, Base: 84},
	}}
	_, err := Edit(sampleBook(), scenario)
	var moved *MovedError
	if !errors.As(err, &moved) || !errors.Is(err, deal.ErrConflict) || len(moved.Moved) != 2 {
		t.Fatalf("%v", err)
	}
	for _, want := range []string{
		"Amazon → OpenAI equity, amount was $8bn when the scenario was made and is $10bn now",
		"Amazon's stake in OpenAI was rumoured when the scenario was made and is in talks now",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v\ndoes not say %q", err, want)
		}
	}
	for i, change := range scenario.Changes {
		scenario.Changes[i] = Rebase(sampleBook(), change)
	}
	if _, err := Edit(sampleBook(), scenario); err != nil {
		t.Errorf("after rebasing: %v", err)
	}
}

func TestAScenarioThatChangesNoData(t *testing.T) {
	_, err := Edit(sampleBook(), deal.Scenario{Name: "Weights", Changes: []deal.Change{
		{Field: deal.ChangeWeight, Text: "in talks", Value: 500_000},
	}})
	if !errors.Is(err, ErrNothingToApply) {
		t.Errorf("%v", err)
	}
	_, err = Edit(sampleBook(), deal.Scenario{Name: "Gone", Changes: []deal.Change{{Field: deal.ChangeAmount, Target: 99}}})
	if !errors.Is(err, deal.ErrNotFound) {
		t.Errorf("%v", err)
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
