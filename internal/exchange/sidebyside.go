package exchange

import (
	"encoding/csv"
	"fmt"
	"io"

	"roundtrip/internal/cell"
	"roundtrip/internal/whatif"
)

// WriteSideBySideCSV writes scenarios side by side, a measure a row: the base, then every scenario with its
// difference. Money is in units of the base currency, shares are fractions of one; a number that is not known, or
// not computed, is an empty cell.
func WriteSideBySideCSV(w io.Writer, table *whatif.SideBySide) error {
	out := csv.NewWriter(w)
	head := []string{"key", "measure", "group", "unit", "base"}
	for _, column := range table.Columns {
		head = append(head, cell.Guard(column.Name), cell.Guard(column.Name+": difference"))
	}
	records := [][]string{head}
	for _, row := range table.Rows {
		base, _ := row.Base()
		record := []string{row.Key, cell.Guard(row.Name), string(row.Group), string(row.Unit), plainNumber(row.Unit, base.Base, base.BaseKnown)}
		for _, one := range row.Cells {
			if one == nil {
				record = append(record, "", "")
				continue
			}
			difference, known := one.Difference()
			record = append(record, plainNumber(row.Unit, one.Scenario, one.ScenarioKnown), plainNumber(row.Unit, difference, known))
		}
		records = append(records, record)
	}
	if err := out.WriteAll(records); err != nil {
		return fmt.Errorf("write scenarios side by side: %w", err)
	}
	return nil
}
