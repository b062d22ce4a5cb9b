package whatif

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
)

func TestAChipSaysWhatChanges(t *testing.T) {
	for _, test := range []struct {
		change deal.Change
		want   string
	}{
		{deal.Change{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25)}, "Amazon → OpenAI equity: ≤$10bn → ≤$25bn"},
		{deal.Change{Field: deal.ChangeAmount, Target: int64(oracleChips), Value: bn(40)}, "Oracle → Nvidia chips: undisclosed → $40bn"},
		{deal.Change{Field: deal.ChangeLow, Target: int64(amazonStake), Value: bn(5)}, "Amazon → OpenAI equity, low: $0 → $5bn"},
		{deal.Change{Field: deal.ChangeSpentBack, Target: int64(amazonStake), Value: 800_000}, "Amazon → OpenAI equity, share spent back: 100%, not counted → 80%, counted"},
		{deal.Change{Field: deal.ChangeValuation, Target: int64(amazonStake), Value: bn(600)}, "Amazon → OpenAI equity, valuation: ≥$500bn → $600bn"},
		{deal.Change{Field: deal.ChangeValuation, Target: int64(microsoftStake), Value: bn(600)}, "Microsoft → OpenAI equity, valuation: not stated → $600bn"},
		{deal.Change{Field: deal.ChangeTiming, Target: int64(amazonStake), Text: "pre-money"}, "Amazon → OpenAI equity, valuation is: pre- or post-money unsaid → pre-money"},
		{deal.Change{Field: deal.ChangeStake, Target: int64(microsoftStake), Value: 300_000}, "Microsoft → OpenAI equity, stake: 27% → 30%"},
		{deal.Change{Field: deal.ChangeTerm, Target: int64(amazonCloud), Value: 18}, "OpenAI → Amazon cloud (AWS contract), term: 7 years → 18 months"},
		{deal.Change{Field: deal.ChangeSpentBack, Target: int64(nvidiaStake), Value: 500_000, Text: "60 months"}, "Nvidia → OpenAI equity, share spent back: 0% → 50% over 60 months"},
		{deal.Change{Field: deal.ChangeDrawn, Target: int64(amazonCloud), Value: bn(1)}, "OpenAI → Amazon cloud (AWS contract), drawn: not stated → $1bn"},
		{deal.Change{Field: deal.ChangeStatus, Target: 1, Text: "signed"}, "Amazon's stake in OpenAI: in talks → signed"},
		{deal.Change{Field: deal.ChangeWeight, Text: "in talks", Value: 500_000}, "deals in talks count 50%"},
		{deal.Change{Field: deal.ChangeMargin, Target: int64(amazon), Value: 350_000}, "Amazon, gross margin: 35%"},
		{deal.Change{Field: deal.ChangeCash, Target: int64(amazon), Value: bn(80)}, "Amazon, cash: not stated → $80bn"},
		{deal.Change{Field: deal.ChangeFails, Target: int64(coreWeave), Value: 1}, "CoreWeave fails"},
		{deal.Change{Field: deal.ChangeSuspends, Target: int64(openAI), Value: 12}, "OpenAI pays nothing for 1 year, the first of each stated term (legs without one stay whole)"},
		{deal.Change{Field: deal.ChangeCutOff, Target: int64(openAI), Other: int64(oracle)}, "OpenAI buys nothing from Oracle"},
		{deal.Change{Field: deal.ChangeAmount, Target: 99}, "amount of a leg that is gone"},
		{deal.Change{Field: deal.ChangeFails, Target: 99, Value: 1}, "a company that is gone fails"},
	} {
		if got := Describe(sampleBook(), test.change); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestAStakesChangesAreItsOwn(t *testing.T) {
	book := sampleBook()
	stake := StakeOf(book, amazonStake)
	if changes := stake.Changes(book); len(changes) != 0 {
		t.Errorf("the base changes %v", changes)
	}
	stake.Cents, stake.SpentBack, stake.Assume = bn(25), 800_000, true
	stake.Months, stake.Valuation, stake.Timing, stake.Margin, stake.AssumeMargin = 60, bn(600), deal.TimingPreMoney, 350_000, true
	changes := stake.Changes(book)
	if len(changes) != 6 {
		t.Errorf("%d changes: %v", len(changes), changes)
	}
	if got := StakeUnder(book, amazonStake, changes); got != stake {
		t.Errorf("%+v, want %+v", got, stake)
	}
}

// A spending leg that the scenario makes up has no ID that a document could keep: its schedule goes with the share.
func TestAMadeUpLegKeepsItsSchedule(t *testing.T) {
	book := sampleBook()
	stake := StakeOf(book, nvidiaStake)
	stake.SpentBack, stake.Assume, stake.Months = 500_000, true, 60
	changes := stake.Changes(book)
	if len(changes) != 1 || changes[0].Target != int64(nvidiaStake) || changes[0].Text != "60 months" {
		t.Fatalf("%+v", changes)
	}
	if got := StakeUnder(book, nvidiaStake, changes); got != stake {
		t.Errorf("%+v, want %+v", got, stake)
	}
	scenario, err := Apply(book, changes)
	if err != nil {
		t.Fatal(err)
	}
	if leg := legOf(t, scenario, madeLeg(nvidiaStake)); leg.TermMonths != 60 {
		t.Errorf("the leg runs for %d months", leg.TermMonths)
	}
	changes[0].Text = "a while"
	if err := Validate(book, changes[0]); err == nil {
		t.Error("a schedule of a while is let through")
	}
}

func TestTheDefaultStakeIsTheConditionalOneInTalks(t *testing.T) {
	stake, ok := DefaultStake(sampleBook())
	if !ok || stake != (Stake{Leg: amazonStake, Cents: bn(10), SpentBack: deal.Whole, Valuation: bn(500)}) {
		t.Errorf("%+v", stake)
	}
	if _, ok := DefaultStake(deal.NewBook(deal.Book{})); ok {
		t.Error("an empty book has a stake")
	}
}

func TestPresets(t *testing.T) {
	book := sampleBook()
	if got := Presets(book, amazonStake); got[0] != (Preset{"As entered", bn(10)}) {
		t.Errorf("an amount without a source is called %q", got[0].Name)
	}
	leg, _, _ := book.Leg(amazonStake)
	book.Claims = append(slices.Clone(book.Claims), deal.Claim{ID: 900, About: deal.Subject{Leg: amazonStake}, Field: deal.ClaimFigure,
		Figure: leg.Figure, Currency: leg.Currency, Chosen: true})
	if got := Presets(deal.NewBook(*book), amazonStake); got[0] != (Preset{"As stated", bn(10)}) {
		t.Errorf("an amount that nobody who is named states is called %q", got[0].Name)
	}
	book.Sources = append(slices.Clone(book.Sources), deal.Source{ID: 77, Title: "Deal", Publisher: "Paper"})
	book.Claims[len(book.Claims)-1].Source = 77
	got := Presets(deal.NewBook(*book), amazonStake)
	want := []Preset{
		{"The sources' deal", bn(10)}, {"Twice that", bn(20)}, {"None", 0}, {"As much as the cloud contract", bn(38)},
	}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%v, want %v", got[i], want[i])
		}
	}
	undisclosed := sampleBook()
	undisclosed.Deals = slices.Clone(undisclosed.Deals)
	for i := range undisclosed.Deals {
		undisclosed.Deals[i].Legs = slices.Clone(undisclosed.Deals[i].Legs)
		for j := range undisclosed.Deals[i].Legs {
			if undisclosed.Deals[i].Legs[j].ID == amazonStake {
				undisclosed.Deals[i].Legs[j].Figure = deal.Figure{Said: deal.SaidUndisclosed}
			}
		}
	}
	if got := Presets(deal.NewBook(*undisclosed), amazonStake); len(got) != 1 || got[0] != want[3] {
		t.Errorf("an undisclosed leg has presets %v", got)
	}
	if got := Presets(sampleBook(), 99); got != nil {
		t.Errorf("a leg that is gone has presets %v", got)
	}
}

