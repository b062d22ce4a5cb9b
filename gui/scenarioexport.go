package gui

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/whatif"
)

// exportScenario writes the scenario: .json for another document or program to read, .csv with its numbers beside
// the base's.
func (w *Window) exportScenario() {
	scenario, ok := w.chosenScenario()
	if !ok {
		return
	}
	suggested := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, scenario.Name)
	w.askPath("Export the scenario: .json to import it elsewhere, .csv its numbers", "Export",
		filepath.Join(w.exportFolder(), suggested+".json"), w.browseFolder, func(path string) {
			w.replacing(path, func() { w.writeScenario(path, scenario) })
		})
}

func (w *Window) writeScenario(path string, scenario deal.Scenario) {
	var write func(io.Writer) error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json":
		book := whatif.Excerpt(w.session.book, scenario)
		write = func(file io.Writer) error { return exchange.WriteJSON(file, book) }
	case ".csv":
		result, ok := w.scenarios.results.of(scenario.ID)
		if !ok || result.comparison == nil {
			w.tell("Nothing was exported", fmt.Errorf("the scenario “%s” is still being computed: try again in a moment", scenario.Name))
			return
		}
		write = func(file io.Writer) error { return exchange.WriteComparisonCSV(file, result.comparison) }
	default:
		w.tell("Nothing was exported", fmt.Errorf("%q ends in neither .json nor .csv", path))
		return
	}
	if err := exchange.ReplaceFile(path, write); err != nil {
		w.tell("Nothing was exported", err)
		return
	}
	w.status.say("Exported to " + path)
}
