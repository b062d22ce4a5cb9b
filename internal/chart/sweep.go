package chart

import (
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// SweepOf is what a sweep's chart is made of.
type SweepOf struct {
	Book  *deal.Book
	Sweep *whatif.Sweep
	Base  *whatif.Sweep // the same sweep of the data without the scenario's changes, drawn as a ghost; may be nil
	Keys  []string      // the measures, the first one is what the title speaks of; at most four
	Stop  *int64        // from where on the first measure does not move; may be nil
	Note  string
}

// Sweep returns the chart of what measures do while one input moves: the present value is marked, and where the
// circular money bends, with the reason. Measures of one unit share an axis; others stand below.
func Sweep(of SweepOf) (*Chart, error) {
	if len(of.Keys) == 0 || len(of.Sweep.Values) == 0 {
		return nil, fmt.Errorf("a sweep needs a measure and values of its input")
	}
	keys := of.Keys[:min(len(of.Keys), 4)]
	chart := &Chart{Note: of.Note}
	var planes []*plane
	for i, key := range keys {
		row, ok := rowOf(of.Sweep.Rows[0], key)
		if !ok {
			return nil, fmt.Errorf("there is no measure %q", key)
		}
		line, err := lineOf(of.Sweep, row, hue(i))
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(planes, func(d *plane) bool { return d.unit == row.Unit })
		if at < 0 {
			at = len(planes)
			planes = append(planes, of.plane(row))
		}
		line.dashed = len(planes[at].lines) > 0
		planes[at].lines = append(planes[at].lines, line)
		if i == 0 {
			chart.Title = of.title(row, &line)
			chart.Subtitle = of.subtitle(row)
		}
	}
	if err := of.ghost(planes[0], keys[0]); err != nil {
		return nil, err
	}
	for i, plane := range planes {
		if i == len(planes)-1 {
			plane.name = capital(of.Sweep.Input.Name(of.Book))
		}
		if len(planes) > 1 || len(plane.lines) > 1 {
			plane.heading = headingOf(plane)
		}
		chart.parts = append(chart.parts, plane)
	}
	chart.records = of.table(keys)
	return chart, nil
}

func rowOf(rows []whatif.Row, key string) (whatif.Row, bool) {
	at := slices.IndexFunc(rows, func(row whatif.Row) bool { return row.Key == key })
	if at < 0 {
		return whatif.Row{}, false
	}
	return rows[at], true
}

// headingOf names what a plane shows, when the title does not.
func headingOf(d *plane) string {
	if len(d.lines) == 1 {
		return d.lines[0].name
	}
	return ""
}

func lineOf(sweep *whatif.Sweep, row whatif.Row, hue hue) (series, error) {
	numbers, unknown, err := sweep.Series(row.Key)
	if err != nil {
		return series{}, err
	}
	line := series{name: row.Name, hue: hue}
	for i, value := range sweep.Values {
		line.points = append(line.points, Point{float64(value), numbers[i]})
		line.gaps = append(line.gaps, unknown[i] || math.IsNaN(numbers[i]) || math.IsInf(numbers[i], 0))
	}
	return line, nil
}

// plane returns an empty plane for measures of the row's unit, with the marks of the sweep.
func (of *SweepOf) plane(row whatif.Row) *plane {
	d := &plane{
		unit: row.Unit, across: moved(of.Book, of.Sweep.Input), up: measured(row.Unit, of.Book.Base), part: 1,
		low: float64(slices.Min(of.Sweep.Values)), high: float64(slices.Max(of.Sweep.Values)),
	}
	if of.Sweep.HasOne {
		text := "now " + of.Sweep.Input.Text(of.Book, of.Sweep.Present)
		d.uprights = append(d.uprights, upright{at: float64(of.Sweep.Present), text: text, hue: hueText, strong: true})
	}
	if row.Key != of.Keys[0] {
		return d
	}
	for _, kink := range of.bends() {
		d.uprights = append(d.uprights, upright{at: float64(kink.Value), text: kink.Label, hue: hueThird})
	}
	if of.Stop != nil && !slices.ContainsFunc(of.bends(), func(kink whatif.Kink) bool { return kink.Value == *of.Stop }) {
		text := of.Sweep.Input.Text(of.Book, *of.Stop) + ": it does not move from here on"
		d.uprights = append(d.uprights, upright{at: float64(*of.Stop), text: text, hue: hueThird})
	}
	return d
}

// mostBends is how many bends a chart labels.
const mostBends = 4

// bends returns the kinks that the first measure shows: the circular money and its share bend where it does. Of
// many, those are taken that change most.
func (of *SweepOf) bends() []whatif.Kink {
	if key := of.Keys[0]; key != "circular_money" && key != "circular_share" {
		return nil
	}
	kinks := slices.Clone(of.Sweep.Kinks)
	slices.SortStableFunc(kinks, func(a, b whatif.Kink) int { return int((b.Before - b.After) - (a.Before - a.After)) })
	return kinks[:min(len(kinks), mostBends)]
}

// ghost adds what the first measure does without the scenario's changes, where that is something else.
func (of *SweepOf) ghost(d *plane, key string) error {
	if of.Base == nil {
		return nil
	}
	row, ok := rowOf(of.Sweep.Rows[0], key)
	if !ok {
		return nil
	}
	base, err := lineOf(of.Base, row, hueGhost)
	if err != nil {
		return err
	}
	if slices.Equal(base.points, d.lines[0].points) && slices.Equal(base.gaps, d.lines[0].gaps) {
		return nil
	}
	base.name, base.dashed, base.thin = "without the changes", true, true
	d.lines = append(d.lines, base)
	return nil
}

// title says what the line does.
func (of *SweepOf) title(row whatif.Row, line *series) string {
	input := of.Sweep.Input
	at := func(i int) string { return input.Text(of.Book, of.Sweep.Values[i]) }
	text := func(i int) string { return whatif.FormatValue(row.Unit, line.points[i].Y, of.Book.Base) }
	first, last := -1, -1
	low, high := -1, -1
	for i, gap := range line.gaps {
		if gap {
			continue
		}
		if first < 0 {
			first, low, high = i, i, i
		}
		last = i
		if line.points[i].Y < line.points[low].Y {
			low = i
		}
		if line.points[i].Y > line.points[high].Y {
			high = i
		}
	}
	name := input.Name(of.Book)
	switch {
	case first < 0:
		return fmt.Sprintf("%s is not known for any value of %s", row.Name, name)
	case text(low) == text(high):
		return fmt.Sprintf("%s stays at %s, whatever %s is", row.Name, text(first), name)
	case high == last && low == first:
		return fmt.Sprintf("%s rises from %s to %s as %s goes from %s to %s", row.Name, text(first), text(last), name, at(first), at(last))
	case low == last && high == first:
		return fmt.Sprintf("%s falls from %s to %s as %s goes from %s to %s", row.Name, text(first), text(last), name, at(first), at(last))
	case low == first || low == last:
		return of.turned(row.Name, "rises from %s to %s", "falls to", [3]string{text(first), text(high), text(last)}, at(high), text(high) == text(last))
	case high == first || high == last:
		return of.turned(row.Name, "falls from %s to %s", "rises to", [3]string{text(first), text(low), text(last)}, at(low), text(low) == text(last))
	}
	return fmt.Sprintf("%s goes up and down between %s and %s as %s moves", row.Name, text(low), text(high), name)
}

// turned says that a line goes one way and then the other, or no further.
func (of *SweepOf) turned(name, way, back string, values [3]string, at string, flat bool) string {
	text := fmt.Sprintf("%s "+way+" at %s", name, values[0], values[1], at)
	if flat {
		return text + ", and no further"
	}
	return fmt.Sprintf("%s, then %s %s", text, back, values[2])
}

func (of *SweepOf) subtitle(row whatif.Row) string {
	text := fmt.Sprintf("%s against %s, everything else as it is.", row.Name, of.Sweep.Input.Name(of.Book))
	if !of.Sweep.HasOne {
		text += " It has no present value: what it stands for is undisclosed or not assumed."
	}
	if at := slices.Index(of.Sweep.Values, of.Sweep.Present); at >= 0 && of.Sweep.HasOne {
		row, _ = rowOf(of.Sweep.Rows[at], row.Key)
	}
	if row.Note != "" {
		text += " " + capital(row.Note) + "."
	}
	return text
}

// table returns every measure of the sweep, scenario and base.
func (of *SweepOf) table(keys []string) [][]string {
	currency := of.Book.Base
	header := []string{inputHeader(of.Book, of.Sweep.Input)}
	for _, key := range keys {
		row, _ := rowOf(of.Sweep.Rows[0], key)
		header = append(header, measureHeader(row.Name, row.Unit, currency))
		if of.Base != nil {
			header = append(header, measureHeader(row.Name+", without the changes", row.Unit, currency))
		}
	}
	records := [][]string{header}
	for i, value := range of.Sweep.Values {
		record := []string{inputNumber(of.Sweep.Input, value)}
		for _, key := range keys {
			row, _ := rowOf(of.Sweep.Rows[i], key)
			record = append(record, plainNumber(row.Unit, row.Scenario, row.ScenarioKnown))
			if of.Base == nil {
				continue
			}
			base := whatif.Row{}
			if i < len(of.Base.Rows) {
				base, _ = rowOf(of.Base.Rows[i], key)
			}
			record = append(record, plainNumber(row.Unit, base.Scenario, base.ScenarioKnown))
		}
		records = append(records, record)
	}
	return records
}
