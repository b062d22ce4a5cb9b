package whatif

import (
	"fmt"
	"math"
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
	spans := map[string]spanOf{
		"back_share": returns, "back_network": ofStakeSpan(returns), "back_earmarked": earmarkedMoneySpan,
	}
	for i := range rows {
		rows[i].group = GroupReturn
		if rows[i].span = spans[rows[i].key]; rows[i].span != nil {
			rows[i].standing = unsureReturn
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
	if s.back.ID == 0 || !s.back.Figure.Known() || promised == 0 {
		return unknown("no contract with an amount")
	}
	cents, ok := s.book.InBase(s.back.Figure.Best, s.back.Currency)
	if !ok {
		return unknown(s.noRate())
	}
	total := promised
	for _, leg := range s.promisedBy() {
		if other, ok := s.book.InBase(leg.Figure.Best, leg.Currency); ok && leg.Figure.Known() {
			total += float64(other) * fraction(leg.CoveredShare())
		}
	}
	return known(float64(cents) * promised / max(total, 1))
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

func (s *side) backMoney() string {
	return deal.Money{Cents: s.back.Figure.Best, Currency: s.back.Currency}.Short()
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

func (s *side) returnShare() value { return s.ofFlow(s.measures.ReturnShare) }

// ofFlow returns the list's number for the stake's flow.
func (s *side) ofFlow(shares []float64) value {
	if s.flow < 0 {
		return unknown(absenceOf(s.book, s.network.View, s.changes, s.was).why)
	}
	if s.flow >= len(shares) {
		return unknown("it is not measured")
	}
	flow := s.network.Flows[s.flow]
	legs := make([]deal.LegID, len(flow.Legs))
	for i, leg := range flow.Legs {
		legs[i] = leg.ID
	}
	result := known(shares[s.flow], legs...)
	result.note = "directly and through others, by how each company spends; undisclosed legs carry nothing"
	return result
}

// returned returns what of the stake ever comes back when everyone passes money on in proportion.
func (s *side) returned() value { return s.ofStake(s.returnShare()) }

// returnedEarmarked returns the same when what must be spent with the payer goes there first.
func (s *side) returnedEarmarked() value {
	share := s.ofFlow(s.measures.Earmarked)
	if share.known {
		share.note = "what the condition covers goes first where it has to be spent, the rest by how each company spends"
		share.number, share.note = s.ofThisLeg(share.number, share.note)
		if s.partUnsaid() {
			share.note = join(share.note, "which part it covers is not stated, so it is all of it at most")
		}
	}
	return s.ofStake(share)
}

// ofThisLeg returns the stake's own earmarked share, given the average of its flow's legs, with the note on it: what
// the others' conditions add is not the stake's. Where others of the flow have conditions as well, and what this one
// sends back is not what is spent back with its payer, it stays the average.
func (s *side) ofThisLeg(average float64, note string) (share float64, itsNote string) {
	flow, money, others := s.network.Flows[s.flow], int64(0), false
	for _, part := range flow.Legs {
		leg, _, _ := s.book.Leg(part.ID)
		if part.ID == s.leg.ID {
			money = part.Money
		} else if leg.CoveredShare() != 0 {
			others = true
		}
	}
	if len(flow.Legs) == 1 || s.flow >= len(s.measures.ReturnShare) {
		return average, note
	}
	plain := s.measures.ReturnShare[s.flow]
	switch {
	case s.leg.CoveredShare() == 0:
		return plain, note
	case others && s.directlyBack():
		given, back := s.given(), s.spentBack()
		if given.number == 0 {
			return average, note
		}
		return plain + back.number/given.number*(1-plain), note
	case others || money == 0:
		return average, join(note, fmt.Sprintf("the average of the %d legs of the flow", len(flow.Legs)))
	}
	return min(1, plain+(average-plain)*float64(flow.Money)/float64(money)), note
}

// ofStake turns a share of the stake into money.
func (s *side) ofStake(share value) value {
	given := s.given()
	if !share.known {
		return share
	}
	if !given.known {
		return given
	}
	share.number *= given.number
	return share
}

// ofStakeSpan returns the span of such money, of the share's: nothing is less than the least share of the least stake,
// or more than the greatest of the greatest.
func ofStakeSpan(share spanOf) spanOf {
	return func(s *side) (network.Range, bool) {
		ends, ok := share(s)
		given := s.given()
		if !ok || !given.hasEnds || !defined(ends) {
			return network.Range{}, false
		}
		low, high := ends.Low*given.ends.Low, ends.High*given.ends.High
		if given.ends.Low == 0 { // and none of nothing, whatever the share
			low, ends.LowProven = 0, true
		}
		if ends.High == 0 {
			high = 0
		}
		ends.Low, ends.High = low, high
		return ends, true
	}
}

// earmarkedMoneySpan is the span of what comes back of the stake with what must be spent there. Where other legs are in
// its flow, or nobody says which part the condition covers, all that is spent back with the payer is back, and of the rest
// no less and no more than the ends of its return share.
func earmarkedMoneySpan(s *side) (network.Range, bool) {
	if ends, ok := ofStakeSpan(earmarkedSpan)(s); ok {
		return ends, true
	}
	plain, ok := rangedAt(flowAt, func(r *network.Ranges) []network.Range { return r.ReturnShare })(s)
	money, back := s.returnedEarmarked(), s.spentBack()
	if !ok || !defined(plain) || !money.known || !back.hasEnds || !s.directlyBack() {
		return network.Range{}, false
	}
	ends := network.Range{Low: money.number, High: money.number, Sampled: plain.Sampled, LowProven: plain.LowProven, HighProven: plain.HighProven}
	for _, at := range s.returns.at {
		ends.Low = min(ends.Low, at.back+(at.given-at.back)*plain.Low)
		ends.High = max(ends.High, at.back+(at.given-at.back)*plain.High)
	}
	if ends.High > noBound/1e6 {
		ends.High = math.Inf(1)
	}
	ends.LowProven = ends.LowProven || ends.Low == 0
	return ends, true
}

// directlyBack reports whether what must be spent is spent with the stake's own payer, and the network counts it as it is
// written: all of it is then back.
func (s *side) directlyBack() bool {
	view := s.network.View
	return s.back.ID != 0 && s.back.Payer == s.leg.Payee && s.back.Payee == s.leg.Payer && s.leg.CoveredShare() != 0 &&
		view.Basis != network.BasisYear && view.Basis != network.BasisDrawn && len(view.Weights) == 0
}

// earmarkedSpan is the span of the stake's earmarked share, where the stake is all that its flow is made of.
func earmarkedSpan(s *side) (network.Range, bool) {
	if s.flow < 0 || len(s.network.Flows[s.flow].Legs) != 1 || s.partUnsaid() {
		return network.Range{}, false
	}
	return rangedAt(flowAt, func(r *network.Ranges) []network.Range { return r.Earmarked })(s)
}

func flowAt(s *side) int { return s.flow }

// leftIn returns the money of the stake that does not go straight back.
func (s *side) leftIn() value {
	given, back := s.given(), s.spentBack()
	if !back.known {
		return back
	}
	back.number = given.number - back.number
	s.backEnds(&back, func(at returnCorner) float64 { return at.given - at.back })
	return back
}

// opposite returns the bound of a number less one with the bound.
func opposite(bound Bound) Bound {
	switch bound {
	case AtLeast:
		return AtMost
	case AtMost:
		return AtLeast
	}
	return bound
}

// effectivePrice returns the stake less the margin that the payer earns on what is spent back with it.
func (s *side) effectivePrice() value {
	given, back := s.given(), s.spentBack()
	if !back.known {
		return back
	}
	if s.supplier() != s.leg.Payer {
		price := known(given.number, s.leg.ID)
		price.between(given.ends, given.hasEnds)
		price.note = s.withOthers() + ", which earns no margin on it"
		return price
	}
	if !s.stake.AssumeMargin {
		payer, _ := s.names()
		return unknown(fmt.Sprintf("no source states a gross margin of %s: set one", payer))
	}
	back.number = given.number - fraction(s.stake.Margin)*back.number
	s.backEnds(&back, func(at returnCorner) float64 { return at.given - fraction(s.stake.Margin)*at.back })
	margin := fmt.Sprintf("at a gross margin of %s, which no source states: the base has none", s.stake.Margin.Percent())
	if strings.HasPrefix(back.note, boundedBy) {
		margin = join(margin, "spent back is "+back.note)
	}
	back.note = margin
	return back
}

// ownRevenue returns the part of all that the payee pays the payer that is the payer's own money: what is
// spent back of the stake, over every commercial leg that way with a number, and over the spent-back money
// itself where the spending leg has none yet. Headline totals, whatever the view's basis.
func (s *side) ownRevenue() value {
	back := s.spentBack()
	if !back.known {
		return back
	}
	total, legs := 0.0, []deal.LegID{s.leg.ID}
	for _, leg := range legsBetween(s.book, s.leg.Payee, s.supplier()) {
		if leg.Kind.Financing() || !leg.Figure.Known() {
			continue
		}
		cents, ok := s.book.InBase(leg.Figure.Best, leg.Currency)
		if !ok {
			return unknown(fmt.Sprintf("there is no rate from %s to %s", leg.Currency, s.book.Base))
		}
		total += float64(cents)
		legs = append(legs, leg.ID)
	}
	if !s.back.Figure.Known() {
		total += back.number
	}
	switch {
	case total == 0:
		_, payee := s.names()
		return unknown(fmt.Sprintf("%s pays %s nothing", payee, s.book.CompanyName(s.supplier())))
	case back.number > total:
		back.number = total
	}
	result := value{number: back.number / total, known: true, legs: legs, note: "of headline contracts, over their whole term"}
	s.backEnds(&result, func(at returnCorner) float64 {
		if at.revenue == 0 {
			return 0
		}
		return at.back / at.revenue
	})
	if strings.HasPrefix(back.note, boundedBy) {
		result.note = join(result.note, "spent back is "+back.note)
	}
	return result
}
