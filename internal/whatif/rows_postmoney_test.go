package whatif

import (
	"context"
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// $12.5bn for 4% at $300bn, unsaid whether with the money: 12.5/312.5 are 4%, so the money comes on top, at whatever
// amount and in every row. For 4.1666% the money is in the $300bn: before it there were $287.5bn.
func TestOwnershipAndWorthReadAValuationInOneWay(t *testing.T) {
	_, stake := sampleWorkbench(t)
	for name, test := range map[string]struct {
		stake            deal.Share
		cents            int64
		base, worth, own float64
		note             string
	}{
		"on top, the base":   {40_000, bn(12) + bn(1)/2, 312.5, 312.5, 0.04, "taken as pre-money, because the 4% for $12.5bn"},
		"on top, more":       {40_000, bn(50), 312.5, 350, 50 / 350.0, "taken as pre-money, because the 4% for $12.5bn"},
		"on top, less":       {40_000, bn(7) + bn(1)/4, 312.5, 307.25, 7.25 / 307.25, "taken as pre-money"},
		"in it, the base":    {41_667, bn(12) + bn(1)/2, 300, 300, 0.041667, "taken as post-money, because"},
		"in it, more":        {41_667, bn(50), 300, 337.5, 50 / 337.5, "taken as post-money, because"},
		"no stake is stated": {0, bn(50), 300, 300, 50 / 300.0, "taken as post-money"},
	} {
		t.Run(name, func(t *testing.T) {
			book := sampleBook()
			leg, _, _ := book.Leg(stake.Leg)
			for i := range book.Deals {
				for j := range book.Deals[i].Legs {
					if is := &book.Deals[i].Legs[j]; is.ID == leg.ID {
						is.Figure, is.Valuation = deal.Exactly(bn(12)+bn(1)/2), deal.Exactly(bn(300))
						is.Stake, is.ValuationMoney = test.stake, deal.TimingUnsaid
					}
				}
			}
			moved := StakeOf(book, leg.ID)
			moved.Cents = test.cents
			workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := compare(t, workbench, moved)
			worth, own := rowOf(t, got, "post_money"), rowOf(t, got, "ownership")
			if !nearly(worth.Base, test.base*1e11) || !nearly(worth.Scenario, test.worth*1e11) || !nearly(own.Scenario, test.own) {
				t.Errorf("worth %v -> %v, bought %v; want %v -> %v, %v", worth.Base, worth.Scenario, own.Scenario, test.base*1e11, test.worth*1e11, test.own)
			}
			if !strings.Contains(worth.Note, test.note) {
				t.Errorf("the note of the worth: %q", worth.Note)
			}
		})
	}
}

// nearly allows for a stake that is stated to a ten-thousandth of a percent.
func nearly(a, b float64) bool { return a-b < 1e-5*b && b-a < 1e-5*b }
