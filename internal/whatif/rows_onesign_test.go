package whatif

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Whatever figures a book has, the comparison says of each measure of the network what the measures themselves say: one sign by
// one rule. No sign is beside a number that has one value, proven, unless a leg is only about so much.
func TestMeasuresStandOneWayInEveryBook(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := paidBook(t)
		if len(book.Deals) == 0 {
			return
		}
		workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true, Samples: 20})
		if err != nil {
			t.Fatal(err)
		}
		leg := book.Deals[0].Legs[0].ID
		c, err := workbench.CompareChanges(context.Background(), leg, nil)
		if err != nil {
			t.Fatal(err)
		}
		n, m := workbench.Base()
		stands := n.Standings(m)
		for key, want := range map[string]Bound{
			"gross": stands.Gross, "circular_money": stands.Circulation, "circular_share": stands.CircularShare, "finn": stands.Finn,
			"multiplier": stands.Multiplier, "net_debt": stands.NetDebt, "compressed": stands.Compressed, "loops": stands.Loops,
			"bff_volume": stands.Volume, "bff_gamma": stands.GammaThr,
		} {
			row, ok := c.Row(key)
			if !ok || !row.BaseKnown {
				continue
			}
			if row.BaseBound != want {
				t.Fatalf("%s: %q in the comparison, %q in the measures: %+v", key, row.BaseBound, want, row)
			}
			one := row.HasRange && row.BaseRange.Low == row.BaseRange.High && !row.BaseRange.Sampled
			if one && want != Exactly && !n.RestsOnAbout() {
				t.Fatalf("%s is %q though it has one value: %+v", key, want, row)
			}
		}
	})
}

// What is only about so much beside a loop makes nothing unsure of what goes round it: by hand, B gives A 10 and gets at least 20
// from it, so that 20 goes round exactly.
func TestNothingIsOpenOfWhatGoesRound(t *testing.T) {
	book := bookOf([]float64{-1, -1, -1}, [][3]int64{{1, 0, bn(10)}, {0, 1, bn(20)}, {0, 2, bn(5)}}, 0)
	book.Deals[1].Legs[0].Figure, book.Deals[2].Legs[0].Figure = deal.AtLeast(bn(20)), deal.About(bn(5))
	workbench, err := NewWorkbench(context.Background(), deal.NewBook(*book), network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	c, err := workbench.CompareChanges(context.Background(), 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"circular_money": "$20bn", "gross": "~$35bn"} {
		if row, _ := c.Row(key); row.ScenarioText(deal.USD) != want {
			t.Errorf("%s: %s, not %s", key, row.ScenarioText(deal.USD), want)
		}
	}
}
