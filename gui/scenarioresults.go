package gui

import (
	"context"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// scenarioResult is what is known of a stored scenario.
type scenarioResult struct {
	comparison *whatif.Comparison
	ranged     *whatif.Comparison // with its ranges, where only these tell whether money goes round otherwise; nil: not computed
	move       whatif.BaseMove
	err        error
}

// scenarioResults computes the stored scenarios beside the window, one after the other, and tells of each. What it
// holds is always of the present book and view: with another one it begins anew. Each scenario is told about the leg that it
// moves first, whatever leg the panel is set to.
type scenarioResults struct {
	session   *session
	onFound   []func()
	found     map[deal.ScenarioID]scenarioResult
	workbench *whatif.Workbench
	runs      int
	working   background
}

func newScenarioResults(s *session) *scenarioResults {
	r := &scenarioResults{session: s, found: map[deal.ScenarioID]scenarioResult{}}
	s.onBook = append(s.onBook, r.forget)
	s.onView = append(s.onView, r.forget)
	s.onMeasures = append(s.onMeasures, r.refresh)
	return r
}

// circular returns the row of the circular money, with its range where that was needed.
func (r scenarioResult) circular() whatif.Row {
	of := r.comparison
	if r.ranged != nil {
		of = r.ranged
	}
	row, _ := of.Row("circular_money")
	return row
}

// unsure reports whether only ranges that are not computed yet tell whether as much money goes round as in the base.
func (r scenarioResult) unsure(currency deal.Currency) bool {
	return r.err == nil && r.ranged == nil && r.circular().Unranged(currency)
}

// forget drops what was found: the base is another one, and is measured first.
func (r *scenarioResults) forget() {
	r.runs++
	r.working.stop()
	r.workbench = nil
	clear(r.found)
}

// of returns what is known of the scenario, and false while it is computed.
func (r *scenarioResults) of(id deal.ScenarioID) (scenarioResult, bool) {
	result, ok := r.found[id]
	return result, ok
}

// refresh computes the scenarios that are not computed yet.
func (r *scenarioResults) refresh() {
	s := r.session
	if s.workbench == nil || s.measuringNow || r.workbench == s.workbench {
		return
	}
	r.forget()
	r.workbench = s.workbench
	workbench, book, scenarios, run := s.workbench, s.book, s.book.Scenarios, r.runs
	if len(scenarios) == 0 {
		return
	}
	base := book.Base
	start(&r.working, func(ctx context.Context) error {
		first, _ := whatif.DefaultStake(book)
		var unranged []deal.ScenarioID
		results := map[deal.ScenarioID]scenarioResult{}
		told := func(id deal.ScenarioID, result scenarioResult) {
			fyne.Do(func() {
				if r.runs == run {
					r.found[id] = result
					tell(r.onFound)
				}
			})
		}
		for _, scenario := range scenarios {
			result, leg := scenarioResult{}, whatif.LegOf(book, scenario.Changes, first.Leg)
			if result.comparison, result.err = workbench.CompareChanges(ctx, leg, scenario.Changes); result.err == nil {
				result.move, result.err = workbench.BaseMove(ctx, scenario.Changes)
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if result.unsure(base) {
				unranged = append(unranged, scenario.ID)
				results[scenario.ID] = result
			}
			told(scenario.ID, result)
		}
		for _, id := range unranged {
			result := results[id]
			ranged, err := workbench.WithRanges(ctx, result.comparison)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if result.ranged = ranged; err != nil {
				result.ranged = result.comparison // ranges that cannot be found are not waited for
			}
			told(id, result)
		}
		return nil
	}, func(error) {})
}
