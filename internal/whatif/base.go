package whatif

import (
	"fmt"

	"roundtrip/internal/deal"
)

// Rebase returns the change with the value that the Book holds now as its base. A change whose target is gone
// comes back with an empty base.
func Rebase(book *deal.Book, change deal.Change) deal.Change {
	change.Base, change.BaseText = 0, ""
	if holds := fields[change.Field].holds; holds != nil {
		is := holds(book, change.Target)
		change.Base, change.BaseText = is.value, is.text
	}
	return change
}

// movedText says what a change was made on and what stands there now.
func movedText(book *deal.Book, change, now deal.Change) string {
	words, currency, name := fields[change.Field].words, currencyOf(book, change.Field, change.Target), ""
	switch change.Field.Target() {
	case deal.TargetLeg:
		if leg, _, ok := book.Leg(deal.LegID(change.Target)); ok {
			name = LegName(book, leg) + ", " + words
		}
	case deal.TargetDeal:
		d, _ := book.Deal(deal.DealID(change.Target))
		name = d.Title
	case deal.TargetCompany:
		if company, ok := book.Company(deal.CompanyID(change.Target)); ok {
			name = fmt.Sprintf("the %s of %s", words, company.Name)
		}
	}
	if name == "" {
		return Describe(book, change)
	}
	was, is := held{value: change.Base, text: change.BaseText}, held{value: now.Base, text: now.BaseText}
	return fmt.Sprintf("%s was %s when the scenario was made and is %s now", name,
		was.words(currency, change.Field), is.words(currency, change.Field))
}
