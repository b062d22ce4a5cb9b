package whatif

import (
	"testing"

	"roundtrip/internal/deal"
)

func TestEveryFieldIsKnown(t *testing.T) {
	for i, field := range deal.ChangeFields {
		known, ok := fields[field]
		if !ok || known.words == "" {
			t.Errorf("the what-if does not know the field %q", field)
		}
		if field.Order() != i || field.Target() == deal.TargetNothing {
			t.Errorf("%q stands at %d and is of nothing", field, i)
		}
		if onLeg(field) && known.set == nil {
			t.Errorf("%q of a leg sets nothing", field)
		}
	}
	if len(fields) != len(deal.ChangeFields) {
		t.Errorf("the what-if knows %d fields, the vocabulary %d", len(fields), len(deal.ChangeFields))
	}
	none := deal.ChangeField("nothing")
	if none.Order() >= 0 || none.Target() != deal.TargetNothing || none.OnlyEquity() {
		t.Error("a field that does not exist is of something")
	}
}

// TestIsBase checks for each field which values change nothing in a book with an undisclosed leg, a stake without a
// valuation and cash that is not stated.
func TestIsBase(t *testing.T) {
	book := deal.NewBook(deal.Book{
		Base:      "USD",
		Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B", Cash: deal.Reported{Stated: true, Money: deal.Money{Currency: "EUR"}}}},
		Deals: []deal.Deal{{ID: 1, Title: "D", Status: deal.StatusSigned, Legs: []deal.Leg{
			{ID: 1, Deal: 1, Payer: 1, Payee: 2, Kind: deal.KindEquity, Figure: deal.Exactly(100), Currency: "USD"},
			{ID: 2, Deal: 1, Payer: 2, Payee: 1, Kind: deal.KindCloud, Figure: deal.Undisclosed(), Currency: "USD"},
		}}},
	})
	tests := map[string]struct {
		change deal.Change
		want   bool
	}{
		"the amount that is stated":             {deal.Change{Field: deal.ChangeAmount, Target: 1, Value: 100}, true},
		"another amount":                        {deal.Change{Field: deal.ChangeAmount, Target: 1, Value: 99}, false},
		"nothing for an undisclosed leg":        {deal.Change{Field: deal.ChangeAmount, Target: 2}, false},
		"a range from 0 for an undisclosed leg": {deal.Change{Field: deal.ChangeLow, Target: 2}, false},
		"no valuation where none is stated":     {deal.Change{Field: deal.ChangeValuation, Target: 1}, true},
		"no stake where none is stated":         {deal.Change{Field: deal.ChangeStake, Target: 1}, true},
		"no term where none is stated":          {deal.Change{Field: deal.ChangeTerm, Target: 2}, true},
		"nothing paid where nobody says":        {deal.Change{Field: deal.ChangeDrawn, Target: 1}, false},
		"the status":                            {deal.Change{Field: deal.ChangeStatus, Target: 1, Text: "signed"}, true},
		"another status":                        {deal.Change{Field: deal.ChangeStatus, Target: 1, Text: "cancelled"}, false},
		"the whole weight":                      {deal.Change{Field: deal.ChangeWeight, Text: "signed", Value: int64(deal.Whole)}, true},
		"no weight":                             {deal.Change{Field: deal.ChangeWeight, Text: "signed"}, false},
		"no margin":                             {deal.Change{Field: deal.ChangeMargin, Target: 1}, false},
		"no cash where nobody says":             {deal.Change{Field: deal.ChangeCash, Target: 1}, false},
		"no cash where none is stated":          {deal.Change{Field: deal.ChangeCash, Target: 2}, true},
		"a company that does not fail":          {deal.Change{Field: deal.ChangeFails, Target: 1}, true},
		"a company that fails":                  {deal.Change{Field: deal.ChangeFails, Target: 1, Value: 1}, false},
		"payments that do not stop":             {deal.Change{Field: deal.ChangeSuspends, Target: 1}, true},
		"a company that is cut off":             {deal.Change{Field: deal.ChangeCutOff, Target: 2, Other: 1}, false},
		"an amount of a leg that is gone":       {deal.Change{Field: deal.ChangeAmount, Target: 7}, false},
	}
	for name, test := range tests {
		if got := IsBase(book, test.change); got != test.want {
			t.Errorf("%s: changes nothing %t, want %t", name, got, test.want)
		}
	}
	cash := Input{Field: deal.ChangeCash, Target: 2}
	if _, err := cash.Parse(book, "$5bn"); err == nil || cash.Text(book, 500) != "€5" {
		t.Errorf("cash in euros takes dollars (%v) and reads %q", err, cash.Text(book, 500))
	}
}
