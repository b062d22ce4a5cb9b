package chart

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// told is what a chart says and shows, for a program to read.
type told struct {
	Title    string   `json:"title"`
	Subtitle string   `json:"subtitle,omitempty"`
	Note     string   `json:"note,omitempty"`
	Columns  []string `json:"columns"`
	Rows     [][]any  `json:"rows"` // texts, numbers, and null where something is not known
}

// WriteJSON writes the chart's words and the table of WriteCSV as one object: title, subtitle, note, columns and rows.
// Numbers are numbers, and what is not known is null.
func (c *Chart) WriteJSON(w io.Writer) error {
	object := told{Title: c.Title, Subtitle: c.Subtitle, Note: c.Note, Columns: []string{}, Rows: [][]any{}}
	for i, record := range c.records {
		if i == 0 {
			object.Columns = record
			continue
		}
		row := make([]any, len(record))
		for k, text := range record {
			if _, err := strconv.ParseFloat(text, 64); err == nil && json.Valid([]byte(text)) {
				row[k] = json.Number(text)
			} else if text != "" {
				row[k] = text
			}
		}
		object.Rows = append(object.Rows, row)
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	if err := out.Encode(object); err != nil {
		return fmt.Errorf("write the numbers of a chart: %w", err)
	}
	return nil
}
