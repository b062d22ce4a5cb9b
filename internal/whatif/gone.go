package whatif

import (
	"slices"

	"roundtrip/internal/deal"
)

// KeepNames returns the edit with one thing more: scenarios that change what it deletes keep its name, so that they can say
// what they were about when it is gone.
func KeepNames(book *deal.Book, edit deal.Edit) deal.Edit {
	edit.Scenarios = slices.Clone(edit.Scenarios)
	for _, scenario := range book.Scenarios {
		rewritten := slices.ContainsFunc(edit.Scenarios, func(other deal.Scenario) bool { return other.ID == scenario.ID })
		if rewritten || slices.Contains(edit.DeleteScenarios, scenario.ID) {
			continue
		}
		scenario.Changes = slices.Clone(scenario.Changes)
		named := false
		for i := range scenario.Changes {
			if name := deletedName(book, edit, scenario.Changes[i]); name != "" {
				scenario.Changes[i], named = scenario.Changes[i].KeepName(name), true
			}
		}
		if named {
			edit.Scenarios = append(edit.Scenarios, scenario)
		}
	}
	return edit
}

// deletedName returns the name of what the change is about where the edit deletes it, "" where it does not.
func deletedName(book *deal.Book, edit deal.Edit, change deal.Change) string {
	switch change.Field.Target() {
	case deal.TargetDeal:
		if d, ok := book.Deal(deal.DealID(change.Target)); ok && slices.Contains(edit.DeleteDeals, d.ID) {
			return d.Title
		}
	case deal.TargetLeg:
		if leg, owner, ok := book.Leg(deal.LegID(change.Target)); ok && deletesLeg(edit, owner.ID, leg.ID) {
			return LegName(book, leg)
		}
	}
	return ""
}

func deletesLeg(edit deal.Edit, owner deal.DealID, id deal.LegID) bool {
	if slices.Contains(edit.DeleteDeals, owner) {
		return true
	}
	at := slices.IndexFunc(edit.Deals, func(d deal.Deal) bool { return d.ID == owner })
	return at >= 0 && !slices.ContainsFunc(edit.Deals[at].Legs, func(leg deal.Leg) bool { return leg.ID == id })
}
