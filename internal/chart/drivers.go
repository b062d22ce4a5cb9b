package chart

import (
	"fmt"
	"math"
	"strconv"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// mostDrivers is how many inputs are drawn.
const mostDrivers = 6

// title says how often the target is reached and what decides that; without a target, where the samples lie.
func (of *simulationDrawing) title(parts []float64) string {
	name := of.Row.Name
	switch {
	case of.aimed:
		title := fmt.Sprintf("%s ≥ %s in %s of %s samples", name, of.text(*of.Target), percent(of.hit), deal.Count(of.Samples))
		if len(of.drivers) == 0 {
			return title + "; no input by itself decides it"
		}
		return title + "; what decides it most: " + of.driverWords(&of.drivers[0])
	case of.Target != nil:
		all := "all"
		if of.hit == 0 {
			all = "none"
		}
		return fmt.Sprintf("%s ≥ %s in %s of %s samples", name, of.text(*of.Target), all, deal.Count(of.Samples))
	case of.text(parts[0]) == of.text(parts[2]):
		return fmt.Sprintf("%s: %s in 9 of 10 samples", name, of.text(parts[1]))
	}
	title := fmt.Sprintf("%s: in 9 of 10 samples between %s and %s", name, of.text(parts[0]), of.text(parts[2]))
	if len(of.drivers) > 0 {
		title += "; what moves it most: " + of.driverWords(&of.drivers[0])
	}
	return title
}

// driverWords names a driver with what the samples do on both sides of it: "Oracle → Nvidia chips, undisclosed (hit in
// 71% of samples with it above its median of $150bn, 2% below)".
func (of *simulationDrawing) driverWords(driver *whatif.Driver) string {
	more, less, in := "median "+of.text(driver.More.Middle), of.text(driver.Less.Middle), "in"
	if of.aimed {
		more, less, in = "hit in "+percent(driver.More.Hit), percent(driver.Less.Hit), "of"
	}
	if driver.Span == nil {
		return fmt.Sprintf("whether %s comes about (%s %s samples with it, %s without)", of.dealTitle(driver), more, in, less)
	}
	name := driver.Input.Name(of.Book)
	if driver.Span.Basis == whatif.SpanUndisclosed {
		name += ", undisclosed"
	}
	if driver.Turns {
		return fmt.Sprintf("%s (%s %s samples with it between %s and %s, %s %s the others)",
			name, more, in, of.value(driver, driver.From), of.value(driver, driver.To), less, in)
	}
	return fmt.Sprintf("%s (%s %s samples with it above its median of %s, %s below)", name, more, in, of.value(driver, driver.From), less)
}

// value writes a value of a driver.
func (of *simulationDrawing) value(driver *whatif.Driver, value float64) string {
	return driver.Input.Text(of.Book, int64(math.Round(value)))
}

func (of *simulationDrawing) dealTitle(driver *whatif.Driver) string {
	d, _ := of.Book.Deal(deal.DealID(driver.Input.Target))
	return "“" + d.Title + "”"
}

// driverHalf is one of the two parts of the samples, named.
type driverHalf struct {
	words string
	of    whatif.Half
}

// halves returns the two parts into which a driver parts the samples.
func (of *simulationDrawing) halves(driver *whatif.Driver) [2]driverHalf {
	more, less := of.sides(driver)
	return [2]driverHalf{{more, driver.More}, {less, driver.Less}}
}

// sides names the two parts into which a driver parts the samples.
func (of *simulationDrawing) sides(driver *whatif.Driver) (more, less string) {
	name, from := driver.Input.Name(of.Book), of.value(driver, driver.From)
	switch {
	case driver.Span == nil:
		return "with " + of.dealTitle(driver), "without " + of.dealTitle(driver)
	case driver.Turns:
		between := fmt.Sprintf("%s from %s to %s", name, from, of.value(driver, driver.To))
		return "with " + between, "without " + between
	}
	return fmt.Sprintf("with %s above %s", name, from), fmt.Sprintf("with %s below %s", name, from)
}

// subtitle says how many samples there are and where they lie, how much of that is owed to what is undisclosed, and
// what to be careful about.
func (of *simulationDrawing) subtitle(parts []float64) (string, error) {
	text := fmt.Sprintf("%s samples with seed %d.", deal.Count(of.Samples), of.Seed)
	if of.Of > of.Samples {
		text = fmt.Sprintf("So far: %s of %s samples with seed %d.", deal.Count(of.Samples), deal.Count(of.Of), of.Seed)
	}
	below := "half of the samples are below "
	if of.Target != nil {
		below = "half below "
	}
	middle := below + of.text(parts[1])
	least, err := of.Percentiles(of.Row.Key, 0)
	if err != nil {
		return "", fmt.Errorf("say where the samples lie: %w", err)
	}
	if len(least) > 0 && least[0] == parts[1] { // nothing lies below the least
		middle = "at least half are " + of.text(parts[1])
	}
	if of.Target != nil {
		text += fmt.Sprintf(" 9 of 10 lie between %s and %s, %s.", of.text(parts[0]), of.text(parts[2]), middle)
	} else {
		text += fmt.Sprintf(" %s.", deal.Capital(middle))
	}
	stated, err := of.statedWords()
	if err != nil {
		return "", err
	}
	return text + stated + of.few(), nil
}

// statedWords says what is left of the spread without what is undisclosed.
func (of *simulationDrawing) statedWords() (string, error) {
	if of.Stated == nil {
		return "", nil
	}
	parts, err := of.Stated.Percentiles(of.Row.Key, 0.05, 0.95)
	if err != nil || len(parts) == 0 {
		return "", err
	}
	text := fmt.Sprintf(" Without undisclosed amounts 9 of 10 lie between %s and %s", of.text(parts[0]), of.text(parts[1]))
	if of.text(parts[0]) == of.text(parts[1]) {
		text = fmt.Sprintf(" Without undisclosed amounts 9 of 10 are %s", of.text(parts[0]))
	}
	if of.Target != nil {
		hit, _, err := of.Stated.Drivers(of.Row.Key, *of.Target)
		if err != nil {
			return "", err
		}
		text += fmt.Sprintf(" and %s reach %s", percentOrNone(hit), of.text(*of.Target))
	}
	if of.Stated.Samples < of.Samples {
		text += fmt.Sprintf(" (%s samples)", deal.Count(of.Stated.Samples))
	}
	return text + ".", nil
}

func percentOrNone(part float64) string {
	switch part {
	case 0:
		return "none"
	case 1:
		return "all"
	}
	return percent(part)
}

// fewSamples is how many samples at least must reach the target, and miss it, for what decides it to be more than chance.
const fewSamples = 30

// few warns where too few samples reach the target, or too few miss it.
func (of *simulationDrawing) few() string {
	if !of.aimed {
		return ""
	}
	part, verb := of.hit, "reach"
	if of.hit > 0.5 {
		part, verb = 1-of.hit, "miss"
	}
	count := int(math.Round(part * float64(of.Samples)))
	if count >= fewSamples {
		return ""
	}
	if count == 1 {
		verb += "es"
	}
	return fmt.Sprintf(" Only %s %s the target, too few to be sure what decides it.", deal.CountOf(count, "sample"), verb)
}

// driverRows draws for each driver how often the target is reached on either side of it, or else where the measure's
// median is.
func (of *simulationDrawing) driverRows(half float64) *rows {
	body := &rows{
		heading: "What moves it: its median with less of each input (blue) and with more of it (orange)",
		hasBase: true, base: half, baseText: "all samples " + of.text(half), across: measured(of.Row.Unit, of.Book.Base),
		part: 1 + 0.35*float64(min(len(of.drivers), mostDrivers)),
	}
	text := of.text
	if of.aimed {
		body.heading = "What decides it: how often the target is hit with less of each input (blue) and with more of it (orange)"
		body.base, body.baseText, body.across = of.hit, "all samples "+percent(of.hit), quantity{tick: percent, text: percent}
		text = percent
	}
	text = of.toldApart(text)
	for i := range of.drivers[:min(len(of.drivers), mostDrivers)] {
		driver := &of.drivers[i]
		more, less := driver.More.Middle, driver.Less.Middle
		if of.aimed {
			more, less = driver.More.Hit, driver.Less.Hit
		}
		body.items = append(body.items, of.driverItem(driver, [3]float64{less, body.base, more}, text))
	}
	return body
}

// toldApart writes the ends of the drivers' bars with more decimals where bars of different lengths would be labelled alike.
func (of *simulationDrawing) toldApart(text func(float64) string) func(float64) string {
	if !of.aimed && of.Row.Unit != whatif.UnitShare {
		return text
	}
	least, most := math.Inf(1), math.Inf(-1)
	var ends []float64
	for i := range of.drivers[:min(len(of.drivers), mostDrivers)] {
		driver := &of.drivers[i]
		for _, half := range []whatif.Half{driver.More, driver.Less} {
			end := half.Middle
			if of.aimed {
				end = half.Hit
			}
			if !math.IsNaN(end) {
				ends, least, most = append(ends, end), min(least, end), max(most, end)
			}
		}
	}
	alike := func() bool {
		said := map[string]float64{}
		for _, end := range ends {
			if other, ok := said[text(end)]; ok && math.Abs(end-other) > (most-least)/50 { // so much is seen
				return true
			}
			said[text(end)] = end
		}
		return false
	}
	decimals := 3
	if of.aimed {
		decimals = 1
	}
	for ; decimals <= 4 && alike(); decimals++ {
		written := decimals
		text = func(end float64) string { return strconv.FormatFloat(end*100, 'f', written, 64) + "%" }
	}
	return text
}

// driverItem is one driver's bar: from how things are on its lower side, past how they are in all samples, to how they
// are on its upper one.
func (of *simulationDrawing) driverItem(driver *whatif.Driver, at [3]float64, text func(float64) string) rowItem {
	ends := [2]float64{at[0], at[2]}
	name := deal.Capital(driver.Input.Name(of.Book))
	note := "parted at its median of " + of.value(driver, driver.From)
	switch {
	case driver.Span == nil:
		name = "Whether " + of.dealTitle(driver) + " comes about"
		note = fmt.Sprintf("in %s of samples", percent(float64(driver.More.Samples)/float64(driver.More.Samples+driver.Less.Samples)))
	case driver.Turns:
		name += fmt.Sprintf(", %s to %s or not", of.value(driver, driver.From), of.value(driver, driver.To))
		note = "orange: between the two"
	}
	if driver.Span != nil && driver.Span.Basis == whatif.SpanUndisclosed {
		note = "undisclosed; " + note
	}
	item := rowItem{name: name, note: note, lines: append([]string{name}, of.driverLines(driver, text(ends[1]), text(ends[0]))...)}
	if math.IsNaN(ends[0]) || math.IsNaN(ends[1]) {
		item.bare, item.right = true, "not known on one side"
		return item
	}
	item.from, item.to, item.hue = ends[0], min(max(at[1], min(ends[0], ends[1])), max(ends[0], ends[1])), hueFirst
	item.second = &rowBar{item.to, ends[1], hueSecond}
	item.left, item.right = text(min(ends[0], ends[1])), text(max(ends[0], ends[1]))
	return item
}

// driverLines say, below a driver's name, how the samples differ on its two sides, and how far it and the measure go together.
func (of *simulationDrawing) driverLines(driver *whatif.Driver, more, less string) []string {
	with, without := "With it above "+of.value(driver, driver.From), "With it below that"
	switch {
	case driver.Span == nil:
		with, without = "If it comes about", "If it does not"
	case driver.Turns:
		with, without = fmt.Sprintf("With it from %s to %s", of.value(driver, driver.From), of.value(driver, driver.To)), "With it anywhere else"
	}
	said := func(number string) string {
		if of.aimed {
			return fmt.Sprintf(", %s of the samples reach %s", number, of.text(*of.Target))
		}
		return fmt.Sprintf(", half of the samples are below %s and half above", number)
	}
	together := "It and the measure rise together: rank correlation "
	switch {
	case driver.Turns:
		together = "The measure rises with it and falls again, or the other way round: rank correlation "
	case driver.Correlation < 0:
		together = "The measure falls as it rises: rank correlation "
	}
	return []string{with + said(more), without + said(less), together + signed(driver.Correlation) + " (0 not at all, 1 or −1 always)"}
}
