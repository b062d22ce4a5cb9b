package whatif

import (
	"slices"

	"roundtrip/internal/deal"
)

// How spending back changes a Book.
//
// A stake that must be spent with its payer is two legs: the stake, conditional on a spending leg, and the
// spending leg, whose amount the sources seldom disclose. Stating a condition is not stating an amount, so
// the Book's spending leg has no money, and moving the stake alone leaves it without: every number that the
// network then shows is still disclosed by somebody.
//
// Setting the share spent back is the analyst's assumption. The scenario's spending leg then carries that
// share of the stake, low, best and high each of the stake's own in the leg's currency, and beside it what other stakes
// must spend by the same leg, marked as assumed, unless the scenario states its amount as well. A share of a stake without
// a number, or without a rate between the two currencies, is no amount: the leg then has none. A spending leg with a disclosed amount keeps it: the money that is spent back is then a
// part of that contract and not on top of it. A stake without a condition takes, in this order, an undisclosed
// commercial leg by which its payee pays its payer (of the same deal first), a disclosed one, or a new leg that
// the scenario makes up.

// spendingLeg returns the leg by which the stake's payee spends money with its payer, or false.
func spendingLeg(book *deal.Book, stake deal.Leg) (deal.Leg, bool) {
	if stake.ConditionalOn != 0 {
		if leg, _, ok := book.Leg(stake.ConditionalOn); ok {
			return leg, true
		}
	}
	_, own, _ := book.Leg(stake.ID)
	found, rank := deal.Leg{}, 4
	for _, leg := range book.LegsBetween(stake.Payee, stake.Payer) {
		if leg.Kind.Financing() || leg.ID == stake.ID {
			continue
		}
		at := 0
		if leg.Figure.Said != deal.SaidUndisclosed {
			at += 2
		}
		if _, other, _ := book.Leg(leg.ID); other.ID != own.ID {
			at++
		}
		if at < rank {
			found, rank = leg, at
		}
	}
	return found, rank < 4
}

// carries reports whether the spending leg carries the share of a stake of so many cents already, so that assuming the
// share that the sources state changes nothing.
func carries(book *deal.Book, stake, back deal.Leg, cents int64, share deal.Share) bool {
	if share == 0 || back.Figure.Said != deal.SaidUndisclosed {
		return true
	}
	stake.Figure, stake.ConditionalOn, stake.Covers = deal.Exactly(cents), back.ID, share
	part, _, ok := book.Carried(book.Deals, &back, &stake)
	return ok && back.Figure.Known() && back.Figure.Best == part.Best
}

// assumed reports whether the deals hold the share of the stake that is spent back as their analyst's assumption: the
// stake names the leg and the share, and the leg, of which the sources state no amount, carries it.
func assumed(book *deal.Book, deals []deal.Deal, stake, back deal.Leg) bool {
	if stake.ConditionalOn != back.ID || stake.Covers == 0 || back.Figure.Said != deal.SaidUndisclosed || !back.Figure.Known() {
		return false
	}
	part, _, ok := book.Carried(deals, &back, &stake)
	return ok && back.Figure.Best == part.Best
}

// carry gives the spending leg, if no source and no change states its amount, what all stakes put into it that must be
// spent by it. Where none of them has a number it stays as it is.
func (d *draft) carry(back, stake deal.LegID) {
	contract, _ := d.read(back)
	if contract.Figure.Said != deal.SaidUndisclosed || slices.Contains(d.stated, back) {
		return
	}
	from, _ := d.read(stake)
	if figure, _, ok := d.from.Carried(d.deals, contract, from); ok {
		d.leg(back).Figure = figure
	}
}

// setFigure gives the leg, which is the draft's own, another figure. What is spent back of it goes along where the
// document holds it as a share that is assumed, unless a change states its amount.
func (d *draft) setFigure(leg *deal.Leg, figure deal.Figure) {
	stake := *leg
	leg.Figure = figure
	if back, ok := d.read(stake.ConditionalOn); ok && stake.ConditionalOn != 0 && assumed(d.from, d.deals, stake, *back) {
		d.carry(back.ID, stake.ID)
	}
}

// Scheduled returns the changes with each term that they give to a stake given to what the stake is spent back by, when
// it must be or the changes have it spent back: a stake that is paid at once has no schedule of its own, and over how
// many years it comes back is what one means. A stake that nobody spends back keeps the term.
func Scheduled(book *deal.Book, changes []deal.Change) []deal.Change {
	changes = slices.Clone(changes)
	for i := 0; i < len(changes); i++ {
		stake, _, ok := book.Leg(deal.LegID(changes[i].Target))
		if changes[i].Field != deal.ChangeTerm || !ok || stake.Kind != deal.KindEquity {
			continue
		}
		spent := slices.IndexFunc(changes, func(other deal.Change) bool {
			return other.Field == deal.ChangeSpentBack && other.Target == int64(stake.ID) && other.Value != 0
		})
		back, found := spendingLeg(book, stake)
		switch {
		case stake.ConditionalOn == 0 && spent < 0:
		case found:
			changes[i].Target = int64(back.ID)
			changes[i] = Rebase(book, changes[i])
		case spent >= 0: // the scenario makes the leg up, and its schedule goes with the share
			changes[spent].Text = scheduleText(int(changes[i].Value))
			changes = slices.Delete(changes, i, i+1)
			i--
		}
	}
	return changes
}

// madeLeg is the ID of the spending leg that a scenario makes up for the stake. IDs below zero are new to a
// document, which gives the leg its own when the scenario is applied.
func madeLeg(stake deal.LegID) deal.LegID { return -stake }
