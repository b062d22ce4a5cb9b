package gui

import (
	"errors"
	"fmt"
	"strings"

	"roundtrip/internal/deal"
)

// entryReading turns the texts of a form into values and collects what cannot be read.
type entryReading struct {
	book      *deal.Book
	companies []deal.Company // made because a name is new, with IDs below zero
	problems  deal.Problems
}

func (r *entryReading) add(field string, leg int, err error) {
	r.problems = append(r.problems, deal.Problem{Field: deal.Field{Name: field, Leg: leg}, Message: err.Error()})
}

func (r *entryReading) date(field string, leg int, text string) deal.Date {
	date, err := deal.ParseDate(text)
	if err != nil {
		r.add(field, leg, err)
	}
	return date
}

// optional reads a figure that may be missing.
func (r *entryReading) optional(field string, leg int, text string, currency deal.Currency) (deal.Figure, deal.Currency) {
	if strings.TrimSpace(text) == "" {
		return deal.Figure{}, currency
	}
	amount, err := deal.ParseAmount(text)
	if err != nil {
		r.add(field, leg, err)
		return deal.Figure{}, currency
	}
	if amount.Currency != "" {
		currency = amount.Currency
	} else if currency == "" {
		currency = r.book.Base
	}
	return amount.Figure, currency
}

// company returns the company that the field names; a new name makes a new company, once.
func (r *entryReading) company(field string, leg int, name string) deal.CompanyID {
	if deal.OneLine(name) == "" {
		return 0
	}
	if known, ok := r.book.CompanyNamed(name); ok {
		return known.ID
	}
	for _, made := range r.companies {
		if deal.NameKey(made.Name) == deal.NameKey(name) {
			return made.ID
		}
	}
	made := deal.Company{
		ID: deal.CompanyID(-1 - len(r.companies)), Name: deal.OneLine(name), Role: deal.RoleOther,
	}
	var invalid deal.Problems
	if errors.As(made.Validate(), &invalid) {
		r.add(field, leg, errors.New(invalid[0].Message))
	}
	r.companies = append(r.companies, made)
	return made.ID
}

func (r *entryReading) leg(i int, entry legEntry) deal.Leg {
	leg := entry.kept
	leg.Payer, leg.Payee = r.company(deal.FieldPayer, i, entry.payer), r.company(deal.FieldPayee, i, entry.payee)
	leg.Kind, leg.Basis = entry.kind, entry.basis
	leg.Start = r.date(deal.FieldStart, i, entry.start)
	leg.Note = strings.TrimSpace(entry.note)
	if leg.Currency == "" {
		leg.Currency = r.book.Base
	}
	r.amount(i, entry, &leg)
	r.term(i, entry, &leg)
	r.drawn(i, entry, &leg)
	leg.Stake, leg.Valuation, leg.ValuationMoney = 0, deal.Figure{}, deal.TimingUnsaid
	if entry.kind == deal.KindEquity {
		leg.Stake = r.percent(deal.FieldStake, i, entry.stake)
		valuation, currency := r.optional(deal.FieldValuation, i, entry.valuation, leg.Currency)
		if leg.Valuation = valuation; currency != leg.Currency {
			r.add(deal.FieldValuation, i, fmt.Errorf("the leg is in %s: write the valuation in %s", leg.Currency, leg.Currency))
		}
		leg.ValuationMoney = entry.timing
	}
	leg.ConditionalOn, leg.Covers = entry.conditionalOn, 0
	switch {
	case entry.conditionalOn != 0:
		leg.Covers = r.percent(deal.FieldCondition, i, entry.covers)
	case strings.TrimSpace(entry.covers) != "":
		r.add(deal.FieldCondition, i, errors.New("choose the leg that must follow, or take the part under the condition out"))
	}
	return leg
}

// amount reads the figure with the analyst's own range, and a term that was typed behind it.
func (r *entryReading) amount(i int, entry legEntry, leg *deal.Leg) {
	amount, err := deal.ParseLegAmount(entry.amount)
	if err != nil {
		r.add(deal.FieldAmount, i, err)
		leg.Figure = deal.Undisclosed()
		return
	}
	leg.Figure = amount.Figure
	if amount.Currency != "" {
		leg.Currency = amount.Currency
	}
	if amount.TermMonths != 0 {
		leg.TermMonths = amount.TermMonths
	}
	switch {
	case strings.TrimSpace(entry.assumed) == "":
		return
	case leg.Figure.Said == deal.SaidExact:
		r.add(fieldAssumed, i, errors.New("an exact amount leaves nothing to assume: write about, up to or undisclosed before it"))
		return
	}
	assumed, err := deal.ParseAmount(entry.assumed)
	if err != nil {
		r.add(fieldAssumed, i, err)
		return
	}
	if !assumed.Figure.Known() {
		r.add(fieldAssumed, i, errors.New("an assumption is an amount or a range, such as 20bn to 60bn"))
		return
	}
	if assumed.Currency != "" && assumed.Currency != leg.Currency {
		r.add(fieldAssumed, i, fmt.Errorf("the leg is in %s: write the range in %s", leg.Currency, leg.Currency))
		return
	}
	leg.Figure = leg.Figure.Assume(assumed.Figure.Low, assumed.Figure.Best, assumed.Figure.High)
}

func (r *entryReading) term(i int, entry legEntry, leg *deal.Leg) {
	months, err := deal.ParseTerm(entry.term)
	switch {
	case err != nil:
		r.add(deal.FieldTerm, i, err)
	case months != 0 || !strings.Contains(entry.amount, " over ") && !strings.Contains(entry.amount, " for "):
		leg.TermMonths = months
	}
}

func (r *entryReading) drawn(i int, entry legEntry, leg *deal.Leg) {
	if strings.TrimSpace(entry.drawn) == "" {
		leg.Drawn = deal.Reported{}
		return
	}
	money, err := deal.ParseMoney(entry.drawn, leg.Currency)
	if err != nil {
		r.add(deal.FieldDrawn, i, err)
		return
	}
	if leg.Drawn.Money != money || !leg.Drawn.Stated {
		leg.Drawn = deal.Reported{Stated: true, Money: money}
	}
}

func (r *entryReading) percent(field string, leg int, text string) deal.Share {
	share, err := deal.ParsePercent(text)
	if err != nil {
		r.add(field, leg, err)
	}
	return share
}

// fieldAssumed names the form's field for the analyst's own range.
const fieldAssumed = "assumed"
