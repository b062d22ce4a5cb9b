package exchange

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// dealTable builds the Edit of a table of deals. IDs count down from -1 in each sort of entry.
type dealTable struct {
	book      *deal.Book
	report    *report
	edit      deal.Edit
	companies map[string]deal.CompanyID // by NameKey, of the book and of the rows so far
	sources   map[string]deal.SourceID  // by sourceKey
	dealAt    map[dealKey]int           // position in edit.Deals
	rowAt     map[string]int            // the line on which a row's cells stood first
	repeated  []repeated                // the rows that say the same again
	waiting   []condition
	legs      deal.LegID // the last ID given to a leg

	wrongCompanies map[deal.CompanyID][]columnProblem // what is wrong with companies that rows name
	wrongSources   map[deal.SourceID][]columnProblem
	legLines       [][]int        // the line of each leg of each deal of the edit
	titles         map[string]int // by NameKey: titles that a made-up one must differ from, and the last number tried
}

// repeated is the line of a row that says in every cell what the row of a line before it says.
type repeated struct{ line, first int }

// columnProblem is what is wrong with a company or source that a row names: of a source with its column.
type columnProblem struct{ column, message string }

// dealKey is what the rows of one deal share.
type dealKey struct {
	title     string
	status    deal.Status
	announced deal.Date
	counting  deal.Counting
}

// condition is a cell of conditional_on that is looked up when every leg of the file is known.
type condition struct {
	line, deal, leg int
	text            string
}

func readDealTable(ctx context.Context, read *table, book *deal.Book, report *report) (*dealTable, error) {
	table := &dealTable{
		book: book, report: report,
		wrongCompanies: make(map[deal.CompanyID][]columnProblem), wrongSources: make(map[deal.SourceID][]columnProblem),
		companies: make(map[string]deal.CompanyID), sources: make(map[string]deal.SourceID),
		dealAt: make(map[dealKey]int), rowAt: make(map[string]int), titles: make(map[string]int),
	}
	for _, company := range book.Companies {
		table.companies[deal.NameKey(company.Name)] = company.ID
	}
	for _, source := range book.Sources {
		if key := sourceKey(source); table.sources[key] == 0 {
			table.sources[key] = source.ID
		}
	}
	for _, d := range book.Deals {
		table.titles[deal.NameKey(d.Title)] = 1
	}
	for _, row := range read.rows {
		table.titles[deal.NameKey(row.cell("title"))] = 1
	}
	for i, row := range read.rows {
		if err := progress.Step(ctx, i, len(read.rows), rowsRead); err != nil {
			return nil, err
		}
		table.readRow(row)
	}
	for _, step := range []func(){table.resolveConditions, table.validate} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step()
	}
	return table, nil
}

func (t *dealTable) readRow(row row) {
	t.noteRepeat(row)
	leg := t.readLeg(row)
	key := dealKey{
		title:     row.cell("title"),
		status:    wordOr(row.cell("status"), deal.Statuses, deal.StatusAnnounced),
		announced: t.date(row, "announced"),
		counting:  wordOr(row.cell("counting"), deal.Countings, deal.Counted),
	}
	if key.title == "" {
		key.title = t.madeUpTitle(row.cell("payer"), row.cell("payee"), leg.Kind)
	}
	folded := key
	folded.title = deal.NameKey(key.title)
	at, known := t.dealAt[folded]
	if !known {
		at = len(t.edit.Deals)
		t.dealAt[folded] = at
		t.edit.Deals = append(t.edit.Deals, deal.Deal{
			ID: deal.DealID(-at - 1), Title: key.title, Status: key.status, Announced: key.announced, Counting: key.counting,
		})
		t.legLines = append(t.legLines, nil)
	}
	made := &t.edit.Deals[at]
	t.legs--
	leg.ID, leg.Deal = t.legs, made.ID
	made.Legs = append(made.Legs, leg)
	t.legLines[at] = append(t.legLines[at], row.line)
	t.readOfWhole(row, made, leg.Currency)
	if text := row.cell("conditional_on"); text != "" {
		t.waiting = append(t.waiting, condition{line: row.line, deal: at, leg: len(made.Legs) - 1, text: text})
	}
	t.readSource(row, leg)
}

// noteRepeat keeps in mind a row that says in every cell what one before it says.
func (t *dealTable) noteRepeat(row row) {
	cells := row.whole()
	if first, again := t.rowAt[cells]; again {
		t.repeated = append(t.repeated, repeated{row.line, first})
		return
	}
	t.rowAt[cells] = row.line
}

