package exchange

import (
	"slices"
	"testing"

	"roundtrip/internal/deal"
)

// applied does to a book what a document does with an Edit, as far as imports need it: rows with an ID
// replace, the others are new and get the next ID in the order of the Edit. TestDocumentsDoTheSame compares it
// with a real document, which would be too slow for thousands of drawn books.
func applied(t *testing.T, book *deal.Book, edit deal.Edit) *deal.Book {
	t.Helper()
	if book == nil {
		book = deal.NewBook(deal.Book{})
	}
	a := &application{t: t, parts: deal.Book{
		Title: book.Title, Base: book.Base, Layout: book.Layout, Companies: slices.Clone(book.Companies), Deals: slices.Clone(book.Deals),
		Sources: slices.Clone(book.Sources), Claims: slices.Clone(book.Claims), Scenarios: slices.Clone(book.Scenarios),
		Rates: slices.Concat(book.Rates, edit.Rates),
	}}
	if edit.Title != nil {
		a.parts.Title = *edit.Title
	}
	if edit.Layout != nil {
		a.parts.Layout = *edit.Layout
	}
	if edit.Base != nil {
		a.parts.Base = *edit.Base
	}
	a.companiesAndSources(edit)
	a.deals(edit)
	a.claims(edit)
	a.scenarios(edit)
	return deal.NewBook(a.parts)
}

type application struct {
	t         *testing.T
	parts     deal.Book
	companyID *newIDs[deal.CompanyID]
	sourceID  *newIDs[deal.SourceID]
	dealID    *newIDs[deal.DealID]
	legID     *newIDs[deal.LegID]
}

func (a *application) companiesAndSources(edit deal.Edit) {
	a.sourceID = after[deal.SourceID](len(a.parts.Sources))
	for _, source := range edit.Sources {
		source.ID = a.sourceID.give(source.ID)
		a.parts.Sources = append(a.parts.Sources, source)
	}
	a.companyID = after[deal.CompanyID](len(a.parts.Companies))
	for _, company := range edit.Companies {
		company.Cash.Source = a.sourceID.get(a.t, company.Cash.Source)
		company.Revenue.Source = a.sourceID.get(a.t, company.Revenue.Source)
		if company.ID > 0 {
			a.parts.Companies[company.ID-1] = company
			continue
		}
		company.ID = a.companyID.give(company.ID)
		a.parts.Companies = append(a.parts.Companies, company)
	}
	for i := range a.parts.Rates {
		a.parts.Rates[i].Source = a.sourceID.get(a.t, a.parts.Rates[i].Source)
	}
}

func (a *application) deals(edit deal.Edit) {
	legs, rights := 0, 0
	for _, d := range a.parts.Deals {
		legs, rights = legs+len(d.Legs), rights+len(d.Rights)
	}
	a.dealID, a.legID = after[deal.DealID](len(a.parts.Deals)), after[deal.LegID](legs)
	rightID := after[deal.RightID](rights)
	first := len(a.parts.Deals)
	for _, d := range edit.Deals {
		d.ID = a.dealID.give(d.ID)
		d.Legs, d.Rights = slices.Clone(d.Legs), slices.Clone(d.Rights)
		for i := range d.Legs {
			d.Legs[i].ID, d.Legs[i].Deal = a.legID.give(d.Legs[i].ID), d.ID
		}
		for i := range d.Rights {
			right := &d.Rights[i]
			right.ID, right.Source = rightID.give(right.ID), a.sourceID.get(a.t, right.Source)
			right.Holder, right.Over = a.companyID.get(a.t, right.Holder), a.companyID.get(a.t, right.Over)
		}
		a.parts.Deals = append(a.parts.Deals, d)
	}
	for _, d := range a.parts.Deals[first:] {
		for j := range d.Legs {
			leg := &d.Legs[j]
			leg.Payer, leg.Payee = a.companyID.get(a.t, leg.Payer), a.companyID.get(a.t, leg.Payee)
			leg.ConditionalOn, leg.Drawn.Source = a.legID.get(a.t, leg.ConditionalOn), a.sourceID.get(a.t, leg.Drawn.Source)
		}
	}
}

func (a *application) claims(edit deal.Edit) {
	claimID := after[deal.ClaimID](len(a.parts.Claims))
	for _, claim := range edit.Claims {
		claim.ID = claimID.give(claim.ID)
		claim.Source = a.sourceID.get(a.t, claim.Source)
		claim.About.Company = a.companyID.get(a.t, claim.About.Company)
		claim.About.Deal = a.dealID.get(a.t, claim.About.Deal)
		claim.About.Leg = a.legID.get(a.t, claim.About.Leg)
		a.parts.Claims = append(a.parts.Claims, claim)
	}
}

func (a *application) scenarios(edit deal.Edit) {
	scenarioID := after[deal.ScenarioID](len(a.parts.Scenarios))
	for _, scenario := range edit.Scenarios {
		scenario.ID = scenarioID.give(scenario.ID)
		scenario.Changes = slices.Clone(scenario.Changes)
		for i := range scenario.Changes {
			change := &scenario.Changes[i]
			switch change.Field.Target() {
			case deal.TargetLeg:
				change.Target = int64(a.legID.get(a.t, deal.LegID(change.Target)))
			case deal.TargetDeal:
				change.Target = int64(a.dealID.get(a.t, deal.DealID(change.Target)))
			case deal.TargetCompany:
				change.Target = int64(a.companyID.get(a.t, deal.CompanyID(change.Target)))
				change.Other = int64(a.companyID.get(a.t, deal.CompanyID(change.Other)))
			}
		}
		a.parts.Scenarios = append(a.parts.Scenarios, scenario)
	}
}

// newIDs hands out the IDs that follow the last one, and remembers which negative one each stands for.
type newIDs[ID ~int64] struct {
	last ID
	of   map[ID]ID
}

func after[ID ~int64](count int) *newIDs[ID] {
	return &newIDs[ID]{last: ID(count), of: make(map[ID]ID)}
}

func (s *newIDs[ID]) give(id ID) ID {
	s.last++
	if id < 0 {
		s.of[id] = s.last
	}
	return s.last
}

func (s *newIDs[ID]) get(t *testing.T, id ID) ID {
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
