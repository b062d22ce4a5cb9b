package whatif

import (
	"fmt"
	"slices"

	"roundtrip/internal/deal"
)

// Consequences says in words what an edit that applies a scenario does to the document, one deal or company a line.
func Consequences(book *deal.Book, edit deal.Edit) []string {
	var lines []string
	for _, is := range edit.Deals {
		was, _ := book.Deal(is.ID)
		if was.Status != is.Status {
			lines = append(lines, fmt.Sprintf("%s: %s → %s", was.Title, was.Status, is.Status))
		}
		for _, leg := range was.Legs {
			at := slices.IndexFunc(is.Legs, func(other deal.Leg) bool { return other.ID == leg.ID })
			if at < 0 {
				lines = append(lines, fmt.Sprintf("%s, %s, is deleted", LegName(book, leg), leg.Figure.Short(leg.Currency)))
				continue
			}
			lines = append(lines, legConsequences(book, leg, is.Legs[at])...)
		}
		for _, leg := range is.Legs {
			if leg.ID <= 0 {
				lines = append(lines, fmt.Sprintf("%s, %s, is new", LegName(book, leg), leg.Figure.Short(leg.Currency)))
			}
		}
	}
	for _, company := range edit.Companies {
		was, _ := book.Company(company.ID)
		before := "not stated"
		if was.Cash.Stated {
			before = was.Cash.Money.Exact()
		}
		lines = append(lines, fmt.Sprintf("%s, cash: %s → %s", company.Name, before, company.Cash.Money.Exact()))
	}
	for range min(1, len(edit.Claims)) {
		noun := "claims of sources are"
		if len(edit.Claims) == 1 {
			noun = "claim of a source is"
		}
		lines = append(lines, fmt.Sprintf("%d %s kept but no longer followed", len(edit.Claims), noun))
	}
	return lines
}

// legConsequences says what becomes of the leg's values.
func legConsequences(book *deal.Book, was, is deal.Leg) []string {
	var lines []string
	say := func(what, before, after string) {
		if before == "" {
			before = "not stated"
		}
		if after == "" {
			after = "not stated"
		}
		if before != after {
			lines = append(lines, fmt.Sprintf("%s%s: %s → %s", LegName(book, was), what, before, after))
		}
	}
	figure := func(leg deal.Leg) string {
		text := leg.Figure.Text(leg.Currency)
		if leg.Figure.Assumed {
			text += ", assumed " + leg.Figure.AssumedText(leg.Currency)
		}
		return text
	}
	say("", figure(was), figure(is))
	say(", valuation", was.Valuation.Text(was.Currency), is.Valuation.Text(is.Currency))
	say(", valuation is", timingText(was.ValuationMoney), timingText(is.ValuationMoney))
	say(", stake", was.Stake.Percent(), is.Stake.Percent())
	say(", term", monthsText(int64(was.TermMonths)), monthsText(int64(is.TermMonths)))
	drawn := func(leg deal.Leg) string {
		if !leg.Drawn.Stated {
			return ""
		}
		return leg.Drawn.Money.Exact()
	}
	say(", drawn", drawn(was), drawn(is))
	condition := func(leg deal.Leg) string {
		if leg.ConditionalOn == 0 {
			return "no condition"
		}
		return leg.CoveredShare().Percent() + " must be spent back"
	}
	say("", condition(was), condition(is))
	return lines
}
