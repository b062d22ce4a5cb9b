package gui

import (
	"errors"
	"fmt"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/whatif"
)

// sameThing reports whether two changes set the same thing, so that the one takes the other's place.
func sameThing(a, b deal.Change) bool { return a.Slot() == b.Slot() }

// trial returns everything that is tried in the order in which it was given.
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

// setTrial tries the changes in the place of everything that is tried.
func (s *session) setTrial(leg deal.LegID, changes []deal.Change) {
	s.hold(leg, changes)
	s.compare()
}

// hold makes the changes what is tried, but for those that set what the document says anyway and those of what it no
// longer holds. What belongs to the leg becomes its stake.
func (s *session) hold(leg deal.LegID, changes []deal.Change) {
	changes = slices.DeleteFunc(slices.Clone(whatif.Latest(changes)), func(change deal.Change) bool {
		return whatif.IsBase(s.book, change) || s.deleted(change)
	})
	s.stake, s.given = whatif.StakeUnder(s.book, leg, changes), changes
	own := s.stake.Changes(s.book)
	s.changes = slices.DeleteFunc(slices.Clone(changes), func(change deal.Change) bool {
		itsOwn := slices.ContainsFunc(own, func(its deal.Change) bool { return its.Field == change.Field && its.Target == change.Target })
		return itsOwn || change.Target == int64(leg) && whatif.StakeField(change.Field)
	})
}

// try adds one change to what is tried, in the place of another one of the same thing. What belongs to the
// leg that is moved becomes part of its stake.
func (s *session) try(change deal.Change) {
	change = whatif.Rebase(s.book, change)
	label := "Try " + whatif.Describe(s.book, change)
	all := s.trial()
	if at := slices.IndexFunc(all, func(other deal.Change) bool { return sameThing(other, change) }); at >= 0 {
		all[at] = change
	} else {
		all = append(all, change)
	}
	s.trying(label, "", func() { s.setTrial(s.stake.Leg, all) })
}

// untry takes one change back.
func (s *session) untry(change deal.Change) {
	left := slices.DeleteFunc(s.trial(), func(other deal.Change) bool { return sameThing(other, change) })
	s.trying("Take back "+whatif.Describe(s.book, change), "", func() { s.setTrial(s.stake.Leg, left) })
}

// retry puts a change in the place of another one of what is tried. What is recovered after a failure, for which the form
// has no entry, stays.
func (s *session) retry(was, change deal.Change) {
	if was.Field == deal.ChangeFails && change.Field == was.Field && change.Text == "" {
		change.Text = was.Text
	}
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
	s.trying("Try "+whatif.Describe(s.book, change), "", func() { s.setTrial(s.stake.Leg, all) })
}

// triedChanges are what was tried at some time.
type triedChanges struct {
	leg     deal.LegID
	changes []deal.Change
	loaded  deal.ScenarioID
}

// nowTried returns what is tried now.
func (s *session) nowTried() triedChanges {
	return triedChanges{leg: s.stake.Leg, changes: s.trial(), loaded: s.loaded}
}

// tries reports whether these changes are what is tried now: whoever has tried something else since keeps that. Nil are
// none of anything.
func (s *session) tries(all *triedChanges) bool {
	return all != nil && slices.EqualFunc(s.trial(), all.changes, func(a, b deal.Change) bool {
		return sameThing(a, b) && a.Value == b.Value && a.Text == b.Text
	})
}

// tryAgain tries what was tried at another time.
func (s *session) tryAgain(then *triedChanges) {
	leg := then.leg
	if _, _, ok := s.book.Leg(leg); !ok {
		leg = s.stake.Leg
	}
	s.loaded = then.loaded
	s.setTrial(leg, then.changes)
}

// load tries the changes of a stored scenario, about the leg that it moves first.
func (s *session) load(scenario deal.Scenario) {
	first, _ := whatif.DefaultStake(s.book)
	leg := whatif.LegOf(s.book, scenario.Changes, first.Leg)
	s.trying("Try scenario "+scenario.Name, "", func() {
		s.loaded = scenario.ID
		s.setTrial(leg, scenario.Changes)
	})
}

// scenario returns the stored scenario that is tried, and whether what is tried differs from it.
func (s *session) scenario() (scenario deal.Scenario, differs, ok bool) {
	if scenario, ok = s.book.Scenario(s.loaded); !ok {
		return deal.Scenario{}, false, false
	}
	return scenario, whatif.Differs(s.book, scenario, s.trial()), true
}

// doing names what is selected, viewed and tried, to tell whether it is still the same.
func (s *session) doing() string {
	return fmt.Sprint(s.document, s.selection, s.source, s.view, s.loaded, s.trial())
}

// deleted reports whether the document no longer holds what the change is about.
func (s *session) deleted(change deal.Change) bool {
	gone := new(whatif.TargetError)
	return errors.As(whatif.Validate(s.book, change), &gone)
}
