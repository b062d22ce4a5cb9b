package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// dealColumns are the columns of a table of deals, one row a leg, in the order in which they are written.
var dealColumns = []string{
	"title", "payer", "payee", "kind", "amount", "currency", "status", "announced", "start", "term_years",
	"stake_percent", "valuation", "conditional_on", "source", "publisher", "url", "note",
}

// extraColumns may follow the deal columns. A file is written with those that some row needs, so that a
// simple book makes a simple table and nothing that changes a sum is lost.
var extraColumns = []string{
	"counting", "basis", "drawn", "timing", "covers_percent", "low", "best", "high", "total", "tags", "deal_note",
}

// companyColumns are the columns of a table of companies.
var companyColumns = []string{"name", "ticker", "role", "cash", "revenue"}

// ReadCSVContext reads a table of deals or of companies, told apart by the header, as an Edit of the book.
//
// The header may be in any order and case; a column that neither table has is refused. The file is UTF-8, with
// commas, semicolons or tabs between cells. When any row is bad the error is RowProblems with all of them, and
// nothing is taken; where other rows can be taken without them it is a *PartlyWrong, which holds those.
//
// Deals: a row is a leg. Rows that share a title, status, date and counting are the legs of one deal; a row
// without a title is a deal of its own, called after its payer, payee and kind. Only payer and payee are
// required. An empty amount is undisclosed; the kind is other, the status announced, the currency that of the
// amount or the book's. Companies are found by name, whatever its case and spaces, or made. conditional_on
// names a leg by its deal's title; where that leaves more than one, by the title and "[payer to payee]",
// "[payer to payee: kind]" or "[payer to payee: kind, 2]" behind it, in this file or else in the book. A
// source is found by title, publisher and link, or made, and gets a chosen claim of each figure in the row.
//
// Rows that say the same in every cell are taken and told of in Edit.Doubts; FindRepeats tells which deals the book
// has already.
//
// Companies: rows update those of the book by name, with empty cells leaving what is there, and make the rest.
//
// It says through the context how many rows are read, see package progress, and ends with the context's error once that
// is done.
func ReadCSVContext(ctx context.Context, r io.Reader, name string, book *deal.Book) (deal.Edit, error) {
	text, err := readAll(r, name)
	if err != nil {
		return deal.Edit{}, err
	}
	if book == nil {
		book = deal.NewBook(deal.Book{})
	}
	ofDeals := false
	read, problems, err := readTable(ctx, text, name, func(columns []string) ([]string, error) {
		known, deals, err := tableOf(columns)
		ofDeals = deals
		return known, err
	})
	switch {
	case err != nil:
		return deal.Edit{}, err
	case read == nil:
		return deal.Edit{}, problems
	}
	report := &report{file: name, problems: problems}
	var rows leavable
	if ofDeals {
		rows, err = readDealTable(ctx, read, book, report)
	} else {
		rows, err = readCompanyTable(ctx, read, book, report)
	}
	if err != nil {
		return deal.Edit{}, err
	}
	label := "Import " + name
	if problems = report.problems; len(problems) > 0 {
		slices.SortStableFunc(problems, func(a, b RowProblem) int { return a.Line - b.Line })
		if partly := leave(read, rows, problems); partly != nil {
			partly.Rest.Label, partly.Rest.Seen = label, book
			return deal.Edit{}, partly
		}
		return deal.Edit{}, problems
	}
	edit := rows.whole()
	edit.Label, edit.Seen = label, book
	return edit, nil
}

// rowsRead is what is counted while a table is read.
const rowsRead = "rows read"

// tableOf tells by its columns what a table is about.
func tableOf(columns []string) (known []string, deals bool, err error) {
	payer, payee := slices.Contains(columns, "payer"), slices.Contains(columns, "payee")
	switch {
	case payer && payee:
		return slices.Concat(dealColumns, extraColumns), true, nil
	case payer || payee:
		return nil, false, errors.New("a table of deals needs both the column payer and the column payee")
	case slices.Contains(columns, "name"):
		return companyColumns, false, nil
	}
	return nil, false, fmt.Errorf("the first line is the header of no table that can be read: deals have the columns %s "+
		"(payer and payee at least), companies %s (name at least)",
		strings.Join(slices.Concat(dealColumns, extraColumns), ", "), strings.Join(companyColumns, ", "))
}

// report collects what is wrong with the rows of one file.
type report struct {
	file     string
	problems RowProblems
	small    smallAmounts
}

func (r *report) add(line int, field, format string, arguments ...any) {
	r.problems = append(r.problems, RowProblem{
		File: r.file, Line: line, Field: field, Message: fmt.Sprintf(format, arguments...),
	})
}

// companyTable is the Edit of a table of companies.
type companyTable struct {
	report *report
	edit   deal.Edit
	lines  []int // of each company of the edit
}

// readCompanyTable reads the rows of a table of companies.
func readCompanyTable(ctx context.Context, read *table, book *deal.Book, report *report) (*companyTable, error) {
	made := &companyTable{report: report}
	existing := make(map[string]deal.Company, len(book.Companies))
	for _, company := range book.Companies {
		existing[deal.NameKey(company.Name)] = company
	}
	lineOf := make(map[string]int, len(read.rows))
	for i, row := range read.rows {
		if err := progress.Step(ctx, i, len(read.rows), rowsRead); err != nil {
			return nil, err
		}
		key := deal.NameKey(row.cell("name"))
		if first, taken := lineOf[key]; taken && key != "" {
			report.add(row.line, "name", "%q stands on line %d already", deal.Clipped(row.cell("name")), first)
			continue
		}
		lineOf[key] = row.line
		company, known := existing[key]
		if !known {
			company = deal.Company{Name: row.cell("name"), Role: deal.RoleOther}
		}
		updateCompany(&company, row, book.Base, report)
		made.edit.Companies, made.lines = append(made.edit.Companies, company), append(made.lines, row.line)
	}
	return made, nil
}

func updateCompany(company *deal.Company, row row, base deal.Currency, report *report) {
	if ticker := row.cell("ticker"); ticker != "" {
		company.Ticker = ticker
	}
	company.Role = wordOr(row.cell("role"), deal.Roles, company.Role)
	for _, amount := range []struct {
		column string
		to     *deal.Reported
	}{{"cash", &company.Cash}, {"revenue", &company.Revenue}} {
		text := row.cell(amount.column)
		if text == "" {
			continue
		}
		money, err := deal.ParseMoney(text, base)
		if err != nil {
			report.add(row.line, amount.column, "%s", err)
			continue
		}
		report.small.note(row, amount.column, base)
		// The same amount again keeps the source that it has in the book.
		if !amount.to.Stated || amount.to.Money != money {
			*amount.to = deal.Reported{Stated: true, Money: money}
		}
	}
	for _, problem := range validation(company.Validate()) {
		report.add(row.line, problem.Field.Name, "%s", problem.Message)
	}
}
