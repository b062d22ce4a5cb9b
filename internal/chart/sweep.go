package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// mostMeasures is how many measures a sweep draws.
const mostMeasures = 4

// Sweep returns the chart of what measures do while one input moves: the present value is marked, and where the
// circular money bends, with the reason. Measures of one unit share an axis; others stand below. The first measure is
// what the title speaks of; the same without the scenario's changes is its ghost.
func Sweep(of *whatif.Sweep) *Chart {
	d := &sweepDrawing{of}
	chart := &Chart{Note: of.Note, Rates: of.Rates}
	var planes []*plane
	for k, row := range of.Measures[:min(len(of.Measures), mostMeasures)] {
		line := d.line(row.Name, of.Numbers[k], of.Bounds, k, hue(k))
		at := slices.IndexFunc(planes, func(d *plane) bool { return d.unit == row.Unit })
		if at < 0 {
			at = len(planes)
			planes = append(planes, d.plane(k))
		}
		line.dashed = len(planes[at].lines) > 0
		planes[at].lines = append(planes[at].lines, line)
		if k == 0 {
			chart.Title = d.title(row, &line)
			chart.Subtitle = d.subtitle(row)
		}
	}
	d.ghost(planes[0])
	for i, plane := range planes {
		if i == len(planes)-1 {
			plane.name = deal.Capital(of.Input.Name(of.Book))
		}
		if len(planes) > 1 || len(plane.lines) > 1 {
			plane.heading = headingOf(plane)
		}
		chart.parts = append(chart.parts, plane)
	}
	chart.records, chart.printed = d.table(), d.printed()
	return chart
}

// sweepDrawing is a sweep on its way into a chart.
type sweepDrawing struct{ *whatif.Sweep }

// headingOf names what a plane shows, when the title does not.
func headingOf(d *plane) string {
	if len(d.lines) == 1 {
		return d.lines[0].name
	}
	return ""
}

// line returns the line through the numbers at the sweep's values.
func (of *sweepDrawing) line(name string, numbers []float64, bounds [][]whatif.Bound, k int, hue hue) series {
	line := series{name: name, hue: hue}
	for i, value := range of.Values {
		line.points = append(line.points, Point{float64(value), numbers[i]})
		line.bounds = append(line.bounds, boundOf(bounds, k, i))
		line.gaps = append(line.gaps, math.IsNaN(numbers[i]) || math.IsInf(numbers[i], 0))
	}
	return line
}

// plane returns an empty plane for measures of the unit of the sweep's measure k, with the marks of the sweep.
func (of *sweepDrawing) plane(k int) *plane {
	unit := of.Measures[k].Unit
	d := &plane{
		unit: unit, across: moved(of.Book, of.Input), up: measured(unit, of.Book.Base), part: 1,
		low: float64(slices.Min(of.Values)), high: float64(slices.Max(of.Values)),
	}
	if of.HasOne {
		text := "now " + string(of.PresentBound) + of.Input.Text(of.Book, of.Present)
		d.uprights = append(d.uprights, upright{at: float64(of.Present), text: text, hue: hueText, strong: true})
	}
	if k != 0 {
		return d
	}
	bends := of.bends()
	for _, kink := range bends {
		d.uprights = append(d.uprights, upright{at: float64(kink.Value), text: kink.Label, hue: hueThird})
	}
	if of.Stop == nil {
		return d
	}
	// A bend is the stop told better; floating point may set the two apart by a few cents.
	at := of.Input.Text(of.Book, *of.Stop)
	if !slices.ContainsFunc(bends, func(kink whatif.Kink) bool { return of.Input.Text(of.Book, kink.Value) == at }) {
		d.uprights = append(d.uprights, upright{at: float64(*of.Stop), text: at + ": it does not move from here on", hue: hueThird})
	}
	return d
}

// mostBends is how many bends a chart labels.
const mostBends = 4

// bends returns the kinks that the first measure shows: the circular money and its share bend where it does. Of
// many, those are taken that change most.
func (of *sweepDrawing) bends() []whatif.Kink {
	if key := of.Measures[0].Key; key != "circular_money" && key != "circular_share" {
		return nil
	}
	kinks := slices.Clone(of.Kinks)
	slices.SortStableFunc(kinks, func(a, b whatif.Kink) int { return cmp.Compare(b.Before-b.After, a.Before-a.After) })
	return kinks[:min(len(kinks), mostBends)]
}

