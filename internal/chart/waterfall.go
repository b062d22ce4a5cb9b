package chart

import (
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// Waterfall returns the chart of what each change of a scenario adds to the measure, in the order in which they
// are made, from the data to the scenario.
func Waterfall(of *whatif.Waterfall) *Chart {
	book, row, steps := of.Book, of.Row, of.Steps
	text := func(value float64) string { return whatif.FormatValue(row.Unit, value, book.Base) }
	body := &rows{across: measured(row.Unit, book.Base), links: true, part: 1, fromZero: true}
	chart := &Chart{Note: of.Note, Rates: of.Rates, parts: []part{body}, records: waterfallTable(book, row, steps), printed: printedWaterfall(of)}
	chart.Subtitle = "Each change on top of those above it, in the order in which they are listed; in another order one may add more and another less."
	if len(steps) == 0 {
		chart.Title = fmt.Sprintf("%s: nothing is changed, so it stays at %s", row.Subject(), row.BaseText(book.Base))
		chart.Subtitle = "Move a number in the what-if, and each change has a bar here with what it adds."
		body.items = []rowItem{totalItem("The data", row.Base, row.BaseBound, row.BaseKnown, text)}
		return chart
	}
	first, last := steps[0], steps[len(steps)-1]
	body.items = append(body.items, totalItem("The data", first.From, first.FromBound, knownNumber(first.From), text))
	biggest := -1
	for i, step := range steps {
		body.items = append(body.items, stepItem(row, step, text, book.Base))
		if step.Known && (biggest < 0 || math.Abs(step.To-step.From) > math.Abs(steps[biggest].To-steps[biggest].From)) {
			biggest = i
		}
	}
	body.items = append(body.items, totalItem("The scenario", last.To, last.ToBound, last.Known, text))
	body.fromZero = !small(steps)
	if !body.fromZero {
		// The totals would be long bars that say little: what matters is between them.
		chart.Subtitle += " The axis does not begin at nothing."
	}
	if !last.Known || biggest < 0 {
		chart.Title = fmt.Sprintf("%s is not known in the scenario", row.Subject())
		return chart
	}
	from, to := string(first.FromBound)+text(first.From), string(last.ToBound)+text(last.To)
	chart.Title = fmt.Sprintf("%s goes from %s to %s", row.Subject(), from, to)
	if from == to {
		chart.Title = fmt.Sprintf("%s stays at %s", row.Subject(), to)
	}
	if change := steps[biggest]; len(steps) > 1 && text(change.From) != text(change.To) {
		chart.Title += fmt.Sprintf("; most of it by %s (%s)", change.Text, differenceText(row, change, book.Base))
	}
	return chart
}

// small reports whether the steps are so little of the totals that an axis from nothing would hide them.
func small(steps []whatif.WaterfallStep) bool {
	widest, total := 0.0, 0.0
	for _, step := range steps {
		widest = max(widest, math.Abs(step.To-step.From))
		total = max(total, math.Abs(step.To), math.Abs(step.From))
	}
	return widest > 0 && widest < total/12
}

func knownNumber(value float64) bool { return !math.IsNaN(value) && !math.IsInf(value, 0) }

// totalItem is the row of a level: the data's or the scenario's.
func totalItem(name string, value float64, bound whatif.Bound, known bool, text func(float64) string) rowItem {
	written := string(bound) + text(value)
	item := rowItem{name: name, total: true, to: value, right: written, lines: []string{name, written}}
	if !known {
		item.bare, item.right = true, "not known"
	}
	return item
}

// stepItem is the row of one change.
func stepItem(row whatif.Row, step whatif.WaterfallStep, text func(float64) string, currency deal.Currency) rowItem {
	item := rowItem{name: step.Text, from: step.From, to: step.To, hue: hueFirst}
	if !step.Known {
		item.bare, item.right = true, "not known"
		item.lines = []string{step.Text, "The measure is not known here."}
		return item
	}
	if step.To < step.From {
		item.hue = hueSecond
	}
	item.right = differenceText(row, step, currency)
	item.lines = []string{step.Text, item.right, fmt.Sprintf("from %s%s to %s%s", step.FromBound, text(step.From), step.ToBound, text(step.To))}
	return item
}

// differenceText writes what a change adds as the what-if writes a difference: "↑ ~$15bn".
func differenceText(row whatif.Row, step whatif.WaterfallStep, currency deal.Currency) string {
	row.Base, row.Scenario, row.BaseKnown, row.ScenarioKnown = step.From, step.To, step.Known, step.Known
	row.BaseBound, row.ScenarioBound = step.FromBound, step.ToBound
	return row.DifferenceText(currency)
}

func waterfallTable(book *deal.Book, row whatif.Row, steps []whatif.WaterfallStep) [][]string {
	of := func(what string) string { return measureHeader(row.Name+what, row.Unit, book.Base) }
	records := [][]string{{"change", of(" before"), of(" after"), of(", added"), boundHeader(row.Name + " before"), boundHeader(row.Name + " after")}}
	for _, step := range steps {
		records = append(records, []string{step.Text, row.Unit.Plain(step.From, step.Known),
			row.Unit.Plain(step.To, step.Known), row.Unit.Plain(step.To-step.From, step.Known), string(step.FromBound), string(step.ToBound)})
	}
	return records
}
