package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"

	"roundtrip/internal/cell"
	"roundtrip/internal/network"
	"roundtrip/internal/whatif"
)

// WriteSideBySideCSV writes scenarios side by side, a measure a row: the base with the ends of its range, then every
// scenario with its difference, how it stands to the base, and the ends of its range. Money is in units of the base
// currency, shares are fractions of one; a number that is not known, or not computed, is an empty cell. The cells named
// sampled say whether an end was searched for and not proven: "yes", "no", or nothing without a range. The cells named
// bound say whether the number is the most ("≤") or the least ("≥") that it can be, or either ("~"). A last cell names the
// rates that amounts are counted at, if any.
func WriteSideBySideCSV(w io.Writer, table *whatif.SideBySide) error {
	out := csv.NewWriter(w)
	head := []string{"key", "measure", "group", "unit", "base", "base_low", "base_high", "base_sampled", "base_bound"}
	for _, column := range table.Columns {
		head = append(head, cell.Guard(column.Name))
		for _, part := range []string{"difference", "change", "low", "high", "sampled", "bound", "difference bound"} {
			head = append(head, cell.Guard(column.Name+": "+part))
		}
	}
	records := [][]string{head}
	for _, row := range table.Rows {
		base, _ := row.Base()
		record := []string{row.Key, cell.Guard(row.Name), string(row.Group), string(row.Unit), row.Unit.Plain(base.Base, base.BaseKnown)}
		record = append(append(record, rangeCells(base, base.BaseRange, base.BaseKnown)...), boundCell(base.BaseBound, base.BaseKnown))
		for i, one := range row.Cells {
			if one == nil {
				standing := ""
				if table.Columns[i].Comparison != nil {
					standing = string(whatif.Without)
				}
				record = append(record, "", "", standing, "", "", "", "", "")
				continue
			}
			_, known := one.Difference()
			record = append(record, row.Unit.Plain(one.Scenario, one.ScenarioKnown), differenceCell(*one), string(one.Standing(table.Currency)))
			record = append(record, rangeCells(*one, one.ScenarioRange, one.ScenarioKnown)...)
			record = append(record, boundCell(one.ScenarioBound, one.ScenarioKnown), boundCell(one.DifferenceBound(), known))
		}
		records = append(records, record)
	}
	if err := out.WriteAll(withRates(records, table.CountedAt())); err != nil {
		return fmt.Errorf("write scenarios side by side: %w", err)
	}
	return nil
}

// rangeCells writes the ends of the range of one of a row's sides, and whether they were searched for: nothing where the
// side has no number.
func rangeCells(row whatif.Row, of network.Range, known bool) []string {
	known = known && row.HasRange
	sampled := ""
	switch {
	case known && of.Sampled:
		sampled = "yes"
	case known:
		sampled = "no"
	}
	return []string{row.Unit.Plain(of.Low, known), row.Unit.Plain(of.High, known), sampled}
}

// boundCell writes the sign of a bound beside a number, "" beside none.
func boundCell(bound whatif.Bound, known bool) string {
	if !known {
		return ""
	}
	return string(bound)
}

// differenceCell writes the row's difference with no more decimals than the numbers that it is of can give it: two
// computed numbers that are the same differ by nothing, not by the last bit of either.
func differenceCell(row whatif.Row) string {
	difference, known := row.Difference()
	if largest := max(math.Abs(row.Base), math.Abs(row.Scenario)); known && largest > 0 {
		decimals := max(0, 13-int(math.Floor(math.Log10(largest))))
		if digits, err := strconv.ParseFloat(strconv.FormatFloat(difference, 'f', decimals, 64), 64); err == nil {
			difference = digits
		}
	}
	return row.Unit.Plain(difference, known)
}
