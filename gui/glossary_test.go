package gui

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"roundtrip/internal/exchange"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// Every measure of the network and of risk has one name: the what-if's rows, the report and the command line's table call
// it as the page "What the numbers mean" does.
func TestEveryMeasureIsExplainedUnderItsName(t *testing.T) {
	explained := map[string]bool{}
	for _, entry := range glossary {
		explained[strings.ToLower(entry.name)] = true
	}
	w := openSample(t)
	for _, row := range w.session.compared.Rows {
		name, _, _ := strings.Cut(row.Name, " of ")
		if (row.Group == whatif.GroupNetwork || row.Group == whatif.GroupRisk) && !explained[strings.ToLower(name)] {
			t.Errorf("the what-if's %q is not explained", row.Name)
		}
	}
	built, err := network.Build(w.session.book, network.View{})
	if err != nil {
		t.Fatal(err)
	}
	measured, err := network.Measure(context.Background(), w.session.book, built, network.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	if err := exchange.WriteMeasuresTable(&table, w.session.book, built, measured); err != nil {
		t.Fatal(err)
	}
	told := strings.ToLower(table.String())
	for _, name := range []string{"Gross", "Circular money", "Circular share", "Finn cycling index", "Multiplier", "Net obligations", "After compression",
		"Loops", "Money in weighed loops", "Throughput circularity", "Supplier HHI", "Customer HHI", "DebtRank", "Throughflow", "Flags"} {
		if !explained[strings.ToLower(name)] || !strings.Contains(told, strings.ToLower(name)) {
			t.Errorf("%s is not called so on the page of help and in the table", name)
		}
	}
	w.session.selectNothing()
	for _, caption := range []string{"Gross", "Circular money", "Loops", "Finn cycling index", "Net obligations"} {
		if !slices.ContainsFunc(glossary, func(entry struct{ name, meaning string }) bool { return entry.name == caption }) {
			t.Errorf("the inspector's %s is not explained", caption)
		}
	}
}
