package exchange

import (
	"slices"

	"roundtrip/internal/deal"
)

// Into fits an Edit that makes a whole document anew, as ReadJSON returns it, to a book that already has
// content. A company of the same name and a source of the same title, publisher and link are those of the
// book, as they are there; everything else comes in as new, and claims about a company of the book come in
// without being chosen. The book keeps its title, its base currency, its layout and the rates that it has; rates to
// another base currency are of no use to it and stay out. An empty book takes the Edit as it is.
func Into(edit deal.Edit, book *deal.Book) deal.Edit {
	edit.Seen = book
	if len(book.Companies) == 0 && len(book.Deals) == 0 && len(book.Sources) == 0 {
		return edit
	}
	companyOf := make(map[deal.CompanyID]deal.CompanyID)
	sourceOf := make(map[deal.SourceID]deal.SourceID)
	edit.Companies = without(edit.Companies, func(c deal.Company) bool {
		same, known := book.CompanyNamed(c.Name)
		if known {
			companyOf[c.ID] = same.ID
		}
		return known
	})
	ofBook := make(map[string][]deal.Source, len(book.Sources))
	for _, source := range book.Sources {
		ofBook[sourceKey(source)] = append(ofBook[sourceKey(source)], source)
	}
	edit.Sources = without(edit.Sources, func(s deal.Source) bool {
		alike := ofBook[sourceKey(s)]
		same := slices.IndexFunc(alike, func(has deal.Source) bool { return s.Date == "" || s.Date == has.Date })
		if same >= 0 {
			sourceOf[s.ID] = alike[same].ID
		}
		return same >= 0
	})
	sameBase := edit.Base == nil || *edit.Base == book.Base
	edit.Rates = without(edit.Rates, func(r deal.Rate) bool {
		return !sameBase || slices.ContainsFunc(book.Rates, func(has deal.Rate) bool { return has.Currency == r.Currency })
	})
	edit.Title, edit.Base, edit.Layout = nil, nil, nil
	point := pointing{company: companyOf, source: sourceOf}
	edit.Companies = mapped(edit.Companies, point.inCompany)
	edit.Deals = mapped(edit.Deals, point.inDeal)
	edit.Rates = mapped(edit.Rates, func(r deal.Rate) deal.Rate { r.Source = moved(sourceOf, r.Source); return r })
	edit.Claims = mapped(edit.Claims, point.inClaim)
	edit.Scenarios = mapped(edit.Scenarios, point.inScenario)
	return edit
}

// pointing says which negative IDs of an Edit stand for rows that a book has already.
type pointing struct {
	company map[deal.CompanyID]deal.CompanyID
	source  map[deal.SourceID]deal.SourceID
}

// moved returns what the ID stands for, or the ID itself.
func moved[ID comparable](to map[ID]ID, id ID) ID {
	if other, ok := to[id]; ok {
		return other
	}
	return id
}

// without returns a new slice of the entries that are not to be dropped.
func without[T any](entries []T, dropped func(T) bool) []T {
	var kept []T
	for _, entry := range entries {
		if !dropped(entry) {
			kept = append(kept, entry)
		}
	}
	return kept
}

// mapped returns a new slice of what becomes of the entries.
func mapped[T any](entries []T, change func(T) T) []T {
	changed := make([]T, len(entries))
	for i, entry := range entries {
		changed[i] = change(entry)
	}
	return changed
}

func (p pointing) inCompany(c deal.Company) deal.Company {
	c.Cash.Source, c.Revenue.Source = moved(p.source, c.Cash.Source), moved(p.source, c.Revenue.Source)
	return c
}

func (p pointing) inDeal(d deal.Deal) deal.Deal {
	d.Legs = mapped(d.Legs, func(leg deal.Leg) deal.Leg {
		leg.Payer, leg.Payee = moved(p.company, leg.Payer), moved(p.company, leg.Payee)
		leg.Drawn.Source = moved(p.source, leg.Drawn.Source)
		return leg
	})
	d.Rights = mapped(d.Rights, func(right deal.Right) deal.Right {
		right.Holder, right.Over = moved(p.company, right.Holder), moved(p.company, right.Over)
		right.Source = moved(p.source, right.Source)
		return right
	})
	return d
}

func (p pointing) inClaim(c deal.Claim) deal.Claim {
	c.Source = moved(p.source, c.Source)
	if same, known := p.company[c.About.Company]; known {
		c.About.Company, c.Chosen = same, false
	}
	return c
}

func (p pointing) inScenario(s deal.Scenario) deal.Scenario {
	s.Changes = mapped(s.Changes, func(change deal.Change) deal.Change {
		if change.Field.Target() == deal.TargetCompany {
			change.Target = int64(moved(p.company, deal.CompanyID(change.Target)))
			change.Other = int64(moved(p.company, deal.CompanyID(change.Other)))
		}
		return change
	})
	return s
}
