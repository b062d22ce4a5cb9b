package whatif

import (
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func legOf(t testing.TB, book *deal.Book, id deal.LegID) deal.Leg {
	t.Helper()
	leg, _, ok := book.Leg(id)
	if !ok {
		t.Fatalf("leg %d is gone", id)
	}
	return leg
}

func TestAFigureMovesWithItsRange(t *testing.T) {
	open := deal.AtLeast(bn(5))
	for _, test := range []struct {
		name   string
		from   deal.Figure
		change deal.ChangeField
		value  float64
		want   deal.Figure
	}{
		{"exact", deal.Exactly(bn(10)), deal.ChangeAmount, 25, deal.Exactly(bn(25))},
		{"up to", deal.UpTo(bn(10)), deal.ChangeAmount, 25, deal.UpTo(0).Assume(0, bn(25), bn(25))},
		{"about", deal.About(bn(10)), deal.ChangeAmount, 25, deal.About(0).Assume(bn(25), bn(25), bn(25))},
		{"range", deal.Between(bn(8), bn(12)), deal.ChangeAmount, 20, deal.Between(0, 0).Assume(bn(16), bn(20), bn(24))},
		{"a floor stays open", open, deal.ChangeAmount, 8, deal.AtLeast(bn(8))},
		{"undisclosed", deal.Undisclosed(), deal.ChangeAmount, 40, deal.Undisclosed().Assume(bn(40), bn(40), bn(40))},
		{"the same", deal.UpTo(bn(10)), deal.ChangeAmount, 10, deal.UpTo(bn(10))},
		{"nothing", deal.UpTo(bn(10)), deal.ChangeAmount, 0, deal.UpTo(0).Assume(0, 0, 0)},
		{"low", deal.Exactly(bn(10)), deal.ChangeLow, 4, deal.About(0).Assume(bn(4), bn(10), bn(10))},
		{"low above high", deal.About(bn(10)), deal.ChangeLow, 14, deal.About(0).Assume(bn(14), bn(14), bn(14))},
		{"high", deal.About(bn(10)), deal.ChangeHigh, 14, deal.About(0).Assume(bn(10), bn(10), bn(14))},
		{"high below low", deal.About(bn(10)), deal.ChangeHigh, 4, deal.About(0).Assume(bn(4), bn(4), bn(4))},
		{"low of undisclosed", deal.Undisclosed(), deal.ChangeLow, 4, deal.Undisclosed().Assume(bn(4), bn(4), bn(4))},
	} {
		t.Run(test.name, func(t *testing.T) {
			parts := sampleBook()
			parts.Deals[0].Legs[0].Figure = test.from
			got, err := Apply(parts, []deal.Change{{Field: test.change, Target: int64(amazonStake), Value: bn(test.value)}})
			if err != nil {
				t.Fatal(err)
			}
			if figure := legOf(t, got, amazonStake).Figure; figure != test.want {
				t.Errorf("%+v, want %+v", figure, test.want)
			}
			if err := got.Deals[0].Validate(); err != nil {
				t.Errorf("the deal is not valid any more: %v", err)
			}
		})
	}
}

func TestARangeDoesNotDependOnTheOrderOfItsChanges(t *testing.T) {
	changes := []deal.Change{
		{Field: deal.ChangeLow, Target: int64(oracleChips), Value: bn(40)},
		{Field: deal.ChangeHigh, Target: int64(oracleChips), Value: bn(300)},
		{Field: deal.ChangeAmount, Target: int64(oracleChips), Value: bn(100)},
	}
	got, err := Apply(sampleBook(), changes)
	if err != nil {
		t.Fatal(err)
	}
	if figure := legOf(t, got, oracleChips).Figure; figure != deal.Undisclosed().Assume(bn(40), bn(100), bn(300)) {
		t.Errorf("%+v", figure)
	}
}

func TestSpendingBackIsAnAssumptionOnTheSpendingLeg(t *testing.T) {
	share := func(leg deal.LegID, ppm int64) deal.Change {
		return deal.Change{Field: deal.ChangeSpentBack, Target: int64(leg), Value: ppm}
	}
	moved := deal.Change{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(20)}
	for _, test := range []struct {
		name    string
		changes []deal.Change
		leg     deal.LegID
		want    deal.Figure
	}{
		{"the stake alone", []deal.Change{moved}, amazonSpending, deal.Undisclosed()},
		{"a share", []deal.Change{share(amazonStake, 800_000)}, amazonSpending, deal.Undisclosed().Assume(0, bn(8), bn(8))},
		{"a share of a moved stake", []deal.Change{share(amazonStake, 800_000), moved}, amazonSpending, deal.Undisclosed().Assume(0, bn(16), bn(16))},
		{"a disclosed contract stays", []deal.Change{share(microsoftStake, 500_000)}, microsoftCloud, deal.Exactly(bn(250))},
		{"a new leg", []deal.Change{share(nvidiaStake, 500_000)}, madeLeg(nvidiaStake), deal.Undisclosed().Assume(bn(50), bn(50), bn(50))},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Apply(sampleBook(), test.changes)
			if err != nil {
				t.Fatal(err)
			}
			if figure := legOf(t, got, test.leg).Figure; figure != test.want {
				t.Errorf("%+v, want %+v", figure, test.want)
			}
		})
	}
	got, err := Apply(sampleBook(), []deal.Change{share(nvidiaStake, 500_000)})
	if err != nil {
		t.Fatal(err)
	}
	made := legOf(t, got, madeLeg(nvidiaStake))
	if made.Payer != openAI || made.Payee != nvidia || made.Kind != deal.KindChips {
		t.Errorf("the leg that was made up is %+v", made)
	}
	if condition := legOf(t, got, nvidiaStake); condition.ConditionalOn != made.ID || condition.CoveredShare() != 500_000 {
		t.Errorf("the stake is conditional on %d for %d", condition.ConditionalOn, condition.Covers)
	}
}

