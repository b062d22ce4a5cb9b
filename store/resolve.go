package store

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// resolver gives every new entry of an edit its ID and puts it wherever the edit refers to the entry.
type resolver struct {
	conn      *connection
	highest   map[*table]int64 // the last ID that was handed out
	fresh     map[rowKey]bool  // the rows that the edit makes
	companies map[deal.CompanyID]deal.CompanyID
	sources   map[deal.SourceID]deal.SourceID
	deals     map[deal.DealID]deal.DealID
	legs      map[deal.LegID]deal.LegID
	err       error // the first error; everything after it is meaningless
}

func newResolver(conn *connection) *resolver {
	return &resolver{
		conn: conn, highest: map[*table]int64{}, fresh: map[rowKey]bool{},
		companies: map[deal.CompanyID]deal.CompanyID{}, sources: map[deal.SourceID]deal.SourceID{},
		deals: map[deal.DealID]deal.DealID{}, legs: map[deal.LegID]deal.LegID{},
	}
}

// resolve returns the edit with positive IDs only. The caller's slices stay as they are.
func (r *resolver) resolve(edit deal.Edit) (deal.Edit, error) {
	edit.Companies = slices.Clone(edit.Companies)
	edit.Sources = slices.Clone(edit.Sources)
	edit.Deals = slices.Clone(edit.Deals)
	edit.Claims = slices.Clone(edit.Claims)
	edit.Rates = slices.Clone(edit.Rates)
	edit.Scenarios = slices.Clone(edit.Scenarios)
	r.assignIDs(&edit)
	for i := range edit.Companies {
		refer(r, r.sources, &edit.Companies[i].Cash.Source)
		refer(r, r.sources, &edit.Companies[i].Revenue.Source)
	}
	for i := range edit.Deals {
		r.referDeal(&edit.Deals[i])
	}
	for i := range edit.Claims {
		claim := &edit.Claims[i]
		refer(r, r.sources, &claim.Source)
		refer(r, r.companies, &claim.About.Company)
		refer(r, r.deals, &claim.About.Deal)
		refer(r, r.legs, &claim.About.Leg)
	}
	for i := range edit.Rates {
		refer(r, r.sources, &edit.Rates[i].Source)
	}
	for i := range edit.Scenarios {
		r.referScenario(&edit.Scenarios[i])
	}
	return edit, r.err
}

func (r *resolver) assignIDs(edit *deal.Edit) {
	for i := range edit.Sources {
		assign(r, sources.table, r.sources, &edit.Sources[i].ID)
	}
	for i := range edit.Companies {
		assign(r, companies.table, r.companies, &edit.Companies[i].ID)
	}
	for i := range edit.Deals {
		d := &edit.Deals[i]
		assign(r, deals.table, r.deals, &d.ID)
		d.Legs = slices.Clone(d.Legs)
		for j := range d.Legs {
			assign(r, legs.table, r.legs, &d.Legs[j].ID)
			d.Legs[j].Deal = d.ID
		}
		d.Rights = slices.Clone(d.Rights)
		for j := range d.Rights {
			assign(r, rights.table, nil, &d.Rights[j].ID)
		}
	}
	for i := range edit.Claims {
		assign(r, claims.table, nil, &edit.Claims[i].ID)
	}
	for i := range edit.Scenarios {
		assign(r, scenarios.table, nil, &edit.Scenarios[i].ID)
	}
}

func (r *resolver) referDeal(d *deal.Deal) {
	for j := range d.Legs {
		leg := &d.Legs[j]
		refer(r, r.companies, &leg.Payer)
		refer(r, r.companies, &leg.Payee)
		refer(r, r.legs, &leg.ConditionalOn)
		refer(r, r.sources, &leg.Drawn.Source)
	}
	for j := range d.Rights {
		right := &d.Rights[j]
		refer(r, r.companies, &right.Holder)
		refer(r, r.companies, &right.Over)
		refer(r, r.sources, &right.Source)
	}
}

func (r *resolver) referScenario(s *deal.Scenario) {
	s.Changes = slices.Clone(s.Changes)
	for j := range s.Changes {
		change := &s.Changes[j]
		switch change.Field.Target() {
		case deal.TargetCompany:
			refer(r, r.companies, (*deal.CompanyID)(&change.Target))
			refer(r, r.companies, (*deal.CompanyID)(&change.Other))
		case deal.TargetDeal:
			refer(r, r.deals, (*deal.DealID)(&change.Target))
		case deal.TargetLeg:
			refer(r, r.legs, (*deal.LegID)(&change.Target))
		}
	}
}

// allocate returns the next ID of the table. IDs are never handed out twice, also not those of deleted rows:
// a scenario or another program may still remember them.
func (r *resolver) allocate(t *table) int64 {
	if _, ok := r.highest[t]; !ok {
		highest, err := r.conn.number("SELECT max(coalesce((SELECT max(id) FROM "+t.name+"), 0), "+
			"coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0))", t.name)
		r.fail(err)
		r.highest[t] = highest
	}
	r.highest[t]++
	r.fresh[rowKey{t, r.highest[t]}] = true
	return r.highest[t]
}

func (r *resolver) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// assign replaces an ID of zero or below by a new one. What a negative ID has become is noted in known; a
// nil known is for entries that nothing refers to.
func assign[ID ~int64](r *resolver, t *table, known map[ID]ID, id *ID) {
	if *id > 0 {
		return
	}
	fresh := ID(r.allocate(t))
	if *id < 0 && known != nil {
		if _, ok := known[*id]; ok {
			r.fail(fmt.Errorf("the edit makes two rows of %s with the ID %d", t.name, *id))
		}
		known[*id] = fresh
	}
	*id = fresh
}

// refer replaces a negative ID by what it has become.
func refer[ID ~int64](r *resolver, known map[ID]ID, id *ID) {
	if *id >= 0 {
		return
	}
	fresh, ok := known[*id]
	if !ok {
		r.fail(fmt.Errorf("the edit refers to the new entry %d, which it does not make", *id))
	}
	*id = fresh
}
