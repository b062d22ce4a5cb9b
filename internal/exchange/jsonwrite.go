package exchange

import (
	"encoding/json"
	"fmt"
	"io"

	"roundtrip/internal/deal"
)

// WriteJSON writes the whole Book as JSON that a person can read and write by hand: every word of the
// vocabulary, amounts to the cent, nothing rounded. ReadJSON makes the same Book of it but for its Revision,
// and for IDs, which a document hands out anew in the same order. Two companies whose names differ in case
// and spaces alone are refused, because everything in the file names companies by their names.
func WriteJSON(w io.Writer, book *deal.Book) error {
	writer := jsonWriter{book: book}
	object := bookObject{
		Format: jsonFormat, Version: jsonVersion, Title: book.Title, Base: string(book.Base), Layout: string(book.Layout),
		Sources:   listOf(book.Sources, sourceOf),
		Companies: listOf(book.Companies, writer.company),
		Deals:     listOf(book.Deals, writer.deal),
		Rates:     listOf(book.Rates, rateOf),
		Scenarios: listOf(book.Scenarios, writer.scenario),
	}
	taken := make(map[string]bool, len(book.Companies))
	for _, company := range book.Companies {
		if key := deal.NameKey(company.Name); taken[key] {
			return fmt.Errorf("write JSON: two companies are called %q: rename one of them", company.Name)
		} else {
			taken[key] = true
		}
	}
	text, err := indented(object)
	if err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	if _, err := w.Write(text); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

type jsonWriter struct{ book *deal.Book }

// listOf returns nil for no entries, so that the key is left out.
func listOf[From, To any](entries []From, object func(From) To) []To {
	var list []To
	for _, entry := range entries {
		list = append(list, object(entry))
	}
	return list
}

func sourceOf(s deal.Source) sourceObject {
	return sourceObject{
		ID: int64(s.ID), Title: s.Title, Publisher: s.Publisher, Date: string(s.Date), Link: s.Link, Note: s.Note,
	}
}

func rateOf(r deal.Rate) rateObject {
	return rateObject{
		Currency: string(r.Currency), Worth: rate(r.Micros), Date: string(r.Date), Source: int64(r.Source),
	}
}

func reportedOf(r deal.Reported) *reportedObject {
	if !r.Stated {
		return nil
	}
	return &reportedObject{
		Amount: money(r.Money.Cents), Currency: string(r.Money.Currency), Source: int64(r.Source),
	}
}

func (w jsonWriter) company(c deal.Company) companyObject {
	object := companyObject{
		ID: int64(c.ID), Name: c.Name, Ticker: c.Ticker, Role: string(c.Role), Colour: c.Colour,
		Cash: reportedOf(c.Cash), Revenue: reportedOf(c.Revenue), Note: c.Note,
		Claims: w.claims(deal.Subject{Company: c.ID}),
	}
	if c.Pinned || c.X != 0 || c.Y != 0 {
		object.Pinned = &pinObject{X: c.X, Y: c.Y}
		if !c.Pinned {
			object.Pinned.On = new(bool)
		}
	}
	return object
}

func (w jsonWriter) deal(d deal.Deal) dealObject {
	return dealObject{
		ID: int64(d.ID), Title: d.Title, Status: string(d.Status), Announced: string(d.Announced),
		Counting: string(d.Counting), Total: figureOf(d.Total), Currency: string(d.Currency),
		Tags: d.Tags, Notes: d.Notes,
		Legs:   listOf(d.Legs, w.leg),
		Rights: listOf(d.Rights, w.right),
		Claims: w.claims(deal.Subject{Deal: d.ID}),
	}
}

func (w jsonWriter) leg(l deal.Leg) legObject {
	return legObject{
		ID: int64(l.ID), Payer: w.book.CompanyName(l.Payer), Payee: w.book.CompanyName(l.Payee),
		Kind: string(l.Kind), Basis: string(l.Basis), Amount: figureOf(l.Figure), Currency: string(l.Currency),
		Start: string(l.Start), TermMonths: l.TermMonths, Drawn: reportedOf(l.Drawn),
		StakePercent: percent(l.Stake), Valuation: figureOf(l.Valuation), ValuationMoney: string(l.ValuationMoney),
		ConditionalOn: int64(l.ConditionalOn), CoversPercent: percent(l.Covers), Note: l.Note,
		Claims: w.claims(deal.Subject{Leg: l.ID}),
	}
}

func (w jsonWriter) right(r deal.Right) rightObject {
	return rightObject{
		ID: int64(r.ID), Kind: string(r.Kind), Holder: w.book.CompanyName(r.Holder), Over: w.book.CompanyName(r.Over),
		Until: string(r.Until), Source: int64(r.Source), Note: r.Note,
	}
}

func (w jsonWriter) claims(about deal.Subject) []claimObject {
	return listOf(w.book.ClaimsAbout(about), func(c deal.Claim) claimObject {
		return claimObject{
			ID: int64(c.ID), Source: int64(c.Source), Field: string(c.Field), Amount: figureOf(c.Figure),
			Currency: string(c.Currency), Status: string(c.Status), StakePercent: percent(c.Stake),
			Months: c.Months, Date: string(c.Date), Text: c.Text, Chosen: c.Chosen,
		}
	})
}

func (w jsonWriter) scenario(s deal.Scenario) scenarioObject {
	return scenarioObject{
		ID: int64(s.ID), Name: s.Name, Note: s.Note, Changes: listOf(s.Changes, w.change),
	}
}

func (w jsonWriter) change(c deal.Change) changeObject {
	object := changeObject{
		Field: string(c.Field), ToText: c.Text, WasText: c.BaseText,
		To: changeNumber(c.Field, c.Value), Was: changeNumber(c.Field, c.Base),
	}
	switch c.Field.Target() {
	case deal.TargetLeg:
		object.Leg = c.Target
	case deal.TargetDeal:
		object.Deal = c.Target
	case deal.TargetCompany:
		object.Company = w.book.CompanyName(deal.CompanyID(c.Target))
		object.Supplier = w.book.CompanyName(deal.CompanyID(c.Other))
	}
	return object
}

// changePlaces is how many decimals the field's unit has: cents in money, millionths in percent.
func changePlaces(field deal.ChangeField) int {
	switch field.Unit() {
	case deal.UnitMoney:
		return 2
	case deal.UnitShare:
		return 4
	}
	return 0
}

func changeNumber(field deal.ChangeField, value int64) json.Number {
	if value == 0 {
		return ""
	}
	return json.Number(decimal(value, changePlaces(field)))
}
