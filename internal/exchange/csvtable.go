package exchange

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"roundtrip/internal/cell"
	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// table is a CSV file whose header has been understood.
type table struct {
	file    string
	columns []string // names of the cells of a row
	rows    []row
	misfits []row // rows whose cells cannot be told to belong to the columns

	header    []string // as it stands in the file
	separator rune
}

// row is one record: its cells in the order of the columns, without the blanks around them.
type row struct {
	line   int
	at     map[string]int // where the columns are, the same for every row
	cells  []string
	record []string // as it stands in the file
}

// cell returns the text of the column, or "".
func (r row) cell(column string) string {
	if at, there := r.at[column]; there && at < len(r.cells) {
		return r.cells[at]
	}
	return ""
}

// whole returns all cells as one text, which only a row with the same cells has: no cell holds the byte between them,
// which UTF-8 does not have: readTable refuses other text.
func (r row) whole() string { return strings.Join(r.cells, "\xff") }

// readTable reads the records of a CSV file: UTF-8 with or without a byte order mark, separated by commas,
// semicolons or tabs, whichever the header has most of, or the one that a first line "sep=;" names. Rows
// without any text are passed over. known returns the columns that may stand in a header which has the given
// ones, or an error when the header is that of no table we know. The error is the context's, once that is done.
func readTable(ctx context.Context, text []byte, file string, known func(columns []string) ([]string, error)) (*table, RowProblems, error) {
	if problem, found := foreignEncoding(text, "CSV UTF-8"); found {
		return nil, RowProblems{{File: file, Message: problem}}, nil
	}
	if !bytes.ContainsRune(text, '\n') {
		text = bytes.ReplaceAll(text, []byte{'\r'}, []byte{'\n'}) // as an old Mac ends its lines
	}
	skipped, separator := 0, separatorOf(text)
	if rest, named, found := cutSeparatorLine(text); found {
		text, separator, skipped = rest, named, 1
	}
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma = separator
	reader.FieldsPerRecord = -1
	result := &table{file: file, separator: separator}
	var at map[string]int
	var problems RowProblems
	for {
		if err := progress.Stopped(ctx, len(result.rows)); err != nil {
			return nil, nil, err
		}
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, append(problems, quoteProblem(err, file, skipped)), nil
		}
		line, _ := reader.FieldPos(0)
		line += skipped
		if blank(record) {
			continue
		}
		if result.columns == nil {
			result.columns, err = header(record, known)
			if err != nil {
				return nil, RowProblems{{File: file, Line: line, Message: err.Error()}}, nil
			}
			at, result.header = positions(result.columns), record[:len(result.columns)]
			continue
		}
		if problem := widthProblem(record, result.columns); problem != "" {
			problems = append(problems, RowProblem{File: file, Line: line, Message: problem})
			fitting := min(len(record), len(result.columns))
			result.misfits = append(result.misfits, row{line, at, cellsOf(record, result.columns[:fitting]), record})
			continue
		}
		result.rows = append(result.rows, row{line, at, cellsOf(record, result.columns), record})
	}
	if result.columns == nil {
		return nil, RowProblems{{File: file, Message: "the file is empty: it needs a header line with the names of its columns"}}, nil
	}
	return result, problems, nil
}

// dashedColumns are those in which a dash alone is how a spreadsheet shows an empty cell: those of numbers and days.
var dashedColumns = []string{
	"amount", "low", "best", "high", "total", "valuation", "drawn", "cash", "revenue", "stake_percent", "covers_percent",
	"announced", "start", "term_years",
}

// positions says where each column is.
func positions(columns []string) map[string]int {
	at := make(map[string]int, len(columns))
	for i, column := range columns {
		at[column] = i
	}
	return at
}

// cellsOf returns the texts of a record without the blanks around them.
func cellsOf(record, columns []string) []string {
	cells := make([]string, len(columns))
	for i, column := range columns {
		text := strings.TrimSpace(cell.Unguard(strings.TrimSpace(record[i])))
		if !slices.Contains(dashedColumns, column) || strings.Trim(text, "-–—−") != "" {
			cells[i] = text
		}
	}
	return cells
}

