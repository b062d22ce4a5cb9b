package whatif

import "roundtrip/internal/deal"

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
