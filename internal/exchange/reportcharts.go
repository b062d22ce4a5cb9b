package exchange

import (
	"context"

	"roundtrip/internal/chart"
	"roundtrip/internal/whatif"
)

// reportMeasure is what a report's charts are about.
const reportMeasure = "circular_share"

// reportCharts makes the charts of what moves the report's measure from the questions that window and command line
// begin with, so that all three show the same numbers.
func reportCharts(ctx context.Context, study *whatif.Study) ([]*chart.Chart, error) {
	ask, err := study.FirstSweep(reportMeasure)
	if err != nil {
		return nil, err
	}
	sweep, err := study.Sweep(ctx, ask, nil)
	if err != nil {
		return nil, err
	}
	askTable, err := study.FirstTable(reportMeasure)
	if err != nil {
		return nil, err
	}
	table, err := study.Table(ctx, askTable, nil)
	if err != nil {
		return nil, err
	}
	storm, err := study.Tornado(ctx, whatif.TornadoQuestion{Key: reportMeasure, Spread: whatif.FirstSpread}, nil, nil)
	if err != nil {
		return nil, err
	}
	drawn, err := study.MonteCarlo(ctx, whatif.FirstMonteCarlo(), nil, nil)
	if err != nil {
		return nil, err
	}
	samples, err := chart.Simulation(drawn)
	return []*chart.Chart{chart.Sweep(sweep), chart.Table(table), chart.Tornado(storm), samples}, err
}
