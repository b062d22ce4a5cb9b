package whatif

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestOnlyDisclosedMoneyIsSaidToStop takes a loop of which one leg is disclosed and one is not, beside one that fails.
func TestOnlyDisclosedMoneyIsSaidToStop(t *testing.T) {
	leg := func(id deal.LegID, payer, payee deal.CompanyID, figure deal.Figure) deal.Deal {
		return deal.Deal{ID: deal.DealID(id), Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted,
			Legs: []deal.Leg{{ID: id, Deal: deal.DealID(id), Payer: payer, Payee: payee, Kind: deal.KindCloud, Basis: deal.BasisCash, Currency: deal.USD, Figure: figure}}}
	}
	for _, test := range []struct {
		name string
		back deal.Figure
		want []string
		not  string
	}{
		{"undisclosed", deal.Undisclosed(), []string{"No disclosed money goes round any more: the circular money falls from at least $10bn",
			", to nothing that is disclosed; one loop is lost. D → C is undisclosed, so up to $32bn still may."}, "No money"},
		{"nothing", deal.Exactly(0), []string{"No money goes round any more: the circular money falls from $10bn", ", to nothing; "}, "No disclosed"},
	} {
		book := deal.NewBook(deal.Book{Base: deal.USD,
			Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}, {ID: 3, Name: "C"}, {ID: 4, Name: "D"}},
			Deals:     []deal.Deal{leg(1, 1, 2, deal.Exactly(bn(5))), leg(2, 2, 1, deal.Exactly(bn(5))), leg(3, 3, 4, deal.Exactly(bn(16))), leg(4, 4, 3, test.back)}})
		workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
		if err != nil {
			t.Fatal(err)
		}
		comparison := compare(t, workbench, StakeOf(book, 3), deal.Change{Field: deal.ChangeFails, Target: 1, Value: 1})
		words := comparison.Words()[2].Text
		for _, want := range test.want {
			if !strings.Contains(words, want) {
				t.Errorf("%s: it says %q, not %q", test.name, words, want)
			}
		}
		if strings.Contains(words, test.not) {
			t.Errorf("%s: it says %q", test.name, words)
		}
	}
}

// TestWhatWasNotKnownDoesNotStay gives two legs of which nobody states what has been drawn a drawn amount each. The sentence has
// the signs of the table, and throughput circularity is no more known than the circular share was.
func TestWhatWasNotKnownDoesNotStay(t *testing.T) {
	leg := func(id deal.LegID, payer, payee deal.CompanyID) deal.Leg {
		return deal.Leg{ID: id, Deal: 1, Payer: payer, Payee: payee, Kind: deal.KindCloud, Basis: deal.BasisCash, Currency: deal.USD, Figure: deal.Exactly(bn(9))}
	}
	book := deal.NewBook(deal.Book{Base: deal.USD, Companies: []deal.Company{{ID: 1, Name: "A"}, {ID: 2, Name: "B"}},
		Deals: []deal.Deal{{ID: 1, Title: "Deal", Status: deal.StatusSigned, Counting: deal.Counted, Legs: []deal.Leg{leg(1, 1, 2), leg(2, 2, 1), leg(3, 2, 1)}}}})
	workbench, err := NewWorkbench(context.Background(), book, network.View{Basis: network.BasisDrawn}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	drawn := func(leg deal.LegID, billions float64) deal.Change {
		return deal.Change{Field: deal.ChangeDrawn, Target: int64(leg), Value: bn(billions)}
	}
	comparison := compare(t, workbench, StakeOf(book, 1), drawn(1, 4), drawn(2, 2))
	money, _ := comparison.Row("circular_money")
	share, _ := comparison.Row("circular_share")
	if money.ScenarioText(deal.USD) != "≥$4bn" || share.ScenarioText(deal.USD) != "~66.67%" {
		t.Errorf("the table has %s and %s", money.ScenarioText(deal.USD), share.ScenarioText(deal.USD))
	}
	if words := comparison.Words()[2].Text; !strings.HasPrefix(words, "Circular money is at least $4bn (paid so far), about 66.67% of all money, and was not known.") {
		t.Errorf("it says %q", words)
	}
	if weighed, _ := comparison.Row("bff_gamma"); weighed.BaseKnown || share.BaseKnown {
		t.Errorf("of nothing disclosed: %+v", weighed)
	}
}

// TestSentencesTellTwoNumbersApart holds what a sentence writes of two numbers: no more digits than tell them apart.
func TestSentencesTellTwoNumbersApart(t *testing.T) {
	c := &Comparison{BaseBook: deal.NewBook(deal.Book{Base: deal.USD})}
	for _, test := range []struct {
		unit     Unit
		base, is float64
		wantWas  string
		wantIs   string
	}{
		{UnitShare, 0.0620155, 0.0488633, "6.2%", "4.89%"},
		{UnitShare, 0.0620155, 0.0620233, "6.2016%", "6.2023%"},
		{UnitShare, 0.5, 0.5 + 1e-13, "50%", "50%"},
		{UnitMoney, 3_451_400_000_000_00, 3_450_600_000_000_00, "$3.4514tn", "$3.4506tn"},
		{UnitMoney, 46e11, 66e11, "$46bn", "$66bn"},
	} {
		was, is := c.pair(Row{Unit: test.unit, Base: test.base, Scenario: test.is, BaseKnown: true, ScenarioKnown: true})
		if was != test.wantWas || is != test.wantIs {
			t.Errorf("of %v and %v it says %q and %q, not %q and %q", test.base, test.is, was, is, test.wantWas, test.wantIs)
		}
	}
}

// TestAStakeWithoutAScheduleIsLeftWhole lets the stake's payer, and another company, pay nothing for a year.
func TestAStakeWithoutAScheduleIsLeftWhole(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	for payer, want := range map[deal.CompanyID]bool{amazon: true, oracle: false} {
		words := compare(t, workbench, stake, deal.Change{Field: deal.ChangeSuspends, Target: int64(payer), Value: 12}).Words()[0].Text
		if got := strings.HasSuffix(words, ". The stake has no schedule by year, so a time without payment leaves it whole."); got != want {
			t.Errorf("of company %d it says %q", payer, words)
		}
	}
}