// repeatDoubts says which rows stand in the file twice, in one doubt or none. They are taken: two deals can be alike.
func repeatDoubts(all []repeated) []string {
	count := len(all)
	if count == 0 {
		return nil
	}
	rows := "rows say"
	if count == 1 {
		rows = "row says"
	}
	var lines []string
	for _, one := range all[:min(count, maxListed)] {
		lines = append(lines, fmt.Sprintf("%d (as %d)", one.line, one.first))
	}
	if count > maxListed {
		lines = append(lines, fmt.Sprintf("%d more", count-maxListed))
	}
	return []string{fmt.Sprintf("%d %s in every cell what another row says, and the money counts each time: line %s",
		count, rows, strings.Join(lines, ", "))}
}

// readOfWhole sets what a row says of its whole deal; another row of the deal may repeat it or leave it out.
func (t *dealTable) readOfWhole(row row, made *deal.Deal, currency deal.Currency) {
	if total, currency := t.readTotal(row, currency); total.Set() {
		if made.Total.Set() && (made.Total != total || made.Currency != currency) {
			t.report.add(row.line, "total", "another row of the deal has another total: keep one of them")
		}
		made.Total, made.Currency = total, currency
	}
	if note := row.cell("deal_note"); note != "" {
		if made.Notes != "" && made.Notes != note {
			t.report.add(row.line, "deal_note", "another row of the deal has another note: keep one of them")
		}
		made.Notes = note
	}
	for _, tag := range strings.Split(row.cell("tags"), ",") {
		if tag = strings.TrimSpace(tag); tag != "" && !slices.Contains(made.Tags, tag) {
			made.Tags = append(made.Tags, tag)
		}
	}
}

// madeUpTitle returns a title that no deal of the book and no row of the file has.
func (t *dealTable) madeUpTitle(payer, payee string, kind deal.Kind) string {
	plain := deal.PlainTitle(payer, payee, kind)
	plainKey := deal.NameKey(plain)
	title := plain
	for t.titles[deal.NameKey(title)] != 0 {
		t.titles[plainKey]++
		title = fmt.Sprintf("%s (%d)", plain, t.titles[plainKey])
	}
	t.titles[deal.NameKey(title)] = 1
	return title
}

// company returns the company that the cell names, made when nobody has its name yet, or 0 for an empty cell.
func (t *dealTable) company(row row, column string) deal.CompanyID {
	name := row.cell(column)
	key := deal.NameKey(name)
	if key == "" {
		return 0
	}
	if id, known := t.companies[key]; known {
		t.reportWrong(row, column, t.wrongCompanies[id])
		return id
	}
	company := deal.Company{
		ID: deal.CompanyID(-len(t.edit.Companies) - 1), Name: deal.OneLine(name), Role: deal.RoleOther,
	}
	for _, problem := range validation(company.Validate()) {
		t.wrongCompanies[company.ID] = append(t.wrongCompanies[company.ID], columnProblem{message: problem.Message})
	}
	t.reportWrong(row, column, t.wrongCompanies[company.ID])
	t.companies[key] = company.ID
	t.edit.Companies = append(t.edit.Companies, company)
	return company.ID
}

// reportWrong reports what is wrong with what the row names, in the column or else in those of the problems.
func (t *dealTable) reportWrong(row row, column string, problems []columnProblem) {
	for _, problem := range problems {
		t.report.add(row.line, cmp.Or(column, problem.column), "%s", problem.message)
	}
}

func sourceKey(s deal.Source) string {
	return deal.NameKey(s.Title) + "\x00" + deal.NameKey(s.Publisher) + "\x00" + strings.TrimSpace(s.Link)
}

// readSource makes the row's source, unless it is there already, and claims of what the row says of the leg.
func (t *dealTable) readSource(row row, leg deal.Leg) {
	source := deal.Source{Title: row.cell("source"), Publisher: row.cell("publisher"), Link: row.cell("url")}
	if source == (deal.Source{}) {
		return
	}
	if source.Title == "" {
		source.Title = source.Link
	}
	id, known := t.sources[sourceKey(source)]
	if !known {
		source.ID = deal.SourceID(-len(t.edit.Sources) - 1)
		for _, problem := range validation(source.Validate()) {
			t.wrongSources[source.ID] = append(t.wrongSources[source.ID], columnProblem{sourceColumn(problem.Field.Name), problem.Message})
		}
		id = source.ID
		t.sources[sourceKey(source)] = id
		t.edit.Sources = append(t.edit.Sources, source)
	}
	t.reportWrong(row, "", t.wrongSources[id])
	claim := deal.Claim{Source: id, About: deal.Subject{Leg: leg.ID}, Field: deal.ClaimFigure, Chosen: true}
	claim.Figure, claim.Currency = stated(leg.Figure), leg.Currency
	t.claim(claim)
	if leg.Stake != 0 {
		t.claim(deal.Claim{Source: id, About: claim.About, Field: deal.ClaimStake, Stake: leg.Stake, Chosen: true})
	}
	if leg.Valuation.Set() {
		t.claim(deal.Claim{
			Source: id, About: claim.About, Field: deal.ClaimValuation, Figure: leg.Valuation, Currency: leg.Currency, Chosen: true,
		})
	}
	if leg.TermMonths != 0 {
		t.claim(deal.Claim{Source: id, About: claim.About, Field: deal.ClaimTerm, Months: leg.TermMonths, Chosen: true})
	}
}

