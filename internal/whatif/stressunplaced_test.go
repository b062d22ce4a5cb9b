package whatif

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// stateDrawn states what has been drawn of the leg of the book's deal at the position, in billions.
func stateDrawn(book *deal.Book, at int, billions float64) {
	book.Deals[at].Legs[0].Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: bn(billions), Currency: deal.USD}}
}

// What is stated as drawn has been paid, though nobody knows of how much: B owes A 9, of which it has paid 3, and an
// undisclosed amount, of which it has paid 5.
func TestWhatIsDrawnOfAnUndisclosedContractHasBeenPaid(t *testing.T) {
	book := bookOf([]float64{-1, -1}, [][3]int64{{1, 0, 0}, {1, 0, bn(9)}}, 0)
	book.Deals[0].Legs[0].Figure = deal.Undisclosed()
	stateDrawn(book, 0, 5)
	alone := *book
	alone.Deals = book.Deals[:1:1]
	stateDrawn(book, 1, 3)
	for want, of := range map[string]*deal.Book{"$8bn on 2 legs has been paid": book, "$5bn on 1 leg has been paid": &alone} {
		result := stress(t, deal.NewBook(*of), Shock{Kind: ShockFails, Company: 2})
		if words := result.KnownWords(); !strings.Contains(words, want) || result.Paid.Wide() {
			t.Errorf("%q, not %q: %+v", words, want, result.Paid)
		}
	}
}

// Of 5 without a term nobody knows what falls into a year: what is due of it, paid of it and lost of it is unknown and not
// nothing, though no more than what has and what has not been drawn.
func TestWhatNobodyCanPlaceInAYearIsUnknown(t *testing.T) {
	book := bookOf([]float64{-1, -1}, [][3]int64{{1, 0, bn(5)}}, 0)
	stateDrawn(book, 0, 3)
	result, err := Stress(context.Background(), deal.NewBook(*book), network.View{Basis: network.BasisYear}, Shock{Kind: ShockFails, Company: 2})
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		e    Estimate
		want string
	}{
		"due": {result.Due, "unknown ($0 to $2bn)"}, "paid": {result.Paid, "unknown ($0 to $3bn)"}, "lost": {result.Lost, "unknown (~$0 to ~$2bn)"},
		"without the shock": {result.LostBefore, "$0"},
	} {
		if got := test.e.Text(UnitMoney, deal.USD); got != test.want {
			t.Errorf("%s: %s, not %s", name, got, test.want)
		}
	}
	if got := result.RankAll.Text(UnitShare, deal.USD); got != "unknown (~0% to ~100%)" {
		t.Errorf("of the value is lost in all: %s", got)
	}
	if b, _ := result.Company(2); !b.LossKnown() {
		t.Errorf("nobody owes B anything, so that it loses nothing: %+v", b)
	}
	if a, _ := result.Company(1); a.LossKnown() {
		t.Errorf("what A loses is unknown: %+v", a)
	}
}
