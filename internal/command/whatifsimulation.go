package command

import (
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/exchange"
	"roundtrip/internal/whatif"
)

// simulationChart draws the samples that are asked for, and writes them to the file that is asked for.
func (o studyOptions) simulationChart(ctx context.Context, t *trial, study *whatif.Study, row whatif.Row) (*chart.Chart, error) {
	experiment, note, err := o.experiment(study, row)
	if err != nil {
		return nil, err
	}
	of := chart.SimulationOf{Book: t.book, Row: row, Note: note}
	if o.target != "" {
		target, err := number(row, "target", o.target, t.book.Base)
		if err != nil {
			return nil, err
		}
		of.Target = &target
	}
	if o.samples != "" && !strings.EqualFold(filepath.Ext(o.samples), ".csv") {
		return nil, misused("--samples %q: samples are written as .csv", o.samples)
	}
	if of.Simulation, err = study.Simulate(ctx, experiment, nil); err != nil {
		return nil, err
	}
	if o.samples != "" {
		write := func(w io.Writer) error { return of.Simulation.WriteCSV(w, t.book) }
		if err := exchange.ReplaceFile(o.samples, write); err != nil {
			return nil, err
		}
	}
	return chart.Simulation(of)
}

// experiment says what is left to chance, in words too. Where nothing is said, it is what the window begins with.
func (o studyOptions) experiment(study *whatif.Study, row whatif.Row) (e whatif.Experiment, note string, err error) {
	spread := whatif.FirstSpread
	if o.spread != "" {
		if spread, err = deal.ParsePercent(o.spread); err != nil {
			return e, "", fmt.Errorf("--spread: %w", err)
		}
	}
	spans, err := study.Spans(spread)
	if err != nil {
		return e, "", err
	}
	e = whatif.Experiment{Keys: []string{row.Key}, Samples: o.simulate, Seed: o.seed}
	e.Spans = slices.DeleteFunc(spans, func(span whatif.Span) bool { return span.Input.Field == deal.ChangeWeight })
	if e.Chances, err = o.chances(); err != nil {
		return e, "", err
	}
	note = fmt.Sprintf("Assumed: exact amounts within %s to both sides", spread.Percent())
	for _, status := range deal.Statuses {
		if chance, ok := e.Chances[status]; ok {
			note += fmt.Sprintf("; deals %s come about in %s", status, chance.Percent())
		}
	}
	return e, note + ".", nil
}

// chances reads how likely the deals of each status come about; without any --chance, as the window begins.
func (o studyOptions) chances() (map[deal.Status]deal.Share, error) {
	chances := map[deal.Status]deal.Share{}
	if len(o.chance) == 0 {
		maps.Copy(chances, whatif.FirstChances)
	}
	for _, text := range o.chance {
		name, part, _ := strings.Cut(text, "=")
		status := deal.Status(deal.NameKey(name))
		share, err := deal.ParsePercent(part)
		switch {
		case err == nil && strings.TrimSpace(part) != "" && !slices.Contains(deal.Statuses, status):
			return nil, misused("--chance %q: %q is no status: it is one of %s", text, name, wordList(deal.Statuses))
		case err != nil || strings.TrimSpace(part) == "":
			return nil, misused("--chance %q: write it as STATUS=PERCENT, such as \"in talks=50%%\", with 0%% to 100%%", text)
		}
		chances[status] = share
	}
	return chances, nil
}
