package chart

import (
	"strings"
	"testing"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// Nothing lies below the least that a measure can be: where more than half of the samples are there, it says so.
func TestAMedianAtTheLeast(t *testing.T) {
	for want, numbers := range map[string][][]float64{
		"At least half are 0%.":              {{0}, {0}, {0}, {0.5}},
		"Half of the samples are below 20%.": {{0.1}, {0.2}, {0.3}, {0.4}},
	} {
		drawn := &whatif.Simulation{Units: []whatif.Unit{whatif.UnitShare}, Numbers: numbers}
		drawn.Keys, drawn.Samples = []string{"circular_share"}, 4
		of := &simulationDrawing{MonteCarlo: &whatif.MonteCarlo{Simulation: drawn}}
		of.Row = whatif.Row{Key: "circular_share", Unit: whatif.UnitShare}
		of.Book = deal.NewBook(deal.Book{Base: deal.USD})
		parts, err := of.Percentiles("circular_share", 0.05, 0.5, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := of.subtitle(parts); err != nil || !strings.Contains(got, want) {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	}
}
