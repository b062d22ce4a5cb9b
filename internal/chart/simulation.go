package chart

import (
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// Simulation returns the histogram of a measure with its percentiles, the chance that it reaches the target, and
// which inputs drive it.
func Simulation(answer *whatif.MonteCarlo) (*Chart, error) {
	of := &simulationDrawing{answer}
	key := of.Row.Key
	parts, err := of.Simulation.Percentiles(key, 0.05, 0.5, 0.95)
	if err != nil {
		return nil, err
	}
	if len(parts) == 0 {
		return &Chart{Title: of.Row.Name + " is not known in any sample", Note: of.Note}, nil
	}
	text := func(value float64) string { return whatif.FormatValue(of.Row.Unit, value, of.Book.Base) }
	target := math.Inf(1)
	if of.Target != nil {
		target = *of.Target
	}
	hit, drivers, err := of.Simulation.Drivers(key, target)
	if err != nil {
		return nil, err
	}
	histogram, err := of.histogram(text, parts)
	if err != nil {
		return nil, err
	}
	chart := &Chart{Note: of.Note, parts: []part{histogram}}
	aimed := of.Target != nil && hit > 0 && hit < 1
	drivers = slices.DeleteFunc(drivers, func(driver whatif.Driver) bool { return math.Abs(strength(driver, aimed)) < leastDriver })
	if len(drivers) > 0 {
		chart.parts = append(chart.parts, of.drivers(drivers, aimed))
	}
	chart.Title = fmt.Sprintf("%s: in 9 of 10 samples between %s and %s", of.Row.Name, text(parts[0]), text(parts[2]))
	if text(parts[0]) == text(parts[2]) {
		chart.Title = fmt.Sprintf("%s: %s in 9 of 10 samples", of.Row.Name, text(parts[1]))
	}
	if of.Target != nil {
		chart.Title += fmt.Sprintf("; %s reach %s", percent(hit), text(target))
	}
	chart.Subtitle = fmt.Sprintf("%s samples with seed %d. Half lie below %s.", deal.Count(of.Samples), of.Seed, text(parts[1]))
	if of.Of > of.Samples {
		chart.Subtitle = fmt.Sprintf("So far: %s of %s samples with seed %d.", deal.Count(of.Samples), deal.Count(of.Of), of.Seed)
	}
	chart.Subtitle += of.drives(drivers, aimed, hit)
	if now := of.Row.Scenario; of.Row.ScenarioKnown && (now < histogram.low || now > histogram.high) {
		chart.Subtitle += fmt.Sprintf(" %s as it is now lies outside all samples: in them what is undisclosed counts.", text(now))
	}
	chart.records = of.table(histogram, drivers, aimed)
	return chart, nil
}

// simulationDrawing is a simulation on its way into a chart.
type simulationDrawing struct{ *whatif.MonteCarlo }

// The bins of a histogram: the most there are, and how many samples one should have on average.
const (
	mostBins   = 40
	binSamples = 12
)

func (of *simulationDrawing) histogram(text func(float64) string, parts []float64) (*plane, error) {
	bins := min(mostBins, max(5, of.Samples/binSamples))
	counted, err := of.Simulation.Histogram(of.Row.Key, bins)
	if err != nil {
		return nil, err
	}
	total := 0
	for _, count := range counted.Counts {
		total += count
	}
	shares := quantity{tick: percent, text: percent}
	d := &plane{
		unit: of.Row.Unit, across: measured(of.Row.Unit, of.Book.Base), up: shares, fromZero: true, part: 3,
		name: of.Row.Name, heading: "How often each value came up", bars: &bars{edges: counted.Edges, name: "of the samples"},
	}
	d.low, d.high = counted.Edges[0], counted.Edges[len(counted.Edges)-1]
	for _, count := range counted.Counts {
		d.bars.heights = append(d.bars.heights, float64(count)/float64(max(1, total)))
	}
	for i, name := range []string{"5%: ", "half: ", "95%: "} {
		d.uprights = append(d.uprights, upright{at: parts[i], text: name + text(parts[i]), hue: hueText, strong: i == 1})
	}
	if of.Row.ScenarioKnown {
		d.uprights = append(d.uprights, upright{at: of.Row.Scenario, text: "now " + text(of.Row.Scenario), hue: hueThird})
	}
	if of.Target != nil {
		target := *of.Target
		d.uprights = append(d.uprights, upright{at: target, text: "target " + text(target), hue: hueSecond, strong: true})
		d.bars.strong = func(i int) bool { return d.bars.edges[i+1] > target }
	}
	return d, nil
}

// mostDrivers is how many inputs are listed, leastDriver the correlation below which one is chance.
const (
	mostDrivers = 6
	leastDriver = 0.01
)

// strength is what an input has to do with reaching the target where there is one that only some samples reach, or else
// with the measure.
func strength(driver whatif.Driver, aimed bool) float64 {
	if aimed {
		return driver.Hitting
	}
	return driver.Correlation
}

// drives says which input has most to do with reaching the target, or why none can be named.
func (of *simulationDrawing) drives(drivers []whatif.Driver, aimed bool, hit float64) string {
	switch {
	case of.Target == nil:
		return ""
	case aimed && len(drivers) == 0:
		return " No input has to do with which samples reach the target."
	case aimed:
		first := drivers[0]
		text := fmt.Sprintf(" Reaching the target hangs most on %s (rank correlation with hitting it %s)", first.Input.Name(of.Book), signed(first.Hitting))
		if !math.IsNaN(first.WhenHit) && !math.IsNaN(first.WhenMissed) {
			text += fmt.Sprintf(": %s on average where reached, else %s", meanText(of.Book, first.Input, first.WhenHit), meanText(of.Book, first.Input, first.WhenMissed))
		}
		return text + "." + of.few(hit)
	case hit == 0:
		return " No sample reaches the target, so nothing tells what reaching it hangs on."
	}
	return " Every sample reaches the target, so nothing tells what reaching it hangs on."
}

// fewSamples is how many samples at least must reach the target, and miss it, for what drives it to be more than chance.
const fewSamples = 30

// few warns where too few samples reach the target, or too few miss it.
func (of *simulationDrawing) few(hit float64) string {
	part, verb := hit, "reach"
	if hit > 0.5 {
		part, verb = 1-hit, "miss"
	}
	count := int(math.Round(part * float64(of.Samples)))
	if count >= fewSamples {
		return ""
	}
	if count == 1 {
		verb += "es"
	}
	return fmt.Sprintf(" Only %s %s it, too few to be sure of that.", deal.CountOf(count, "sample"), verb)
}

func (of *simulationDrawing) drivers(drivers []whatif.Driver, aimed bool) *rows {
	heading := "What drives it: rank correlation with each input"
	if aimed {
		heading = "What drives reaching the target: rank correlation of each input with hitting it"
	}
	body := &rows{
		heading: heading, hasBase: true, low: -1, high: 1,
		part:   0.6 + 0.25*float64(min(len(drivers), mostDrivers)),
		across: quantity{tick: plainText, text: plainText},
	}
	for i, driver := range drivers {
		if i == mostDrivers {
			break
		}
		name := deal.Capital(driver.Input.Name(of.Book))
		value := func(mean float64) string { return meanText(of.Book, driver.Input, mean) }
		item := rowItem{name: name, from: 0, to: strength(driver, aimed), hue: hueFirst}
		words := signed(strength(driver, aimed))
		if strength(driver, aimed) < 0 {
			item.hue, item.left = hueSecond, words
		} else {
			item.right = words
		}
		item.lines = []string{name, "rank correlation " + words}
		if aimed {
			item.lines = []string{name, "rank correlation with hitting the target " + words,
				"rank correlation with the measure " + signed(driver.Correlation)}
		}
		if of.Target != nil && !math.IsNaN(driver.WhenHit) && !math.IsNaN(driver.WhenMissed) {
			item.note = fmt.Sprintf("%s on average where reached, else %s", value(driver.WhenHit), value(driver.WhenMissed))
			item.lines = append(item.lines, item.note)
		}
		body.items = append(body.items, item)
	}
	return body
}

// meanText writes the mean of an input: for a deal left to chance, in how many of the samples it came about.
func meanText(book *deal.Book, input whatif.Input, mean float64) string {
	if input.Field == deal.ChangeStatus {
		return "comes about in " + percent(mean)
	}
	return input.Text(book, int64(math.Round(mean)))
}

// table returns the histogram, and below it the drivers.
func (of *simulationDrawing) table(d *plane, drivers []whatif.Driver, aimed bool) [][]string {
	unit := of.Row.Unit
	records := [][]string{{measureHeader(of.Row.Name, unit, of.Book.Base) + " from", "to", "share of samples"}}
	for i, height := range d.bars.heights {
		records = append(records, []string{plainNumber(unit, d.bars.edges[i], true), plainNumber(unit, d.bars.edges[i+1], true),
			plainNumber(whatif.UnitRatio, height, true)})
	}
	for _, driver := range drivers {
		if aimed {
			records = append(records, []string{"rank correlation with hitting the target: " + driver.Input.Name(of.Book), "",
				plainNumber(whatif.UnitRatio, driver.Hitting, true)})
		}
		records = append(records, []string{"rank correlation with " + driver.Input.Name(of.Book), "",
			plainNumber(whatif.UnitRatio, driver.Correlation, true)})
	}
	return records
}
