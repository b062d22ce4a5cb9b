package store

import "roundtrip/internal/deal"

// load reads the whole document, in one query a table. The caller holds a transaction, so that the tables
// are of one moment.
func (c *connection) load() (*deal.Book, error) {
	var parts deal.Book
	for _, step := range []func(*deal.Book) error{
		c.loadHeading, c.loadSimple, c.loadDeals, c.loadTags, c.loadLegs, c.loadRights, c.loadScenarios,
		c.loadPlaces,
	} {
		if err := step(&parts); err != nil {
			return nil, err
		}
	}
	return deal.NewBook(parts), nil
}

// all calls take with every row of the entity's table.
func all[T any](c *connection, e entity[T], order string, take func(*T)) error {
	return c.each(e.selects+" ORDER BY "+order, nil, func(values row) error {
		var entry T
		e.decode(values, &entry)
		take(&entry)
		return nil
	})
}

func (c *connection) loadHeading(parts *deal.Book) error {
	revision, err := c.number("SELECT revision FROM meta")
	parts.Revision = revision
	if err != nil {
		return err
	}
	return all(c, headings, "id", func(h *headingRow) {
		parts.Title, parts.Base, parts.Layout = h.Title, h.Base, h.Layout
	})
}

// loadSimple reads the tables whose rows stand for themselves.
func (c *connection) loadSimple(parts *deal.Book) error {
	err := all(c, sources, "id", func(s *deal.Source) { parts.Sources = append(parts.Sources, *s) })
	if err != nil {
		return err
	}
	err = all(c, companies, "id", func(company *deal.Company) { parts.Companies = append(parts.Companies, *company) })
	if err != nil {
		return err
	}
	err = all(c, claims, "id", func(claim *deal.Claim) { parts.Claims = append(parts.Claims, *claim) })
	if err != nil {
		return err
	}
	return c.loadRates(parts)
}

func (c *connection) loadRates(parts *deal.Book) error {
	return all(c, rates, "currency", func(r *rateRow) { parts.Rates = append(parts.Rates, r.Rate) })
}

func (c *connection) loadDeals(parts *deal.Book) error {
	return all(c, deals, "id", func(d *deal.Deal) { parts.Deals = append(parts.Deals, *d) })
}

func (c *connection) loadTags(parts *deal.Book) error {
	next := dealFinder(parts)
	return all(c, tags, "deal, position", func(t *tagRow) {
		if d := next(deal.DealID(t.Deal)); d != nil {
			d.Tags = append(d.Tags, t.Tag)
		}
	})
}

func (c *connection) loadLegs(parts *deal.Book) error {
	next := dealFinder(parts)
	return all(c, legs, "deal, position", func(l *legRow) {
		if d := next(l.Deal); d != nil {
			d.Legs = append(d.Legs, l.Leg)
		}
	})
}

func (c *connection) loadRights(parts *deal.Book) error {
	next := dealFinder(parts)
	return all(c, rights, "deal, position", func(r *rightRow) {
		if d := next(deal.DealID(r.Deal)); d != nil {
			d.Rights = append(d.Rights, r.Right)
		}
	})
}

// dealFinder returns a function that finds deals by IDs that never decrease. It returns nil for a deal that
// is not there, which only another program's writing can bring about; Check reports such rows.
func dealFinder(parts *deal.Book) func(deal.DealID) *deal.Deal {
	at := 0
	return func(id deal.DealID) *deal.Deal {
		for at < len(parts.Deals) && parts.Deals[at].ID < id {
			at++
		}
		if at == len(parts.Deals) || parts.Deals[at].ID != id {
			return nil
		}
		return &parts.Deals[at]
	}
}

func (c *connection) loadScenarios(parts *deal.Book) error {
	err := all(c, scenarios, "id", func(s *deal.Scenario) { parts.Scenarios = append(parts.Scenarios, *s) })
	if err != nil {
		return err
	}
	at := 0
	return all(c, changes, "scenario, position", func(change *changeRow) {
		for at < len(parts.Scenarios) && int64(parts.Scenarios[at].ID) < change.Scenario {
			at++
		}
		if at < len(parts.Scenarios) && int64(parts.Scenarios[at].ID) == change.Scenario {
			parts.Scenarios[at].Changes = append(parts.Scenarios[at].Changes, change.Change)
		}
	})
}
