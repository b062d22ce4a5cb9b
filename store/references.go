package store

import (
	"context"
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/progress"
)

// mostNamed is how many entries a NamedError lists.
const mostNamed = 5

// checkReferences looks, once the changes are written, whether everything that they name is there and
// nothing names what they deleted. The foreign keys would refuse the same at the commit, but say nothing.
func (c *connection) checkReferences(ctx context.Context, changes []change) error {
	present := map[rowKey]bool{}
	for i, change := range changes {
		err := progress.Stopped(ctx, i)
		if err != nil {
			return err
		}
		if change.after == nil {
			err = c.checkDeleted(change)
		} else {
			err = c.checkParents(change, present)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkParents looks for the rows that the changed row refers to.
func (c *connection) checkParents(change change, present map[rowKey]bool) error {
	for i, column := range change.table.columns {
		id, refers := change.after[i].(int64)
		if column.parent == "" || !refers || change.before != nil && change.before[i] == change.after[i] {
			continue
		}
		key := rowKey{tableNamed(column.parent), id}
		if present[key] {
			continue
		}
		found, err := c.number("SELECT count(*) FROM "+column.parent+" WHERE id = ?", id)
		if err != nil {
			return err
		}
		if found == 0 {
			return fmt.Errorf("%s of %s: %w", column.name, describe(change.table, change.after), deal.ErrNotFound)
		}
		present[key] = true
	}
	return nil
}

// naming lists, for each table, the query for what may still name a deleted row. Claims go with what they are
// about, unless the same edit puts them.
var naming = map[*table]string{
	companies.table: `
		SELECT DISTINCT 'deal “' || deals.title || '”' FROM legs JOIN deals ON deals.id = legs.deal
			WHERE legs.payer = ?1 OR legs.payee = ?1
		UNION ALL SELECT DISTINCT 'a right of deal “' || deals.title || '”' FROM rights
			JOIN deals ON deals.id = rights.deal WHERE rights.holder = ?1 OR rights.over = ?1
		UNION ALL SELECT DISTINCT 'scenario “' || scenarios.name || '”' FROM scenario_changes
			JOIN scenarios ON scenarios.id = scenario_changes.scenario
			WHERE field IN (` + fieldsOf(deal.TargetCompany) + `) AND (target = ?1 OR other = ?1)
		UNION ALL SELECT 'claim ' || id FROM claims WHERE company = ?1`,
	deals.table: `SELECT 'claim ' || id FROM claims WHERE deal = ?1`,
	sources.table: `
		SELECT 'company “' || name || '”' FROM companies WHERE cash_source = ?1 OR revenue_source = ?1
		UNION ALL SELECT DISTINCT 'deal “' || deals.title || '”' FROM legs JOIN deals ON deals.id = legs.deal
			WHERE legs.drawn_source = ?1
		UNION ALL SELECT DISTINCT 'a right of deal “' || deals.title || '”' FROM rights
			JOIN deals ON deals.id = rights.deal WHERE rights.source = ?1
		UNION ALL SELECT 'the rate of ' || currency FROM rates WHERE source = ?1
		UNION ALL SELECT 'claim ' || id FROM claims WHERE source = ?1`,
	legs.table: `
		SELECT 'a condition of deal “' || deals.title || '”' FROM legs JOIN deals ON deals.id = legs.deal
			WHERE legs.conditional_on = ?1
		UNION ALL SELECT 'claim ' || id FROM claims WHERE leg = ?1`,
}

// fieldsOf lists, as a query does, the fields of changes whose target is such a thing.
func fieldsOf(target deal.ChangeTarget) string {
	var list []string
	for _, field := range deal.ChangeFields {
		if field.Target() == target {
			list = append(list, "'"+string(field)+"'")
		}
	}
	return strings.Join(list, ", ")
}

// checkDeleted refuses to delete what other entries still name.
func (c *connection) checkDeleted(change change) error {
	query, ok := naming[change.table]
	if !ok {
		return nil
	}
	where, err := c.texts(query, change.id)
	if err != nil || len(where) == 0 {
		return err
	}
	shown := min(len(where), mostNamed)
	return &NamedError{What: describe(change.table, change.before), Where: where[:shown], More: len(where) - shown}
}
