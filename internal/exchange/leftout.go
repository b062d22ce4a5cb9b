package exchange

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"roundtrip/internal/cell"
	"roundtrip/internal/deal"
)

// PartlyWrong is the error of a table of which some rows are wrong while the others can be taken without them.
type PartlyWrong struct {
	RowProblems           // everything that is wrong
	Rest        deal.Edit // what the other rows say
	Taken       int       // how many rows those are
	Left        []RowLeft // the rows that Rest is without, in the order of their lines
	header      []string  // of the file, as it stands there
	separator   rune      // between its cells
}

// Unwrap returns what is wrong.
func (p *PartlyWrong) Unwrap() error { return p.RowProblems }

// RowLeft is a row that is left out: one that is wrong, or that says nothing without one that is.
type RowLeft struct {
	Line   int
	Why    string
	record []string // as it stands in the file
}

// Listed writes a line for every row that is left out, with why.
func (p *PartlyWrong) Listed() string {
	lines := make([]string, len(p.Left))
	for i, row := range p.Left {
		lines[i] = fmt.Sprintf("line %d: %s", row.Line, row.Why)
	}
	return strings.Join(lines, "\n")
}

// reasonColumn is the column of a file of rows left out that says why. Reading passes over it, so that the file can be
// mended and imported as it is.
const reasonColumn = "left_out"

// WriteCSV writes the rows that are left out as they stand in their file, and behind each why.
func (p *PartlyWrong) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	out.Comma = p.separator
	why := slices.Index(p.header, reasonColumn) // of rows that were left out before
	header := slices.Clip(p.header)
	if why < 0 {
		why, header = len(header), append(header, reasonColumn)
	}
	records := [][]string{header}
	for _, row := range p.Left {
		reason := cell.Guard(row.Why)
		if widthProblem(row.record, p.header) != "" { // which it keeps
			records = append(records, append(slices.Clip(row.record), reason))
			continue
		}
		record := make([]string, len(header))
		copy(record, row.record[:len(p.header)])
		record[why] = reason
		records = append(records, record)
	}
	if err := out.WriteAll(records); err != nil {
		return fmt.Errorf("write the rows left out: %w", err)
	}
	return nil
}

// leavable is a table that has been read, of which rows can be left out.
type leavable interface {
	whole() deal.Edit
	// without returns the edit of the other rows, and adds to those left out what says nothing without them.
	without(left *leftOut) deal.Edit
}

// leftOut are the lines of the rows that are left out, each with why.
type leftOut struct {
	why    map[int]string
	titles map[string]int // by NameKey: deals of which a row on the line may be, wherever it counts them now
}

func (l *leftOut) has(line int) bool { return l.why[line] != "" }

// leave leaves out what is wrong of the table, and returns nil when nothing is left to take.
func leave(read *table, rows leavable, problems RowProblems) *PartlyWrong {
	left := &leftOut{why: make(map[int]string), titles: make(map[string]int)}
	for _, problem := range problems {
		said := problem.Message
		if problem.Field != "" {
			said = problem.Field + ": " + said
		}
		if left.has(problem.Line) {
			said = left.why[problem.Line] + "; " + said
		}
		left.why[problem.Line] = said
	}
	all := slices.Concat(read.rows, read.misfits)
	slices.SortFunc(all, func(a, b row) int { return cmp.Compare(a.line, b.line) })
	telling := []string{"status", "announced", "counting"}
	for _, problem := range problems {
		at, _ := slices.BinarySearchFunc(all, problem.Line, func(r row, line int) int { return cmp.Compare(r.line, line) })
		if key := deal.NameKey(all[at].cell("title")); key != "" && (problem.Field == "" || slices.Contains(telling, problem.Field)) {
			left.titles[key] = problem.Line
		}
	}
	partly := &PartlyWrong{RowProblems: problems, Rest: rows.without(left), header: read.header, separator: read.separator}
	for _, row := range all {
		if left.has(row.line) {
			partly.Left = append(partly.Left, RowLeft{row.line, left.why[row.line], row.record})
		}
	}
	if partly.Taken = len(all) - len(partly.Left); partly.Taken == 0 {
		return nil
	}
	return partly
}

