package whatif

import "roundtrip/internal/deal"

// setThing is what a change sets.
type setThing struct {
	field         deal.ChangeField
	target, other int64
	status        string
}

func setBy(change deal.Change) setThing {
	what := setThing{field: change.Field, target: change.Target, other: change.Other}
	if change.Field == deal.ChangeWeight {
		what.status = change.Text
	}
	return what
}

// Latest returns the changes without those of which a later one sets the same thing: the later one holds, whatever it
// sets. It returns the given ones where there are none such.
func Latest(changes []deal.Change) []deal.Change {
	last := make(map[setThing]int, len(changes))
	noteLast(last, changes)
	if len(last) == len(changes) {
		return changes
	}
	left := make([]deal.Change, 0, len(last))
	for i, change := range changes {
		if last[setBy(change)] == i {
			left = append(left, change)
		}
	}
	return left
}

// noteLast writes down at which position each thing is set for the last time.
func noteLast(last map[setThing]int, changes []deal.Change) {
	clear(last)
	for i := range changes {
		last[setBy(changes[i])] = i
	}
}
