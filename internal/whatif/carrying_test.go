package whatif

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// What a share that is assumed puts into an undisclosed contract, by hand: in the contract's currency, of all stakes
// that must be spent by it, and nothing that anybody could count of a stake without a number.
func TestWhatAnUndisclosedContractCarries(t *testing.T) {
	in := func(d deal.Deal, currency deal.Currency) deal.Deal {
		d.Legs[0].Currency = currency
		return d
	}
	with := func(d deal.Deal, figure deal.Figure) deal.Deal {
		d.Legs[0].Figure = figure
		return d
	}
	book := func(deals ...deal.Deal) *deal.Book {
		made := stakesBook(3, deals...)
		made.Rates = []deal.Rate{{Currency: "EUR", Micros: 1_200_000}, {Currency: "JPY", Micros: 6_600}}
		return deal.NewBook(*made)
	}
	spent := func(leg, share int64) deal.Change {
		return deal.Change{Field: deal.ChangeSpentBack, Target: leg, Value: share}
	}
	contract := func() deal.Deal { return commercial(2, 2, 1, deal.Undisclosed()) }
	for name, test := range map[string]struct {
		book    *deal.Book
		changes []deal.Change
		want    deal.Figure
		open    bool
		gross   string
		spent   string
	}{
		"yen": {book: book(in(conditional(1, 1, 2, bn(1500), 800_000, 2), "JPY"), contract()),
			changes: []deal.Change{spent(1, 800_000)}, want: deal.Figure{Low: bn(7.92), Best: bn(7.92), High: bn(7.92)}, gross: "$17.82bn", spent: "$7.92bn"},
		"up to euros": {book: book(with(in(conditional(1, 1, 2, 0, 800_000, 2), "EUR"), deal.UpTo(bn(10))), contract()),
			changes: []deal.Change{spent(1, 800_000)}, want: deal.Figure{Best: bn(9.6), High: bn(9.6)}, gross: "≤$21.6bn", spent: "≤$9.6bn"},
		"a contract in euros": {book: book(conditional(1, 1, 2, bn(12), deal.Whole, 2), in(contract(), "EUR")),
			changes: []deal.Change{spent(1, 1_000_000)}, want: deal.Figure{Low: bn(10), Best: bn(10), High: bn(10)}, gross: "$24bn", spent: "$12bn"},
		"no rate": {book: book(in(conditional(1, 1, 2, bn(10), 800_000, 2), "CHF"), contract()),
			changes: []deal.Change{spent(1, 800_000)}, gross: "≥$0", spent: "—"},
		"undisclosed": {book: book(with(conditional(1, 1, 2, 0, 800_000, 2), deal.Undisclosed()), contract()),
			changes: []deal.Change{spent(1, 800_000)}, gross: "≥$0", spent: "—"},
		"at least": {book: book(with(conditional(1, 1, 2, 0, deal.Whole, 2), deal.AtLeast(bn(20))), contract()),
			changes: []deal.Change{spent(1, 800_000)}, want: deal.Figure{Low: bn(16), Best: bn(16), High: bn(16)}, open: true, gross: "≥$36bn", spent: "≥$16bn"},
		"two stakes": {book: book(conditional(1, 1, 2, bn(10), deal.Whole, 2), contract(), conditional(3, 3, 2, bn(30), deal.Whole, 2)),
			changes: []deal.Change{spent(1, 1_000_000), spent(3, 1_000_000)}, want: deal.Figure{Low: bn(40), Best: bn(40), High: bn(40)}, gross: "$80bn", spent: "$10bn"},
		"two stakes the other way round": {book: book(conditional(1, 1, 2, bn(10), deal.Whole, 2), contract(), conditional(3, 3, 2, bn(30), deal.Whole, 2)),
			changes: []deal.Change{spent(3, 1_000_000), spent(1, 1_000_000)}, want: deal.Figure{Low: bn(40), Best: bn(40), High: bn(40)}, gross: "$80bn", spent: "$10bn"},
		"one of two stakes": {book: book(conditional(1, 1, 2, bn(10), deal.Whole, 2), contract(), conditional(3, 3, 2, bn(30), deal.Whole, 2)),
			changes: []deal.Change{spent(1, 800_000)}, want: deal.Figure{Low: bn(38), Best: bn(38), High: bn(38)}, gross: "$78bn", spent: "$8bn"},
		"one of two stakes, the other undisclosed": {book: book(conditional(1, 1, 2, bn(10), deal.Whole, 2), contract(), with(conditional(3, 3, 2, 0, deal.Whole, 2), deal.Undisclosed())),
			changes: []deal.Change{spent(1, 800_000)}, want: deal.Figure{Low: bn(8), Best: bn(8), High: bn(8)}, open: true, gross: "≥$18bn", spent: "$8bn"},
	} {
		t.Run(name, func(t *testing.T) {
			got := changed(t, test.book, 1, test.changes...)
			leg, _, _ := got.ScenarioBook.Leg(2)
			if test.want.Said = deal.SaidUndisclosed; test.want.Best > 0 {
				test.want.Assumed = true
			}
			if open, _ := got.ScenarioBook.Carries(&leg); leg.Figure != test.want || open != test.open {
				t.Errorf("the contract carries %+v, open %v", leg.Figure, open)
			}
			for key, want := range map[string]string{"gross": test.gross, "back_direct": test.spent} {
				if row := rowOf(t, got, key); row.ScenarioText(deal.USD) != want {
					t.Errorf("%s is %s, want %s", key, row.ScenarioText(deal.USD), want)
				}
			}
			applied := changed(t, got.ScenarioBook, 1)
			if row := rowOf(t, applied, "gross"); row.BaseText(deal.USD) != test.gross {
				t.Errorf("once applied, gross is %s", row.BaseText(deal.USD))
			}
		})
	}
}

