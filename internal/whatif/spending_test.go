package whatif

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
)

// TestTheTermOfAStakeIsThatOfWhatItIsSpentBackBy gives terms to stakes that are spent back by a contract, by none and
// not at all.
func TestTheTermOfAStakeIsThatOfWhatItIsSpentBackBy(t *testing.T) {
	term := func(leg deal.LegID) deal.Change {
		return deal.Change{Field: deal.ChangeTerm, Target: int64(leg), Value: 60}
	}
	spent := deal.Change{Field: deal.ChangeSpentBack, Target: int64(nvidiaStake), Value: 500_000}
	scheduled := spent
	scheduled.Text = "60 months"
	for name, test := range map[string]struct{ changes, want []deal.Change }{
		"by a contract":             {[]deal.Change{term(amazonStake)}, []deal.Change{term(amazonSpending)}},
		"by a leg that is made up":  {[]deal.Change{term(nvidiaStake), spent}, []deal.Change{scheduled}},
		"not at all":                {[]deal.Change{term(nvidiaStake)}, []deal.Change{term(nvidiaStake)}},
		"the contract's own":        {[]deal.Change{term(amazonCloud)}, []deal.Change{term(amazonCloud)}},
		"nothing of a term in them": {[]deal.Change{spent}, []deal.Change{spent}},
	} {
		if got := Scheduled(sampleBook(), test.changes); !slices.Equal(got, test.want) {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}
