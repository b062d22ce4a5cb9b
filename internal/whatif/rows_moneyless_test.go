package whatif

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Of nothing there is no share: where the view counts no leg, shares of the money and its multiplier are not known, and sums are 0.
func TestAShareOfNothingIsNotKnown(t *testing.T) {
	view := network.View{Statuses: []deal.Status{deal.StatusRumoured}}
	workbench, err := NewWorkbench(context.Background(), sampleBook(), view, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	c, err := workbench.CompareChanges(context.Background(), amazonStake, nil)
	if err != nil {
		t.Fatal(err)
	}
	for key, known := range map[string]bool{
		"gross": true, "circular_money": true, "net_debt": true, "circular_share": false, "finn": false, "multiplier": false, "bff_gamma": false,
	} {
		if row, ok := c.Row(key); !ok || row.BaseKnown != known || row.ScenarioKnown != known {
			t.Errorf("%s: %+v, known %v", key, row, known)
		}
	}
}