func (t *dealTable) claim(claim deal.Claim) {
	claim.ID = deal.ClaimID(-len(t.edit.Claims) - 1)
	t.edit.Claims = append(t.edit.Claims, claim)
}

// stated returns what a source can have said of a figure for which the analyst may have assumed a range.
func stated(figure deal.Figure) deal.Figure {
	if figure.Assumed {
		return plain(figure)
	}
	return figure
}

// plain returns the figure without the numbers that its words do not imply.
func plain(figure deal.Figure) deal.Figure {
	switch figure.Said {
	case deal.SaidNothing:
		return deal.Figure{}
	case deal.SaidExact:
		return deal.Exactly(figure.Best)
	case deal.SaidAbout:
		return deal.About(figure.Best)
	case deal.SaidUpTo:
		return deal.UpTo(figure.High)
	case deal.SaidAtLeast:
		return deal.AtLeast(figure.Low)
	case deal.SaidRange:
		return deal.Between(figure.Low, figure.High)
	}
	return deal.Undisclosed()
}

// resolveConditions looks first among the legs of the file, then among those of the book.
func (t *dealTable) resolveConditions() {
	if len(t.waiting) == 0 {
		return
	}
	ofFile, ofBook := legNamesOf(t.edit.Deals, t.companyName), legNamesOf(t.book.Deals, t.companyName)
	for _, wanted := range t.waiting {
		leg := &t.edit.Deals[wanted.deal].Legs[wanted.leg]
		names := ofFile
		found, count := names.find(wanted.text, leg.ID)
		if count == 0 {
			names = ofBook
			found, count = names.find(wanted.text, leg.ID)
		}
		switch count {
		case 1:
			leg.ConditionalOn = found
		case 0:
			t.report.add(wanted.line, "conditional_on", "there is no other leg whose deal is called %q, in this file or in the document",
				deal.Clipped(wanted.text))
		default:
			t.report.add(wanted.line, "conditional_on", "%q can be any of %d legs: write %q or another of them",
				deal.Clipped(wanted.text), count, names.text(found, leg.ID))
		}
	}
	t.refuseCircles()
}

// refuseCircles reports a leg whose condition, over legs of other deals, comes back to it. Within one deal the
// deal itself says so. A leg of the document cannot be conditional on one of the file.
func (t *dealTable) refuseCircles() {
	var legs []deal.Leg
	var lines []int
	for i := range t.edit.Deals {
		if deal.CircularCondition(t.edit.Deals[i].Legs) >= 0 {
			return
		}
		legs, lines = append(legs, t.edit.Deals[i].Legs...), append(lines, t.legLines[i]...)
	}
	if at := deal.CircularCondition(legs); at >= 0 {
		t.report.add(lines[at], "conditional_on", "%s", deal.CircularConditionMessage)
	}
}

// companyName returns the name of a company of the book, or of one that the edit makes.
func (t *dealTable) companyName(id deal.CompanyID) string {
	if id < 0 {
		return t.edit.Companies[-id-1].Name
	}
	return t.book.CompanyName(id)
}

// validate reports what is wrong with the deals, on the line of the leg or else of the deal's first row.
func (t *dealTable) validate() {
	for i := range t.edit.Deals {
		lines := t.legLines[i]
		for _, problem := range validation(t.edit.Deals[i].Validate()) {
			t.report.add(lines[max(problem.Field.Leg, 0)], dealColumn(problem.Field.Name), "%s", problem.Message)
		}
	}
}

// dealColumn returns the column of a field of a deal.
func dealColumn(field string) string {
	switch field {
	case deal.FieldTerm:
		return "term_years"
	case deal.FieldStake:
		return "stake_percent"
	}
	return field
}

// sourceColumn returns the column of a field of a source.
func sourceColumn(field string) string {
	switch field {
	case deal.FieldTitle:
		return "source"
	case deal.FieldLink:
		return "url"
	}
	return field
}
