package command

import (
	"context"
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
	ask, err := o.sampling(row, t.book.Base)
	if err != nil {
		return nil, err
	}
	if o.samples != "" && !strings.EqualFold(filepath.Ext(o.samples), ".csv") {
		return nil, misused("--samples %q: samples are written as .csv", o.samples)
	}
	drawn, err := study.MonteCarlo(ctx, ask, nil, nil)
	if err != nil {
		return nil, err
	}
	if o.samples != "" {
		if err := exchange.ReplaceFile(o.samples, drawn.WriteCSV); err != nil {
			return nil, err
		}
	}
	return chart.Simulation(drawn)
}

// sampling says what is left to chance. Where nothing is said, it is what the window begins with.
func (o studyOptions) sampling(row whatif.Row, base deal.Currency) (ask whatif.MonteCarloQuestion, err error) {
	ask = whatif.MonteCarloQuestion{Key: row.Key, Samples: o.simulate, Seed: o.seed}
	if ask.Spread, err = o.spreading(); err != nil {
		return ask, err
	}
	if ask.Chances, err = o.chances(); err != nil {
		return ask, err
	}
	if o.target != "" {
		target, err := number(row, "target", o.target, base)
		if err != nil {
			return ask, err
		}
		ask.Target = &target
	}
	return ask, nil
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
