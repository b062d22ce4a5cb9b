package chart

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// Tornado returns the chart of what each input does to the measure when it alone runs through its range, the
// widest bar first. The row is the measure's, as it is in the scenario.
func Tornado(book *deal.Book, row whatif.Row, bars []whatif.Bar, note string) *Chart {
	text := func(value float64) string { return whatif.FormatValue(row.Unit, value, book.Base) }
	chart := &Chart{Note: note, records: tornadoTable(book, row, bars)}
	body := &rows{across: measured(row.Unit, book.Base), part: 1}
	if row.ScenarioKnown {
		body.hasBase, body.base, body.baseText = true, row.Scenario, "now "+text(row.Scenario)
	}
	moving := 0
	for _, bar := range bars {
		if bar.NotKnown || text(bar.Least) != text(bar.Most) {
			moving++
			body.items = append(body.items, tornadoItem(book, bar, text))
		}
	}
	slices.SortStableFunc(body.items, func(a, b rowItem) int { return boolOrder(a.bare, b.bare) })
	chart.parts = []part{body}
	chart.Title = fmt.Sprintf("%s: none of the inputs moves it", row.Name)
	if len(bars) > 0 && moving > 0 && !bars[0].NotKnown {
		chart.Title = fmt.Sprintf("%s hangs most on %s: from %s to %s", row.Name, bars[0].Name, text(bars[0].Least), text(bars[0].Most))
	}
	chart.Subtitle = "Each input alone through its range, everything else as it is. Blue: the input's low end; orange: its high end."
	if slices.ContainsFunc(bars, func(bar whatif.Bar) bool { return !bar.NotKnown && !bar.Monotone }) {
		chart.Subtitle += " Green with ↷: it turns on the way, and the marks on the bar are its two ends."
	}
	if still := len(bars) - moving; still > 0 && moving > 0 {
		chart.Subtitle += fmt.Sprintf(" %s not move it.", plural(still, "further input does", "further inputs do"))
	}
	return chart
}

// boolOrder sorts what is false before what is true.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// tornadoItem is one input's bar: from the measure as it is to where the input's low end takes it, and to where
// its high end takes it.
func tornadoItem(book *deal.Book, bar whatif.Bar, text func(float64) string) rowItem {
	item := rowItem{name: capital(bar.Name), note: bar.LowText + " to " + bar.HighText}
	if bar.NotKnown {
		item.bare, item.right = true, "not known on this range"
		item.lines = []string{bar.Name, item.note, bar.Why, "The measure is not known at every value of this range."}
		return item
	}
	item.from, item.to, item.hue = bar.At, bar.AtLow, hueFirst
	item.second = &rowBar{bar.At, bar.AtHigh, hueSecond}
	ends := [2]string{text(bar.AtLow) + " at " + bar.LowText, text(bar.AtHigh) + " at " + bar.HighText}
	if bar.AtLow <= bar.AtHigh {
		item.left, item.right = ends[0], ends[1]
	} else {
		item.left, item.right = ends[1], ends[0]
	}
	item.lines = []string{bar.Name, ends[0], ends[1], text(bar.At) + " as it is", bar.Why}
	if !bar.Monotone {
		tornadoTurns(&item, book, bar, text)
	}
	return item
}

// tornadoTurns shows that the measure turns on the way: the bar covers everything between, ticks mark the ends,
// and words say where the extreme is.
func tornadoTurns(item *rowItem, book *deal.Book, bar whatif.Bar, text func(float64) string) {
	low, high := min(bar.AtLow, bar.AtHigh, bar.At), max(bar.AtLow, bar.AtHigh, bar.At)
	item.from, item.to, item.hue = bar.Least, bar.Most, hueFourth
	item.second = nil
	item.ticks = []float64{bar.AtLow, bar.AtHigh}
	item.left, item.right = text(bar.Least), text(bar.Most)
	most, least := bar.Input.Text(book, bar.MostAt), bar.Input.Text(book, bar.LeastAt)
	if bar.Most > high {
		item.right = "↷ " + text(bar.Most) + " at " + most
		item.lines = append(item.lines, "it turns: most at "+most)
	}
	if bar.Least < low {
		item.left = "↷ " + text(bar.Least) + " at " + least
		item.lines = append(item.lines, "it turns: least at "+least)
	}
}

func tornadoTable(book *deal.Book, row whatif.Row, bars []whatif.Bar) [][]string {
	of := func(what string) string { return measureHeader(row.Name+", "+what, row.Unit, book.Base) }
	records := [][]string{{"input", "low end", "high end", of("as it is"), of("at the low end"), of("at the high end"),
		of("least"), of("most"), "one way only", "why this range"}}
	for _, bar := range bars {
		number := func(value float64) string { return plainNumber(row.Unit, value, !bar.NotKnown) }
		oneWay := "yes"
		if !bar.Monotone {
			oneWay = "no"
		}
		records = append(records, []string{bar.Name, inputNumber(bar.Input, bar.Low), inputNumber(bar.Input, bar.High),
			number(bar.At), number(bar.AtLow), number(bar.AtHigh), number(bar.Least), number(bar.Most), oneWay, bar.Why})
	}
	return records
}
