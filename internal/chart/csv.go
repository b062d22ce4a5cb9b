package chart

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"

	"roundtrip/internal/cell"
	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// WriteCSV writes the chart's numbers as a table, separated by commas, in UTF-8: money in units of its currency,
// shares as fractions of one, to 15 significant digits, and an empty cell where something is not known. Where amounts are
// turned into the document's currency, a last column says in every row at which rates. Text that a spreadsheet would run as
// a formula begins with an apostrophe.
func (c *Chart) WriteCSV(w io.Writer) error { return c.writeTable(w, ',') }

// WriteTSV writes the same table separated by tabs, as a spreadsheet takes it from the clipboard.
func (c *Chart) WriteTSV(w io.Writer) error { return c.writeTable(w, '\t') }

func (c *Chart) writeTable(w io.Writer, separator rune) error {
	out := csv.NewWriter(w)
	out.Comma = separator
	for i, record := range c.records {
		if c.Rates != "" {
			record = append(slices.Clip(record), ratesCell(i, c.Rates))
		}
		guarded := make([]string, len(record))
		for i, text := range record {
			guarded[i] = text
			if _, err := strconv.ParseFloat(text, 64); err != nil {
				guarded[i] = cell.Guard(text)
			}
		}
		if err := out.Write(guarded); err != nil {
			return fmt.Errorf("write the numbers of a chart: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write the numbers of a chart: %w", err)
	}
	return nil
}

// ratesCell is the cell of a row of the column that names the rates that amounts are counted at.
func ratesCell(row int, rates string) string {
	if row == 0 {
		return "counted_at"
	}
	return rates
}

// boundHeader names the column that says how sure each number of a measure is: "≤", "≥", "~", or nothing.
func boundHeader(name string) string { return name + ", bound" }

// boundOf returns how sure a number of a list is, Exactly where nobody says.
func boundOf(bounds [][]whatif.Bound, list, at int) whatif.Bound {
	if list < len(bounds) && at < len(bounds[list]) {
		return bounds[list][at]
	}
	return whatif.Exactly
}

// measureHeader names a measure and its unit for a table.
func measureHeader(name string, unit whatif.Unit, currency deal.Currency) string {
	switch unit {
	case whatif.UnitMoney:
		return fmt.Sprintf("%s (%s)", name, currency)
	case whatif.UnitShare:
		return name + " (fraction of one)"
	case whatif.UnitYears:
		return name + " (years)"
	}
	return name
}
