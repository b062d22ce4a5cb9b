package chart

import (
	"fmt"
	"math"

	"roundtrip/internal/whatif"
)

// Table returns a two-way table as a heat map with its numbers in the cells; how things are now is outlined.
func Table(of *whatif.Table) *Chart {
	d := &tableDrawing{of}
	text := func(value float64) string { return whatif.FormatValue(of.Row.Unit, value, of.Book.Base) }
	body := &grid{
		names: [2]string{of.Across.Name(of.Book), of.Down.Name(of.Book)}, numbers: of.Numbers,
		text: text, present: of.Present, part: 1,
	}
	for _, value := range of.AcrossAt {
		body.across = append(body.across, of.Across.Text(of.Book, value))
	}
	for _, value := range of.DownAt {
		body.down = append(body.down, of.Down.Text(of.Book, value))
	}
	return &Chart{Title: d.title(text), Subtitle: d.subtitle(), Note: of.Note, parts: []part{body}, records: d.records()}
}

// tableDrawing is a table on its way into a chart.
type tableDrawing struct{ *whatif.Table }

// title says between which values the measure lies, and where.
func (of *tableDrawing) title(text func(float64) string) string {
	low, high := [2]int{-1, -1}, [2]int{-1, -1}
	at := func(place [2]int) float64 { return of.Numbers[place[0]][place[1]] }
	for i := range of.Numbers {
		for j, number := range of.Numbers[i] {
			if math.IsNaN(number) {
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
		return fmt.Sprintf("%s and %s", of.Across.Text(of.Book, of.AcrossAt[place[1]]), of.Down.Text(of.Book, of.DownAt[place[0]]))
	}
	return fmt.Sprintf("%s: from %s at %s to %s at %s", of.Row.Name, text(at(low)), place(low), text(at(high)), place(high))
}

func (of *tableDrawing) subtitle() string {
	text := fmt.Sprintf("Across: %s. Down: %s.", of.Across.Name(of.Book), of.Down.Name(of.Book))
	if of.Present[0] >= 0 && of.Present[1] >= 0 {
		return text + " The cell with a border is how things are now."
	}
	return text + " No cell is how things are now: an amount is undisclosed or outside the table."
}

// records is the table as it stands, with the values of both inputs around it.
func (of *tableDrawing) records() [][]string {
	corner := fmt.Sprintf("%s; down: %s, across: %s", measureHeader(of.Row.Name, of.Row.Unit, of.Book.Base),
		of.Down.Header(of.Book), of.Across.Header(of.Book))
	header := []string{corner}
	for _, value := range of.AcrossAt {
		header = append(header, of.Across.Plain(value))
	}
	records := [][]string{header}
	for i, value := range of.DownAt {
		record := []string{of.Down.Plain(value)}
		for _, number := range of.Numbers[i] {
			record = append(record, plainNumber(of.Row.Unit, number, true))
		}
		records = append(records, record)
	}
	return records
}
