package exchange

import (
	"regexp"
	"strings"

	"roundtrip/internal/deal"
)

// plainYears is a term that names no unit: the column says that it is in years.
var plainYears = regexp.MustCompile(`^\d+(\.\d+)?$`)

// readLeg returns the leg of the row without its ID, its deal and its condition.
func (t *dealTable) readLeg(row row) deal.Leg {
	leg := deal.Leg{
		Payer: t.company(row, "payer"), Payee: t.company(row, "payee"),
		Kind: wordOr(row.cell("kind"), deal.Kinds, deal.KindOther),
		Note: row.cell("note"),
	}
	leg.Basis = wordOr(row.cell("basis"), deal.Bases, leg.Kind.UsualBasis())
	t.readAmount(row, &leg)
	t.readValuation(row, &leg)
	leg.Start = t.date(row, "start")
	leg.Stake = t.percent(row, "stake_percent")
	leg.Covers = t.percent(row, "covers_percent")
	if text := row.cell("drawn"); text != "" {
		money, err := deal.ParseMoney(text, leg.Currency)
		if err != nil {
			t.report.add(row.line, "drawn", "%s", err)
		}
		t.report.small.note(row, "drawn", leg.Currency)
		leg.Drawn = deal.Reported{Stated: err == nil, Money: money}
	}
	return leg
}

// readAmount sets figure, currency and term, which an amount such as "38 billion over 7 years" can hold all.
func (t *dealTable) readAmount(row row, leg *deal.Leg) {
	leg.Figure = deal.Undisclosed()
	leg.Currency = deal.Currency(strings.ToUpper(row.cell("currency")))
	amount, err := deal.ParseLegAmount(row.cell("amount"))
	if err != nil {
		t.report.add(row.line, "amount", "%s", err)
	} else {
		leg.Figure = amount.Figure
	}
	if amount.Currency != "" && leg.Currency != "" && amount.Currency != leg.Currency {
		t.report.add(row.line, "currency", "the amount is in %s and the currency is %s: keep one of them", amount.Currency, leg.Currency)
	}
	if leg.Currency == "" {
		leg.Currency = amount.Currency
	}
	if leg.Currency == "" {
		leg.Currency = t.book.Base
	}
	t.report.small.note(row, "amount", leg.Currency)
	leg.Figure = t.assumed(row, leg.Figure, leg.Currency)
	text := row.cell("term_years")
	if plainYears.MatchString(text) {
		text += " years"
	}
	leg.TermMonths, err = deal.ParseTerm(text)
	switch {
	case err != nil:
		t.report.add(row.line, "term_years", "%s", err)
	case amount.TermMonths != 0 && leg.TermMonths != 0 && amount.TermMonths != leg.TermMonths:
		t.report.add(row.line, "term_years", "the amount says %d months and the term %d: keep one of them", amount.TermMonths, leg.TermMonths)
	case leg.TermMonths == 0:
		leg.TermMonths = amount.TermMonths
	}
}

// assumed returns the figure with the range that the analyst assumes, when the row has one.
func (t *dealTable) assumed(row row, figure deal.Figure, currency deal.Currency) deal.Figure {
	var cents [3]int64
	given := 0
	for i, column := range []string{"low", "best", "high"} {
		text := row.cell(column)
		if text == "" {
			continue
		}
		given++
		money, err := deal.ParseMoney(text, currency)
		switch {
		case err != nil:
			t.report.add(row.line, column, "%s", err)
		case money.Currency != currency:
			t.report.add(row.line, column, "the assumed amount is in %s and the leg in %s", money.Currency, currency)
		}
		t.report.small.note(row, column, currency)
		cents[i] = money.Cents
	}
	switch given {
	case 0:
		return figure
	case 3:
		return figure.Assume(cents[0], cents[1], cents[2])
	}
	t.report.add(row.line, "low", "an assumed range needs all of low, best and high")
	return figure
}

func (t *dealTable) readValuation(row row, leg *deal.Leg) {
	leg.ValuationMoney = deal.TimingOf(row.cell("timing"))
	text := row.cell("valuation")
	if text == "" {
		return
	}
	valuation, err := deal.ParseAmount(text)
	switch {
	case err != nil:
		t.report.add(row.line, "valuation", "%s", err)
		return
	case valuation.TermMonths != 0:
		t.report.add(row.line, "valuation", "a valuation has no term")
	case valuation.Currency != "" && valuation.Currency != leg.Currency:
		t.report.add(row.line, "valuation", "the valuation is in %s and the leg in %s: use one currency", valuation.Currency, leg.Currency)
	}
	t.report.small.note(row, "valuation", leg.Currency)
	leg.Valuation = valuation.Figure
}

// readTotal returns what the row says of its whole deal, and in which currency.
func (t *dealTable) readTotal(row row, currency deal.Currency) (deal.Figure, deal.Currency) {
	text := row.cell("total")
	if text == "" {
		return deal.Figure{}, ""
	}
	total, err := deal.ParseAmount(text)
	if err != nil {
		t.report.add(row.line, "total", "%s", err)
		return deal.Figure{}, ""
	}
	if total.Currency != "" {
		currency = total.Currency
	}
	t.report.small.note(row, "total", currency)
	return total.Figure, currency
}

func (t *dealTable) date(row row, column string) deal.Date {
	date, err := deal.ParseDate(row.cell(column))
	if err != nil {
		t.report.add(row.line, column, "%s", err)
	}
	return date
}

func (t *dealTable) percent(row row, column string) deal.Share {
	share, err := deal.ParsePercent(row.cell(column))
	if err != nil {
		t.report.add(row.line, column, "%s", err)
	}
	return share
}
