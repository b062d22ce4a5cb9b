package whatif

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Where the sentence does not say “as far as it is disclosed”, the leg adds nothing above that amount whatever of their
// ranges the others turn out to be.
func TestSaturationIsHedgedWhereOthersCouldCarryMore(t *testing.T) {
	all := t
	rapid.Check(t, func(t *rapid.T) {
		companies := rapid.IntRange(2, 4).Draw(t, "companies")
		deals := []deal.Deal{commercial(1, 1, 2, deal.Exactly(bn(5)))}
		for i := range rapid.IntRange(1, 6).Draw(t, "legs") {
			payer := rapid.IntRange(1, companies).Draw(t, "payer")
			payee := 1 + (payer-1+rapid.IntRange(1, companies-1).Draw(t, "on"))%companies
			low, more := bn(float64(rapid.IntRange(0, 4).Draw(t, "low"))), bn(float64(rapid.IntRange(0, 4).Draw(t, "more")))
			figure := rapid.SampledFrom([]deal.Figure{
				deal.Exactly(low), deal.Exactly(low), deal.Between(low, low+more), deal.UpTo(low + more), deal.AtLeast(low), deal.Undisclosed(),
			}).Draw(t, "figure")
			deals = append(deals, commercial(int64(i+2), deal.CompanyID(payer), deal.CompanyID(payee), figure))
		}
		found := changed(all, stakesBook(companies, deals...), 1).Saturation
		if found.Unsure || found.Unbounded || len(found.Full) == 0 {
			return
		}
		other := append([]deal.Deal(nil), deals...)
		for i := range other[1:] {
			leg := other[i+1].Legs[0]
			high := leg.Figure.High
			if !leg.Figure.Known() || leg.Figure.HighOpen() {
				high = bn(20)
			}
			leg.Figure = deal.Exactly(leg.Figure.Low + (high-leg.Figure.Low)/4*rapid.Int64Range(0, 4).Draw(t, fmt.Sprint("at ", i)))
			other[i+1].Legs = []deal.Leg{leg}
		}
		if now := changed(all, stakesBook(companies, other...), 1).Saturation; now.Unbounded || now.Cents > found.Cents {
			t.Fatalf("%q, but then %q", found.Sentence, now.Sentence)
		}
	})
}

// A has paid $4bn of a stake of $12bn that B spends by a contract of which it has paid $5bn: no more than the $4bn go
// round, whatever the stake is, nor than what is tried to be paid of it.
func TestWhatIsPaidSoFarBoundsWhatGoesRound(t *testing.T) {
	stake, back := equity(1, 1, 2, deal.StatusSigned, bn(12), 0, 0), contract(2, 2, 1, bn(30))
	stake.Legs[0].Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: bn(4), Currency: deal.USD}}
	back.Legs[0].Drawn = deal.Reported{Stated: true, Money: deal.Money{Cents: bn(5), Currency: deal.USD}}
	workbench, err := NewWorkbench(context.Background(), stakesBook(2, stake, back), network.View{Basis: network.BasisDrawn}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	drawn := func(billions float64) deal.Change {
		return deal.Change{Field: deal.ChangeDrawn, Target: 1, Value: bn(billions)}
	}
	for want, test := range map[string]struct {
		changes []deal.Change
		cents   int64
	}{
		"Above $4bn the stake adds nothing to the circular money: only $4bn of it is paid so far.":    {nil, bn(4)},
		"Above $3bn the stake adds nothing to the circular money: only $3bn of it is paid so far.":    {[]deal.Change{drawn(3)}, bn(3)},
		"Above $5bn the stake adds nothing to the circular money: B → A is full at $5bn paid so far.": {[]deal.Change{drawn(8)}, bn(5)},
	} {
		got := compare(t, workbench, StakeOf(workbench.book, 1), test.changes...).Saturation
		if got.Sentence != want || got.Cents != test.cents || !got.Reached {
			t.Errorf("%+v, want %s", got, want)
		}
	}
}

// B pays A up to $30bn, and C an amount that nobody discloses more than what it pays on: by way of C more may come back.
func TestAnUndisclosedWayBackHedgesTheSaturation(t *testing.T) {
	for name, test := range map[string]struct {
		other deal.Figure
		want  string
	}{
		"undisclosed": {deal.Undisclosed(), "Above $30bn the stake adds nothing to the circular money, as far as it is disclosed: B → A is full at $30bn at most."},
		"at most":     {deal.UpTo(bn(5)), "Above $35bn the stake adds nothing to the circular money: B → A ($30bn at most) and C → A ($5bn at most) are full."},
	} {
		t.Run(name, func(t *testing.T) {
			got := changed(t, stakesBook(3, equity(1, 1, 2, deal.StatusSigned, bn(12), 0, 0), commercial(2, 2, 1, deal.UpTo(bn(30))),
				commercial(3, 2, 3, deal.Exactly(bn(20))), commercial(4, 3, 1, test.other)), 1)
			if got.Saturation.Sentence != test.want {
				t.Error(got.Saturation.Sentence)
			}
		})
	}
}

// The sentence on circular money that stays reads well also where it is a floor.
func TestCircularMoneyThatStaysAtAFloor(t *testing.T) {
	got := changed(t, stakesBook(2, equity(1, 1, 2, deal.StatusSigned, bn(8), 0, 0), commercial(2, 2, 1, deal.AtLeast(bn(5)))), 1)
	if text, want := got.Words()[2].Text, "Circular money stays at $10bn or more (headline totals)"; len(text) < len(want) || text[:len(want)] != want {
		t.Error(text)
	}
}
