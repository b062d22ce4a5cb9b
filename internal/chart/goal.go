package chart

import (
	"slices"

	"roundtrip/internal/whatif"
)

// Goal returns the chart of a search for a value: the measure against the input, the target as a line across, and
// the value that reaches it or comes nearest. The sweep's first key is the goal's.
func Goal(of SweepOf, goal whatif.Goal, found whatif.Found) (*Chart, error) {
	of.Keys = []string{goal.Key}
	chart, err := Sweep(of)
	if err != nil {
		return nil, err
	}
	row, _ := rowOf(of.Sweep.Rows[0], goal.Key)
	chart.Title = found.Sentence
	d, ok := chart.parts[0].(*plane)
	if !ok {
		return chart, nil
	}
	d.heading = ""
	d.levels = append(d.levels, level{at: goal.Target, text: "target " + whatif.FormatValue(row.Unit, goal.Target, of.Book.Base), hue: hueSecond})
	words := "reached at "
	if !found.Reached {
		words = "nearest at "
	}
	answer := upright{at: float64(found.Value), text: words + goal.Input.Text(of.Book, found.Value), hue: hueSecond, strong: true}
	kept := d.uprights[:0:0]
	chart.records = goalTable(chart.records, of, row, found)
	for _, line := range d.uprights {
		if line.at != answer.at {
			line.strong = false
			kept = append(kept, line)
		}
	}
	d.uprights = append(kept, answer)
	for _, again := range found.Again {
		text := "again at " + goal.Input.Text(of.Book, again.Value)
		d.uprights = append(d.uprights, upright{at: float64(again.Value), text: text, hue: hueSecond})
	}
	return chart, nil
}

// goalTable adds a column that says which values answer the search, and those values themselves, to the last cent.
func goalTable(records [][]string, of SweepOf, row whatif.Row, found whatif.Found) [][]string {
	answers := append([]whatif.Answer{{Value: found.Value, Number: found.Number}}, found.Again...)
	words := func(i int) string {
		switch {
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
		record[0], record[1] = inputNumber(of.Sweep.Input, answer.Value), plainNumber(row.Unit, answer.Number, true)
		record[len(record)-1] = words(next)
		table = append(table, record)
		next++
	}
	for i, value := range of.Sweep.Values {
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
