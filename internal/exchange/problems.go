package exchange

import (
	"errors"
	"fmt"
	"strings"

	"roundtrip/internal/deal"
)

// maxListed is how many problems an error spells out; the rest is counted.
const maxListed = 20

// RowProblem is one thing wrong with a row of a table: the line of the file on which the row begins, from 1,
// the column, and a sentence that says what to do. Line 0 is the file as a whole.
type RowProblem struct {
	File    string
	Line    int
	Field   string
	Message string
}

// Error writes the problem as one line.
func (p RowProblem) Error() string {
	var text strings.Builder
	text.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&text, ", line %d", p.Line)
	}
	if p.Field != "" {
		text.WriteString(", " + p.Field)
	}
	return text.String() + ": " + p.Message
}

// RowProblems is everything wrong with a table, in the order of its lines, as an error. Nothing of such a
// table is taken.
type RowProblems []RowProblem

// Error writes one line a problem.
func (p RowProblems) Error() string { return listedLines(p) }

// EntryProblem is one thing wrong with an entry of a JSON file: where it stands, such as
// `deal 3 "Azure contract", leg 1`, the key, and a sentence that says what to do.
type EntryProblem struct {
	File    string
	Entry   string
	Field   string
	Message string
}

// Error writes the problem as one line.
func (p EntryProblem) Error() string {
	text := p.File
	if p.Entry != "" {
		text += ", " + p.Entry
	}
	if p.Field != "" {
		text += ", " + p.Field
	}
	return text + ": " + p.Message
}

// EntryProblems is everything wrong with the entries of a JSON file, in their order, as an error. Nothing of
// such a file is taken.
type EntryProblems []EntryProblem

// Error writes one line a problem.
func (p EntryProblems) Error() string { return listedLines(p) }

func listedLines[P error](problems []P) string {
	var text strings.Builder
	for i, problem := range problems {
		if i == maxListed {
			fmt.Fprintf(&text, "\nand %d more", len(problems)-maxListed)
			break
		}
		if i > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(problem.Error())
	}
	return text.String()
}

// validation returns the single problems of an entry's Validate.
func validation(err error) deal.Problems {
	var problems deal.Problems
	if errors.As(err, &problems) {
		return problems
	}
	if err != nil {
		return deal.Problems{{Field: deal.Field{Leg: -1}, Message: err.Error()}}
	}
	return nil
}
