package exchange

import (
	"encoding/json"
	"fmt"

	"roundtrip/internal/deal"
)

// place names an entry in an error: its sort, its position from 1 and its name.
func place(sort string, position int, name string) string {
	if name == "" {
		return fmt.Sprintf("%s %d", sort, position+1)
	}
	return fmt.Sprintf("%s %d %q", sort, position+1, deal.Clipped(name))
}

func (r *jsonReader) id(space *idSpace, id int64, entry string) int64 {
	given, ok := space.give(id)
	if !ok {
		r.problem(entry, "id", "the id %d is no positive number, or another entry has it already", id)
	}
	return given
}

func (r *jsonReader) source(id int64, entry string) deal.SourceID {
	given, ok := r.sources.refer(id)
	if !ok {
		r.problem(entry, "source", "the file holds no source with the id %d", id)
	}
	return deal.SourceID(given)
}

func (r *jsonReader) company(name, entry, field string) deal.CompanyID {
	id, ok := r.companyOf[deal.NameKey(name)]
	if !ok {
		r.problem(entry, field, "the file holds no company %q", deal.Clipped(name))
	}
	return id
}

// figure returns what the object says. Only the amount of a leg has room for a term as well.
func (r *jsonReader) figure(object *figureObject, entry, field string) deal.Figure {
	figure, err := object.figure()
	if err != nil {
		r.problem(entry, field, "%s", err)
	}
	if object != nil && object.written != nil && object.written.TermMonths != 0 {
		r.problem(entry, field, "write the amount without its term, which has a place of its own")
	}
	return figure
}

// currency returns the currency of an amount: the entry's own, that of an amount written as a text, or the
// base currency.
func (r *jsonReader) currency(own string, object *figureObject, entry string) deal.Currency {
	if object != nil && object.written != nil && object.written.Currency != "" {
		written := object.written.Currency
		if own != "" && own != string(written) {
			r.problem(entry, "currency", "the amount is in %s and the currency is %s: keep one of them", written, deal.Clipped(own))
		}
		return written
	}
	if own == "" && object != nil {
		return r.base
	}
	return deal.Currency(own)
}

func (r *jsonReader) reported(object *reportedObject, entry string) deal.Reported {
	if object == nil {
		return deal.Reported{}
	}
	currency := deal.Currency(object.Currency)
	if currency == "" {
		currency = r.base
	}
	return deal.Reported{
		Stated: true, Money: deal.Money{Cents: int64(object.Amount), Currency: currency},
		Source: r.source(object.Source, entry),
	}
}

// wordOr returns the word of the list that the text means, the fallback for no text, and otherwise the text as
// it is, for Validate to refuse.
func wordOr[T ~string](text string, words []T, fallback T) T {
	if text == "" {
		return fallback
	}
	if found, ok := matching(text, words); ok {
		return found
	}
	return T(text)
}

func (r *jsonReader) readSources(objects []sourceObject) {
	for i, object := range objects {
		entry := place("source", i, object.Title)
		source := deal.Source{
			ID: deal.SourceID(r.id(&r.sources, object.ID, entry)), Title: object.Title, Publisher: object.Publisher,
			Date: deal.Date(object.Date), Link: object.Link, Note: object.Note,
		}
		r.check(entry, source.Validate())
		r.edit.Sources = append(r.edit.Sources, source)
	}
	inOrder(r.edit.Sources, func(s deal.Source) deal.SourceID { return s.ID })
}

func (r *jsonReader) readCompanies(objects []companyObject) {
	space := newIDSpace(idsOf(objects, func(c companyObject) int64 { return c.ID }))
	for i, object := range objects {
		entry := place("company", i, object.Name)
		company := deal.Company{
			ID: deal.CompanyID(r.id(&space, object.ID, entry)), Name: object.Name, Ticker: object.Ticker,
			Role: wordOr(object.Role, deal.Roles, deal.RoleOther), Colour: object.Colour,
			Cash: r.reported(object.Cash, entry), Revenue: r.reported(object.Revenue, entry), Note: object.Note,
		}
		if pin := object.Pinned; pin != nil {
			company.Pinned, company.X, company.Y = pin.On == nil || *pin.On, pin.X, pin.Y
		}
		r.check(entry, company.Validate())
		key := deal.NameKey(object.Name)
		if _, taken := r.companyOf[key]; taken {
			r.problem(entry, "name", "two companies of the file have this name")
		}
		r.companyOf[key] = company.ID
		r.edit.Companies = append(r.edit.Companies, company)
		r.readClaims(object.Claims, deal.Subject{Company: company.ID}, entry)
	}
	inOrder(r.edit.Companies, func(c deal.Company) deal.CompanyID { return c.ID })
}

