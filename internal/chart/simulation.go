package chart

import (
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// Simulation returns the histogram of a measure with its percentiles, the chance that it reaches the target, and
// which inputs decide that.
func Simulation(answer *whatif.MonteCarlo) (*Chart, error) {
	of := &simulationDrawing{MonteCarlo: answer}
	key := of.Row.Key
	parts, err := of.Simulation.Percentiles(key, drawnParts...)
	if err != nil {
		return nil, err
	}
	if len(parts) == 0 {
		return &Chart{Title: of.Row.Subject() + " is not known in any sample", Note: of.Note, Rates: of.Rates}, nil
	}
	target := math.Inf(1)
	if of.Target != nil {
		target = *of.Target
	}
	if of.hit, of.drivers, err = of.Simulation.Drivers(key, target); err != nil {
		return nil, err
	}
	of.aimed = of.Target != nil && of.hit > 0 && of.hit < 1
	histogram, err := of.histogram(parts)
	if err != nil {
		return nil, err
	}
	chart := &Chart{Title: of.title(parts), Note: of.Note, Rates: of.Rates, parts: []part{histogram}}
	if len(of.drivers) > 0 {
		chart.parts = append(chart.parts, of.driverRows(parts[1]))
		chart.Note += " All inputs move together; in a tornado each moves alone, so their order may be another there."
	}
	if chart.Subtitle, err = of.subtitle(parts); err != nil {
		return nil, err
	}
	if now := of.Row.Scenario; of.Row.ScenarioKnown && (now < histogram.low || now > histogram.high) {
		chart.Subtitle += fmt.Sprintf(" %s as it is now lies outside all samples: in them what is undisclosed counts.", string(of.Row.ScenarioBound)+of.text(now))
	}
	chart.records, chart.printed = of.table(histogram, parts), of.printed(histogram, parts)
	return chart, nil
}

// simulationDrawing is a simulation on its way into a chart.
type simulationDrawing struct {
	*whatif.MonteCarlo
	hit     float64         // the share of the samples that reaches the target
	drivers []whatif.Driver // the strongest first
	aimed   bool            // there is a target that some samples reach and some miss
}

func (of *simulationDrawing) text(value float64) string {
	return whatif.FormatValue(of.Row.Unit, value, of.Book.Base)
}

// The bins of a histogram: the most there are, and how many samples one should have on average.
const (
	mostBins   = 40
	binSamples = 12
)

func (of *simulationDrawing) histogram(parts []float64) (*plane, error) {
	text := of.text
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
		name: of.Row.Name, heading: "How often each value came up in " + of.drawn(), bars: &bars{edges: counted.Edges, name: "of the samples"},
	}
	d.low, d.high = counted.Edges[0], counted.Edges[len(counted.Edges)-1]
	for _, count := range counted.Counts {
		d.bars.heights = append(d.bars.heights, float64(count)/float64(max(1, total)))
	}
	for i, name := range percentileNames {
		d.uprights = append(d.uprights, upright{at: parts[i], text: name + " below " + text(parts[i]), hue: hueText, strong: i == 1})
	}
	if of.Row.ScenarioKnown {
		d.uprights = append(d.uprights, upright{at: of.Row.Scenario, text: "now " + string(of.Row.ScenarioBound) + text(of.Row.Scenario), hue: hueThird})
	}
	if of.Target != nil {
		target := *of.Target
		d.uprights = append(d.uprights, upright{at: target, text: "target " + text(target), hue: hueSecond, strong: true})
		d.bars.strong = func(i int) bool { return d.bars.edges[i+1] > target }
	}
	return d, nil
}

// drawnParts are the parts of the samples below the values that are marked, and percentileNames what they are called.
var (
	drawnParts      = []float64{0.05, 0.5, 0.95}
	percentileNames = []string{"5%", "half", "95%"}
)

// drawn says which samples the numbers are of: they come from assumed ranges and chances, and no source states them.
func (of *simulationDrawing) drawn() string {
	return fmt.Sprintf("%s samples drawn with seed %d", deal.Count(of.Samples), of.Seed)
}

// table returns the histogram, and below it what has to do with it.
func (of *simulationDrawing) table(d *plane, parts []float64) [][]string {
	unit := of.Row.Unit
	records := [][]string{{measureHeader(of.Row.Name, unit, of.Book.Base) + " from", "to", "share of " + of.drawn()}}
	for i, height := range d.bars.heights {
		records = append(records, []string{unit.Plain(d.bars.edges[i], true), unit.Plain(d.bars.edges[i+1], true),
			whatif.UnitRatio.Plain(height, true)})
	}
	for i, name := range percentileNames {
		records = append(records, []string{name + " of the samples are below", "", unit.Plain(parts[i], true)})
	}
	for i := range of.drivers {
		driver := &of.drivers[i]
		for _, half := range of.halves(driver) {
			if of.aimed {
				records = append(records, []string{"share that reaches the target " + half.words, "", whatif.UnitRatio.Plain(half.of.Hit, true)})
			}
			records = append(records, []string{"median of the measure " + half.words, "", unit.Plain(half.of.Middle, true)})
		}
		records = append(records, []string{"rank correlation with " + driver.Input.Name(of.Book), "",
			whatif.UnitRatio.Plain(driver.Correlation, true)})
	}
	return records
}
