package chart

import (
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
	for _, line := range d.uprights {
		if line.at != answer.at {
			line.strong = false
			kept = append(kept, line)
		}
	}
	d.uprights = append(kept, answer)
	return chart, nil
}
