package chart

import (
	"slices"

	"roundtrip/internal/whatif"
)

// Goal returns the chart of a search for a value: the measure against the input, the target as a line across, and
// the value that reaches it or comes nearest.
func Goal(of *whatif.Sought) *Chart {
	chart := Sweep(of.Sweep)
	book, unit, input := of.Sweep.Book, of.Sweep.Measures[0].Unit, of.Goal.Input
	chart.Title = of.Sentence
	chart.records = goalTable(chart.records, of)
	d, ok := chart.parts[0].(*plane)
	if !ok {
		return chart
	}
	d.heading = ""
	d.levels = append(d.levels, level{at: of.Goal.Target, text: "target " + whatif.FormatValue(unit, of.Goal.Target, book.Base), hue: hueSecond})
	words := "reached at "
	if !of.Reached {
		words = "nearest at "
		if of.About {
			words += "about "
		}
	}
	about := ""
	if of.Reached && of.Bound != whatif.Exactly {
		about = string(whatif.About) // the value is one by the best figures
	}
	answer := upright{at: float64(of.Value), text: words + about + input.Text(book, of.Value), hue: hueSecond, strong: true}
	kept := d.uprights[:0:0]
	for _, line := range d.uprights {
		if line.at != answer.at {
			line.strong = false
			kept = append(kept, line)
		}
	}
	d.uprights = append(kept, answer)
	for _, again := range of.Again {
		d.uprights = append(d.uprights, upright{at: float64(again.Value), text: "again at " + about + input.Text(book, again.Value), hue: hueSecond})
	}
	return chart
}

// goalTable adds a column that says which values answer the search, and those values themselves, to the last cent.
func goalTable(records [][]string, found *whatif.Sought) [][]string {
	of, unit := found.Sweep, found.Sweep.Measures[0].Unit
	answers := append([]whatif.Answer{{Value: found.Value, Number: found.Number}}, found.Again...)
	words := func(i int) string {
		switch {
		case !found.Reached && found.About:
			return "nearest, about here"
		case !found.Reached:
			return "nearest"
		case i > 0:
			return "again"
		}
		return "reached"
	}
	table := [][]string{append(slices.Clone(records[0]), "goal")}
	next := 0
	add := func() {
		answer := answers[next]
		record := make([]string, len(table[0])) // without the measure of a ghost, which was not looked at there
		record[0], record[1] = of.Input.Plain(answer.Value), unit.Plain(answer.Number, true)
		record[len(record)-1] = words(next)
		table = append(table, record)
		next++
	}
	for i, value := range of.Values {
		for next < len(answers) && answers[next].Value < value {
			add()
		}
		said := ""
		if next < len(answers) && answers[next].Value == value {
			if records[i+1][1] != "" { // not known is no answer
				said = words(next)
			}
			next++
		}
		table = append(table, append(slices.Clone(records[i+1]), said))
	}
	for next < len(answers) {
		add()
	}
	return table
}