func blank(record []string) bool {
	return !slices.ContainsFunc(record, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

// header returns the names of the columns. A spreadsheet may leave empty columns at the end.
func header(record []string, known func([]string) ([]string, error)) ([]string, error) {
	for len(record) > 0 && strings.TrimSpace(record[len(record)-1]) == "" {
		record = record[:len(record)-1]
	}
	columns := make([]string, len(record))
	for i, name := range record {
		columns[i] = strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
			return r == ' ' || r == '_' || r == '\u00a0'
		}), "_")
	}
	names, err := known(columns)
	if err != nil {
		return nil, err
	}
	for i, column := range columns {
		if column != reasonColumn && !slices.Contains(names, column) {
			return nil, fmt.Errorf("there is no column %q: the columns of this table are %s",
				deal.Clipped(strings.TrimSpace(record[i])), strings.Join(names, ", "))
		}
		if slices.Contains(columns[:i], column) {
			return nil, fmt.Errorf("the column %s stands in the header twice", column)
		}
	}
	return columns, nil
}

// widthProblem refuses a row whose cells cannot be told to belong to the columns. Empty cells at its end do
// no harm.
func widthProblem(record, columns []string) string {
	switch {
	case len(record) < len(columns):
		return fmt.Sprintf("the row has %d cells and the header %d: add the missing ones, empty where nothing is known",
			len(record), len(columns))
	case !blank(record[len(columns):]):
		return fmt.Sprintf("the row has %d cells and the header %d: put quotes around a cell that holds the separator",
			len(record), len(columns))
	}
	return ""
}

// foreignEncoding says what to save the file as when it is not in UTF-8.
func foreignEncoding(text []byte, wanted string) (problem string, found bool) {
	head := text[:min(len(text), 64)]
	switch {
	case bytes.HasPrefix(text, []byte("PK\x03\x04")), bytes.HasPrefix(text, []byte("\xd0\xcf\x11\xe0")):
		return "it is an Excel workbook or another archive, whatever its name says: save its table as " + wanted, true
	case bytes.HasPrefix(text, []byte("SQLite format 3\x00")):
		return "it is a document or another database, whatever its name says: open it and export it as .json or .csv", true
	case bytes.HasPrefix(text, []byte{0xff, 0xfe}), bytes.HasPrefix(text, []byte{0xfe, 0xff}),
		bytes.Count(head, []byte{0}) > len(head)/3: // without a mark at its start: every second byte is zero
		return "the file is in UTF-16: save it as " + wanted, true
	}
	if !utf8.Valid(text) {
		line := 1
		for rest := text; len(rest) > 0; {
			character, size := utf8.DecodeRune(rest)
			if character == utf8.RuneError && size == 1 {
				break
			}
			if character == '\n' {
				line++
			}
			rest = rest[size:]
		}
		return fmt.Sprintf("line %d is not UTF-8: save the file as %s", line, wanted), true
	}
	return "", false
}

// separatorOf returns the separator that the header, the first line with text, has most of outside quotes; the
// comma when it has none.
func separatorOf(text []byte) rune {
	head := bytes.TrimLeft(text, "\r\n")
	counts := make(map[rune]int)
	quoted := false
	for _, character := range string(head[:min(len(head), 1<<16)]) {
		if character == '"' {
			quoted = !quoted
		}
		if quoted {
			continue
		}
		if character == '\n' || character == '\r' {
			break
		}
		counts[character]++
	}
	best := ','
	for _, separator := range []rune{';', '\t'} {
		if counts[separator] > counts[best] {
			best = separator
		}
	}
	return best
}

// cutSeparatorLine takes off the line "sep=;" that spreadsheets put before the header.
func cutSeparatorLine(text []byte) (rest []byte, separator rune, found bool) {
	line, rest, _ := bytes.Cut(text, []byte{'\n'})
	named, found := strings.CutPrefix(strings.ToLower(strings.TrimRight(string(line), "\r")), "sep=")
	if !found || len(named) != 1 || !strings.Contains(",;\t|", named) {
		return text, 0, false
	}
	return rest, rune(named[0]), true
}

func quoteProblem(err error, file string, skipped int) RowProblem {
	problem := RowProblem{
		File: file, Message: "the quotes do not match: a cell with quotes begins and ends with one, and doubles those inside it",
	}
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		problem.Line = parse.StartLine + skipped
	}
	return problem
}
