package exchange

import (
	"context"
	"fmt"

	"roundtrip/internal/chart"
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
	"roundtrip/internal/picture"
	"roundtrip/internal/whatif"
)

// Report is a document told on one page: its picture, measures, loops, deals and sources, and what its scenarios and shocks do.
type Report struct {
	book       *deal.Book
	view       network.View
	page       picture.Page
	tried      []deal.Change      // what the picture shows that the book does not hold
	comparison *whatif.Comparison // of the base with itself: every measure with its range
	charts     []*chart.Chart
	scenarios  []reportScenario
	stresses   []*whatif.StressResult
	asked      *whatif.StressResult // that somebody ran; nil: none
}

// reportScenario is one scenario in a report.
type reportScenario struct {
	scenario   deal.Scenario
	comparison *whatif.Comparison
	waterfall  *chart.Chart // nil for a scenario without changes
	problem    string       // why the scenario cannot be measured, "" when it can
}

// NewReport measures the book under the view, its scenarios, and what the stake that is moved first does, for a
// report with the page as its picture. What is tried on the picture, if anything, is told as a scenario of its own.
// It takes as long as ranges take; it stops with the context's error.
func NewReport(ctx context.Context, book *deal.Book, view network.View, page picture.Page, tried []deal.Change) (*Report, error) {
	workbench, err := whatif.NewWorkbench(ctx, book, view, network.Options{})
	if err != nil {
		return nil, err
	}
	stake, hasStake := whatif.DefaultStake(book)
	r := &Report{book: book, view: view, page: page, tried: tried}
	if r.comparison, err = workbench.CompareChanges(ctx, stake.Leg, nil); err != nil {
		return nil, err
	}
	if r.comparison, err = workbench.WithRanges(ctx, r.comparison); err != nil {
		return nil, err
	}
	if hasStake {
		if r.charts, err = reportCharts(ctx, workbench.Study(stake.Leg, nil)); err != nil {
			return nil, err
		}
	}
	scenarios := book.Scenarios
	if len(tried) > 0 {
		scenarios = append([]deal.Scenario{{Name: "What is tried", Changes: tried}}, scenarios...)
	}
	for _, scenario := range scenarios {
		told, err := tellScenario(ctx, workbench, book, scenario)
		if err != nil {
			return nil, err
		}
		r.scenarios = append(r.scenarios, told)
	}
	if r.stresses, err = tellStresses(ctx, book, view); err != nil {
		return nil, err
	}
	return r, nil
}

// TellStress puts a stress test of the report's book, or of what is tried of it, into the report that somebody ran, before
// those that every report has.
func (r *Report) TellStress(result *whatif.StressResult) { r.asked = result }

// tellScenario measures one scenario. One whose changes no longer fit the document is told with the reason.
func tellScenario(ctx context.Context, workbench *whatif.Workbench, book *deal.Book, scenario deal.Scenario) (reportScenario, error) {
	stake, _ := whatif.DefaultStake(book)
	leg := whatif.LegOf(book, scenario.Changes, stake.Leg)
	told := reportScenario{scenario: scenario}
	comparison, err := workbench.CompareChanges(ctx, leg, scenario.Changes)
	switch {
	case ctx.Err() != nil:
		return told, ctx.Err()
	case err != nil:
		told.problem = err.Error()
		return told, nil
	}
	if told.comparison, err = workbench.WithRanges(ctx, comparison); err != nil {
		return told, err
	}
	if len(scenario.Changes) == 0 {
		return told, nil
	}
	fall, err := workbench.Study(leg, scenario.Changes).Waterfall(ctx, reportMeasure)
	if err != nil {
		return told, fmt.Errorf("scenario “%s”: %w", scenario.Name, err)
	}
	told.waterfall = chart.Waterfall(fall)
	return told, nil
}
