package network

import (
	"testing"

	"roundtrip/internal/deal"
)

// TestFlagsSayHowSureTheirSumsAre puts a figure of each sort into the sentences: none stands there barer than in a table.
func TestFlagsSayHowSureTheirSumsAre(t *testing.T) {
	euros := func(figure deal.Figure) deal.Leg {
		leg := billions(0, amazonID, openAIID, deal.KindEquity, 0)
		leg.Figure, leg.Currency = figure, "EUR"
		return leg
	}
	said := func(figure deal.Figure) deal.Leg {
		leg := billions(0, amazonID, openAIID, deal.KindEquity, 0)
		leg.Figure = figure
		return leg
	}
	const ten, twelve = 10 * 100_000_000_000, 12 * 100_000_000_000
	for want, stakes := range map[string][]deal.Leg{
		"up to $10bn":                  {said(deal.UpTo(ten))},
		"at least $10bn":               {said(deal.AtLeast(ten))},
		"about $10bn":                  {said(deal.About(ten))},
		"about $11bn":                  {said(deal.Between(ten, twelve))},
		"about $20bn":                  {said(deal.UpTo(ten)), said(deal.AtLeast(ten))},
		"$10bn":                        {said(deal.Exactly(ten))},
		"undisclosed":                  {said(deal.Undisclosed())},
		"€10bn, without a rate to USD": {euros(deal.Exactly(ten))},
		"up to €10bn and about €10bn, without a rate to USD":    {euros(deal.UpTo(ten)), euros(deal.About(ten))},
		"€10bn without a rate to USD and an undisclosed amount": {euros(deal.Exactly(ten)), euros(deal.Undisclosed())},
		"up to $10bn, €12bn without a rate to USD and 2 undisclosed amounts": {
			said(deal.UpTo(ten)), euros(deal.Exactly(twelve)), said(deal.Undisclosed()), said(deal.Undisclosed()),
		},
	} {
		legs := []deal.Leg{billions(1, openAIID, amazonID, deal.KindCloud, 38)}
		ids := []deal.LegID(nil)
		for i, stake := range stakes {
			stake.ID = deal.LegID(i + 2)
			legs, ids = append(legs, stake), append(ids, stake.ID)
		}
		book := flagBook(deal.Deal{Legs: legs})
		wantFlag(t, flagsOf(t, book, RuleDualRole), "Amazon finances OpenAI ("+want+"), which buys from it ($38bn).", append(ids, 1)...)
	}
}

// TestMeansSayHowSureTheyAre is a purchase of up to $300bn, one that is undisclosed and one in euros without a rate, out of a
// stake of about $13bn and another of which nobody says how much it is.
func TestMeansSayHowSureTheyAre(t *testing.T) {
	owes := deal.Deal{Legs: []deal.Leg{
		billions(1, openAIID, oracleID, deal.KindCloud, 300), billions(2, openAIID, oracleID, deal.KindChips, 0),
		billions(3, openAIID, amazonID, deal.KindCloud, 5), billions(4, microsoftID, openAIID, deal.KindEquity, 13),
		billions(5, amazonID, openAIID, deal.KindEquity, 0),
	}}
	owes.Legs[0].Figure = deal.UpTo(owes.Legs[0].Figure.Best)
	owes.Legs[1].Figure = deal.Undisclosed()
	owes.Legs[2].Currency = "EUR"
	owes.Legs[3].Figure = deal.About(owes.Legs[3].Figure.Best)
	owes.Legs[4].Figure = deal.Undisclosed()
	wantFlag(t, flagsOf(t, flagBook(owes), RuleBeyondMeans), "OpenAI is to pay up to $300bn, €5bn without a rate to USD and "+
		"an undisclosed amount for purchases; its known means are about $13bn and an undisclosed amount, and its cash and "+
		"revenue are not stated.", 1)

	// A revenue that is greater than the sales leaves the means as they are when the sales are less.
	owes.Legs = append(owes.Legs[:1:1], billions(4, microsoftID, openAIID, deal.KindEquity, 13), billions(6, microsoftID, openAIID, deal.KindLicence, 1))
	owes.Legs[2].Figure = deal.UpTo(owes.Legs[2].Figure.Best)
	book := flagBook(owes)
	stated := deal.Reported{Stated: true, Money: deal.Money{Cents: 7 * 100_000_000_000, Currency: deal.USD}}
	book.Companies[3].Cash, book.Companies[3].Revenue = stated, stated
	wantFlag(t, flagsOf(t, book, RuleBeyondMeans), "OpenAI is to pay up to $300bn for purchases; its known means are $27bn.", 1)
}

// TestAnAmountWithoutARateClosesALoop: €10bn cannot be nothing, up to €4bn can, and one in a later year is not there yet.
func TestAnAmountWithoutARateClosesALoop(t *testing.T) {
	for want, figure := range map[float64]deal.Figure{1: deal.Exactly(1000), 0: deal.UpTo(400)} {
		foreign := billions(1, amazonID, openAIID, deal.KindEquity, 0)
		foreign.Figure, foreign.Currency = figure, "EUR"
		book := flagBook(deal.Deal{Legs: []deal.Leg{foreign, billions(2, openAIID, amazonID, deal.KindCloud, 38)}})
		n, err := Build(book, View{})
		if err != nil {
			t.Fatal(err)
		}
		m, err := Measure(t.Context(), book, n, Options{Ranges: true})
		if err != nil {
			t.Fatal(err)
		}
		if r := m.Ranges.LoopCount; r.Low != want || r.High != 1 {
			t.Errorf("%v: loops %v", figure, r)
		}
		if got := n.Missing(); got != (Missing{Unrated: 1}) {
			t.Errorf("missing are %+v", got)
		}
	}
	foreign := billions(1, amazonID, openAIID, deal.KindEquity, 10)
	foreign.Currency, foreign.Start = "EUR", "2030"
	n, err := Build(flagBook(deal.Deal{Legs: []deal.Leg{foreign}}), View{Basis: BasisYear, Year: 2026})
	if err != nil || len(n.Flows) != 0 || len(n.LeftOut) != 0 {
		t.Errorf("in an earlier year: %+v, %v", n, err)
	}
}