// readClaims is called by every reader of what claims can be about; readScenarios, the last of all, puts the
// claims in order.
func (r *jsonReader) readClaims(objects []claimObject, about deal.Subject, entry string) {
	chosen := make(map[deal.ClaimField]bool)
	for i, object := range objects {
		entry := entry + ", " + place("claim", i, "")
		claim := deal.Claim{
			ID: deal.ClaimID(r.id(&r.claims, object.ID, entry)), Source: r.source(object.Source, entry), About: about,
			Field: deal.ClaimField(object.Field), Figure: r.figure(object.Amount, entry, "amount"),
			Currency: r.currency(object.Currency, object.Amount, entry), Status: deal.Status(object.Status),
			Stake: deal.Share(object.StakePercent), Months: object.Months, Date: deal.Date(object.Date),
			Text: object.Text, Chosen: object.Chosen,
		}
		if claim.Chosen && chosen[claim.Field] {
			r.problem(entry, "chosen", "another claim of %s is chosen already", claim.Field)
		}
		chosen[claim.Field] = chosen[claim.Field] || claim.Chosen
		r.check(entry, claim.Validate())
		r.edit.Claims = append(r.edit.Claims, claim)
	}
}

func (r *jsonReader) readRates(objects []rateObject) {
	taken := make(map[string]bool)
	for i, object := range objects {
		entry := place("rate", i, object.Currency)
		made := deal.Rate{
			Currency: deal.Currency(object.Currency), Micros: int64(object.Worth), Date: deal.Date(object.Date),
			Source: r.source(object.Source, entry),
		}
		if taken[object.Currency] {
			r.problem(entry, "currency", "the file holds two rates of this currency")
		}
		taken[object.Currency] = true
		r.check(entry, made.Validate())
		r.edit.Rates = append(r.edit.Rates, made)
	}
}

func (r *jsonReader) readScenarios(objects []scenarioObject) {
	for i, object := range objects {
		entry := place("scenario", i, object.Name)
		scenario := deal.Scenario{
			ID: deal.ScenarioID(r.id(&r.scenarios, object.ID, entry)), Name: object.Name, Note: object.Note,
		}
		for j, change := range object.Changes {
			scenario.Changes = append(scenario.Changes, r.change(change, entry+", "+place("change", j, change.Field)))
		}
		r.check(entry, scenario.Validate())
		r.edit.Scenarios = append(r.edit.Scenarios, scenario)
	}
	inOrder(r.edit.Scenarios, func(s deal.Scenario) deal.ScenarioID { return s.ID })
	inOrder(r.edit.Claims, func(c deal.Claim) deal.ClaimID { return c.ID })
}

func (r *jsonReader) change(object changeObject, entry string) deal.Change {
	change := deal.Change{
		Field: deal.ChangeField(object.Field), Text: object.ToText, BaseText: object.WasText,
	}
	change.Value = r.changeValue(object.To, change.Field, entry, "to")
	change.Base = r.changeValue(object.Was, change.Field, entry, "was")
	known := true
	switch change.Field.Target() {
	case deal.TargetLeg:
		change.Target, known = r.legs.refer(object.Leg)
		known = known && object.Leg != 0
	case deal.TargetDeal:
		change.Target, known = r.deals.refer(object.Deal)
		known = known && object.Deal != 0
	case deal.TargetCompany:
		change.Target = int64(r.company(object.Company, entry, "company"))
		if object.Supplier != "" {
			change.Other = int64(r.company(object.Supplier, entry, "supplier"))
		}
	}
	if !known {
		r.problem(entry, "", "say which leg or deal of the file the change of %s is about", deal.Clipped(object.Field))
	}
	return change
}

func (r *jsonReader) changeValue(text json.Number, field deal.ChangeField, entry, key string) int64 {
	if text == "" {
		return 0
	}
	var value int64
	if err := readDecimal([]byte(text), changePlaces(field), &value); err != nil {
		r.problem(entry, key, "%s", err)
	}
	return value
}
