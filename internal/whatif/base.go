package whatif

import (
	"fmt"

	"roundtrip/internal/deal"
)

// Rebase returns the change with the value that the Book holds now as its base. A change whose target is gone
// comes back with an empty base.
func Rebase(book *deal.Book, change deal.Change) deal.Change {
	change.Base, change.BaseText = 0, ""
	leg, _, _ := book.Leg(deal.LegID(change.Target))
	switch change.Field {
	case deal.ChangeAmount:
		change.Base = leg.Figure.Best
	case deal.ChangeLow:
		change.Base = leg.Figure.Low
	case deal.ChangeHigh:
		change.Base = leg.Figure.High
	case deal.ChangeSpentBack:
		change.Base = int64(leg.CoveredShare())
	case deal.ChangeValuation:
		change.Base = leg.Valuation.Best
	case deal.ChangeTiming:
		change.BaseText = string(leg.ValuationMoney)
	case deal.ChangeStake:
		change.Base = int64(leg.Stake)
	case deal.ChangeTerm:
		change.Base = int64(leg.TermMonths)
	case deal.ChangeDrawn:
		change.Base = leg.Drawn.Money.Cents
	case deal.ChangeStatus:
		d, _ := book.Deal(deal.DealID(change.Target))
		change.BaseText = string(d.Status)
	case deal.ChangeCash:
		company, _ := book.Company(deal.CompanyID(change.Target))
		change.Base = company.Cash.Money.Cents
	}
	return change
}

// movedText says what a change was made on and what stands there now.
func movedText(book *deal.Book, change, now deal.Change) string {
	name := Describe(book, change)
	if leg, _, ok := book.Leg(deal.LegID(change.Target)); ok && onLeg(change.Field) {
		name = LegName(book, leg) + ", " + fieldNames[change.Field]
		if change.Field == deal.ChangeTiming {
			return fmt.Sprintf("%s was %s when the scenario was made and is %s now", name,
				timingText(deal.Timing(change.BaseText)), timingText(deal.Timing(now.BaseText)))
		}
		return fmt.Sprintf("%s was %s when the scenario was made and is %s now", name,
			valueText(leg.Currency, change.Field, change.Base), valueText(leg.Currency, change.Field, now.Base))
	}
	if d, ok := book.Deal(deal.DealID(change.Target)); ok && change.Field == deal.ChangeStatus {
		return fmt.Sprintf("%s was %s when the scenario was made and is %s now", d.Title, change.BaseText, now.BaseText)
	}
	if company, ok := book.Company(deal.CompanyID(change.Target)); ok && change.Field == deal.ChangeCash {
		currency := company.Cash.Money.Currency
		return fmt.Sprintf("the cash of %s was %s when the scenario was made and is %s now", company.Name,
			deal.Money{Cents: change.Base, Currency: currency}.Exact(), company.Cash.Money.Exact())
	}
	return name
}

// onLeg reports whether the field is a leg's.
func onLeg(field deal.ChangeField) bool {
	switch field {
	case deal.ChangeAmount, deal.ChangeLow, deal.ChangeHigh, deal.ChangeSpentBack, deal.ChangeValuation,
		deal.ChangeTiming, deal.ChangeStake, deal.ChangeTerm, deal.ChangeDrawn:
		return true
	}
	return false
}

// valueText writes a change's value in the words of its field's unit.
func valueText(currency deal.Currency, field deal.ChangeField, value int64) string {
	switch field {
	case deal.ChangeSpentBack, deal.ChangeStake, deal.ChangeWeight, deal.ChangeMargin:
		return deal.Share(value).Percent()
	case deal.ChangeTerm, deal.ChangeSuspends:
		return monthsText(value)
	}
	return deal.Money{Cents: value, Currency: currency}.Exact()
}
