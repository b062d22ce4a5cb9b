package store

import (
	"fmt"

	"roundtrip/internal/deal"
)

// checkNames refuses a company name that another company has, but for case and spaces, once the edit is done.
func (e *editor) checkNames() error {
	key := companies.at("name_key")
	taken := map[string]bool{}
	for _, c := range e.changes {
		if c.table != companies.table || c.after == nil || c.before != nil && c.before[key] == c.after[key] {
			continue
		}
		name := c.after[key].(string)
		clash := taken[name]
		taken[name] = true
		if !clash {
			stored, err := e.conn.rows(companies.table, "name_key = ?", name)
			if err != nil {
				return err
			}
			clash = len(stored) > 0 && !e.movesAway(stored[0], key)
		}
		if clash {
			err := problem(deal.FieldName, "there is a company of this name already: use that one, or another name")
			return fmt.Errorf("%s: %w", describe(c.table, c.after), err)
		}
	}
	return nil
}

// movesAway reports whether the edit deletes the stored company or gives it another name.
func (e *editor) movesAway(stored row, key int) bool {
	for _, c := range e.changes {
		if c.table == companies.table && c.before != nil && c.before[0] == stored[0] {
			return c.after == nil || c.after[key] != stored[key]
		}
	}
	return false
}

// unchoose takes the choice from claims that were chosen before for the subject and field of one that the
// edit chooses. An edit that chooses two is refused.
func (e *editor) unchoose() error {
	chosen := claims.at("chosen")
	taken := map[claimPlace]bool{}
	for _, c := range e.changes {
		if c.table != claims.table || c.after == nil || c.after[chosen] == int64(0) {
			continue
		}
		var claim deal.Claim
		claims.decode(c.after, &claim)
		place := claimPlace{claim.About, claim.Field}
		if taken[place] {
			err := problem(deal.FieldClaim, "only one claim can be chosen for the same thing")
			return fmt.Errorf("%s: %w", describe(c.table, c.after), err)
		}
		taken[place] = true
		if e.isNew(claim.About) {
			continue
		}
		if err := e.unchooseOthers(claim); err != nil {
			return err
		}
	}
	return nil
}

// claimPlace is what at most one claim is chosen for.
type claimPlace struct {
	about deal.Subject
	field deal.ClaimField
}

// isNew reports whether the edit makes the subject, so that no stored claim is about it.
func (e *editor) isNew(about deal.Subject) bool {
	return e.fresh[rowKey{companies.table, int64(about.Company)}] ||
		e.fresh[rowKey{deals.table, int64(about.Deal)}] || e.fresh[rowKey{legs.table, int64(about.Leg)}]
}

func (e *editor) unchooseOthers(claim deal.Claim) error {
	about := claim.About
	others, err := e.conn.rows(claims.table,
		`chosen = 1 AND coalesce(company, 0) = ? AND coalesce(deal, 0) = ? AND coalesce(leg, 0) = ? AND field = ?`,
		int64(about.Company), int64(about.Deal), int64(about.Leg), string(claim.Field))
	if err != nil {
		return err
	}
	for _, stored := range others {
		if e.listed[rowKey{claims.table, stored[0].(int64)}] {
			continue // the edit says itself what becomes of it
		}
		var other deal.Claim
		claims.decode(stored, &other)
		other.Chosen = false
		if err := e.put(claims.table, stored, claims.encode(&other)); err != nil {
			return err
		}
	}
	return nil
}
