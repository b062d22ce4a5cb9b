package whatif

import (
	"math"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

func TestADifferenceOfBoundsWhoseRangesMoveIsUnknown(t *testing.T) {
	const bn = 1_000_000_000_00
	for name, c := range map[string]struct {
		baseBound, scenarioBound Bound
		base, scenario           float64 // the numbers
		was, is                  network.Range
		difference, where        string
	}{
		"the upper end moves": {AtLeast, AtLeast, 0, 0, network.Range{High: 320 * bn}, network.Range{High: 350 * bn},
			string(Reranged), "$0 to $350bn, was $0 to $320bn"},
		"it is opened":     {AtLeast, AtLeast, 0, 0, network.Range{High: 320 * bn}, network.Range{High: math.Inf(1)}, string(Reranged), "$0 or more, was $0 to $320bn"},
		"it is closed":     {AtLeast, AtLeast, 0, 0, network.Range{High: 10 * bn}, network.Range{}, string(Reranged), "$0, was $0 to $10bn"},
		"nothing moves":    {AtLeast, AtLeast, 0, 0, network.Range{High: 320 * bn}, network.Range{High: 320 * bn}, "0", "$0 to $320bn"},
		"exact numbers":    {Exactly, Exactly, 0, 0, network.Range{High: 320 * bn}, network.Range{High: 350 * bn}, "0", "$0 to $350bn"},
		"the numbers move": {AtMost, AtMost, bn, 3 * bn, network.Range{High: bn}, network.Range{High: 3 * bn}, "↑ ~$2bn", "$0 to $3bn"},
	} {
		row := Row{
			Key: "x", Unit: UnitMoney, Base: c.base, Scenario: c.scenario, BaseKnown: true, ScenarioKnown: true,
			BaseBound: c.baseBound, ScenarioBound: c.scenarioBound, BaseRange: c.was, ScenarioRange: c.is, HasRange: true,
		}
		if got := row.DifferenceText(deal.USD); got != c.difference {
			t.Errorf("%s: the difference is %q, want %q", name, got, c.difference)
		}
		if got := row.ScenarioRangeText(deal.USD); got != c.where {
			t.Errorf("%s: it lies at %q, want %q", name, got, c.where)
		}
		if standing := row.Standing(deal.USD); (standing == Same) != (c.difference == "0") || (standing == Reranged) != (c.difference == string(Reranged)) {
			t.Errorf("%s: the scenario is %s", name, standing)
		}
	}
}

// Equal bounds say nothing of whether a scenario moves anything until their ranges are there.
func TestOnlyRangesTellWhetherEqualBoundsMove(t *testing.T) {
	row := Row{Key: "x", Unit: UnitMoney, Base: 5, Scenario: 5, BaseKnown: true, ScenarioKnown: true, BaseBound: About, ScenarioBound: About}
	if !row.Unranged(deal.USD) {
		t.Error("equal bounds without ranges are taken to be the same")
	}
	for name, change := range map[string]func(*Row){
		"it has ranges":      func(r *Row) { r.HasRange = true },
		"the base is exact":  func(r *Row) { r.BaseBound = Exactly },
		"it is not known":    func(r *Row) { r.BaseKnown = false },
		"the numbers differ": func(r *Row) { r.Scenario = 1_000_000_000_00 },
	} {
		other := row
		if change(&other); other.Unranged(deal.USD) {
			t.Errorf("%s, and ranges are waited for", name)
		}
	}
}
