package whatif

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
)

func TestAValueIsReadBackAsItIsWritten(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	inputs := Inputs(workbench.book, stake.Leg)
	rapid.Check(t, func(r *rapid.T) {
		input := rapid.SampledFrom(inputs).Draw(r, "input")
		most := int64(deal.MaxCents)
		switch input.Field {
		case deal.ChangeSpentBack, deal.ChangeWeight, deal.ChangeMargin:
			most = int64(deal.Whole)
		case deal.ChangeTerm:
			most = 1200
		}
		value := rapid.Int64Range(1, most).Draw(r, "value")
		text := input.Exact(workbench.book, value)
		got, err := input.Parse(workbench.book, text)
		if err != nil || got != value {
			r.Fatalf("%s: %d is written %q and read %d, %v", input.Name(workbench.book), value, text, got, err)
		}
	})
}

func TestValuesThatAreNone(t *testing.T) {
	book := sampleBook()
	for name, test := range map[string]struct {
		input Input
		text  string
	}{
		"no amount":         {stakeInput, " "},
		"another currency":  {stakeInput, "€5bn"},
		"a range":           {stakeInput, "5-10bn"},
		"no percentage":     {Input{Field: deal.ChangeMargin, Target: int64(amazon)}, ""},
		"more than all":     {Input{Field: deal.ChangeMargin, Target: int64(amazon)}, "120%"},
		"no length of time": {Input{Field: deal.ChangeTerm, Target: int64(amazonSpending)}, ""},
		"a choice":          {Input{Field: deal.ChangeFails, Target: int64(amazon)}, "1"},
	} {
		if value, err := test.input.Parse(book, test.text); err == nil {
			t.Errorf("%s: %q is read as %d", name, test.text, value)
		}
	}
}

// TestAChartOfYenLooksAsFar has the study's own leg in yen: 50bn of them would be a third of a billion dollars.
func TestAChartOfYenLooksAsFar(t *testing.T) {
	stake := equity(1, 1, 2, deal.StatusSigned, bn(200), 0, 0)
	stake.Legs[0].Currency = "JPY"
	book := stakesBook(2, stake)
	study := workbenchOf(t, book).Study(1, nil)
	span, err := study.Reach(Input{Field: deal.ChangeAmount, Target: 1})
	if err != nil || span.Low != 0 || span.High != bn(5_000) {
		t.Errorf("from %d to %d, %v", span.Low, span.High, err)
	}
}

func TestWhereAChartLooksFirst(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	study := workbench.Study(stake.Leg, nil)
	for _, test := range []struct {
		name      string
		input     Input
		low, high int64
	}{
		{"the stake", stakeInput, 0, bn(50)},
		{"another leg", Input{Field: deal.ChangeAmount, Target: int64(oracleCloud)}, 0, bn(600)},
		{"an undisclosed leg", Input{Field: deal.ChangeAmount, Target: int64(oracleChips)}, 0, bn(300)},
		{"a valuation", Input{Field: deal.ChangeValuation, Target: int64(amazonStake)}, bn(250), bn(1000)},
		{"a weight", Input{Field: deal.ChangeWeight, Status: deal.StatusInTalks}, 0, 1_000_000},
		{"a term", Input{Field: deal.ChangeTerm, Target: int64(amazonSpending)}, 12, 120},
	} {
		span, err := study.Reach(test.input)
		low, high := span.Low, span.High
		if err != nil || low != test.low || high != test.high {
			t.Errorf("%s: %d to %d, %v; want %d to %d", test.name, low, high, err, test.low, test.high)
		}
	}
}

// TestAnUndisclosedAmountReachesInItsOwnCurrency has a payer that gets $5bn and pays an undisclosed amount in euros at 1.25.
func TestAnUndisclosedAmountReachesInItsOwnCurrency(t *testing.T) {
	back := commercial(2, 2, 1, deal.Undisclosed())
	back.Legs[0].Currency = "EUR"
	book := *stakesBook(2, equity(1, 1, 2, deal.StatusSigned, bn(5), 0, 0), back)
	for _, test := range []struct {
		rates []deal.Rate
		most  int64
	}{
		{[]deal.Rate{{Currency: "EUR", Micros: 1_250_000}}, bn(4)},
		{nil, FirstReach("EUR")}, // nothing is known of what it could be
	} {
		book.Rates = test.rates
		study := workbenchOf(t, deal.NewBook(book)).Study(1, nil)
		span, err := study.Reach(Input{Field: deal.ChangeAmount, Target: 2})
		if err != nil || span.Low != 0 || span.High != test.most {
			t.Errorf("from %d to %d, %v", span.Low, span.High, err)
		}
		spans, err := study.Spans(0)
		if drawn := len(spans) > 0; err != nil || drawn != (test.rates != nil) || drawn && spans[0].High != test.most {
			t.Errorf("%+v, %v", spans, err)
		}
	}
}

