package whatif

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
)

// A range that a scenario assumes counts its middle, as the same range in the document does.
func TestARangeOfAScenarioCountsItsMiddle(t *testing.T) {
	set := func(field deal.ChangeField, leg deal.LegID, value int64) deal.Change {
		return deal.Change{Field: field, Target: int64(leg), Value: value}
	}
	figures := map[string]deal.Figure{
		"undisclosed": deal.Undisclosed(), "exact": deal.Exactly(bn(10)), "exact inside": deal.Exactly(bn(30)), "up to": deal.UpTo(bn(100)),
		"at least": deal.AtLeast(bn(70)), "range": deal.Between(bn(1), bn(2)),
	}
	for name, figure := range figures {
		book := bookOf([]float64{-1, -1}, [][3]int64{{0, 1, 0}}, 0)
		book.Deals[0].Legs[0].Figure = figure
		book = deal.NewBook(*book)
		low, high := set(deal.ChangeLow, 1, bn(20)), set(deal.ChangeHigh, 1, bn(60))
		for _, changes := range [][]deal.Change{{low, high}, {high, low}, {set(deal.ChangeLow, 1, bn(90)), low, high}} {
			got, err := Apply(book, changes)
			if err != nil {
				t.Fatal(err)
			}
			leg, _, _ := got.Leg(1)
			if f := leg.Figure; f.Low != bn(20) || f.Best != bn(40) || f.High != bn(60) || !f.Assumed {
				t.Errorf("%s becomes %+v", name, f)
			}
			if words := strings.Join(DescribeAll(book, changes), "; "); !strings.Contains(words, "best is the middle, $40bn") {
				t.Errorf("%s: %s", name, words)
			}
		}
		got, err := Apply(book, []deal.Change{low, high, set(deal.ChangeAmount, 1, bn(25))})
		if err != nil {
			t.Fatal(err)
		}
		if leg, _, _ := got.Leg(1); leg.Figure.Best != bn(25) {
			t.Errorf("%s with an amount of its own: %+v", name, leg.Figure)
		}
		if _, err := Apply(book, []deal.Change{set(deal.ChangeLow, 1, bn(60)), set(deal.ChangeHigh, 1, bn(20))}); err == nil ||
			err.Error() != "the low figure of A → B cloud, $60bn, is above its high one, $20bn: set a range from low to high" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAStakeThatIsNotStatedIsNotNothing(t *testing.T) {
	book := bookOf([]float64{-1, -1}, [][3]int64{{0, 1, bn(1)}}, 1)
	if got := Describe(book, deal.Change{Field: deal.ChangeStake, Target: 1, Value: 50_000}); got != "A → B equity, stake: not stated → 5%" {
		t.Error(got)
	}
}
