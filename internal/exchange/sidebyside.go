package exchange

import (
	"encoding/csv"
	"fmt"
	"io"

	"roundtrip/internal/cell"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// WriteSideBySideCSV writes scenarios side by side, a measure a row: the base with the ends of its range, then every
// scenario with its difference, how it stands to the base, and the ends of its range. Money is in units of the base
// currency, shares are fractions of one; a number that is not known, or not computed, is an empty cell. The cells named
// sampled say whether an end was searched for and not proven: "yes", "no", or nothing without a range.
func WriteSideBySideCSV(w io.Writer, table *whatif.SideBySide) error {
	out := csv.NewWriter(w)
	head := []string{"key", "measure", "group", "unit", "base", "base_low", "base_high", "base_sampled"}
	for _, column := range table.Columns {
		head = append(head, cell.Guard(column.Name))
		for _, part := range []string{"difference", "change", "low", "high", "sampled"} {
			head = append(head, cell.Guard(column.Name+": "+part))
		}
	}
	records := [][]string{head}
	for _, row := range table.Rows {
		base, _ := row.Base()
		record := []string{row.Key, cell.Guard(row.Name), string(row.Group), string(row.Unit), plainNumber(row.Unit, base.Base, base.BaseKnown)}
		record = append(record, rangeCells(base, base.BaseRange)...)
		for i, one := range row.Cells {
			if one == nil {
				standing := ""
				if table.Columns[i].Comparison != nil {
					standing = string(whatif.Without)
				}
				record = append(record, "", "", standing, "", "", "")
				continue
			}
			difference, known := one.Difference()
			record = append(record, plainNumber(row.Unit, one.Scenario, one.ScenarioKnown), plainNumber(row.Unit, difference, known), string(one.Standing(table.Currency)))
			record = append(record, rangeCells(*one, one.ScenarioRange)...)
		}
		records = append(records, record)
	}
	if err := out.WriteAll(records); err != nil {
		return fmt.Errorf("write scenarios side by side: %w", err)
	}
	return nil
}

// rangeCells writes the ends of a row's range, and whether they were searched for.
func rangeCells(row whatif.Row, of network.Range) []string {
	return []string{plainNumber(row.Unit, of.Low, row.HasRange), plainNumber(row.Unit, of.High, row.HasRange), sampledCell(row, of)}
}
