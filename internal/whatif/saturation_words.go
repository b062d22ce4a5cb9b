package whatif

import (
	"fmt"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// sentence says from which amount the leg adds nothing and which flows are full there.
func (s *saturationSearch) sentence(n *network.Network, self int, found Saturation) string {
	what, nothing := s.what(), "adds nothing to the circular money"
	if found.Why == "" {
		money, _ := withNumber(n.Missing())
		return fmt.Sprintf("%s adds nothing to the circular money: no %s gets from %s back to %s.",
			deal.Capital(what), money, n.Companies[n.Flows[self].Payee].Name, n.Companies[n.Flows[self].Payer].Name)
	}
	if words := unlessSaid(found); words != "" {
		nothing += ", " + words
	}
	if found.Cents == 0 {
		return fmt.Sprintf("%s %s: without it, %s already.", deal.Capital(what), nothing, found.Why)
	}
	return fmt.Sprintf("Above %s %s %s: %s.", s.money(found.Cents), what, nothing, found.Why)
}

// unlessSaid returns what the answer is only said by, "" where its reason says that already.
func unlessSaid(found Saturation) string {
	for _, words := range []string{asDisclosed, asRated, asNumbered} {
		switch {
		case !strings.Contains(found.Why, words):
		case found.Unless == words:
			return ""
		case found.Unless == byTheBest+", "+theirs(words):
			return byTheBest
		}
	}
	return found.Unless
}

// countedPart says that the view counts no more of the leg than the money, however much of it there is.
func (s *saturationSearch) countedPart(n *network.Network, money int64) string {
	part := deal.Money{Cents: money, Currency: n.Base}.Short()
	if n.View.Basis == network.BasisDrawn {
		return fmt.Sprintf("only %s of it is paid so far", part)
	}
	return fmt.Sprintf("the view counts only %s of it", part)
}

// what names the leg in a sentence.
func (s *saturationSearch) what() string {
	if leg, _, _ := s.w.book.Leg(s.leg); leg.Kind != deal.KindEquity {
		return LegName(s.w.book, leg)
	}
	return "the stake"
}

func (s *saturationSearch) money(cents int64) string {
	leg, _, _ := s.book.Leg(s.leg)
	return deal.Money{Cents: cents, Currency: leg.Currency}.Short()
}

// fullText names the flows that are full: "OpenAI → Amazon is full at $38bn", each amount with how sure it is.
func fullText(n *network.Network, full []int) string {
	name := func(i int) (string, string) {
		flow := &n.Flows[i]
		amount := deal.Money{Cents: flow.Money, Currency: n.Base}.Short() + countedAs(n.View)
		switch standing := flow.Standing(); {
		case standing == About:
			amount = standing.Words() + amount
		case standing == AtMost:
			amount += " at most"
		case standing == AtLeast && flow.Unknown() == 0:
			amount += " at least"
		}
		if flow.Unknown() > 0 {
			amount += " " + asFar(n.MissingOf(flow.Legs...))
		}
		return deal.Way(n.Companies[flow.Payer].Name, n.Companies[flow.Payee].Name), amount
	}
	if len(full) == 1 {
		route, amount := name(full[0])
		return fmt.Sprintf("%s is full at %s", route, amount)
	}
	var parts []string
	for k, i := range full {
		if k == 2 && len(full) > 3 {
			parts = append(parts, deal.Count(len(full)-k)+" more")
			break
		}
		route, amount := name(i)
		parts = append(parts, fmt.Sprintf("%s (%s)", route, amount))
	}
	return deal.AllOf(parts) + " are full"
}

// countedAs says behind an amount what it is under a view that does not count headline totals.
func countedAs(view network.View) string {
	switch {
	case view.Basis == network.BasisYear && view.Year != 0:
		return fmt.Sprintf(" in %d", view.Year)
	case view.Basis == network.BasisYear:
		return " in an average year"
	case view.Basis == network.BasisDrawn:
		return " paid so far"
	}
	return ""
}

// legMoney returns the leg's own money in its flow.
func legMoney(n *network.Network, flow int, id deal.LegID) int64 {
	for _, leg := range n.Flows[flow].Legs {
		if leg.ID == id {
			return leg.Money
		}
	}
	return 0
}

// biggestLeg returns the leg with the most money in the flow, the first of equals.
func biggestLeg(flow network.Flow) deal.LegID {
	best := flow.Legs[0]
	for _, leg := range flow.Legs[1:] {
		if leg.Money > best.Money {
			best = leg
		}
	}
	return best.ID
}
