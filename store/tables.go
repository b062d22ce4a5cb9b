package store

import (
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// table is a table whose rows are entries of the document; all but meta, history and history_rows.
type table struct {
	name    string
	columns []column // the first is id
	selects string   // SELECT of every column, without WHERE
	inserts string
	updates string
	deletes string
}

// entity is a table together with the Go type of its rows.
type entity[T any] struct {
	*table
	visit func(*cells, *T)
}

// define derives a table and its statements from the function that goes through its columns.
func define[T any](name string, visit func(*cells, *T)) entity[T] {
	t := &table{name: name}
	var example T
	visit(&cells{writing: true, columns: &t.columns}, &example)
	names := make([]string, len(t.columns))
	for i, column := range t.columns {
		names[i] = column.name
	}
	list := strings.Join(names, ", ")
	t.selects = "SELECT " + list + " FROM " + name
	t.inserts = "INSERT INTO " + name + " (" + list + ") VALUES (?" + strings.Repeat(", ?", len(names)-1) + ")"
	t.updates = "UPDATE " + name + " SET " + strings.Join(names[1:], " = ?, ") + " = ? WHERE id = ?"
	t.deletes = "DELETE FROM " + name + " WHERE id = ?"
	return entity[T]{t, visit}
}

// encode returns the entry as a row of its table.
func (e entity[T]) encode(entry *T) row {
	c := cells{writing: true, row: make(row, 0, len(e.columns))}
	e.visit(&c, entry)
	return c.row
}

// decode reads the entry from a row of its table.
func (e entity[T]) decode(values row, entry *T) {
	e.visit(&cells{row: values}, entry)
}

// idOf returns the ID of the entry.
func (e entity[T]) idOf(entry *T) int64 {
	id, _ := e.encode(entry)[0].(int64)
	return id
}

// The rows that have no type of their own in package deal.
type (
	headingRow struct {
		ID     int64 // always 1
		Title  string
		Base   deal.Currency
		Layout deal.Layout
	}
	tagRow struct {
		ID, Deal, Position int64
		Tag                string
	}
	legRow struct {
		deal.Leg
		Position int64
	}
	rightRow struct {
		deal.Right
		Deal, Position int64
	}
	rateRow struct {
		deal.Rate
		ID int64
	}
	changeRow struct {
		deal.Change
		ID, Scenario, Position int64
	}
)

// The tables, in an order in which nothing refers to a later one but a leg to another leg.
var (
	headings  = define("meta", visitHeading)
	sources   = define("sources", visitSource)
	companies = define("companies", visitCompany)
	deals     = define("deals", visitDeal)
	tags      = define("deal_tags", visitTag)
	legs      = define("legs", visitLeg)
	rights    = define("rights", visitRight)
	claims    = define("claims", visitClaim)
	rates     = define("rates", visitRate)
	scenarios = define("scenarios", visitScenario)
	changes   = define("scenario_changes", visitChange)

	tables = []*table{
		headings.table, sources.table, companies.table, deals.table, tags.table, legs.table, rights.table,
		claims.table, rates.table, scenarios.table, changes.table,
	}
)

// ownerColumn returns the column that says which row a part belongs to: the deal of a leg, for example.
func (t *table) ownerColumn() string {
	for _, column := range t.columns {
		if column.unique && column.parent != "" {
			return column.name
		}
	}
	return ""
}

// at returns the position of the column in the table's rows, or -1.
func (t *table) at(name string) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.name == name })
}

// tableNamed returns the table, or nil.
func tableNamed(name string) *table {
	for _, t := range tables {
		if t.name == name {
			return t
		}
	}
	return nil
}

func named(name string) column             { return column{name: name} }
func unique(name string) column            { return column{name: name, unique: true} }
func reference(name, parent string) column { return column{name: name, parent: parent} }

// within is the column that places a row within its parent.
func within(name, parent string) column { return column{name: name, parent: parent, unique: true} }

func visitHeading(c *cells, h *headingRow) {
	mustNumber(c, named("id"), &h.ID)
	mustText(c, named("title"), &h.Title)
	mustText(c, named("base_currency"), &h.Base)
	text(c, "layout", &h.Layout)
}

func visitSource(c *cells, s *deal.Source) {
	mustNumber(c, named("id"), &s.ID)
	mustText(c, named("title"), &s.Title)
	text(c, "publisher", &s.Publisher)
	text(c, "date", &s.Date)
	text(c, "link", &s.Link)
	text(c, "note", &s.Note)
}

func visitCompany(c *cells, company *deal.Company) {
	key := deal.NameKey(company.Name)
	mustNumber(c, named("id"), &company.ID)
	mustText(c, named("name"), &company.Name)
	mustText(c, unique("name_key"), &key)
	text(c, "ticker", &company.Ticker)
	mustText(c, named("role"), &company.Role)
	text(c, "colour", &company.Colour)
	pin(c, company)
	reported(c, "cash", &company.Cash)
	reported(c, "revenue", &company.Revenue)
	text(c, "note", &company.Note)
}

