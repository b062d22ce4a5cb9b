package exchange

import (
	"reflect"
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

func TestIntoAnEmptyBookTakesEverything(t *testing.T) {
	edit, empty := sample(t), deal.NewBook(deal.Book{})
	got := Into(edit, empty)
	if got.Seen != empty {
		t.Error("the edit does not say what it was made for")
	}
	got.Seen = nil
	if !reflect.DeepEqual(got, edit) {
		t.Error("the edit has changed")
	}
}

// TestIntoABook imports one file into a document of another, with companies, a source and a rate in common.
func TestIntoABook(t *testing.T) {
	first, err := ReadJSON(strings.NewReader(`{"format": "roundtrip", "version": 1, "title": "Mine", "base": "EUR",
		"sources": [{"id": 1, "title": "Report"}], "rates": [{"currency": "USD", "worth": 0.9}],
		"companies": [{"name": "OpenAI", "ticker": "kept"}, {"name": "Oracle"}]}`), "first.json")
	if err != nil {
		t.Fatal(err)
	}
	second, err := ReadJSON(strings.NewReader(`{"format": "roundtrip", "version": 1, "title": "Theirs", "base": "EUR",
		"sources": [{"id": 1, "title": "Other"}, {"id": 2, "title": "report"}],
		"rates": [{"currency": "USD", "worth": 1}, {"currency": "JPY", "worth": 0.01, "source": 2}],
		"companies": [{"name": "Amazon", "cash": {"amount": 5, "source": 2}},
			{"name": "openai", "ticker": "new", "claims": [{"source": 2, "field": "cash", "amount": "5bn", "chosen": true}]}],
		"deals": [{"title": "Stake", "legs": [{"id": 4, "payer": "Amazon", "payee": "OpenAI", "drawn": {"amount": 1, "source": 1},
			"claims": [{"source": 2, "field": "figure", "chosen": true}]}],
			"rights": [{"kind": "exclusivity", "holder": "OpenAI", "over": "Amazon", "source": 2}]}],
		"scenarios": [{"name": "s", "changes": [{"field": "cut off", "company": "OpenAI", "supplier": "Amazon"}, {"field": "amount", "leg": 4, "to": 7}]}]}`),
		"second.json")
	if err != nil {
		t.Fatal(err)
	}
	before := applied(t, nil, first)
	got := applied(t, before, Into(second, before))
	if got.Title != "Mine" || got.Base != "EUR" {
		t.Errorf("the book is called %q and counts in %s", got.Title, got.Base)
	}
	if len(got.Companies) != 3 || got.Companies[0].Ticker != "kept" || got.Companies[2].Cash.Source != 1 {
		t.Errorf("companies %+v", got.Companies)
	}
	if len(got.Sources) != 2 || got.Sources[1].Title != "Other" {
		t.Errorf("sources %+v", got.Sources)
	}
	if len(got.Rates) != 2 || got.Rates[0].Micros != 900_000 || got.Rates[1].Currency != "JPY" || got.Rates[1].Source != 1 {
		t.Errorf("rates %+v", got.Rates)
	}
	leg, right := got.Deals[0].Legs[0], got.Deals[0].Rights[0]
	if leg.Payer != 3 || leg.Payee != 1 || leg.Drawn.Source != 2 || right.Holder != 1 || right.Over != 3 || right.Source != 1 {
		t.Errorf("the leg is %+v, the right %+v", leg, right)
	}
	for _, claim := range got.Claims {
		if claim.Source != 1 || claim.Chosen != (claim.About.Leg != 0) {
			t.Errorf("claim %+v", claim)
		}
	}
	if change := got.Scenarios[0].Changes[0]; change.Target != 1 || change.Other != 3 {
		t.Errorf("the change is %+v", change)
	}
	dollars := deal.USD
	second.Base = &dollars
	if rates := Into(second, before).Rates; len(rates) != 0 {
		t.Errorf("rates to the dollar come into a book in euros: %+v", rates)
	}
	if second.Deals[0].Legs[0].Payee == 1 {
		t.Error("the edit that was given has changed")
	}
}

// TestSourcesOfOtherDatesStay: a source of the same title is another one if its date differs, and the same if it has none.
func TestSourcesOfOtherDatesStay(t *testing.T) {
	read := func(sources string) deal.Edit {
		edit, err := ReadJSON(strings.NewReader(`{"format": "roundtrip", "version": 1, "title": "x", "sources": [`+sources+`]}`), "x.json")
		if err != nil {
			t.Fatal(err)
		}
		return edit
	}
	before := applied(t, nil, read(`{"id": 1, "title": "Annual report", "date": "2025-03-10"}`))
	got := applied(t, before, Into(read(`{"id": 1, "title": "Annual report", "date": "2025-09-01"},
		{"id": 2, "title": "Annual report"}, {"id": 3, "title": "Annual report", "date": "2025-03-10"}`), before))
	if len(got.Sources) != 2 || got.Sources[0].Date != "2025-03-10" || got.Sources[1].Date != "2025-09-01" {
		t.Errorf("sources %+v", got.Sources)
	}
}
