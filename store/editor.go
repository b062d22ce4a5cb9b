package store

import (
	"fmt"

	"roundtrip/internal/deal"
)

// editor lists the changes of rows that an edit amounts to.
type editor struct {
	ledger
	resolver *resolver
	edit     deal.Edit // its IDs are all positive
}

func (e *editor) putHeading() error {
	if e.edit.Title == nil && e.edit.Base == nil && e.edit.Layout == nil {
		return nil
	}
	stored, err := e.conn.read(headings.table, 1)
	if err != nil {
		return err
	}
	var heading headingRow
	headings.decode(stored, &heading)
	if e.edit.Title != nil {
		heading.Title = *e.edit.Title
	}
	if e.edit.Base != nil {
		heading.Base = *e.edit.Base
	}
	if e.edit.Layout != nil {
		heading.Layout = *e.edit.Layout
	}
	return e.put(headings.table, stored, headings.encode(&heading))
}

// putEntries lists the entries that are one row each. Claims come before deals, so that a claim which the
// edit moves away from a leg does not go with the leg.
func (e *editor) putEntries() error {
	for i := range e.edit.Sources {
		if err := e.replace(sources.table, sources.encode(&e.edit.Sources[i])); err != nil {
			return err
		}
	}
	for i := range e.edit.Companies {
		if err := e.replace(companies.table, companies.encode(&e.edit.Companies[i])); err != nil {
			return err
		}
	}
	for i := range e.edit.Claims {
		if err := e.replace(claims.table, claims.encode(&e.edit.Claims[i])); err != nil {
			return err
		}
	}
	return nil
}

func (e *editor) putDeals() error {
	for i := range e.edit.Deals {
		d := &e.edit.Deals[i]
		if err := e.putDeal(d); err != nil {
			return err
		}
	}
	return nil
}

// putDeal lists the deal with its tags, legs and rights; stored ones that it no longer lists go.
func (e *editor) putDeal(d *deal.Deal) error {
	if err := e.replace(deals.table, deals.encode(d)); err != nil {
		return err
	}
	newTags := make([]row, len(d.Tags))
	for i, tag := range d.Tags {
		newTags[i] = tags.encode(&tagRow{Deal: int64(d.ID), Position: int64(i + 1), Tag: tag})
	}
	newLegs := make([]row, len(d.Legs))
	for i := range d.Legs {
		newLegs[i] = legs.encode(&legRow{Leg: d.Legs[i], Position: int64(i + 1)})
	}
	newRights := make([]row, len(d.Rights))
	for i := range d.Rights {
		newRights[i] = rights.encode(&rightRow{Right: d.Rights[i], Deal: int64(d.ID), Position: int64(i + 1)})
	}
	owner := rowKey{deals.table, int64(d.ID)}
	if err := e.putParts(owner, tags.table, newTags); err != nil {
		return err
	}
	if err := e.putParts(owner, legs.table, newLegs); err != nil {
		return fmt.Errorf("deal “%s”: %w", d.Title, err)
	}
	if err := e.putParts(owner, rights.table, newRights); err != nil {
		return fmt.Errorf("deal “%s”: %w", d.Title, err)
	}
	return nil
}

// putParts lists the rows that belong to the owner. Rows of ID 0, which have no ID in package deal, take
// over the stored rows one after the other.
func (e *editor) putParts(owner rowKey, t *table, after []row) error {
	var stored []row
	if !e.fresh[owner] {
		var err error
		stored, err = e.conn.rows(t, t.ownerColumn()+" = ?", owner.id)
		if err == nil {
			err = e.checkCount(t, owner.id, len(stored))
		}
		if err != nil {
			return err
		}
	}
	byID := make(map[int64]row, len(stored))
	for _, values := range stored {
		byID[values[0].(int64)] = values
	}
	for i, values := range after {
		if values[0] == int64(0) {
			if i < len(stored) {
				values[0] = stored[i][0]
			} else {
				values[0] = e.resolver.allocate(t)
			}
		}
		if err := e.put(t, byID[values[0].(int64)], values); err != nil {
			return err
		}
		delete(byID, values[0].(int64))
	}
	for _, values := range stored {
		if byID[values[0].(int64)] == nil {
			continue
		}
		if err := e.removeOwned(t, values); err != nil {
			return err
		}
	}
	return e.resolver.err
}

func (e *editor) putRates() error {
	done := map[deal.Currency]bool{}
	for _, rate := range e.edit.Rates {
		if done[rate.Currency] {
			return fmt.Errorf("the edit holds the rate of %s twice", rate.Currency)
		}
		done[rate.Currency] = true
		found, err := e.conn.rows(rates.table, "currency = ?", string(rate.Currency))
		if err != nil {
			return err
		}
		after := rateRow{Rate: rate}
		switch {
		case rate.Micros == 0 && len(found) == 0:
			err = fmt.Errorf("rate of %s: %w", rate.Currency, deal.ErrNotFound)
		case rate.Micros == 0:
			err = e.remove(rates.table, found[0], false)
		case len(found) > 0:
			after.ID = found[0][0].(int64)
			err = e.put(rates.table, found[0], rates.encode(&after))
		default:
			after.ID = e.resolver.allocate(rates.table)
			err = e.put(rates.table, nil, rates.encode(&after))
		}
		if err != nil {
			return err
		}
	}
	return e.resolver.err
}

func (e *editor) putScenarios() error {
	for i := range e.edit.Scenarios {
		s := &e.edit.Scenarios[i]
		if err := e.replace(scenarios.table, scenarios.encode(s)); err != nil {
			return err
		}
		after := make([]row, len(s.Changes))
		for j := range s.Changes {
			after[j] = changes.encode(&changeRow{Change: s.Changes[j], Scenario: int64(s.ID), Position: int64(j + 1)})
		}
		if err := e.putParts(rowKey{scenarios.table, int64(s.ID)}, changes.table, after); err != nil {
			return err
		}
	}
	return nil
}

func (e *editor) deleteEntries() error {
	for _, id := range e.edit.DeleteDeals {
		if err := e.removeWith(deals.table, int64(id), belonging{tags.table, "deal = ?"},
			belonging{legs.table, "deal = ?"}, belonging{rights.table, "deal = ?"},
			belonging{claims.table, "deal = ?"}); err != nil {
			return err
		}
	}
	for _, id := range e.edit.DeleteCompanies {
		if err := e.removeWith(companies.table, int64(id), belonging{claims.table, "company = ?"}); err != nil {
			return err
		}
	}
	for _, id := range e.edit.DeleteSources {
		if err := e.removeWith(sources.table, int64(id), belonging{claims.table, "source = ?"}); err != nil {
			return err
		}
	}
	for _, id := range e.edit.DeleteClaims {
		if err := e.removeWith(claims.table, int64(id)); err != nil {
			return err
		}
	}
	for _, id := range e.edit.DeleteScenarios {
		if err := e.removeWith(scenarios.table, int64(id), belonging{changes.table, "scenario = ?"}); err != nil {
			return err
		}
	}
	return nil
}
