package exchange

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"

	"roundtrip/internal/whatif"
)

func TestScenariosSideBySideAsCSV(t *testing.T) {
	computed := &whatif.Comparison{Rows: []whatif.Row{
		{Key: "circular_money", Name: "Circular money", Group: whatif.GroupNetwork, Unit: whatif.UnitMoney,
			Base: 46_00, BaseKnown: true, Scenario: 1_02_50, ScenarioKnown: true},
		{Key: "ownership", Name: "A buys of B", Group: whatif.GroupOwnership, Unit: whatif.UnitShare, Scenario: 0.25, ScenarioKnown: true},
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
		{"key", "measure", "group", "unit", "base", "'=big", "'=big: difference", "computing", "computing: difference"},
		{"circular_money", "Circular money", "The network", "money", "46", "102.5", "56.5", "", ""},
		{"ownership", "A buys of B", "Ownership", "share", "", "0.25", "", "", ""},
	} {
		if !slices.Equal(records[i], want) {
			t.Errorf("line %d is %q, want %q", i, records[i], want)
		}
	}
}