// The document's assumption goes along with its stake, in the contract's currency and beside what another stake puts in.
func TestWhatIsCarriedGoesAlongWithItsStake(t *testing.T) {
	contract := commercial(2, 2, 1, deal.Undisclosed().Assume(bn(26), bn(26), bn(26))) // half of 12 and 20, in dollars
	stake := conditional(1, 1, 2, bn(10), 500_000, 2)
	stake.Legs[0].Currency = "EUR"
	book := stakesBook(3, stake, contract, conditional(3, 3, 2, bn(20), deal.Whole, 2))
	book.Rates = []deal.Rate{{Currency: "EUR", Micros: 1_200_000}}
	book = deal.NewBook(*book)
	got := changed(t, book, 1, deal.Change{Field: deal.ChangeAmount, Target: 1, Value: bn(20)})
	if leg, _, _ := got.ScenarioBook.Leg(2); leg.Figure.Best != bn(32) {
		t.Errorf("the contract carries %+v", leg.Figure)
	}
	if !StakeOf(book, 1).Assume || !StakeOf(book, 3).Assume {
		t.Error("the document's assumption is not seen")
	}
}

// Of what B pays A at most a quarter is A's money, whatever the contract holds: it gives 10 of the 40 that must be spent
// by it.
func TestOwnRevenueCountsTheOtherStakesOfTheContract(t *testing.T) {
	book := stakesBook(3, conditional(1, 1, 2, bn(10), deal.Whole, 2), commercial(2, 2, 1, deal.Undisclosed()), conditional(3, 3, 2, bn(30), deal.Whole, 2))
	if row := rowOf(t, changed(t, book, 1), "own_revenue"); row.BaseText(deal.USD) != "≤25.00%" {
		t.Error(row.BaseText(deal.USD))
	}
	for set, want := range map[float64]string{5: "25.00%", 20: "25.00%", 40: "25.00%", 100: "10.00%"} {
		if row := rowOf(t, changed(t, book, 1, deal.Change{Field: deal.ChangeAmount, Target: 2, Value: bn(set)}), "own_revenue"); row.ScenarioText(deal.USD) != want {
			t.Errorf("at $%vbn: %s, want %s", set, row.ScenarioText(deal.USD), want)
		}
	}
}

// A part of nothing is none: a contract of up to 12, to which A's 10 and D's 8 are promised, gives A 10 of 18 at least.
func TestOwnRevenueOfAContractOfNothingIsNone(t *testing.T) {
	book := stakesBook(3, conditional(1, 1, 2, bn(10), deal.Whole, 2), commercial(2, 2, 1, deal.UpTo(bn(12))), conditional(3, 3, 2, bn(8), deal.Whole, 2))
	if row := rowOf(t, changed(t, book, 1), "own_revenue"); row.BaseText(deal.USD) != "55.56%" {
		t.Error(row.BaseText(deal.USD))
	}
}

// An amount without a rate is disclosed all the same.
func TestAnAmountWithoutARateIsSaid(t *testing.T) {
	stake := equity(1, 1, 2, deal.StatusInTalks, bn(10), bn(100), 0)
	stake.Legs[0].Currency = "CHF"
	text := changed(t, stakesBook(2, stake), 1).Words()[0].Text
	if want := "A gives B CHF 10bn, for which there is no rate to USD"; !strings.HasPrefix(text, want) {
		t.Error(text)
	}
}

// A stake of at least 20, of which 80% is assumed to be spent back, and 10 that B spends elsewhere: the contract is 80% of the
// stake whatever that is, so that the circular share lies between 32 of 46 and 1.6 of 1.8 (88.89%, as far as the stake is followed), the multiplier between 5.6 and 11,
// and 80% comes back where it must, 16 at least.
func TestTheRangesOfAnOpenStakeThatIsSpentBack(t *testing.T) {
	stake := conditional(1, 1, 2, 0, deal.Whole, 2)
	stake.Legs[0].Figure = deal.AtLeast(bn(20))
	book := stakesBook(3, stake, commercial(2, 2, 1, deal.Undisclosed()), commercial(3, 2, 3, deal.Exactly(bn(10))))
	workbench, err := NewWorkbench(t.Context(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	got, err := workbench.CompareChanges(t.Context(), 1, []deal.Change{{Field: deal.ChangeSpentBack, Target: 1, Value: 800_000}})
	if err != nil {
		t.Fatal(err)
	}
	got = workbench.Ranged(got, got.Base, got.Scenario)
	for key, want := range map[string]string{
		"gross": "≥$46bn, $46bn or more", "circular_money": "≥$32bn, $32bn or more", "circular_share": "≥69.57%, 69.57% to ~88.87%",
		"multiplier": "≥5.600, 5.6 to ~11", "net_debt": "≥$10bn, $10bn or more", "back_earmarked": "≥$16bn, $16bn or more",
	} {
		row := rowOf(t, got, key)
		if text := row.ScenarioText(deal.USD) + ", " + row.RangeText(row.ScenarioRange, deal.USD); text != want {
			t.Errorf("%s is %s, want %s", key, text, want)
		}
	}
}
