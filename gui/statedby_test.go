package gui

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
)

// A source that is entered beside a leg states every number of it that is new, and no other; nobody states an assumption.
func TestASourceStatesEveryNewNumber(t *testing.T) {
	kept := deal.Leg{ID: 3, Figure: deal.Exactly(10_00), Currency: deal.USD, Stake: 50_000, Valuation: deal.Exactly(200_00), TermMonths: 12}
	for name, test := range map[string]struct {
		edit func(*deal.Leg)
		want []deal.ClaimField
	}{
		"nothing":       {func(*deal.Leg) {}, nil},
		"the amount":    {func(leg *deal.Leg) { leg.Figure = deal.UpTo(20_00) }, []deal.ClaimField{deal.ClaimFigure}},
		"the stake":     {func(leg *deal.Leg) { leg.Stake = 60_000 }, []deal.ClaimField{deal.ClaimStake}},
		"no stake":      {func(leg *deal.Leg) { leg.Stake = 0 }, nil},
		"the valuation": {func(leg *deal.Leg) { leg.Valuation = deal.AtLeast(300_00) }, []deal.ClaimField{deal.ClaimValuation}},
		"the term":      {func(leg *deal.Leg) { leg.TermMonths = 24 }, []deal.ClaimField{deal.ClaimTerm}},
		"the currency":  {func(leg *deal.Leg) { leg.Currency = "EUR" }, []deal.ClaimField{deal.ClaimFigure, deal.ClaimValuation}},
		"what is paid": {func(leg *deal.Leg) {
			leg.Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: 5_00, Currency: deal.USD}}
		}, []deal.ClaimField{deal.ClaimDrawn}},
		"all of it":       {func(leg *deal.Leg) { leg.ID = -1 }, []deal.ClaimField{deal.ClaimFigure, deal.ClaimStake, deal.ClaimValuation, deal.ClaimTerm}},
		"what is assumed": {func(leg *deal.Leg) { leg.Figure = deal.Undisclosed().Assume(1_00, 2_00, 3_00) }, []deal.ClaimField{deal.ClaimFigure}},
	} {
		leg, was := kept, kept
		if test.edit(&leg); leg.ID < 0 {
			was = deal.Leg{}
		}
		var got []deal.ClaimField
		for _, claim := range statedBy(7, leg, was, "as it says") {
			got = append(got, claim.Field)
			claim.ID = 1
			if err := claim.Validate(); err != nil || !claim.Chosen || claim.Source != 7 || claim.Text != "as it says" || claim.Figure.Assumed {
				t.Errorf("%s: %+v, %v", name, claim, err)
			}
			if leg.ID > 0 && !follows(claim, deal.Deal{}, leg) {
				t.Errorf("%s: the leg does not follow %+v", name, claim)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: it states %v, not %v", name, got, test.want)
		}
	}
}
