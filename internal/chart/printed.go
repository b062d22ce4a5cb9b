package chart

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// Printed returns the chart's numbers for a person to read, the header first: written as the what-if writes them, each
// with how sure it is, one number of decimals in a column, and names no longer than a line has room for. Numbers has the
// whole of it, for a program. The caller must not change it.
func (c *Chart) Printed() [][]string {
	if c.printed != nil {
		return c.printed
	}
	return c.records
}

// printedName is how many letters a name has at most in a printed table.
const printedName = 46

// shortName returns a name with its middle left out where it is too long for a printed table.
func shortName(name string) string {
	if utf8.RuneCountInString(name) <= printedName {
		return name
	}
	letters := []rune(name)
	end := printedName / 3
	return strings.TrimSpace(string(letters[:printedName-end-1])) + "…" + strings.TrimSpace(string(letters[len(letters)-end:]))
}

// decimalsOf returns how many digits stand behind the point of the number in a text, and where the number ends.
func decimalsOf(text string) (decimals, end int) {
	first := strings.IndexAny(text, "0123456789")
	if first < 0 {
		return 0, -1
	}
	end, point := first, -1
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || text[end] == '.' || text[end] == ',') {
		if text[end] == '.' {
			point = end
		}
		end++
	}
	if point >= 0 {
		decimals = end - point - 1
	}
	return decimals, end
}

// mostDecimals returns the most decimals that a number of the unit has among the texts, by what stands behind it: "bn", "%".
func mostDecimals(texts []string) map[string]int {
	most := map[string]int{}
	for _, text := range texts {
		if decimals, end := decimalsOf(text); end >= 0 {
			most[text[end:]] = max(most[text[end:]], decimals)
		}
	}
	return most
}

// withDecimals returns the text with as many decimals as the longest number of its unit has.
func withDecimals(text string, most map[string]int) string {
	decimals, end := decimalsOf(text)
	if end < 0 || most[text[end:]] <= decimals {
		return text
	}
	zeros := strings.Repeat("0", most[text[end:]]-decimals)
	if decimals == 0 {
		zeros = "." + zeros
	}
	return text[:end] + zeros + text[end:]
}

// printedColumn writes the numbers of a column, with how sure each is.
func printedColumn(row whatif.Row, currency deal.Currency, numbers []float64, bound func(i int) whatif.Bound) []string {
	texts := alike(row.Unit, currency, numbers)
	for i, number := range numbers {
		if !math.IsNaN(number) {
			texts[i] = string(bound(i)) + texts[i]
		}
	}
	return texts
}

// alike writes the numbers with as many decimals as the longest of their unit has, amounts rounded there: beside $11.25bn,
// an amount that alone is $8.1bn may be $8.12bn.
func alike(unit whatif.Unit, currency deal.Currency, numbers []float64) []string {
	texts, steps := make([]string, len(numbers)), make(map[string]int64)
	for i, number := range numbers {
		texts[i] = whatif.FormatValue(unit, number, currency)
		if _, end := decimalsOf(texts[i]); unit == whatif.UnitMoney && end >= 0 {
			step := moneyOf(number, currency).ShortStep()
			if least, known := steps[texts[i][end:]]; known {
				step = min(step, least)
			}
			steps[texts[i][end:]] = step
		}
	}
	for i, number := range numbers {
		if _, end := decimalsOf(texts[i]); unit == whatif.UnitMoney && end >= 0 {
			texts[i] = moneyOf(number, currency).ShortTo(steps[texts[i][end:]])
		}
	}
	most := mostDecimals(texts)
	for i := range texts {
		texts[i] = withDecimals(texts[i], most)
	}
	return texts
}

func moneyOf(cents float64, currency deal.Currency) deal.Money {
	return deal.Money{Cents: int64(math.RoundToEven(cents)), Currency: currency}
}

// columnsAsRows turns columns of one length into rows.
func columnsAsRows(columns ...[]string) [][]string {
	rows := make([][]string, len(columns[0]))
	for i := range rows {
		for _, column := range columns {
			rows[i] = append(rows[i], column[i])
		}
	}
	return rows
}

// printed writes a sweep: the value of the input, every measure, and what is marked there in the chart.
func (of *sweepDrawing) printed() [][]string {
	column := func(name string, numbers []float64, bounds [][]whatif.Bound, k int) []string {
		return append([]string{name}, printedColumn(of.Measures[k], of.Book.Base, numbers, func(i int) whatif.Bound { return boundOf(bounds, k, i) })...)
	}
	values, marks := []string{of.Input.Name(of.Book)}, []string{""}
	for _, value := range of.Values {
		values, marks = append(values, of.Input.Text(of.Book, value)), append(marks, of.marksAt(value))
	}
	columns := [][]string{values}
	for k, row := range of.Measures {
		columns = append(columns, column(row.Name, of.Numbers[k], of.Bounds, k))
		if of.Base != nil {
			columns = append(columns, column("without the changes", of.Base[k], of.BaseBounds, k))
		}
	}
	return columnsAsRows(append(columns, marks)...)
}

