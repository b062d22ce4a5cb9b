package gui

import (
	"slices"

	"roundtrip/internal/deal"
)

// mostNamed is how many deals a question names, and mostNameLetters how much of each.
const mostNamed, mostNameLetters = 3, 36

// dealsOfAny returns the deals in which one of the companies pays, is paid, or has or gives a right.
func dealsOfAny(book *deal.Book, companies []deal.CompanyID) []deal.Deal {
	in := func(id deal.CompanyID) bool { return slices.Contains(companies, id) }
	var of []deal.Deal
	for _, d := range book.Deals {
		if slices.ContainsFunc(d.Legs, func(leg deal.Leg) bool { return in(leg.Payer) || in(leg.Payee) }) ||
			slices.ContainsFunc(d.Rights, func(right deal.Right) bool { return in(right.Holder) || in(right.Over) }) {
			of = append(of, d)
		}
	}
	return of
}

// clippedName keeps a name short enough to stand among others in a sentence.
func clippedName(name string) string {
	letters := []rune(name)
	if len(letters) > mostNameLetters {
		return string(letters[:mostNameLetters-1]) + "…"
	}
	return name
}

// namesOfDeals names the first of the deals and counts the rest.
func namesOfDeals(deals []deal.Deal) string {
	var names []string
	for i, d := range deals {
		if i == mostNamed {
			names = append(names, deal.Count(len(deals)-mostNamed)+" more")
			break
		}
		names = append(names, "“"+clippedName(d.Title)+"”")
	}
	return deal.AllOf(names)
}

// deleteWithDeals asks about companies that deals name: the deals go with them, as one step, or are shown.
func (w *Window) deleteWithDeals(edit deal.Edit, named []deal.Deal) {
	count := counted(len(named), "deal")
	what, it, its := counted(len(edit.DeleteCompanies), "company"), "them", "their"
	stand := "stand"
	if len(edit.DeleteCompanies) == 1 {
		what, it, its, stand = clippedName(w.session.book.CompanyName(edit.DeleteCompanies[0])), "it", "its", "stands"
	}
	text := capital(what) + " " + stand + " in " + namesOfDeals(named) +
		". Deleting " + it + " deletes " + its + " " + count + " too, in one step that Ctrl+Z brings back."
	w.offer("Delete "+what+"?", text, "Keep "+it,
		reply{"Show the " + count, func() {
			var legs []deal.LegID
			for _, d := range named {
				for _, leg := range d.Legs {
					legs = append(legs, leg.ID)
				}
			}
			w.session.selectLegs(legs)
			w.showTable(dealsTab)
		}},
		reply{"Delete " + it + " with " + its + " " + count, func() {
			for _, d := range named {
				edit.DeleteDeals = append(edit.DeleteDeals, d.ID)
			}
			edit.Label += " with " + count
			w.remove(edit)
		}})
}

// deleteDeals asks about several deals, whose legs are selected: they go as one step.
func (w *Window) deleteDeals(edit deal.Edit, chosen []deal.Deal) {
	count := counted(len(chosen), "deal")
	text := namesOfDeals(chosen) + " are deleted with all their legs, in one step that Ctrl+Z brings back."
	w.offer("Delete "+count+"?", text, "Keep them", reply{"Delete the " + count, func() {
		for _, d := range chosen {
			edit.DeleteDeals = append(edit.DeleteDeals, d.ID)
		}
		edit.Label = "Delete " + count
		w.remove(edit)
	}})
}

// remove makes an edit that deletes, and says how to bring back what is gone.
func (w *Window) remove(edit deal.Edit) {
	if _, err := w.session.apply(edit); err != nil {
		w.tell("It was not deleted", err)
		return
	}
	w.status.sayWith(edit.Label, " (Ctrl+Z brings it back)", false)
}
