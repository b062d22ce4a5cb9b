package whatif

import (
	"fmt"
	"slices"
	"strings"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// returnRows are what of the stake comes back to its payer, and what that makes of its price.
func returnRows(base *side) []rowDefinition {
	payer, payee := base.names()
	spent, own := fmt.Sprintf("Spent back with %s", payer), fmt.Sprintf("%s's own money in what %s pays it", payer, payee)
	year := "Spent back a year"
	if supplier := base.supplier(); supplier != base.leg.Payer {
		name := base.book.CompanyName(supplier)
		spent, year = fmt.Sprintf("Has to be spent with %s", name), fmt.Sprintf("Has to be spent with %s a year", name)
		own = fmt.Sprintf("%s's money in what %s pays %s", payer, payee, name)
	}
	whole, counted := ofTheWhole(base.view), asCounted(base.view)
	rows := []rowDefinition{
		{key: "stake", name: fmt.Sprintf("%s gives %s", payer, payee) + whole, unit: UnitMoney, of: (*side).given},
		{key: "back_direct", name: spent + whole, unit: UnitMoney, of: (*side).spentBack},
		{key: "back_per_year", name: year + whole, unit: UnitMoney, of: (*side).spentBackPerYear},
		{key: "back_share", name: fmt.Sprintf("Of each dollar ever back at %s", payer) + counted, unit: UnitShare, of: (*side).returnShare},
		{key: "back_network", name: "Back through the whole network" + throughNetwork(base.view), unit: UnitMoney, of: (*side).returned},
		{key: "back_earmarked", name: "Back, with what must be spent there" + throughNetwork(base.view), unit: UnitMoney, of: (*side).returnedEarmarked},
		{key: "left_in", name: fmt.Sprintf("Outside cash left in %s", payee) + whole, unit: UnitMoney, of: (*side).leftIn},
		{key: "effective_price", name: "Price after the margin earned back" + whole, unit: UnitMoney, of: (*side).effectivePrice},
		{key: "own_revenue", name: own + whole, unit: UnitShare, of: (*side).ownRevenue},
	}
	returns := rangedAt(flowAt, func(r *network.Ranges) []network.Range { return r.ReturnShare })
	byShare := func(all *network.Standings) []Bound { return all.ReturnShare }
	for i := range rows {
		rows[i].group = GroupReturn
		switch row := &rows[i]; row.key {
		case "back_share":
			row.span, row.standing = returns, unsureReturn
		case "back_network":
			row.span = moneyBackSpan(false, (*side).returned, returns)
			row.standing = unsureMoney(byShare, row.span)
		case "back_earmarked":
			row.span = earmarkedMoneySpan
			row.standing = unsureMoney(func(all *network.Standings) []Bound { return all.Earmarked }, row.span)
		}
	}
	return rows
}

// unsureReturn is the bound of what the network lets come back of the stake, before its own ends say more of it.
func unsureReturn(s *side) Bound {
	share := standingAt(flowAt, func(all *network.Standings) []Bound { return all.ReturnShare })
	if share(s) != Exactly {
		return About
	}
	return Exactly
}

func (s *side) given() value {
	if !s.leg.Figure.Known() {
		return unknown("the amount is undisclosed")
	}
	number, ok := s.inBase(s.stake.Cents)
	if !ok {
		return unknown(s.noRate())
	}
	result := known(number, s.leg.ID)
	result.note = s.paidNote()
	s.backEnds(&result, func(at returnCorner) float64 { return at.given })
	return result
}

// supplier returns the company with which the stake must be spent: its payer, unless the condition names a contract
// with somebody else.
func (s *side) supplier() deal.CompanyID {
	if s.back.ID != 0 && s.back.Payer == s.leg.Payee {
		return s.back.Payee
	}
	return s.leg.Payer
}

// withOthers says that the stake must be spent with somebody else than its payer, or nothing.
func (s *side) withOthers() string {
	supplier := s.supplier()
	if supplier == s.leg.Payer {
		return ""
	}
	return fmt.Sprintf("it has to be spent with %s, and none of that is spent with %s",
		s.book.CompanyName(supplier), s.book.CompanyName(s.leg.Payer))
}

// spentBack returns what must be spent with the payer directly: the share under the condition of the stake, of which
// the contract that the condition names bounds what can be spent. Stakes that must be spent by one contract share it.
func (s *side) spentBack() value {
	given := s.given()
	if !given.known {
		return given
	}
	if s.stake.SpentBack == 0 && s.was.ConditionalOn == 0 && !s.stake.Assume {
		return unknown("no source says that any of it must be spent back: set the share")
	}
	if s.cutOff() {
		payer, payee := s.names()
		lost := known(0, s.leg.ID)
		lost.note = fmt.Sprintf("%s buys nothing from %s, so none of it can be spent back", payee, payer)
		return lost
	}
	result := known(given.number*fraction(s.stake.SpentBack), s.leg.ID)
	if s.back.ID != 0 {
		result.legs = append(result.legs, s.back.ID)
	}
	contract := s.contractFor(result.number)
	switch {
	case contract.known && contract.number < result.number-1:
		promised := result.number
		result.number = contract.number
		result.note = fmt.Sprintf(boundedBy+"the condition covers %s, and of %s, %s, it gets %s",
			FormatValue(UnitMoney, promised, s.book.Base), LegName(s.book, s.back), s.backMoney(),
			FormatValue(UnitMoney, result.number, s.book.Base))
	case !s.back.Figure.Known():
		result.note = "the condition says so; the amount of the spending leg is undisclosed, so the network does not count it until the share is set"
	case s.back.Figure.Said == deal.SaidUndisclosed:
		result.note = "assumed: the sources do not disclose the spending leg"
	case s.back.ID != 0:
		result.note = fmt.Sprintf("taken as part of %s, %s", LegName(s.book, s.back), s.backMoney())
		if _, rated := s.backInBase(); !rated {
			result.note += fmt.Sprintf(": %s, so that this may be anything from nothing to all that the condition covers", s.noBackRate())
		}
	}
	if s.partUnsaid() {
		result.note = join(result.note, "which part the condition covers is not stated, so it is all of it at most")
	}
	result.note = join(result.note, s.withOthers())
	s.backEnds(&result, func(at returnCorner) float64 { return at.back })
	return result
}

// partUnsaid reports whether the stake hangs on a condition that does not say which part of it must be spent.
func (s *side) partUnsaid() bool { return s.leg.ConditionalOn != 0 && s.leg.Covers == 0 }

// cutOff reports whether the side has lost the contract by which the base's stake must be spent.
func (s *side) cutOff() bool {
	if s.was.ConditionalOn == 0 || s.leg.ConditionalOn != 0 {
		return false
	}
	return slices.ContainsFunc(s.changes, func(change deal.Change) bool {
		return change.Field == deal.ChangeCutOff && change.Target == int64(s.was.Payee) && change.Other == int64(s.was.Payer)
	})
}

// boundedBy begins the note of what is spent back where the contract is smaller than what the condition covers.
const boundedBy = "bounded by the contract: "

// contractFor returns how much of the spending leg there is for the stake that promises so much to it: all of it, or
// its part where all stakes together promise more. It is not known where the leg's amount is not.
func (s *side) contractFor(promised float64) value {
	if s.back.ID == 0 || !s.back.Figure.Known() || promised == 0 || s.carriedAlong() {
		return unknown("no contract with an amount of its own")
	}
	cents, ok := s.backInBase()
	if !ok {
		return unknown(s.noBackRate())
	}
	return known(float64(cents) * promised / max(promised+s.promised(), 1))
}

// promised returns what the other stakes with a number promise to the same contract, in cents of the base currency.
func (s *side) promised() float64 {
	if s.back.ID == 0 {
		return 0
	}
	total := 0.0
	for _, leg := range s.promisedBy() {
		if other, ok := s.book.InBase(leg.Figure.Best, leg.Currency); ok && leg.Figure.Known() {
			total += float64(other) * fraction(leg.CoveredShare())
		}
	}
	return total
}

// promisedBy returns the other stakes that must be spent by the same contract, those of undisclosed amount among them.
func (s *side) promisedBy() []deal.Leg {
	var stakes []deal.Leg
	for i := range s.book.Deals {
		d := &s.book.Deals[i]
		if !d.Counts() {
			continue
		}
		for _, leg := range d.Legs {
			if leg.ID != s.leg.ID && leg.ConditionalOn == s.back.ID && leg.Payee == s.back.Payer {
				stakes = append(stakes, leg)
			}
		}
	}
	return stakes
}

// backInBase returns the spending leg's best figure in cents of the base currency, false without a rate.
func (s *side) backInBase() (int64, bool) { return s.book.InBase(s.back.Figure.Best, s.back.Currency) }

func (s *side) noBackRate() string {
	return fmt.Sprintf("there is no rate from %s to %s", s.back.Currency, s.book.Base)
}

func (s *side) backMoney() string {
	return strings.TrimSuffix(s.back.Figure.Short(s.back.Currency), " assumed")
}

func (s *side) spentBackPerYear() value {
	result := s.spentBack()
	if !result.known {
		return result
	}
	if s.stake.Months == 0 {
		return unknown("no source says over how many years: set them")
	}
	yearly := 12 / float64(s.stake.Months)
	result.number *= yearly
	s.backEnds(&result, func(at returnCorner) float64 { return at.back * yearly })
	over := "evenly over " + monthsText(int64(s.stake.Months))
	if strings.HasPrefix(result.note, boundedBy) {
		over = join(over, "spent back is "+result.note)
	}
	result.note = over
	return result
}
