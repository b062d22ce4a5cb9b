package whatif

import (
	"math"
	"testing"

	"roundtrip/internal/deal"
)

// The table of the articles' network: stakes 0 to 50, and three sizes of the one undisclosed contract.
func TestTheSampleGivesThePublishedTable(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	chips := func(billions float64) []deal.Change {
		return []deal.Change{{Field: deal.ChangeAmount, Target: int64(oracleChips), Value: bn(billions)}}
	}
	for _, test := range []struct {
		name            string
		stake           float64
		extra           []deal.Change
		gross, circular float64
		ratio, gamma    float64
	}{
		{"base", 10, nil, 741.75, 46, 0.062016, 0.037659},
		{"Oracle pays Nvidia 40", 10, chips(40), 781.75, 166, 0.212344, 0.103152},
		{"Oracle pays Nvidia 100", 10, chips(100), 841.75, 346, 0.411048, 0.201392},
		{"Oracle pays Nvidia 300", 10, chips(300), 1041.75, 346, 0.332133, 0.201392},
		{"stake 0", 0, nil, 731.75, 26, 0.035531, 0.021285},
		{"stake 20", 20, nil, 751.75, 66, 0.087795, 0.054032},
		{"stake 38", 38, nil, 769.75, 102, 0.132511, 0.082424},
		{"stake 50", 50, nil, 781.75, 102, 0.130476, 0.082424},
	} {
		t.Run(test.name, func(t *testing.T) {
			stake.Cents = bn(test.stake)
			got := compare(t, workbench, stake, test.extra...)
			if got.Scenario.Gross != bn(test.gross) || got.Scenario.Circulation != bn(test.circular) {
				t.Errorf("gross %d, circular %d; want %d, %d", got.Scenario.Gross, got.Scenario.Circulation, bn(test.gross), bn(test.circular))
			}
			if ratio := rowOf(t, got, "circular_share").Scenario; math.Abs(ratio-test.ratio) > 1e-6 {
				t.Errorf("circular share %.6f, want %.6f", ratio, test.ratio)
			}
			if row := rowOf(t, got, "bff_gamma"); row.ScenarioKnown && math.Abs(row.Scenario-test.gamma) > 1e-6 {
				t.Errorf("gamma %.6f, want %.6f", row.Scenario, test.gamma)
			}
			if row := rowOf(t, got, "circular_money"); row.Base != float64(bn(46)) {
				t.Errorf("the base has moved to %v", row.Base)
			}
			if test.extra == nil {
				want := Saturation{Cents: bn(38), Reached: test.stake >= 38, Leg: amazonCloud}
				have := got.Saturation
				if have.Cents != want.Cents || have.Reached != want.Reached || have.Leg != want.Leg || have.Unbounded {
					t.Errorf("saturation %+v, want %+v", have, want)
				}
			}
		})
	}
}

func TestTheSaturationIsExplained(t *testing.T) {
	workbench, stake := sampleWorkbench(t)
	for _, test := range []struct {
		name   string
		change func(*Stake)
		extra  []deal.Change
		want   string
	}{
		{"as it is", func(*Stake) {}, nil,
			"Above $38bn the stake adds nothing to the circular money: OpenAI → Amazon is full at $38bn as far as it is disclosed."},
		{"spent back in part", func(s *Stake) { s.SpentBack = 800_000 }, nil,
			"The stake never stops adding, because 80% of it is spent back: above $190bn each further dollar adds only $1.60 to the circular money."},
		{"spent back in full", func(s *Stake) { s.Assume = true }, nil,
			"The stake never stops adding: 100% of it is spent back, so each further dollar adds $2 to the circular money."},
		{"nothing spent back", func(s *Stake) { s.SpentBack = 0 }, nil,
			"Above $38bn the stake adds nothing to the circular money: OpenAI → Amazon is full at $38bn."},
		{"the contract has gone", func(*Stake) {}, []deal.Change{
			{Field: deal.ChangeCutOff, Target: int64(openAI), Other: int64(amazon)}},
			"The stake adds nothing to the circular money: no disclosed money gets from OpenAI back to Amazon."},
	} {
		t.Run(test.name, func(t *testing.T) {
			changed := stake
			test.change(&changed)
			if got := compare(t, workbench, changed, test.extra...).Saturation.Sentence; got != test.want {
				t.Errorf("%s\nwant %s", got, test.want)
			}
		})
	}
}
