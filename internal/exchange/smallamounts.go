package exchange

import (
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// smallAmounts are the amounts of a file whose units were probably forgotten.
type smallAmounts []smallAmount

// smallAmount is the line of such an amount, and a note of it.
type smallAmount struct {
	line int
	note string
}

// note keeps in mind the amount in a column of the row when its unit was probably forgotten.
func (s *smallAmounts) note(row row, column string, base deal.Currency) {
	text := row.cell(column)
	is, forgotten := deal.ForgottenUnit(text, base)
	if !forgotten {
		return
	}
	note := fmt.Sprintf("line %d, %s: %s is taken as %s", row.line, column, deal.Clipped(text), is.Full())
	if billions, ok := deal.InBillions(text); ok {
		note += "; write " + billions + " for billions"
	}
	*s = append(*s, smallAmount{row.line, note})
}

// without returns those of rows that are not left out.
func (s smallAmounts) without(left *leftOut) smallAmounts {
	return slices.DeleteFunc(slices.Clone(s), func(small smallAmount) bool { return left.has(small.line) })
}

// doubts returns the notes as one doubt, or none.
func (s smallAmounts) doubts() []string {
	switch len(s) {
	case 0:
		return nil
	case 1:
		return []string{s[0].note}
	}
	lines := make([]string, len(s))
	for i, small := range s {
		lines[i] = small.note
	}
	if len(s) > maxListed {
		lines = append(lines[:maxListed:maxListed], fmt.Sprintf("and %d more", len(s)-maxListed))
	}
	return []string{fmt.Sprintf("%d amounts name no unit and are small:\n%s", len(s), strings.Join(lines, "\n"))}
}
