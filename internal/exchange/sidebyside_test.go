package exchange

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

func TestScenariosSideBySideAsCSV(t *testing.T) {
	computed := &whatif.Comparison{BaseBook: &deal.Book{}, ScenarioBook: &deal.Book{}, Rows: []whatif.Row{
		{Key: "circular_money", Name: "Circular money", Group: whatif.GroupNetwork, Unit: whatif.UnitMoney,
			Base: 46_00, BaseKnown: true, Scenario: 1_02_50, ScenarioKnown: true,
			BaseBound: whatif.AtMost, ScenarioBound: whatif.AtMost,
			BaseRange: network.Range{Low: 40_00, High: 50_00}, ScenarioRange: network.Range{Low: 1_00_00, High: 1_10_00, Sampled: true}, HasRange: true},
		{Key: "ownership", Name: "A buys of B", Group: whatif.GroupOwnership, Unit: whatif.UnitShare, Scenario: 0.25, ScenarioKnown: true},
		{Key: "circular_share", Name: "Share", Group: whatif.GroupNetwork, Unit: whatif.UnitShare, Base: 0.1 + 0.2, BaseKnown: true,
			Scenario: 0.3, ScenarioBound: whatif.AtLeast, ScenarioKnown: true},
		{Key: "density", Name: "Density", Group: whatif.GroupNetwork, Unit: whatif.UnitShare, Base: 0.1, BaseKnown: true, BaseBound: whatif.AtMost,
			Scenario: 0.056, ScenarioKnown: true},
	}}
	table := whatif.NewSideBySide("USD", []whatif.Column{{Name: "=big", Comparison: computed}, {Name: "computing"}})
	var text bytes.Buffer
	if err := WriteSideBySideCSV(&text, table); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&text).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{
		{"key", "measure", "group", "unit", "base", "base_low", "base_high", "base_sampled", "base_bound",
			"'=big", "'=big: difference", "'=big: change", "'=big: low", "'=big: high", "'=big: sampled", "'=big: bound", "'=big: difference bound",
			"computing", "computing: difference", "computing: change", "computing: low", "computing: high", "computing: sampled", "computing: bound", "computing: difference bound"},
		{"circular_money", "Circular money", "The network", "money", "46", "40", "50", "no", "≤", "102.5", "56.5", "higher", "100", "110", "yes", "≤", "~", "", "", "", "", "", "", "", ""},
		{"ownership", "A buys of B", "Ownership", "share", "", "", "", "", "", "0.25", "", "now known", "", "", "", "", "", "", "", "", "", "", "", "", ""},
		{"circular_share", "Share", "The network", "share", "0.3", "", "", "", "", "0.3", "0", "another bound", "", "", "", "≥", "≥", "", "", "", "", "", "", "", ""},
		{"density", "Density", "The network", "share", "0.1", "", "", "", "≤", "0.056", "-0.044", "lower", "", "", "", "", "≥", "", "", "", "", "", "", "", ""},
	} {
		if !slices.Equal(records[i], want) {
			t.Errorf("line %d is %q, want %q", i, records[i], want)
		}
	}
}
