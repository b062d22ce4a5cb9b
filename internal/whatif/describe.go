package whatif

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Describe says what the change does to the Book, in the words of a chip: "Amazon → OpenAI equity: ≤$10bn → ≤$25bn".
// The value before the arrow is the Book's, so that a base that has moved since shows.
func Describe(book *deal.Book, change deal.Change) string { return describe(book, change, false) }

// describe says so of a change beside which others set the amount of its leg, or do not.
func describe(book *deal.Book, change deal.Change, amountSet bool) string {
	switch change.Field.Target() {
	case deal.TargetDeal:
		if d, ok := book.Deal(deal.DealID(change.Target)); ok {
			return fmt.Sprintf("%s: %s → %s", d.Title, d.Status, change.Text)
		}
		if name, kept := change.KeptName(); kept {
			return fmt.Sprintf("%s, deleted since: status %s", name, change.Text)
		}
		return fmt.Sprintf("status of a deal that is gone: %s", change.Text)
	case deal.TargetStatus:
		return fmt.Sprintf("deals %s count %s", change.Text, deal.Share(change.Value).Percent())
	case deal.TargetCompany:
		return describeCompany(book, change)
	}
	return describeLeg(book, change, amountSet)
}

// DescribeAll says what each of the changes does to the Book, and of a range which number of it is counted as best.
func DescribeAll(book *deal.Book, changes []deal.Change) []string {
	words := make([]string, len(changes))
	for i, change := range changes {
		words[i] = describe(book, change, setsAmount(changes, change.Target))
		leg, _, ok := book.Leg(deal.LegID(change.Target))
		if both, ranged := rangeOf(changes, change.Target); ok && ranged && change.Field == deal.ChangeHigh && both.Low < both.High {
			words[i] += fmt.Sprintf(" (best is the middle, %s)", deal.Money{Cents: both.Best, Currency: leg.Currency}.Exact())
		} else if ok && change.Field == deal.ChangeHigh && !leg.Figure.Known() && !setsAmount(changes, change.Target) {
			words[i] += fmt.Sprintf(" (taken as up to %s; its ceiling counts as the best figure)", deal.Money{Cents: change.Value, Currency: leg.Currency}.Exact())
		}
	}
	return words
}

func describeCompany(book *deal.Book, change deal.Change) string {
	name := book.CompanyName(deal.CompanyID(change.Target))
	if name == "" {
		name = "a company that is gone"
	}
	switch change.Field {
	case deal.ChangeFails:
		if change.Value == 0 {
			return name + " does not fail"
		}
		if change.Text != "" {
			return fmt.Sprintf("%s fails, %s of what it owes recovered", name, change.Text)
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
	was, now := wasAndNow(book, change)
	if fields[change.Field].holds == nil {
		return fmt.Sprintf("%s, %s: %s", name, fields[change.Field].words, now)
	}
	return fmt.Sprintf("%s, %s: %s → %s", name, fields[change.Field].words, was, now)
}

func describeLeg(book *deal.Book, change deal.Change, amountSet bool) string {
	leg, _, ok := book.Leg(deal.LegID(change.Target))
	if !ok {
		if name, kept := change.KeptName(); kept && change.Field == deal.ChangeAmount {
			return name + ", deleted since"
		} else if kept {
			return fmt.Sprintf("%s, %s, deleted since", name, fields[change.Field].words)
		}
		return fmt.Sprintf("%s of a leg that is gone", fields[change.Field].words)
	}
	name := LegName(book, leg)
	if change.Field != deal.ChangeAmount {
		name += ", " + fields[change.Field].words
	}
	was, now := wasAndNow(book, change)
	if change.Field == deal.ChangeSpentBack {
		if back, ok := spendingLeg(book, leg); ok && !back.Figure.Known() && change.Value != 0 {
			if leg.CoveredShare() != 0 {
				was += ", not counted"
			}
			// The share makes the contract a part of the stake's amount, if that has a number.
			if leg.Figure.Known() || amountSet {
				now += ", counted"
			} else {
				now += " of an undisclosed amount, not counted"
			}
		}
		if change.Text != "" {
			now += " over " + change.Text
		}
	}
	return fmt.Sprintf("%s: %s → %s", name, was, now)
}

// wasAndNow returns what the Book holds of what the change sets, and what the change sets it to, as text.
func wasAndNow(book *deal.Book, change deal.Change) (was, now string) {
	currency := currencyOf(book, change.Field, change.Target)
	if holds := fields[change.Field].holds; holds != nil {
		was = holds(book, change.Target).words(currency, change.Field)
	}
	before, after := figuresOf(book, change)
	return string(boundOf(before)) + was, string(boundOf(after)) + setTo(change).words(currency, change.Field)
}

// figuresOf returns the figure whose best number the change sets, as the Book holds it and as the change makes it; none where
// it sets something else.
func figuresOf(book *deal.Book, change deal.Change) (before, after deal.Figure) {
	leg, _, _ := book.Leg(deal.LegID(change.Target))
	switch change.Field {
	case deal.ChangeAmount:
		return leg.Figure, moved(leg.Figure, change.Value)
	case deal.ChangeValuation:
		return leg.Valuation, valued(leg.Valuation, change.Value)
	}
	return deal.Figure{}, deal.Figure{}
}

// boundOf says how the figure's best number lies between its ends, Exactly where it has none.
func boundOf(figure deal.Figure) Bound {
	if !figure.Known() {
		return Exactly
	}
	return network.StandingOf(figure)
}

// LegName names a leg as a sentence does: "Amazon → OpenAI equity". Where another leg that counts has the same
// name, the deal's title tells them apart: "OpenAI → Amazon cloud (AWS contract)".
func LegName(book *deal.Book, leg deal.Leg) string {
	name := fmt.Sprintf("%s %s", route(book, leg.Payer, leg.Payee), leg.Kind)
	_, owner, ok := book.Leg(leg.ID)
	if !ok {
		return name
	}
	for _, other := range book.LegsBetween(leg.Payer, leg.Payee) {
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
		return notStated
	case count != 1:
		unit += "s"
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s", count, unit))
}
