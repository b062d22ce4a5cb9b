package whatif

import (
	"context"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// TestWhatIsOnlyAboutSoMuchIsNeverExact compares the bounds of the rows with the one rule of the network, live and once the
// ranges are there: a leg that is only about so much has no range, and nothing that rests on it is surer for that.
func TestWhatIsOnlyAboutSoMuchIsNeverExact(t *testing.T) {
	about := deal.Figure{Said: deal.SaidAbout, Low: 10e11, Best: 10e11, High: 10e11}
	stake := equity(1, 1, 2, deal.StatusSigned, 10e11, 100e11, 0)
	stake.Legs[0].Figure, stake.Legs[0].ValuationMoney, stake.Legs[0].ConditionalOn = about, deal.TimingPostMoney, 2
	book := stakesBook(3, stake, commercial(2, 2, 1, deal.Exactly(20e11)), commercial(3, 2, 3, deal.Exactly(5e11)))
	w, err := NewWorkbench(context.Background(), book, network.View{}, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	live, err := w.CompareChanges(context.Background(), 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	ranged, err := w.WithRanges(context.Background(), live)
	if err != nil {
		t.Fatal(err)
	}
	for when, c := range map[string]*Comparison{"live": live, "with its ranges": ranged} {
		stands := c.ScenarioNetwork.Standings(c.Scenario)
		for key, want := range map[string]Bound{
			"ownership": About, "stake": About, "back_direct": About, "post_money": Exactly, "back_share": About, "back_network": About,
			"gross": stands.Gross, "circular_money": stands.Circulation, "circular_share": stands.CircularShare, "finn": stands.Finn,
			"multiplier": stands.Multiplier, "net_debt": stands.NetDebt, "compressed": stands.Compressed, "loops": stands.Loops,
			"bff_volume": stands.Volume, "bff_gamma": stands.GammaThr, "flags": stands.Flags,
		} {
			row, ok := c.Row(key)
			if !ok || row.ScenarioBound != want || (key == "gross" || key == "circular_share" || key == "finn") && want != About {
				t.Errorf("%s, %s: %s is %q, want %q", when, key, row.ScenarioText(deal.USD), row.ScenarioBound, want)
			}
		}
	}
}