// marksAt says what an upright line of the chart says at the value: that it is the present one, and why the measure bends.
func (of *sweepDrawing) marksAt(value int64) string {
	var words []string
	if of.HasOne && of.Present == value {
		words = append(words, "← now")
	}
	for _, kink := range of.bends() {
		if kink.Value == value {
			words = append(words, "← "+kink.Label)
		}
	}
	if len(words) == 0 && of.Stop != nil && *of.Stop == value {
		words = append(words, "← it does not move from here on")
	}
	return strings.Join(words, " ")
}

// printed writes a two-way table as it is drawn; how things are now stands in brackets.
func (of *tableDrawing) printed() [][]string {
	header := []string{""}
	for _, value := range of.AcrossAt {
		header = append(header, of.value(of.Across, value))
	}
	records := [][]string{header}
	texts := alike(of.Row.Unit, of.Book.Base, slices.Concat(of.Numbers...))
	for i, value := range of.DownAt {
		record := []string{of.value(of.Down, value)}
		for j, number := range of.Numbers[i] {
			text := texts[i*len(of.Numbers[i])+j]
			if !math.IsNaN(number) {
				text = string(boundOf(of.Bounds, i, j)) + text
			}
			if of.Present == [2]int{j, i} {
				text = "[" + text + "]"
			}
			record = append(record, text)
		}
		records = append(records, record)
	}
	return records
}

// printedTornado writes what each input does. What is looked at, and why this range, stands in Numbers.
func printedTornado(of *whatif.Tornado) [][]string {
	names, from, to, turns := []string{"input"}, []string{"low end"}, []string{"high end"}, []string{""}
	low, high := make([]float64, len(of.Bars)), make([]float64, len(of.Bars))
	text := func(value float64) string { return whatif.FormatValue(of.Row.Unit, value, of.Book.Base) }
	for i, bar := range of.Bars {
		low[i], high[i] = bar.AtLow, bar.AtHigh
		turn := ""
		switch {
		case bar.NotKnown:
			low[i], high[i] = math.NaN(), math.NaN()
		case !bar.Monotone:
			turn = "turns: " + string(bar.LeastBound) + text(bar.Least) + " to " + string(bar.MostBound) + text(bar.Most)
		}
		names, turns = append(names, shortName(bar.Name)), append(turns, turn)
		from, to = append(from, bar.Input.Text(of.Book, bar.Low)), append(to, bar.Input.Text(of.Book, bar.High))
	}
	both := printedColumn(of.Row, of.Book.Base, append(append([]float64(nil), low...), high...), func(i int) whatif.Bound {
		if i < len(low) {
			return of.Bars[i].LowBound
		}
		return of.Bars[i-len(low)].HighBound
	})
	return columnsAsRows(names, from, append([]string{of.Row.Name}, both[:len(low)]...),
		to, append([]string{of.Row.Name}, both[len(low):]...), turns)
}

// printedWaterfall writes what each change adds.
func printedWaterfall(of *whatif.Waterfall) [][]string {
	currency := of.Book.Base
	records := [][]string{{"change", "before", "after", "added"}}
	var numbers []float64 // before and after, in turn
	var bounds []whatif.Bound
	for _, step := range of.Steps {
		numbers, bounds = append(numbers, step.From, step.To), append(bounds, step.FromBound, step.ToBound)
	}
	texts := printedColumn(of.Row, currency, numbers, func(i int) whatif.Bound { return bounds[i] })
	for i, step := range of.Steps {
		records = append(records, []string{step.Text, texts[2*i], texts[2*i+1], differenceText(of.Row, step, currency)})
	}
	return records
}

// printed writes the values that came up, and below them what has to do with them.
func (of *simulationDrawing) printed(d *plane, parts []float64) [][]string {
	records := [][]string{{of.Row.Name + " from", "to", "of " + of.drawn()}}
	unsure := func(int) whatif.Bound { return whatif.Exactly }
	edges := printedColumn(of.Row, of.Book.Base, d.bars.edges, unsure)
	shares := printedColumn(whatif.Row{Unit: whatif.UnitShare}, of.Book.Base, d.bars.heights, unsure)
	for i, height := range d.bars.heights {
		if height > 0 { // where nothing came up there is nothing to read
			records = append(records, []string{edges[i], edges[i+1], shares[i]})
		}
	}
	middles := slices.Clone(parts)
	for i := range of.drivers {
		middles = append(middles, of.drivers[i].More.Middle, of.drivers[i].Less.Middle)
	}
	texts := printedColumn(of.Row, of.Book.Base, middles, unsure)
	for i, name := range percentileNames {
		records = append(records, []string{name + " of the samples below", texts[i], ""})
	}
	for i := range of.drivers {
		for k, half := range of.halves(&of.drivers[i]) {
			said := "median " + texts[len(parts)+2*i+k]
			if of.aimed {
				said += ", " + percent(half.of.Hit) + " reach the target"
			}
			records = append(records, []string{shortName(half.words), said, ""})
		}
	}
	return records
}