func TestNumbersOfAMeasureAreReadBack(t *testing.T) {
	for _, test := range []struct {
		unit Unit
		text string
		want float64
	}{
		{UnitMoney, "$46bn", 46e11}, {UnitMoney, "1.4tn", 1.4e14}, {UnitShare, "6.2%", 0.062}, {UnitShare, "10", 0.1},
		{UnitYears, "6.3 years", 6.3}, {UnitRatio, "1.07", 1.07}, {UnitCount, "4", 4}, {UnitRatio, "−2", -2},
	} {
		if got, err := ParseValue(test.unit, test.text, deal.USD); err != nil || got != test.want {
			t.Errorf("%s %q is read %v, %v; want %v", test.unit, test.text, got, err, test.want)
		}
	}
	for _, test := range []struct {
		unit Unit
		text string
	}{{UnitMoney, ""}, {UnitMoney, "€3bn"}, {UnitShare, ""}, {UnitShare, "120%"}, {UnitRatio, "much"}, {UnitRatio, "NaN"}, {UnitCount, ""}} {
		if got, err := ParseValue(test.unit, test.text, deal.USD); err == nil {
			t.Errorf("%s %q is read %v", test.unit, test.text, got)
		}
	}
}

// TestTargetsThatCannotBe are numbers that a measure can never be, and what is said of them.
func TestTargetsThatCannotBe(t *testing.T) {
	loops, index := Row{Name: "Loops", Unit: UnitCount}, Row{Name: "Supplier HHI of OpenAI", Unit: UnitIndex}
	for _, test := range []struct {
		row        Row
		text, want string
	}{
		{loops, "-3", "the number of loops cannot be −3: it is a whole number, 0 or more"},
		{loops, "2.5", "the number of loops cannot be 2.5: it is a whole number, 0 or more"},
		{loops, "0", ""}, {index, "10000", ""},
		{index, "20000", "supplier HHI of OpenAI cannot be 20000: it is from 0, many of the same size, to 10,000, a single one"},
		{Row{Name: "Multiplier", Unit: UnitRatio}, "0.5", "multiplier cannot be 0.5: it is 1 or more: every dollar is counted once at least"},
		{Row{Name: "Circular share", Unit: UnitShare}, "150%", `"150%" is outside 0% to 100%`},
	} {
		_, err := test.row.ParseTarget(test.text, deal.USD)
		if got := fmt.Sprint(err); got != test.want && (err != nil || test.want != "") {
			t.Errorf("%s %s: %s, want %q", test.row.Name, test.text, got, test.want)
		}
	}
}

// TestAGoalThatNothingMoves says so, and names no place at which it would be nearest.
func TestAGoalThatNothingMoves(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	goal := Goal{Input: stakeInput, Key: "customer_hhi_payer", Target: 5_000, High: bn(50)}
	found, err := workbench.Study(stake.Leg, nil).Seek(context.Background(), goal, nil)
	if err != nil || found.Reached || !strings.Contains(found.Sentence, "from $0 to $50bn it stays at 10000") {
		t.Errorf("%v, %v", found.Sentence, err)
	}
}

func TestSuspendingNeedsItsUnit(t *testing.T) {
	input := Input{Field: deal.ChangeSuspends, Target: 1}
	for _, text := range []string{"12", " 1.5 "} {
		if got, err := input.Parse(sampleBook(), text); err == nil || !strings.Contains(err.Error(), "could be months or years: write") {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
	for text, want := range map[string]int64{"12 months": 12, "1 year": 12, "2y": 24} {
		if got, err := input.Parse(sampleBook(), text); err != nil || got != want {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
}
