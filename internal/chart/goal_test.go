package chart

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// The table of a goal's chart holds every answer to the last cent, in its place among the values looked at.
func TestTheTableOfAGoalHoldsItsAnswers(t *testing.T) {
	input := whatif.Input{Field: deal.ChangeAmount, Target: 1}
	sweep := &whatif.Sweep{Input: input, Values: []int64{0, 10_000, 20_000}, Measures: []whatif.Row{{Unit: whatif.UnitShare}}}
	records := [][]string{{"amount", "share"}, {"0", "0.1"}, {"100", "0.4"}, {"200", "0.2"}}
	for name, test := range map[string]struct {
		found whatif.Found
		want  [][]string
	}{
		"between, on a value and above all": {
			whatif.Found{Value: 3_333, Number: 0.25, Reached: true, Again: []whatif.Answer{{Value: 10_000, Number: 0.4}, {Value: 20_001, Number: 0.25}}},
			[][]string{{"amount", "share", "goal"}, {"0", "0.1", ""}, {"33.33", "0.25", "reached"}, {"100", "0.4", "again"},
				{"200", "0.2", ""}, {"200.01", "0.25", "again"}},
		},
		"the nearest": {
			whatif.Found{Value: 10_001, Number: 0.41},
			[][]string{{"amount", "share", "goal"}, {"0", "0.1", ""}, {"100", "0.4", ""}, {"100.01", "0.41", "nearest"}, {"200", "0.2", ""}},
		},
	} {
		got := goalTable(records, &whatif.Sought{Sweep: sweep, Found: test.found})
		if !slices.EqualFunc(got, test.want, slices.Equal) {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
