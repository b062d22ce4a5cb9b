package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"roundtrip/internal/cell"
	"roundtrip/internal/deal"
)

// WriteDealsCSV writes the deals of the book as a table, one row a leg, separated by commas, in UTF-8. Amounts
// are plain numbers in units of their currency, exact to the cent, with the word of the source before those
// that are not exact. Cells that a spreadsheet would run as a formula begin with an apostrophe, which ReadCSVContext
// takes off again.
//
// ReadCSVContext makes the same deals of it, except for what the columns cannot carry: IDs, rights, scenarios, rates,
// claims other than the chosen ones of a leg and their words, the date and note of a source, the source of what
// has been drawn, ranges assumed for a valuation or a total, blanks around a text, and everything of a company
// but its name. Deals that share title, status, date and counting become one. A best figure that the words do
// not imply, such as one off the middle of a range, comes back as assumed. WriteJSON carries everything.
func WriteDealsCSV(w io.Writer, book *deal.Book) error {
	names := legNamesOf(book.Deals, book.CompanyName)
	var rows []map[string]string
	used := make(map[string]bool)
	for i := range book.Deals {
		for j := range book.Deals[i].Legs {
			row := legRow(book, &book.Deals[i], j, names)
			for column, text := range row {
				used[column] = used[column] || text != ""
			}
			rows = append(rows, row)
		}
	}
	columns := slices.Clone(dealColumns)
	for _, column := range extraColumns {
		if used[column] {
			columns = append(columns, column)
		}
	}
	return writeTable(w, columns, rows)
}

// WriteCompaniesCSV writes the companies of the book as a table: name, ticker, role, cash and revenue. Colours,
// places on the canvas, notes and the sources of the amounts are not in it.
func WriteCompaniesCSV(w io.Writer, book *deal.Book) error {
	rows := make([]map[string]string, len(book.Companies))
	for i, company := range book.Companies {
		rows[i] = map[string]string{
			"name": company.Name, "ticker": company.Ticker, "role": string(company.Role),
			"cash": reportedText(company.Cash, book.Base), "revenue": reportedText(company.Revenue, book.Base),
		}
	}
	return writeTable(w, companyColumns, rows)
}

func writeTable(w io.Writer, columns []string, rows []map[string]string) error {
	writer := csv.NewWriter(w)
	if err := writer.Write(columns); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	record := make([]string, len(columns))
	for _, row := range rows {
		for i, column := range columns {
			// A reader takes the space around a cell away, so it must not hide what the guard looks for.
			record[i] = cell.Guard(strings.TrimSpace(row[column]))
		}
		if err := writer.Write(record); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	writer.Flush()
	if err := writer.Error(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// legRow returns the cells of a leg by column; a column that it does not need is empty or missing.
func legRow(book *deal.Book, of *deal.Deal, at int, names *legNames) map[string]string {
	leg := &of.Legs[at]
	row := map[string]string{
		"title": of.Title, "payer": book.CompanyName(leg.Payer), "payee": book.CompanyName(leg.Payee),
		"kind": string(leg.Kind), "currency": string(leg.Currency),
		"status": string(of.Status), "announced": string(of.Announced), "start": string(leg.Start),
		"term_years": termText(leg.TermMonths), "stake_percent": percentText(leg.Stake),
		"valuation": figureText(leg.Valuation), "note": leg.Note,
		"drawn": reportedText(leg.Drawn, leg.Currency), "timing": string(leg.ValuationMoney),
		"covers_percent": percentText(leg.Covers),
	}
	row["amount"], row["low"], row["best"], row["high"] = amountTexts(leg.Figure)
	if leg.ConditionalOn != 0 {
		row["conditional_on"] = names.text(leg.ConditionalOn, leg.ID)
	}
	if of.Counting != deal.Counted {
		row["counting"] = string(of.Counting)
	}
	if leg.Basis != leg.Kind.UsualBasis() {
		row["basis"] = string(leg.Basis)
	}
	if at == 0 {
		row["tags"], row["deal_note"] = strings.Join(of.Tags, ", "), of.Notes
		if of.Total.Set() {
			row["total"] = inCurrency(figureText(of.Total), of.Currency, leg.Currency)
		}
	}
	if source, ok := sourceFor(book, leg.ID); ok {
		row["source"], row["publisher"], row["url"] = source.Title, source.Publisher, source.Link
	}
	return row
}

// sourceFor returns the source that the leg's figure was chosen from, or else that of any other chosen claim.
func sourceFor(book *deal.Book, leg deal.LegID) (deal.Source, bool) {
	var id deal.SourceID
	for _, claim := range book.ClaimsAbout(deal.Subject{Leg: leg}) {
		if claim.Chosen && (id == 0 || claim.Field == deal.ClaimFigure) {
			id = claim.Source
		}
	}
	return book.Source(id)
}

// amountTexts returns the cells of a figure: the amount as the source says it, and the three numbers when they
// do not follow from that.
func amountTexts(figure deal.Figure) (amount, low, best, high string) {
	if plain(figure) == figure {
		return figureText(figure), "", "", ""
	}
	return figureText(figure), decimal(figure.Low, 2), decimal(figure.Best, 2), decimal(figure.High, 2)
}

// figureText writes the figure so that ParseAmount reads it again: 10000000000, up to 22400000000, 10 to 15.
// An undisclosed one is the word, so that nobody takes the cell for forgotten.
func figureText(figure deal.Figure) string {
	figure = plain(figure)
	switch figure.Said {
	case deal.SaidNothing:
		return ""
	case deal.SaidUndisclosed:
		return string(deal.SaidUndisclosed)
	case deal.SaidExact:
		return decimal(figure.Best, 2)
	case deal.SaidRange:
		return decimal(figure.Low, 2) + " to " + decimal(figure.High, 2)
	}
	return string(figure.Said) + " " + decimal(figure.Best, 2)
}

// inCurrency puts the code before a number that is not in the currency of its row.
func inCurrency(text string, currency, of deal.Currency) string {
	if currency == of || currency == "" || text == string(deal.SaidUndisclosed) {
		return text
	}
	at := strings.IndexAny(text, "0123456789")
	return text[:at] + string(currency) + " " + text[at:]
}

func reportedText(reported deal.Reported, of deal.Currency) string {
	if !reported.Stated {
		return ""
	}
	return inCurrency(decimal(reported.Money.Cents, 2), reported.Money.Currency, of)
}

func percentText(share deal.Share) string {
	if share == 0 {
		return ""
	}
	return decimal(int64(share), 4)
}

// termText writes years where they are whole, halves or quarters, and months otherwise.
func termText(months int) string {
	switch {
	case months == 0:
		return ""
	case months%3 == 0:
		return decimal(int64(months)*100/12, 2)
	}
	return strconv.Itoa(months) + " months"
}