func visitDeal(c *cells, d *deal.Deal) {
	mustNumber(c, named("id"), &d.ID)
	mustText(c, named("title"), &d.Title)
	mustText(c, named("status"), &d.Status)
	text(c, "announced", &d.Announced)
	mustText(c, named("counting"), &d.Counting)
	figure(c, "total", &d.Total)
	currencyOf(c, "total_currency", d.Total, &d.Currency)
	text(c, "notes", &d.Notes)
}

func visitTag(c *cells, t *tagRow) {
	mustNumber(c, named("id"), &t.ID)
	mustNumber(c, within("deal", "deals"), &t.Deal)
	mustNumber(c, unique("position"), &t.Position)
	mustText(c, named("tag"), &t.Tag)
}

func visitLeg(c *cells, l *legRow) {
	mustNumber(c, named("id"), &l.ID)
	mustNumber(c, within("deal", "deals"), &l.Deal)
	mustNumber(c, unique("position"), &l.Position)
	mustNumber(c, reference("payer", "companies"), &l.Payer)
	mustNumber(c, reference("payee", "companies"), &l.Payee)
	mustText(c, named("kind"), &l.Kind)
	mustText(c, named("basis"), &l.Basis)
	figure(c, "amount", &l.Figure)
	mustText(c, named("currency"), &l.Currency)
	text(c, "start", &l.Start)
	number(c, named("term_months"), &l.TermMonths)
	reported(c, "drawn", &l.Drawn)
	number(c, named("stake_ppm"), &l.Stake)
	figure(c, "valuation", &l.Valuation)
	text(c, "valuation_money", &l.ValuationMoney)
	number(c, reference("conditional_on", "legs"), &l.ConditionalOn)
	number(c, named("condition_covers_ppm"), &l.Covers)
	text(c, "note", &l.Note)
}

func visitRight(c *cells, r *rightRow) {
	mustNumber(c, named("id"), &r.ID)
	mustNumber(c, within("deal", "deals"), &r.Deal)
	mustNumber(c, unique("position"), &r.Position)
	mustText(c, named("kind"), &r.Kind)
	mustNumber(c, reference("holder", "companies"), &r.Holder)
	mustNumber(c, reference("over", "companies"), &r.Over)
	text(c, "until", &r.Until)
	number(c, reference("source", "sources"), &r.Source)
	text(c, "note", &r.Note)
}

func visitClaim(c *cells, claim *deal.Claim) {
	mustNumber(c, named("id"), &claim.ID)
	mustNumber(c, reference("source", "sources"), &claim.Source)
	number(c, within("company", "companies"), &claim.About.Company)
	number(c, within("deal", "deals"), &claim.About.Deal)
	number(c, within("leg", "legs"), &claim.About.Leg)
	mustText(c, unique("field"), &claim.Field)
	figure(c, "amount", &claim.Figure)
	currencyOf(c, "currency", claim.Figure, &claim.Currency)
	text(c, "status", &claim.Status)
	number(c, named("stake_ppm"), &claim.Stake)
	number(c, named("months"), &claim.Months)
	text(c, "date", &claim.Date)
	text(c, "text", &claim.Text)
	flag(c, unique("chosen"), &claim.Chosen)
}

func visitRate(c *cells, r *rateRow) {
	mustNumber(c, named("id"), &r.ID)
	mustText(c, unique("currency"), &r.Currency)
	mustNumber(c, named("micros"), &r.Micros)
	text(c, "date", &r.Date)
	number(c, reference("source", "sources"), &r.Source)
}

func visitScenario(c *cells, s *deal.Scenario) {
	mustNumber(c, named("id"), &s.ID)
	mustText(c, named("name"), &s.Name)
	text(c, "note", &s.Note)
}

func visitChange(c *cells, change *changeRow) {
	mustNumber(c, named("id"), &change.ID)
	mustNumber(c, within("scenario", "scenarios"), &change.Scenario)
	mustNumber(c, unique("position"), &change.Position)
	mustText(c, named("field"), &change.Field)
	number(c, named("target"), &change.Target)
	number(c, named("other"), &change.Other)
	mustNumber(c, named("value"), &change.Value)
	text(c, "text", &change.Text)
	mustNumber(c, named("base_value"), &change.Base)
	text(c, "base_text", &change.BaseText)
}

// currencyOf is the currency of a figure that may be missing; without the figure it means nothing and is
// not kept.
func currencyOf(c *cells, name string, of deal.Figure, currency *deal.Currency) {
	if c.writing && !of.Set() {
		c.next(named(name))
		return
	}
	text(c, name, currency)
}
