package whatif

import (
	"slices"

	"roundtrip/internal/deal"
)

// Latest returns the changes without those of which a later one sets the same thing: the later one holds, whatever it
// sets. It returns the given ones where there are none such.
func Latest(changes []deal.Change) []deal.Change {
	last := make(map[deal.ChangeSlot]int, len(changes))
	noteLast(last, changes)
	if len(last) == len(changes) {
		return changes
	}
	left := make([]deal.Change, 0, len(last))
	for i, change := range changes {
		if last[change.Slot()] == i {
			left = append(left, change)
		}
	}
	return left
}

// noteLast writes down at which position each thing is set for the last time.
func noteLast(last map[deal.ChangeSlot]int, changes []deal.Change) {
	clear(last)
	for i := range changes {
		last[changes[i].Slot()] = i
	}
}

// Differs reports whether what is tried is something else than the scenario of the Book says. What sets only what the
// Book holds anyway makes no difference.
func Differs(book *deal.Book, scenario deal.Scenario, tried []deal.Change) bool {
	stored := Latest(scenario.Changes)
	for _, change := range stored {
		found := slices.ContainsFunc(tried, func(other deal.Change) bool {
			return other.Slot() == change.Slot() && other.Value == change.Value && other.Text == change.Text
		})
		if !found && !IsBase(book, change) {
			return true
		}
	}
	return slices.ContainsFunc(tried, func(change deal.Change) bool {
		return !slices.ContainsFunc(stored, func(other deal.Change) bool { return other.Slot() == change.Slot() })
	})
}

// Sets reports whether one of the changes sets what the change sets.
func Sets(changes []deal.Change, change deal.Change) bool {
	return slices.ContainsFunc(changes, func(other deal.Change) bool { return other.Slot() == change.Slot() })
}
