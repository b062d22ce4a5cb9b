package chart

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// Tornado returns the chart of what each input does to the measure when it alone runs through its range, the
// widest bar first.
func Tornado(of *whatif.Tornado) *Chart {
	book, row, bars := of.Book, of.Row, of.Bars
	text := func(value float64) string { return whatif.FormatValue(row.Unit, value, book.Base) }
	chart := &Chart{Note: of.Note, Rates: of.Rates, records: tornadoTable(book, row, bars), printed: printedTornado(of)}
	body := &rows{across: measured(row.Unit, book.Base), part: 1}
	if row.ScenarioKnown {
		body.hasBase, body.base, body.baseText = true, row.Scenario, "now "+string(row.ScenarioBound)+text(row.Scenario)
	}
	moving := 0
	unproven := false
	for _, bar := range bars {
		unproven = unproven || !bar.Proven && !bar.NotKnown
		if bar.NotKnown || text(bar.Least) != text(bar.Most) {
			moving++
			body.items = append(body.items, tornadoItem(book, bar, text))
		}
	}
	slices.SortStableFunc(body.items, func(a, b rowItem) int { return boolOrder(a.bare, b.bare) })
	chart.parts = []part{body}
	chart.Title = tornadoTitle(of, moving, text)
	chart.Subtitle = "Each input alone through its range, everything else as it is."
	if moving > 0 {
		chart.Subtitle += " Blue: the input's low end; orange: its high end."
	}
	if slices.ContainsFunc(bars, func(bar whatif.Bar) bool { return !bar.NotKnown && !bar.Monotone }) {
		chart.Subtitle += " Green with ↷: it turns on the way, and the marks on the bar are its two ends."
	}
	if unproven {
		chart.Subtitle += " It was looked at at some values of each range; between them more or less is possible."
	}
	switch still := len(bars) - moving; {
	case of.Of > len(bars):
		chart.Subtitle = fmt.Sprintf("So far: %s of %s inputs; others may move it more. ", deal.Count(len(bars)), deal.Count(of.Of)) + chart.Subtitle
	case still > 0 && moving > 0:
		do := "do"
		if still == 1 {
			do = "does"
		}
		chart.Subtitle += fmt.Sprintf(" %s %s not move it.", deal.CountOf(still, "further input"), do)
	}
	return chart
}

// tornadoTitle says what the measure hangs most on.
func tornadoTitle(of *whatif.Tornado, moving int, text func(float64) string) string {
	switch {
	case of.Of == 0:
		return fmt.Sprintf("%s: no input has a range to move through", of.Row.Name)
	case moving == 0:
		return fmt.Sprintf("%s: none of the %s moves it", of.Row.Name, deal.CountOf(len(of.Bars), "input"))
	case of.Bars[0].NotKnown:
		return fmt.Sprintf("%s is not known on the range of any input", of.Row.Subject())
	}
	first := of.Bars[0]
	return fmt.Sprintf("%s hangs most on %s: from %s to %s", of.Row.Subject(), first.Name, string(first.LeastBound)+text(first.Least), string(first.MostBound)+text(first.Most))
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
	item := rowItem{name: deal.Capital(bar.Name), note: bar.LowText + " to " + bar.HighText}
	if bar.NotKnown {
		item.bare, item.right = true, "not known on this range"
		item.lines = []string{bar.Name, item.note, bar.Why, "The measure is not known at every value of this range."}
		return item
	}
	item.from, item.to, item.hue = bar.At, bar.AtLow, hueFirst
	item.second = &rowBar{bar.At, bar.AtHigh, hueSecond}
	ends := [2]string{string(bar.LowBound) + text(bar.AtLow) + " at " + bar.LowText, string(bar.HighBound) + text(bar.AtHigh) + " at " + bar.HighText}
	if bar.AtLow <= bar.AtHigh {
		item.left, item.right = ends[0], ends[1]
	} else {
		item.left, item.right = ends[1], ends[0]
	}
	item.lines = []string{bar.Name, ends[0], ends[1], string(bar.AtBound) + text(bar.At) + " as it is", bar.Why}
	if !bar.Proven {
		item.lines = append(item.lines, fmt.Sprintf("~ looked at %s values of the range; between them it may turn", deal.Count(bar.Looks)))
	}
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
	least, most := string(bar.LeastBound)+text(bar.Least), string(bar.MostBound)+text(bar.Most)
	item.left, item.right = least, most
	mostAt, leastAt := bar.Input.Text(book, bar.MostAt), bar.Input.Text(book, bar.LeastAt)
	if bar.Most > high {
		item.right = "↷ " + most + " at " + mostAt
		item.lines = append(item.lines, "it turns: most at "+mostAt)
	}
	if bar.Least < low {
		item.left = "↷ " + least + " at " + leastAt
		item.lines = append(item.lines, "it turns: least at "+leastAt)
	}
}

func tornadoTable(book *deal.Book, row whatif.Row, bars []whatif.Bar) [][]string {
	of := func(what string) string { return measureHeader(row.Name+", "+what, row.Unit, book.Base) }
	records := [][]string{{"input", "low end", "high end", of("as it is"), of("at the low end"), of("at the high end"),
		of("least"), of("most"), "one way only", "why this range", "values looked at",
		boundHeader("as it is"), boundHeader("at the low end"), boundHeader("at the high end"), boundHeader("least"), boundHeader("most")}}
	for _, bar := range bars {
		number := func(value float64) string { return row.Unit.Plain(value, !bar.NotKnown) }
		oneWay, looks := "yes", deal.Count(bar.Looks)
		switch {
		case bar.NotKnown:
			oneWay = ""
		case !bar.Monotone:
			oneWay = "no"
		case !bar.Proven:
			oneWay = "~yes"
		}
		if bar.Proven {
			looks = "every turn"
		}
		records = append(records, []string{bar.Name, bar.Input.Plain(bar.Low), bar.Input.Plain(bar.High),
			number(bar.At), number(bar.AtLow), number(bar.AtHigh), number(bar.Least), number(bar.Most), oneWay, bar.Why, looks,
			string(bar.AtBound), string(bar.LowBound), string(bar.HighBound), string(bar.LeastBound), string(bar.MostBound)})
	}
	return records
}
