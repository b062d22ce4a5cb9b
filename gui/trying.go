package gui

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// try adds one change to what is being tried, in the place of another one of the same thing. What belongs to the
// leg that is moved becomes part of its stake.
func (s *session) try(change deal.Change) {
	change = whatif.Rebase(s.book, change)
	same := func(other deal.Change) bool {
		return other.Field == change.Field && other.Target == change.Target && other.Other == change.Other &&
			(change.Field != deal.ChangeWeight || other.Text == change.Text)
	}
	all := slices.DeleteFunc(append(s.stake.Changes(s.book), s.changes...), same)
	all = append(all, change)
	stake := whatif.StakeUnder(s.book, s.stake.Leg, all)
	own := stake.Changes(s.book)
	s.changes = slices.DeleteFunc(all, func(other deal.Change) bool {
		return slices.ContainsFunc(own, func(its deal.Change) bool { return its.Field == other.Field && its.Target == other.Target })
	})
	// A value that is the document's own is no change of the stake, and needs none.
	s.changes = slices.DeleteFunc(s.changes, func(other deal.Change) bool {
		return other.Field != deal.ChangeWeight && other.Target == int64(s.stake.Leg) && stakeField(other.Field)
	})
	s.setStake(stake)
}

// stakeField reports whether the stake itself holds the field's value.
func stakeField(field deal.ChangeField) bool {
	switch field {
	case deal.ChangeAmount, deal.ChangeSpentBack, deal.ChangeValuation, deal.ChangeTiming:
		return true
	}
	return false
}