func (t *companyTable) whole() deal.Edit {
	t.edit.Doubts = t.report.small.doubts()
	return t.edit
}

func (t *companyTable) without(left *leftOut) deal.Edit {
	edit := deal.Edit{Doubts: t.report.small.without(left).doubts()}
	for i, company := range t.edit.Companies {
		if !left.has(t.lines[i]) {
			edit.Companies = append(edit.Companies, company)
		}
	}
	return edit
}

func (t *dealTable) whole() deal.Edit {
	t.edit.Doubts = slices.Concat(repeatDoubts(t.repeated), t.report.small.doubts())
	return t.edit
}

// without leaves out whole deals: one of which a leg is missing would be another deal. A leg that is conditional on one that
// is left out goes with it.
func (t *dealTable) without(left *leftOut) deal.Edit {
	gone := make(map[deal.LegID]int) // legs that are left out, with their lines
	kept := make([]int, len(t.edit.Deals))
	for i := range kept {
		kept[i] = i
	}
	for {
		before := len(kept)
		kept = slices.DeleteFunc(kept, func(at int) bool {
			why := t.leaving(at, left, gone)
			if why == "" {
				return false
			}
			for j, line := range t.legLines[at] {
				gone[t.edit.Deals[at].Legs[j].ID] = line
				if !left.has(line) {
					left.why[line] = why
				}
			}
			return true
		})
		if len(kept) < before {
			continue
		}
		legs, lines := t.legsOf(kept)
		at := deal.CircularCondition(legs)
		if at < 0 {
			return t.keeping(kept, left)
		}
		left.why[lines[at]] = "conditional_on: " + deal.CircularConditionMessage
	}
}

// leaving says why the deal is left out, or is "" when it is not.
func (t *dealTable) leaving(at int, left *leftOut, gone map[deal.LegID]int) string {
	for _, line := range t.legLines[at] {
		if left.has(line) {
			return fmt.Sprintf("it belongs to the deal of line %d, which is left out", line)
		}
	}
	d := &t.edit.Deals[at]
	if line := left.titles[deal.NameKey(d.Title)]; line > 0 {
		return fmt.Sprintf("it may belong to the deal of line %d, which is left out", line)
	}
	for _, leg := range d.Legs {
		if line := gone[leg.ConditionalOn]; line > 0 {
			return fmt.Sprintf("it is conditional on line %d, which is left out", line)
		}
	}
	return ""
}

// legsOf returns the legs of the deals at the places, and their lines.
func (t *dealTable) legsOf(places []int) (legs []deal.Leg, lines []int) {
	for _, at := range places {
		legs, lines = append(legs, t.edit.Deals[at].Legs...), append(lines, t.legLines[at]...)
	}
	return legs, lines
}

// keeping returns the edit of the deals at the places, with the companies, sources and claims that they need.
func (t *dealTable) keeping(places []int, left *leftOut) deal.Edit {
	var edit deal.Edit
	legs, companies, sources := make(map[deal.LegID]bool), make(map[deal.CompanyID]bool), make(map[deal.SourceID]bool)
	for _, at := range places {
		edit.Deals = append(edit.Deals, t.edit.Deals[at])
		for _, leg := range t.edit.Deals[at].Legs {
			legs[leg.ID], companies[leg.Payer], companies[leg.Payee] = true, true, true
		}
	}
	for _, claim := range t.edit.Claims {
		if legs[claim.About.Leg] {
			edit.Claims, sources[claim.Source] = append(edit.Claims, claim), true
		}
	}
	edit.Companies = without(t.edit.Companies, func(c deal.Company) bool { return !companies[c.ID] })
	edit.Sources = without(t.edit.Sources, func(s deal.Source) bool { return !sources[s.ID] })
	again := slices.DeleteFunc(slices.Clone(t.repeated), func(r repeated) bool { return left.has(r.line) || left.has(r.first) })
	edit.Doubts = slices.Concat(repeatDoubts(again), t.report.small.without(left).doubts())
	return edit
}