// A, which gives B more than anybody, gets nothing back; the workbench starts with what lies on a loop.
func TestTheWorkbenchStartsOnALoop(t *testing.T) {
	book := bookOf([]float64{-1, -1, -1}, [][3]int64{{0, 1, bn(90)}, {1, 2, bn(5)}, {2, 1, bn(7)}}, 0)
	book.Deals[0].Legs[0].Kind, book.Deals[2].Legs[0].Kind = deal.KindEquity, deal.KindDebt
	book = deal.NewBook(*book)
	if stake, _ := DefaultStake(book); stake.Leg != 3 {
		t.Errorf("it starts with leg %d", stake.Leg)
	}
}

// TestAShareOfAnUndisclosedStakeIsNotCounted says so of a share that is tried, until an amount is tried as well.
func TestAShareOfAnUndisclosedStakeIsNotCounted(t *testing.T) {
	book := sampleBook()
	signed := *book
	signed.Deals = slices.Clone(book.Deals)
	for i := range signed.Deals {
		signed.Deals[i].Legs = slices.Clone(signed.Deals[i].Legs)
		for j := range signed.Deals[i].Legs {
			if leg := &signed.Deals[i].Legs[j]; leg.ID == amazonStake {
				leg.Figure = deal.Undisclosed()
			}
		}
	}
	book = deal.NewBook(signed)
	share := deal.Change{Field: deal.ChangeSpentBack, Target: int64(amazonStake), Value: 800_000}
	if got, want := Describe(book, share), "Amazon → OpenAI equity, share spent back: 100%, not counted → 80% of an undisclosed amount, not counted"; got != want {
		t.Errorf("it says %q, not %q", got, want)
	}
	amount := deal.Change{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(5)}
	if got, want := DescribeAll(book, []deal.Change{share, amount})[0], "Amazon → OpenAI equity, share spent back: 100%, not counted → 80%, counted"; got != want {
		t.Errorf("with an amount it says %q, not %q", got, want)
	}
}
