package chart

import (
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// Table returns a two-way table as a heat map with its numbers in the cells; how things are now is outlined.
func Table(of *whatif.Table) *Chart {
	d := &tableDrawing{of}
	text := func(value float64) string { return d.text(value, true) }
	body := &grid{
		names: [2]string{of.Across.Name(of.Book), of.Down.Name(of.Book)}, numbers: of.Numbers, bounds: of.Bounds,
		text: text, present: of.Present, part: 1,
	}
	for _, value := range of.AcrossAt {
		body.across = append(body.across, d.value(of.Across, value))
	}
	for _, value := range of.DownAt {
		body.down = append(body.down, d.value(of.Down, value))
	}
	return &Chart{
		Title: d.title(text), Subtitle: d.subtitle(), Note: of.Note, Rates: of.Rates,
		parts: []part{body}, records: d.records(), printed: d.printed(),
	}
}

// tableDrawing is a table on its way into a chart.
type tableDrawing struct{ *whatif.Table }

// title says between which values the measure lies, and where.
func (of *tableDrawing) title(text func(float64) string) string {
	low, high := [2]int{-1, -1}, [2]int{-1, -1}
	at := func(place [2]int) float64 { return of.Numbers[place[0]][place[1]] }
	marked := func(place [2]int) string { return string(boundOf(of.Bounds, place[0], place[1])) + text(at(place)) }
	for _, numbered := range []bool{true, false} { // of equal cells one with numbers on both sides is named
		for i := range of.Numbers {
			for j, number := range of.Numbers[i] {
				if math.IsNaN(number) || numbered == (of.DownAt[i].AsItIs || of.AcrossAt[j].AsItIs) {
					continue
				}
				if low[0] < 0 || number < at(low) {
					low = [2]int{i, j}
				}
				if high[0] < 0 || number > at(high) {
					high = [2]int{i, j}
				}
			}
		}
	}
	if low[0] < 0 {
		return fmt.Sprintf("%s is not known in any cell", of.Row.Subject())
	}
	if text(at(low)) == text(at(high)) {
		return fmt.Sprintf("%s stays at %s, whatever both inputs are", of.Row.Subject(), marked(low))
	}
	place := func(place [2]int) string {
		across, down := of.AcrossAt[place[1]], of.DownAt[place[0]]
		switch {
		case across.AsItIs && down.AsItIs:
			return "how things are"
		case across.AsItIs:
			return of.value(of.Down, down) + " (the other as it is)"
		case down.AsItIs:
			return of.value(of.Across, across) + " (the other as it is)"
		}
		return fmt.Sprintf("%s and %s", of.value(of.Across, across), of.value(of.Down, down))
	}
	return fmt.Sprintf("%s: from %s at %s to %s at %s", of.Row.Name, marked(low), place(low), marked(high), place(high))
}

// asItIs stands for the value of an input that has no number.
const asItIs = "as it is"

func (of *tableDrawing) value(input whatif.Input, value whatif.TableValue) string {
	if value.AsItIs {
		return asItIs
	}
	return input.Text(of.Book, value.Value)
}

func (of *tableDrawing) subtitle() string {
	text := fmt.Sprintf("Across: %s. Down: %s. With a border, or printed in brackets, is how things are now: %s.",
		of.Across.Name(of.Book), of.Down.Name(of.Book), of.now())
	if of.AcrossAt[of.Present[0]].AsItIs || of.DownAt[of.Present[1]].AsItIs {
		text += " “" + deal.Capital(asItIs) + "” leaves an input without a number, as the sources do."
	}
	return text
}

// now writes the measure as it is, as the what-if does.
func (of *tableDrawing) now() string {
	if !of.Row.ScenarioKnown {
		return of.text(0, false)
	}
	return string(of.Row.ScenarioBound) + of.text(of.Row.Scenario, true)
}

func (of *tableDrawing) text(value float64, known bool) string {
	if !known {
		return "not known"
	}
	return whatif.FormatValue(of.Row.Unit, value, of.Book.Base)
}

// records is the table as it stands, with the values of both inputs around it.
func (of *tableDrawing) records() [][]string {
	sides := fmt.Sprintf("down: %s, across: %s", of.Down.Header(of.Book), of.Across.Header(of.Book))
	corner := measureHeader(of.Row.Name, of.Row.Unit, of.Book.Base) + "; " + sides
	plain := func(input whatif.Input, value whatif.TableValue) string {
		if value.AsItIs {
			return asItIs
		}
		return input.Plain(value.Value)
	}
	header := []string{corner}
	for _, value := range of.AcrossAt {
		header = append(header, plain(of.Across, value))
	}
	records := [][]string{header}
	for i, value := range of.DownAt {
		record := []string{plain(of.Down, value)}
		for _, number := range of.Numbers[i] {
			record = append(record, of.Row.Unit.Plain(number, true))
		}
		records = append(records, record)
	}
	return append(records, of.boundRecords(header, sides, plain)...)
}

// boundRecords repeat the table with how sure each number of it is, where any is not exact.
func (of *tableDrawing) boundRecords(header []string, sides string, plain func(whatif.Input, whatif.TableValue) string) (records [][]string) {
	sure := true
	records = append(records, make([]string, len(header)), append([]string{boundHeader(of.Row.Name) + "; " + sides}, header[1:]...))
	for i, value := range of.DownAt {
		record := []string{plain(of.Down, value)}
		for j := range of.AcrossAt {
			bound := boundOf(of.Bounds, i, j)
			record, sure = append(record, string(bound)), sure && bound == whatif.Exactly
		}
		records = append(records, record)
	}
	if sure {
		return nil
	}
	return records
}
