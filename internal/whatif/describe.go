package whatif

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
)

// fieldNames are the words of a chip for what a change sets.
var fieldNames = map[deal.ChangeField]string{
	deal.ChangeAmount:    "amount",
	deal.ChangeLow:       "low",
	deal.ChangeHigh:      "high",
	deal.ChangeSpentBack: "share spent back",
	deal.ChangeValuation: "valuation",
	deal.ChangeTiming:    "valuation is",
	deal.ChangeStake:     "stake",
	deal.ChangeTerm:      "term",
	deal.ChangeDrawn:     "drawn",
	deal.ChangeStatus:    "status",
	deal.ChangeWeight:    "weight",
	deal.ChangeMargin:    "gross margin",
	deal.ChangeCash:      "cash",
}

// Describe says what the change does to the Book, in the words of a chip: "Amazon → OpenAI equity: $10bn → $25bn".
// The value before the arrow is the Book's, so that a base that has moved since shows.
func Describe(book *deal.Book, change deal.Change) string {
	switch change.Field {
	case deal.ChangeStatus:
		if d, ok := book.Deal(deal.DealID(change.Target)); ok {
			return fmt.Sprintf("%s: %s → %s", d.Title, d.Status, change.Text)
		}
		return fmt.Sprintf("status of a deal that is gone: %s", change.Text)
	case deal.ChangeWeight:
		return fmt.Sprintf("deals %s count %s", change.Text, deal.Share(change.Value).Percent())
	case deal.ChangeMargin, deal.ChangeCash, deal.ChangeFails, deal.ChangeSuspends, deal.ChangeCutOff:
		return describeCompany(book, change)
	}
	return describeLeg(book, change)
}

// DescribeAll says what each of the changes does to the Book, and of a range which number of it is counted as best.
func DescribeAll(book *deal.Book, changes []deal.Change) []string {
	words := make([]string, len(changes))
	for i, change := range changes {
		words[i] = Describe(book, change)
		leg, _, ok := book.Leg(deal.LegID(change.Target))
		if both, ranged := rangeOf(changes, change.Target); ok && ranged && change.Field == deal.ChangeHigh {
			words[i] += fmt.Sprintf(" (best is the middle, %s)", deal.Money{Cents: both.Best, Currency: leg.Currency}.Exact())
		}
	}
	return words
}

func describeCompany(book *deal.Book, change deal.Change) string {
	company, ok := book.Company(deal.CompanyID(change.Target))
	name := company.Name
	if !ok {
		name = "a company that is gone"
	}
	switch change.Field {
	case deal.ChangeMargin:
		return fmt.Sprintf("%s, gross margin: %s", name, deal.Share(change.Value).Percent())
	case deal.ChangeFails:
		if change.Value == 0 {
			return name + " does not fail"
		}
		return name + " fails"
	case deal.ChangeSuspends:
		return fmt.Sprintf("%s pays nothing for %s, the first of each stated term (legs without one stay whole)", name, monthsText(change.Value))
	case deal.ChangeCutOff:
		supplier := book.CompanyName(deal.CompanyID(change.Other))
		if supplier == "" {
			supplier = "a company that is gone"
		}
		return fmt.Sprintf("%s buys nothing from %s", name, supplier)
	}
	was, currency := "not stated", book.Base
	if company.Cash.Stated {
		was, currency = company.Cash.Money.Exact(), company.Cash.Money.Currency
	}
	return fmt.Sprintf("%s, cash: %s → %s", name, was, deal.Money{Cents: change.Value, Currency: currency}.Exact())
}

func describeLeg(book *deal.Book, change deal.Change) string {
	leg, _, ok := book.Leg(deal.LegID(change.Target))
	if !ok {
		return fmt.Sprintf("%s of a leg that is gone", fieldNames[change.Field])
	}
	name := LegName(book, leg)
	if change.Field != deal.ChangeAmount {
		name += ", " + fieldNames[change.Field]
	}
	was, now := legValues(leg, change)
	if change.Field == deal.ChangeSpentBack {
		if back, ok := spendingLeg(book, leg); ok && !back.Figure.Known() && change.Value != 0 {
			if now += ", counted"; leg.CoveredShare() != 0 {
				was += ", not counted"
			}
		}
		if change.Text != "" {
			now += " over " + change.Text
		}
	}
	return fmt.Sprintf("%s: %s → %s", name, was, now)
}

// legValues returns the leg's value and the change's, as text.
func legValues(leg deal.Leg, change deal.Change) (was, now string) {
	money := func(cents int64) string { return deal.Money{Cents: cents, Currency: leg.Currency}.Exact() }
	figure := func(f deal.Figure, cents int64) string {
		if !f.Set() {
			return "not stated"
		}
		if !f.Known() {
			return "undisclosed"
		}
		return money(cents)
	}
	now = money(change.Value)
	switch change.Field {
	case deal.ChangeAmount:
		was = figure(leg.Figure, leg.Figure.Best)
	case deal.ChangeLow:
		was = figure(leg.Figure, leg.Figure.Low)
	case deal.ChangeHigh:
		was = figure(leg.Figure, leg.Figure.High)
	case deal.ChangeSpentBack:
		was, now = leg.CoveredShare().Percent(), deal.Share(change.Value).Percent()
	case deal.ChangeValuation:
		if was = figure(leg.Valuation, leg.Valuation.Best); change.Value == 0 {
			now = "not stated"
		}
	case deal.ChangeTiming:
		was, now = timingText(leg.ValuationMoney), timingText(deal.Timing(change.Text))
	case deal.ChangeStake:
		if was, now = leg.Stake.Percent(), deal.Share(change.Value).Percent(); leg.Stake == 0 {
			was = "not stated" // no stake is not a stake of nothing
		}
		if change.Value == 0 {
			now = "not stated"
		}
	case deal.ChangeTerm:
		was, now = monthsText(int64(leg.TermMonths)), monthsText(change.Value)
	case deal.ChangeDrawn:
		if was = "not stated"; leg.Drawn.Stated {
			was = leg.Drawn.Money.Exact()
		}
	}
	return was, now
}

// LegName names a leg as a sentence does: "Amazon → OpenAI equity". Where another leg that counts has the same
// name, the deal's title tells them apart: "OpenAI → Amazon cloud (AWS contract)".
func LegName(book *deal.Book, leg deal.Leg) string {
	name := fmt.Sprintf("%s %s", route(book, leg.Payer, leg.Payee), leg.Kind)
	_, owner, ok := book.Leg(leg.ID)
	if !ok {
		return name
	}
	for _, other := range legsBetween(book, leg.Payer, leg.Payee) {
		if _, another, _ := book.Leg(other.ID); other.Kind == leg.Kind && another.ID != owner.ID {
			return fmt.Sprintf("%s (%s)", name, owner.Title)
		}
	}
	return name
}

func route(book *deal.Book, payer, payee deal.CompanyID) string {
	return deal.Way(book.CompanyName(payer), book.CompanyName(payee))
}

func timingText(timing deal.Timing) string {
	if timing == deal.TimingUnsaid {
		return "pre- or post-money unsaid"
	}
	return string(timing)
}

// monthsText writes months as people do: 7 years, 18 months.
func monthsText(months int64) string {
	count, unit := months, "month"
	if months%12 == 0 {
		count, unit = months/12, "year"
	}
	switch {
	case months == 0:
		return "not stated"
	case count != 1:
		unit += "s"
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s", count, unit))
}
