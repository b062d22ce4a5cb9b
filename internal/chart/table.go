package chart

import (
	"fmt"
	"math"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// TableOf is what the chart of a two-way table is made of.
type TableOf struct {
	Book    *deal.Book
	Table   *whatif.Table
	Row     whatif.Row // the measure's, for its name and unit
	Present [2]int     // the column and row that hold how things are now; -1: the table has none
	Note    string
}

// Table returns a two-way table as a heat map with its numbers in the cells; how things are now is outlined.
func Table(of TableOf) *Chart {
	text := func(value float64) string { return whatif.FormatValue(of.Row.Unit, value, of.Book.Base) }
	across, down := of.Table.Across, of.Table.Down
	body := &grid{
		names: [2]string{across.Name(of.Book), down.Name(of.Book)}, numbers: of.Table.Numbers, known: of.Table.Known,
		text: text, present: of.Present, part: 1,
	}
	for _, value := range of.Table.AcrossAt {
		body.across = append(body.across, across.Text(of.Book, value))
	}
	for _, value := range of.Table.DownAt {
		body.down = append(body.down, down.Text(of.Book, value))
	}
	return &Chart{
		Title: of.title(text), Subtitle: of.subtitle(), Note: of.Note, parts: []part{body}, records: of.records(body),
	}
}

// title says between which values the measure lies, and where.
func (of *TableOf) title(text func(float64) string) string {
	low, high := [2]int{-1, -1}, [2]int{-1, -1}
	at := func(place [2]int) float64 { return of.Table.Numbers[place[0]][place[1]] }
	for i := range of.Table.Numbers {
		for j, number := range of.Table.Numbers[i] {
			if !of.Table.Known[i][j] || math.IsNaN(number) {
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
	if low[0] < 0 {
		return fmt.Sprintf("%s is not known in any cell", of.Row.Name)
	}
	if text(at(low)) == text(at(high)) {
		return fmt.Sprintf("%s stays at %s, whatever both inputs are", of.Row.Name, text(at(low)))
	}
	place := func(place [2]int) string {
		return fmt.Sprintf("%s and %s", of.Table.Across.Text(of.Book, of.Table.AcrossAt[place[1]]), of.Table.Down.Text(of.Book, of.Table.DownAt[place[0]]))
	}
	return fmt.Sprintf("%s: from %s at %s to %s at %s", of.Row.Name, text(at(low)), place(low), text(at(high)), place(high))
}

func (of *TableOf) subtitle() string {
	text := fmt.Sprintf("Across: %s. Down: %s.", of.Table.Across.Name(of.Book), of.Table.Down.Name(of.Book))
	if of.Present[0] >= 0 && of.Present[1] >= 0 {
		return text + " The cell with a border is how things are now."
	}
	return text + " No cell is how things are now: an amount is undisclosed or outside the table."
}

// records is the table as it stands, with the values of both inputs around it.
func (of *TableOf) records(body *grid) [][]string {
	corner := fmt.Sprintf("%s; down: %s, across: %s", measureHeader(of.Row.Name, of.Row.Unit, of.Book.Base),
		inputHeader(of.Book, of.Table.Down), inputHeader(of.Book, of.Table.Across))
	header := []string{corner}
	for _, value := range of.Table.AcrossAt {
		header = append(header, inputNumber(of.Table.Across, value))
	}
	records := [][]string{header}
	for i, value := range of.Table.DownAt {
		record := []string{inputNumber(of.Table.Down, value)}
		for j, number := range body.numbers[i] {
			record = append(record, plainNumber(of.Row.Unit, number, body.known[i][j]))
		}
		records = append(records, record)
	}
	return records
}