// ghost adds what the first measure does without the scenario's changes, where that is something else.
func (of *sweepDrawing) ghost(d *plane) {
	if of.Base == nil {
		return
	}
	base := of.line("without the changes", of.Base[0], of.BaseBounds, 0, hueGhost)
	same := func(a, b Point) bool { return a.Y == b.Y || math.IsNaN(a.Y) && math.IsNaN(b.Y) }
	if slices.EqualFunc(base.points, d.lines[0].points, same) {
		return
	}
	base.dashed, base.thin = true, true
	d.lines = append(d.lines, base)
}

// title says what the line does.
func (of *sweepDrawing) title(row whatif.Row, line *series) string {
	input := of.Input
	at := func(i int) string { return input.Text(of.Book, of.Values[i]) }
	turn := func(i int) string {
		if of.sure(of.Values[i]) {
			return at(i)
		}
		return "about " + at(i)
	}
	text := func(i int) string {
		return string(line.bounds[i]) + whatif.FormatValue(row.Unit, line.points[i].Y, of.Book.Base)
	}
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
		return fmt.Sprintf("%s is not known for any value of %s", row.Subject(), name)
	case text(low) == text(high):
		return fmt.Sprintf("%s stays at %s, whatever %s is", row.Subject(), text(first), name)
	case high == last && low == first:
		return fmt.Sprintf("%s rises from %s to %s as %s goes from %s to %s", row.Subject(), text(first), text(last), name, at(first), at(last))
	case low == last && high == first:
		return fmt.Sprintf("%s falls from %s to %s as %s goes from %s to %s", row.Subject(), text(first), text(last), name, at(first), at(last))
	case low == first || low == last:
		return of.turned(row.Subject(), "rises from %s to %s", "falls to", [3]string{text(first), text(high), text(last)}, turn(high))
	case high == first || high == last:
		return of.turned(row.Subject(), "falls from %s to %s", "rises to", [3]string{text(first), text(low), text(last)}, turn(low))
	}
	return fmt.Sprintf("%s goes up and down between %s and %s as %s moves", row.Subject(), text(low), text(high), name)
}

// sure reports whether the first measure turns at the value to the input's smallest step, and not only about there.
func (of *sweepDrawing) sure(value int64) bool {
	if len(of.Turns) == 0 { // it turns at kinks alone
		return slices.ContainsFunc(of.Kinks, func(kink whatif.Kink) bool { return kink.Value == value })
	}
	return slices.ContainsFunc(of.Turns, func(turn whatif.Extreme) bool { return turn.Value == value && turn.Exact })
}

// turned says that a line goes one way and then the other, or no further.
func (of *sweepDrawing) turned(name, way, back string, values [3]string, at string) string {
	text := fmt.Sprintf("%s "+way+" at %s", name, values[0], values[1], at)
	if values[0] == values[1] {
		text = fmt.Sprintf("%s stays at %s up to %s", name, values[0], at)
	}
	if values[1] == values[2] {
		text += ", and no further"
	} else {
		text += fmt.Sprintf(", then %s %s", back, values[2])
	}
	if of.Unless != "" {
		text += ", " + of.Unless
	}
	return text
}

func (of *sweepDrawing) subtitle(row whatif.Row) string {
	text := fmt.Sprintf("%s against %s, everything else as it is.", row.Name, of.Input.Name(of.Book))
	if !of.HasOne {
		text += " It has no present value: what it stands for is undisclosed or not assumed."
	}
	if row.Note != "" {
		text += " " + deal.Capital(row.Note) + "."
	}
	return text
}

// table returns every measure of the sweep, scenario and base.
func (of *sweepDrawing) table() [][]string {
	currency := of.Book.Base
	header := []string{of.Input.Header(of.Book)}
	for _, row := range of.Measures {
		header = append(header, measureHeader(row.Name, row.Unit, currency))
		if of.Base != nil {
			header = append(header, measureHeader(row.Name+", without the changes", row.Unit, currency))
		}
	}
	for _, row := range of.Measures { // behind the numbers, so that those stand side by side for a chart
		header = append(header, boundHeader(row.Name))
		if of.Base != nil {
			header = append(header, boundHeader(row.Name+", without the changes"))
		}
	}
	records := [][]string{header}
	for i, value := range of.Values {
		record := []string{of.Input.Plain(value)}
		for k, row := range of.Measures {
			record = append(record, row.Unit.Plain(of.Numbers[k][i], true))
			if of.Base != nil {
				record = append(record, row.Unit.Plain(of.Base[k][i], true))
			}
		}
		for k := range of.Measures {
			record = append(record, string(boundOf(of.Bounds, k, i)))
			if of.Base != nil {
				record = append(record, string(boundOf(of.BaseBounds, k, i)))
			}
		}
		records = append(records, record)
	}
	return records
}