func TestWhatHappensToCompanies(t *testing.T) {
	book, err := Apply(sampleBook(), []deal.Change{{Field: deal.ChangeFails, Target: int64(openAI), Value: 1}})
	if err != nil {
		t.Fatal(err)
	}
	left, err := network.Build(book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	if len(left.Flows) != 2 || left.Gross() != bn(8) {
		t.Errorf("without OpenAI there are %d flows of %d", len(left.Flows), left.Gross())
	}
	book, err = Apply(sampleBook(), []deal.Change{{Field: deal.ChangeCutOff, Target: int64(openAI), Other: int64(amazon)}})
	if err != nil {
		t.Fatal(err)
	}
	if stake := legOf(t, book, amazonStake); stake.ConditionalOn != 0 || stake.Figure != deal.UpTo(bn(10)) {
		t.Errorf("the stake is %+v", stake)
	}
	if _, _, ok := book.Leg(amazonSpending); ok {
		t.Error("OpenAI still spends the stake with Amazon")
	}
	book, err = Apply(sampleBook(), []deal.Change{{Field: deal.ChangeSuspends, Target: int64(openAI), Value: 12}})
	if err != nil {
		t.Fatal(err)
	}
	if cloud, azure := legOf(t, book, amazonCloud), legOf(t, book, microsoftCloud); cloud.Figure.Best != 32_571_428_571_43 || azure.Figure.Best != bn(250) {
		t.Errorf("six of seven years of $38bn are %d, an unscheduled contract is %d", cloud.Figure.Best, azure.Figure.Best)
	}
}

func TestAChangeThatCannotBeMadeSaysWhy(t *testing.T) {
	for _, change := range []deal.Change{
		{Field: deal.ChangeAmount, Target: 99},
		{Field: deal.ChangeStatus, Target: 99, Text: "signed"},
		{Field: deal.ChangeFails, Target: 99, Value: 1},
		{Field: deal.ChangeCutOff, Target: int64(openAI), Other: 99},
	} {
		_, err := Apply(sampleBook(), []deal.Change{change})
		var gone *TargetError
		if !errors.As(err, &gone) || !errors.Is(err, deal.ErrNotFound) || gone.Change != change {
			t.Errorf("%+v: %v", change, err)
		}
	}
	for _, change := range []deal.Change{
		{Field: "colour"},
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: -1},
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: deal.MaxCents + 1},
		{Field: deal.ChangeSpentBack, Target: int64(amazonStake), Value: 1_000_001},
		{Field: deal.ChangeStake, Target: int64(amazonCloud), Value: 1},
		{Field: deal.ChangeValuation, Target: int64(amazonCloud), Value: 1},
		{Field: deal.ChangeTiming, Target: int64(amazonStake), Text: "yesterday"},
		{Field: deal.ChangeTerm, Target: int64(amazonStake), Value: 1201},
		{Field: deal.ChangeStatus, Target: int64(amazonStake), Text: "dreamt"},
		{Field: deal.ChangeWeight, Text: "signed", Value: 1_000_001},
		{Field: deal.ChangeMargin, Target: int64(amazon), Value: 1_000_001},
		{Field: deal.ChangeCash, Target: int64(amazon), Value: -1},
		{Field: deal.ChangeFails, Target: int64(amazon), Value: 2},
		{Field: deal.ChangeSuspends, Target: int64(amazon), Value: 1201},
		{Field: deal.ChangeCutOff, Target: int64(amazon), Other: int64(amazon)},
	} {
		if err := Validate(sampleBook(), change); err == nil {
			t.Errorf("%+v is let through", change)
		}
	}
}

