package exchange

import (
	"testing"

	"roundtrip/internal/deal"
)

// applied does to a book what a document does with an Edit, as far as imports need it: rows with an ID
// replace, the others are new and get the next ID in the order of the Edit.
func applied(t *testing.T, book *deal.Book, edit deal.Edit) *deal.Book {
	t.Helper()
	if book == nil {
		book = deal.NewBook(deal.Book{})
	}
	parts := deal.Book{
		Title: book.Title, Base: book.Base,
		Companies: append([]deal.Company(nil), book.Companies...), Deals: append([]deal.Deal(nil), book.Deals...),
		Sources: append([]deal.Source(nil), book.Sources...), Claims: append([]deal.Claim(nil), book.Claims...),
		Rates: append(append([]deal.Rate(nil), book.Rates...), edit.Rates...), Scenarios: append([]deal.Scenario(nil), book.Scenarios...),
	}
	if edit.Title != nil {
		parts.Title = *edit.Title
	}
	if edit.Base != nil {
		parts.Base = *edit.Base
	}
	companies := newIDs[deal.CompanyID](len(parts.Companies))
	for _, company := range edit.Companies {
		if company.ID > 0 {
			parts.Companies[company.ID-1] = company
			continue
		}
		company.ID = companies.give(company.ID)
		parts.Companies = append(parts.Companies, company)
	}
	sources := newIDs[deal.SourceID](len(parts.Sources))
	for _, source := range edit.Sources {
		source.ID = sources.give(source.ID)
		parts.Sources = append(parts.Sources, source)
	}
	deals, legs, rights := newIDs[deal.DealID](len(parts.Deals)), newIDs[deal.LegID](0), newIDs[deal.RightID](0)
	for _, d := range parts.Deals {
		legs.last += deal.LegID(len(d.Legs))
		rights.last += deal.RightID(len(d.Rights))
	}
	first := len(parts.Deals)
	for _, d := range edit.Deals {
		d.ID = deals.give(d.ID)
		d.Legs = append([]deal.Leg(nil), d.Legs...)
		for i := range d.Legs {
			d.Legs[i].ID = legs.give(d.Legs[i].ID)
		}
		parts.Deals = append(parts.Deals, d)
	}
	for i := first; i < len(parts.Deals); i++ {
		d := &parts.Deals[i]
		for j := range d.Legs {
			leg := &d.Legs[j]
			leg.Deal = d.ID
			leg.Payer, leg.Payee = companies.get(t, leg.Payer), companies.get(t, leg.Payee)
			leg.ConditionalOn, leg.Drawn.Source = legs.get(t, leg.ConditionalOn), sources.get(t, leg.Drawn.Source)
		}
		d.Rights = append([]deal.Right(nil), d.Rights...)
		for j := range d.Rights {
			right := &d.Rights[j]
			right.ID = rights.give(right.ID)
			right.Holder, right.Over = companies.get(t, right.Holder), companies.get(t, right.Over)
			right.Source = sources.get(t, right.Source)
		}
	}
	for i := range parts.Companies {
		company := &parts.Companies[i]
		company.Cash.Source, company.Revenue.Source = sources.get(t, company.Cash.Source), sources.get(t, company.Revenue.Source)
	}
	for i := range parts.Rates {
		parts.Rates[i].Source = sources.get(t, parts.Rates[i].Source)
	}
	claims := newIDs[deal.ClaimID](len(parts.Claims))
	for _, claim := range edit.Claims {
		claim.ID = claims.give(claim.ID)
		claim.Source = sources.get(t, claim.Source)
		claim.About.Company = companies.get(t, claim.About.Company)
		claim.About.Deal = deals.get(t, claim.About.Deal)
		claim.About.Leg = legs.get(t, claim.About.Leg)
		parts.Claims = append(parts.Claims, claim)
	}
	scenarios := newIDs[deal.ScenarioID](len(parts.Scenarios))
	for _, scenario := range edit.Scenarios {
		scenario.ID = scenarios.give(scenario.ID)
		scenario.Changes = append([]deal.Change(nil), scenario.Changes...)
		for i := range scenario.Changes {
			change := &scenario.Changes[i]
			switch targetOf(change.Field) {
			case targetLeg:
				change.Target = int64(legs.get(t, deal.LegID(change.Target)))
			case targetDeal:
				change.Target = int64(deals.get(t, deal.DealID(change.Target)))
			case targetCompany:
				change.Target = int64(companies.get(t, deal.CompanyID(change.Target)))
				change.Other = int64(companies.get(t, deal.CompanyID(change.Other)))
			}
		}
		parts.Scenarios = append(parts.Scenarios, scenario)
	}
	return deal.NewBook(parts)
}

// newIDSeries hands out the IDs that follow the last one.
type newIDSeries[ID ~int64] struct {
	last ID
	of   map[ID]ID
}

func newIDs[ID ~int64](count int) *newIDSeries[ID] {
	return &newIDSeries[ID]{last: ID(count), of: make(map[ID]ID)}
}

func (s *newIDSeries[ID]) give(id ID) ID {
	s.last++
	if id < 0 {
		s.of[id] = s.last
	}
	return s.last
}

func (s *newIDSeries[ID]) get(t *testing.T, id ID) ID {
	t.Helper()
	if id >= 0 {
		return id
	}
	given, ok := s.of[id]
	if !ok {
		t.Fatalf("the edit refers to %d, which it does not make", id)
	}
	return given
}

// sameJSON checks that two books say the same: their JSON, with the IDs that a document would hand out, is the
// same text.
func sameJSON(t *testing.T, want, got *deal.Book) {
	t.Helper()
	a, b := jsonText(t, want), jsonText(t, got)
	if a != b {
		t.Errorf("the books differ:\n%s", firstDifference(a, b))
	}
}
