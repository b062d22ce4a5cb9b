package whatif

import (
	"math"
	"strings"
	"testing"
)

func TestExactTexts(t *testing.T) {
	for _, test := range []struct {
		row  Row
		want string
	}{
		{Row{Unit: UnitShare, Base: 46.0 / 741.75, Scenario: 36.0 / 736.75}, "6.20155% | 4.886325% | ↓ 1.315225 pp"},
		{Row{Unit: UnitMoney, Base: 741.75e11, Scenario: 751.75e11}, "$741,750,000,000.00 | $751,750,000,000.00 | ↑ $10,000,000,000.00"},
		{Row{Unit: UnitMoney, Base: 5, Scenario: 5}, "$0.05 | $0.05 | 0"},
		{Row{Unit: UnitMoney, Base: 10_00, Scenario: 0, BaseBound: AtMost}, "≤$10.00 | $0.00 | ↓ ≤$10.00"},
		{Row{Unit: UnitRatio, Base: 2.26214567, Scenario: math.Inf(1)}, "2.262146 | ∞ | —"},
		{Row{Unit: UnitYears, Base: 7, Scenario: 6.25}, "7 years | 6.25 years | ↓ 0.75 years"},
		{Row{Unit: UnitShare, Base: 0.1, Scenario: 0.1}, "10% | 10% | 0"},
	} {
		test.row.BaseKnown, test.row.ScenarioKnown = true, true
		base, scenario, difference := test.row.ExactTexts("USD")
		if got := strings.Join([]string{base, scenario, difference}, " | "); got != test.want {
			t.Errorf("%v is %q, want %q", test.row, got, test.want)
		}
	}
	if base, scenario, difference := (Row{Unit: UnitMoney}).ExactTexts("USD"); base+scenario+difference != "———" {
		t.Errorf("unknown: %s %s %s", base, scenario, difference)
	}
}
