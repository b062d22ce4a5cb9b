package whatif

import (
	"context"
	"testing"

	"roundtrip/internal/network"
)

// Every row whose measure has a range of its own in the network shows that range, with its mark.
func TestRowsShowTheNetworksRanges(t *testing.T) {
	book := sampleBook()
	workbench, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{Ranges: true})
	if err != nil {
		t.Fatal(err)
	}
	got := compare(t, workbench, StakeOf(book, amazonStake))
	r, m := got.Scenario.Ranges, got.Scenario
	for key, want := range map[string]network.Range{
		"gross": r.Gross, "circular_money": r.Circulation, "circular_share": m.CircularRange, "loops": r.LoopCount,
		"bff_volume": r.Volume, "bff_gamma": r.GammaThr, "finn": m.FinnRange, "multiplier": r.Multiplier,
		"net_debt": r.NetDebt, "compressed": r.Compressed, "flags": r.Flags,
	} {
		row := rowOf(t, got, key)
		if !row.HasRange || row.ScenarioRange != want {
			t.Errorf("%s: %v %+v, want %+v", key, row.HasRange, row.ScenarioRange, want)
		}
	}
	// The look-through part is what Amazon buys itself, from nothing to what its ceiling buys at the least valuation.
	if row := rowOf(t, got, "look_through"); !row.HasRange || row.ScenarioRange != (network.Range{High: 0.02}) || row.ScenarioBound != AtMost {
		t.Errorf("look-through: %+v", row)
	}
	// Microsoft has its 27% where Amazon buys nothing, and nobody knows how little where Nvidia's price is open.
	row := rowOf(t, got, "owned_by_3")
	if !row.HasRange || row.ScenarioRange.Low != 0 || !near(row.ScenarioRange.High, 0.27) || row.ScenarioText("USD") != "~26.46%" {
		t.Errorf("Microsoft: %+v", row)
	}
}

func TestASampledRangeIsMarked(t *testing.T) {
	row := Row{Unit: UnitShare, HasRange: true}
	for want, of := range map[string]network.Range{
		"":             {Low: 0.5, High: 0.5, Sampled: true},
		"10% to 20%":   {Low: 0.1, High: 0.2},
		"~10% to ~20%": {Low: 0.1, High: 0.2, Sampled: true},
		"10% to ~20%":  {Low: 0.1, High: 0.2, Sampled: true, LowProven: true},
		"~10% to 20%":  {Low: 0.1, High: 0.2, Sampled: true, HighProven: true},
	} {
		if got := row.RangeText(of, "USD"); got != want {
			t.Errorf("%+v is %q, want %q", of, got, want)
		}
	}
	row.HasRange = false
	if got := row.RangeText(network.Range{Low: 0.1, High: 0.2}, "USD"); got != "" {
		t.Errorf("a row without a range has %q", got)
	}
}
