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
	all := s.trial()
	if at := slices.IndexFunc(all, func(other deal.Change) bool { return sameThing(other, change) }); at >= 0 {
		all[at] = change
	} else {
		all = append(all, change)
	}
	s.setTrial(s.stake.Leg, all)
}

// stakeField reports whether the stake itself holds the field's value.
func stakeField(field deal.ChangeField) bool {
	switch field {
	case deal.ChangeAmount, deal.ChangeSpentBack, deal.ChangeValuation, deal.ChangeTiming:
		return true
	}
	return false
}
