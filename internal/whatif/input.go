package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// Input is one number that can be moved: a change without its value.
type Input struct {
	Field  deal.ChangeField
	Target int64       // as in deal.Change
	Status deal.Status // of ChangeWeight
}

// At returns the change that sets the input to the value.
func (i Input) At(value int64) deal.Change {
	return deal.Change{Field: i.Field, Target: i.Target, Text: string(i.Status), Value: value}
}

// Present returns the input's value in the Book, and false where the Book states none: an undisclosed amount, a
// margin. A weight that the view does not set counts in full.
func (i Input) Present(book *deal.Book) (int64, bool) {
	if i.Field == deal.ChangeWeight {
		return int64(deal.Whole), true
	}
	known := fields[i.Field]
	if known.holds == nil {
		return 0, known.event() // what has not happened is 0, an assumption is nothing until it is made
	}
	is := known.holds(book, i.Target)
	return is.value, is.without == ""
}

// Name names the input as an axis does: "Amazon → OpenAI equity", "share of Amazon → OpenAI equity spent back".
func (i Input) Name(book *deal.Book) string {
	words := fields[i.Field].words
	switch i.Field.Target() {
	case deal.TargetStatus:
		return fmt.Sprintf("weight of deals %s", i.Status)
	case deal.TargetCompany:
		if fields[i.Field].event() {
			return book.CompanyName(deal.CompanyID(i.Target)) + " " + words
		}
		return book.CompanyName(deal.CompanyID(i.Target)) + ", " + words
	case deal.TargetDeal:
		d, _ := book.Deal(deal.DealID(i.Target))
		return d.Title + ", " + words
	}
	leg, _, _ := book.Leg(deal.LegID(i.Target))
	if i.Field == deal.ChangeAmount {
		return LegName(book, leg)
	}
	return LegName(book, leg) + ", " + words
}

// Text writes a value of the input as an axis or a sentence does, money rounded.
func (i Input) Text(book *deal.Book, value int64) string {
	if i.Unit() != deal.UnitMoney {
		return i.Exact(book, value)
	}
	return deal.Money{Cents: value, Currency: i.Currency(book)}.Short()
}

// Numeric reports whether the input is a number that can be moved step by step, rather than a choice.
func (i Input) Numeric() bool {
	switch i.Unit() {
	case deal.UnitMoney, deal.UnitShare, deal.UnitMonths:
		return true
	}
	return false
}

// leg returns the leg whose amount the input is, or 0.
func (i Input) leg() deal.LegID {
	if i.Field != deal.ChangeAmount {
		return 0
	}
	return deal.LegID(i.Target)
}

// Inputs returns what can be moved for the leg's workbench: the stake's own values, then the amount of every
// other leg that counts, then the weight of every status that occurs.
func Inputs(book *deal.Book, id deal.LegID) []Input {
	leg, _, ok := book.Leg(id)
	if !ok {
		return nil
	}
	inputs := []Input{{Field: deal.ChangeAmount, Target: int64(id)}, {Field: deal.ChangeSpentBack, Target: int64(id)}}
	if back, found := spendingLeg(book, leg); found {
		inputs = append(inputs, Input{Field: deal.ChangeTerm, Target: int64(back.ID)})
	}
	if leg.Kind == deal.KindEquity {
		inputs = append(inputs, Input{Field: deal.ChangeValuation, Target: int64(id)})
	}
	inputs = append(inputs, Input{Field: deal.ChangeMargin, Target: int64(leg.Payer)})
	var statuses []deal.Status
	for i := range book.Deals {
		d := &book.Deals[i]
		if !d.Counts() {
			continue
		}
		statuses = append(statuses, d.Status)
		for _, other := range d.Legs {
			if other.ID != id {
				inputs = append(inputs, Input{Field: deal.ChangeAmount, Target: int64(other.ID)})
			}
		}
	}
	for _, status := range deal.Statuses {
		if slices.Contains(statuses, status) {
			inputs = append(inputs, Input{Field: deal.ChangeWeight, Status: status})
		}
	}
	return inputs
}