// Whatever is changed, the old Book stays as it was, and what comes out can be drawn.
func TestApplyLeavesTheBookAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book, same := sampleBook(), sampleBook()
		changes := rapid.SliceOfN(rapid.Custom(anyChange), 0, 6).Draw(t, "changes")
		got, err := Apply(book, changes)
		if !reflect.DeepEqual(book, same) {
			t.Fatal("the given book has changed")
		}
		if err != nil {
			return
		}
		if _, err := network.Build(got, network.View{}); err != nil {
			t.Fatal(err)
		}
		for _, d := range got.Deals {
			for i := range d.Legs {
				if d.Legs[i].Overdrawn() != nil { // a sweep needs it, and a document refuses it
					d.Legs[i].Drawn = deal.Reported{}
				}
			}
			if err := d.Validate(); err != nil {
				t.Fatalf("%s: %v", d.Title, err)
			}
		}
		for _, change := range changes {
			if Describe(book, change) == "" {
				t.Fatalf("%+v has no words", change)
			}
		}
	})
}

// anyChange draws a change, mostly one that the sample can take.
func anyChange(t *rapid.T) deal.Change {
	change := deal.Change{
		Field:  rapid.SampledFrom(deal.ChangeFields).Draw(t, "field"),
		Target: rapid.Int64Range(1, 11).Draw(t, "target"),
		Other:  rapid.Int64Range(1, 8).Draw(t, "other"),
	}
	switch change.Field {
	case deal.ChangeStatus, deal.ChangeWeight:
		change.Text = string(rapid.SampledFrom(deal.Statuses).Draw(t, "status"))
	case deal.ChangeTiming:
		change.Text = string(rapid.SampledFrom(deal.Timings).Draw(t, "timing"))
	}
	switch change.Field {
	case deal.ChangeSpentBack, deal.ChangeStake, deal.ChangeWeight, deal.ChangeMargin:
		change.Value = rapid.Int64Range(0, int64(deal.Whole)).Draw(t, "share")
	case deal.ChangeTerm, deal.ChangeSuspends:
		change.Value = rapid.Int64Range(0, 1200).Draw(t, "months")
	case deal.ChangeFails:
		change.Value = rapid.Int64Range(0, 1).Draw(t, "fails")
	default:
		change.Value = rapid.Int64Range(0, bn(500)).Draw(t, "cents")
	}
	return change
}

func TestAppliedMakesTheBookAndTheView(t *testing.T) {
	was := sampleBook()
	book, view, err := Applied(was, network.View{}, nil)
	if err != nil || book != was || view.Weights != nil {
		t.Errorf("without a change: another book, or the view %+v: %v", view, err)
	}
	book, view, err = Applied(was, network.View{}, []deal.Change{
		{Field: deal.ChangeWeight, Text: "signed", Value: 500_000},
		{Field: deal.ChangeAmount, Target: int64(amazonStake), Value: bn(25)},
	})
	if err != nil {
		t.Fatal(err)
	}
	if best := legOf(t, book, amazonStake).Figure.Best; best != bn(25) {
		t.Errorf("the amount is %d cents", best)
	}
	if weight := view.Weights[deal.StatusSigned]; weight != deal.Whole/2 {
		t.Errorf("signed deals count %s", weight.Percent())
	}
}
