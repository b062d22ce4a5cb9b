package whatif

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// TestDeletedTargetsKeepTheirNames deletes a deal, and then one leg of another.
func TestDeletedTargetsKeepTheirNames(t *testing.T) {
	base := sampleBook()
	scenario := deal.Scenario{ID: 1, Name: "All", Changes: []deal.Change{
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: 1, Base: bn(10)},
		{Field: deal.ChangeTiming, Target: int64(amazonStake), Text: "post-money", BaseText: "pre-money"},
		{Field: deal.ChangeStatus, Target: int64(amazonStake), Text: "signed", BaseText: "in talks"},
		{Field: deal.ChangeAmount, Target: int64(oracleCloud), Value: 1},
		{Field: deal.ChangeCash, Target: int64(oracle), Value: 1},
	}}
	book := deal.NewBook(deal.Book{Companies: base.Companies, Deals: base.Deals, Scenarios: []deal.Scenario{scenario, {ID: 2, Name: "Other"}}})
	edit := KeepNames(book, deal.Edit{DeleteDeals: []deal.DealID{deal.DealID(amazonStake)}})
	if len(edit.Scenarios) != 1 || len(book.Scenarios[0].Changes[0].BaseText) != 0 {
		t.Fatalf("the edit puts %+v", edit.Scenarios)
	}
	after := deal.NewBook(deal.Book{Companies: base.Companies, Deals: base.Deals[1:], Scenarios: edit.Scenarios})
	for i, want := range []string{"Amazon → OpenAI equity, deleted since", "Amazon → OpenAI equity, valuation is, deleted since",
		"Amazon's stake in OpenAI, deleted since: status signed", "OpenAI → Oracle cloud: $300bn → $0.01", "Oracle, cash: not stated → $0.01"} {
		if got := Describe(after, edit.Scenarios[0].Changes[i]); got != want {
			t.Errorf("change %d is called %q, not %q", i, got, want)
		}
	}
	if got := Rebased(after, edit.Scenarios[0]).Changes; got[0].BaseText != "was: Amazon → OpenAI equity" || got[3].Base != bn(300) {
		t.Errorf("on the present data it has %+v", got)
	}
	gone := new(TargetError)
	if err := Validate(after, edit.Scenarios[0].Changes[0]); !errors.As(err, &gone) || !strings.Contains(err.Error(), "names Amazon → OpenAI equity, which") {
		t.Errorf("the conflict is told as %v", err)
	}
	if got := Describe(after, scenario.Changes[1]); got != "valuation is of a leg that is gone" {
		t.Errorf("without a name it is called %q", got)
	}
	stake := book.Deals[0]
	stake.Legs = stake.Legs[1:]
	if edit = KeepNames(book, deal.Edit{Deals: []deal.Deal{stake}}); len(edit.Scenarios) != 1 || edit.Scenarios[0].Changes[2].BaseText != "in talks" {
		t.Errorf("without its first leg the edit puts %+v", edit.Scenarios)
	}
	for _, edit := range []deal.Edit{{Deals: book.Deals}, {DeleteDeals: []deal.DealID{1}, DeleteScenarios: []deal.ScenarioID{1}}, {DeleteDeals: []deal.DealID{3}}} {
		if kept := KeepNames(book, edit); len(kept.Scenarios) != 0 {
			t.Errorf("%+v needs no scenario: %+v", edit, kept.Scenarios)
		}
	}
}

// TestADeletedDealKeepsAnyName deletes deals whose titles are words that a field can be, or look like the mark.
func TestADeletedDealKeepsAnyName(t *testing.T) {
	base := sampleBook()
	for _, title := range []string{"signed", "pre-money", "was: signed", "in talks"} {
		named := slices.Clone(base.Deals)
		named[0].Title = title
		changes := []deal.Change{{Field: deal.ChangeStatus, Target: int64(named[0].ID), Text: "active", BaseText: "in talks"}}
		book := deal.NewBook(deal.Book{Companies: base.Companies, Deals: named, Scenarios: []deal.Scenario{{ID: 1, Name: "Boom", Changes: changes}}})
		edit := KeepNames(book, deal.Edit{DeleteDeals: []deal.DealID{named[0].ID}})
		after := deal.NewBook(deal.Book{Companies: base.Companies, Deals: named[1:], Scenarios: edit.Scenarios})
		got := Describe(after, Rebased(after, after.Scenarios[0]).Changes[0])
		if want := title + ", deleted since: status active"; got != want {
			t.Errorf("it is called %q, not %q", got, want)
		}
	}
	for _, field := range deal.ChangeFields {
		for _, word := range field.Vocabulary() {
			if name, kept := (deal.Change{Field: field, BaseText: word}).KeptName(); kept {
				t.Errorf("the word %q of %s is taken for the name %q", word, field, name)
			}
		}
	}
}
