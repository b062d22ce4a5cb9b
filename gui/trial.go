package gui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// sameThing reports whether two changes set the same thing, so that the one takes the other's place.
func sameThing(a, b deal.Change) bool {
	return a.Field == b.Field && a.Target == b.Target && a.Other == b.Other && (a.Field != deal.ChangeWeight || a.Text == b.Text)
}

// trial returns everything that is being tried in the order in which it was given.
func (s *session) trial() []deal.Change {
	if !s.stakeSet {
		return nil
	}
	all := append(s.stake.Changes(s.book), s.changes...)
	place := func(change deal.Change) int {
		at := slices.IndexFunc(s.given, func(other deal.Change) bool { return sameThing(other, change) })
		if at < 0 {
			return len(s.given)
		}
		return at
	}
	slices.SortStableFunc(all, func(a, b deal.Change) int { return place(a) - place(b) })
	return all
}

// setTrial puts the changes in the place of everything that is being tried. What belongs to the leg becomes its
// stake.
func (s *session) setTrial(leg deal.LegID, changes []deal.Change) {
	stake := whatif.StakeUnder(s.book, leg, changes)
	own := stake.Changes(s.book)
	s.changes = slices.DeleteFunc(slices.Clone(changes), func(change deal.Change) bool {
		itsOwn := slices.ContainsFunc(own, func(its deal.Change) bool { return its.Field == change.Field && its.Target == change.Target })
		// A value that is the document's own is no change of the stake, and needs none.
		return itsOwn || change.Field != deal.ChangeWeight && change.Target == int64(leg) && stakeField(change.Field)
	})
	s.given = slices.Clone(changes)
	s.setStake(stake)
}

// untry takes one change back.
func (s *session) untry(change deal.Change) {
	s.setTrial(s.stake.Leg, slices.DeleteFunc(s.trial(), func(other deal.Change) bool { return sameThing(other, change) }))
}

// retry puts a change in the place of another one of what is being tried.
func (s *session) retry(was, change deal.Change) {
	all := s.trial()
	at := slices.IndexFunc(all, func(other deal.Change) bool { return sameThing(other, was) })
	if at < 0 {
		s.try(change)
		return
	}
	all[at] = whatif.Rebase(s.book, change)
	for i := len(all) - 1; i >= 0; i-- {
		if i != at && sameThing(all[i], all[at]) {
			all = slices.Delete(all, i, i+1)
			at = slices.IndexFunc(all, func(other deal.Change) bool { return sameThing(other, change) })
		}
	}
	s.setTrial(s.stake.Leg, all)
}

// load tries the changes of a stored scenario, about the leg that it moves first.
func (s *session) load(scenario deal.Scenario) {
	leg := whatif.LegOf(s.book, scenario.Changes, s.stake.Leg)
	s.loaded = scenario.ID
	s.setTrial(leg, scenario.Changes)
}

// scenario returns the stored scenario that is being tried, and whether what is tried differs from it.
func (s *session) scenario() (scenario deal.Scenario, differs, ok bool) {
	if scenario, ok = s.book.Scenario(s.loaded); !ok {
		return deal.Scenario{}, false, false
	}
	tried := s.trial()
	for _, change := range scenario.Changes {
		found := slices.ContainsFunc(tried, func(other deal.Change) bool {
			return sameThing(other, change) && other.Value == change.Value && other.Text == change.Text
		})
		differs = differs || !found && !whatif.IsBase(s.book, change)
	}
	for _, change := range tried {
		differs = differs || !slices.ContainsFunc(scenario.Changes, func(other deal.Change) bool { return sameThing(other, change) })
	}
	return scenario, differs, true
}

// lateAfter is how long numbers may be computed before those that are still shown are marked as old.
const lateAfter = 100 * time.Millisecond

// afterwards runs what is due after a while on the window's goroutine, unless it is called off before. In tests, in
// which nothing takes long, it is never due.
var afterwards = func(after time.Duration, due func()) (callOff func() bool) {
	return time.AfterFunc(after, func() { fyne.Do(due) }).Stop
}

// awaiting notes that what is shown is not of what is tried any more until arrived is called.
func (s *session) awaiting() {
	if s.callOff != nil {
		return // what is shown has been old since the first of them
	}
	s.waits++
	wait := s.waits
	s.callOff = afterwards(lateAfter, func() {
		if s.callOff != nil && s.waits == wait {
			s.late = true
			tell(s.onLate)
		}
	})
}

// arrived notes that the numbers of what is tried are there.
func (s *session) arrived() {
	if s.callOff != nil {
		s.callOff()
		s.callOff = nil
	}
	if s.late {
		s.late = false
		tell(s.onLate)
	}
}
