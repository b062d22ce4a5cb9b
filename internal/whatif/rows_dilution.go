package whatif

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"roundtrip/internal/deal"
)

// How stakes in one company dilute one another.
//
// The shares that there are in the base count as one, with those of every stake that is paid. A stake that is not
// paid yet, of c at a pre-money valuation V, adds c/V shares to each of them; one at a post-money valuation P, which
// counts its own money only, adds c/(P-c). All of these are issued at once: with n of them for each share, a new
// stake is n/(1 + Σ n) of the company and a share s that a source states becomes s/(1 + Σ n). Nobody comes first,
// so the answer depends on no order.
//
// A stake that is paid and that the scenario moves comes before them: it was f of the shares, n = f/(1-f) for each
// share before it, and had there been n' instead, there would be 1 + (n' - n)(1 - f) shares now.
//
// A percentage that the scenario sets for a stake that is not paid yet is what the payer has once all of it is issued:
// the others share the rest. One that it sets for a paid stake is, as a stated share is, before what is not paid yet.
// Shares that sources state beyond the whole company are scaled down to it.

// newStake is one stake among those that dilute one another.
type newStake struct {
	leg    deal.Leg
	shares float64 // that it adds to each share there was before it; infinite when it buys the whole company
	set    float64 // of a stake that is not paid: the part of the company that the scenario sets; 0: none
	paid   bool    // in the base: its shares are among those of which others state theirs
	before float64 // of a paid one: shares in the base

	corners []corner                 // shares and before at the ends of its figures
	kinks   func(f float64) []corner // of a paid one that is moved: those where it was that part of the base's shares
}

// dilution is everybody's part of the stake's payee on one side of a comparison.
type dilution struct {
	own      value      // the stake in question alone, which also says why there is no number
	stakes   []newStake // the stake in question first
	unpriced []deal.Leg // stakes not paid yet that nobody can price
	doubt    bool       // one of those is in the base's shares, so that nobody's part has a bound
	problem  string     // why there are no numbers
	set      float64    // of the company: what the scenario sets for stakes that are not paid
	stated   float64    // of the company: the shares that sources state
	scale    float64    // of the shares that sources state: below 1 where they are more than there are
}

// dilution returns the side's dilution, computed once.
func (s *side) dilution(base *side) *dilution {
	if s.diluting == nil {
		s.diluting = s.dilute(base)
	}
	return s.diluting
}

func (s *side) dilute(base *side) *dilution {
	d := &dilution{own: s.alone(base), scale: 1}
	if !d.own.known {
		d.problem = d.own.note
		return d
	}
	first := newStake{leg: s.leg, shares: added(d.own.number)}
	if first.paid = paid(base.book, base.leg.ID); first.paid {
		alone := base.alone(base)
		if !alone.known && s.setsStake(base) {
			alone = d.own // the scenario says what the sources do not
		}
		if !alone.known || alone.number >= 1 {
			d.problem = "what the others owned before the stake is not known"
			return d
		}
		first.before = added(alone.number)
	} else if s.setsStake(base) {
		first.shares, first.set = 0, d.own.number
	}
	first.corners = first.cornersOf(base.leg, s.leg, true)
	first.kinks = first.kinksOf(base.leg, s.leg, true)
	d.stakes = append(d.stakes, first)
	for _, was := range stakesIn(base.book, base.leg) {
		is, owner, ok := s.book.Leg(was.ID)
		if !ok || !owner.Status.Live() {
			// The scenario takes the stake away. Shares that somebody has do not vanish with a contract.
			is = was
			if was.Stake == 0 && !paid(base.book, was.ID) {
				is.Figure = deal.Exactly(0)
			}
		}
		d.add(was, is, paid(base.book, was.ID))
	}
	for _, stake := range d.stakes {
		d.set += stake.set
	}
	switch {
	case d.set > 1+1e-9:
		d.problem = "the stakes that are set are more than the whole company: lower one of them"
	case d.room() < -1e-9 || d.there() == 0:
		d.problem = "the stakes that are paid are more than the whole company: lower one of them"
	case math.IsInf(d.all(), 1) && len(d.stakes) > 1:
		d.problem = "one of the stakes buys the whole company: raise its valuation, or make it pre-money"
	}
	for _, share := range s.oldShares(base, d) {
		d.stated += share.part
	}
	d.scaleDown(d.stated)
	return d
}

// scaleDown makes the old shares, those of the base that are not counted as stakes, no more than there are.
func (d *dilution) scaleDown(stated float64) {
	d.scale = 1
	if room := max(0, d.room()); stated > room+1e-9 {
		d.scale = room / stated
	}
}

// add puts another stake among those that dilute, when its price is known and it is not in the old shares as it is.
func (d *dilution) add(was, is deal.Leg, isPaid bool) {
	before, isPriced := priced(was, was)
	now, stillPriced := priced(was, is)
	set := 0.0
	if is.Stake != 0 && is.Stake != was.Stake && !isPaid {
		set, now, stillPriced = fraction(is.Stake), 0, true
	}
	moved := was.Figure.Best != is.Figure.Best || was.Stake != is.Stake || was.Valuation.Best != is.Valuation.Best ||
		was.ValuationMoney != is.ValuationMoney
	switch {
	case set == 0 && was.Stake != 0 && (is.Stake != was.Stake || is.Figure.Best == was.Figure.Best):
		return // its share is stated, on both sides or by the scenario
	case isPaid && !moved:
		return
	case !stillPriced:
		if !isPaid || moved {
			d.unpriced, d.doubt = append(d.unpriced, is), d.doubt || isPaid
		}
		return
	case isPaid && is.Stake != was.Stake && is.Stake != 0 && !isPriced:
		before = now // the scenario says what the sources do not
	case set == 0 && (isPaid || was.Stake != 0) && (!isPriced || math.IsInf(before, 1)):
		d.unpriced, d.doubt = append(d.unpriced, is), true
		return
	}
	// A stated percentage is one of the shares there are, whatever the deal's status.
	stake := newStake{leg: is, shares: now, set: set, paid: isPaid || was.Stake != 0}
	switch {
	case set != 0 && was.Stake != 0:
		stake.before = added(fraction(was.Stake))
	case stake.paid:
		stake.before = before
	}
	stake.corners = stake.cornersOf(was, is, false)
	stake.kinks = stake.kinksOf(was, is, false)
	if stake.shares != 0 || stake.before != 0 || stake.set != 0 || len(stake.corners) > 1 {
		d.stakes = append(d.stakes, stake)
	}
}

// priced returns the shares that a stake adds to one old share, and false when its price or its amount is not
// known. A stake of a stated percentage was bought at the price which that implies.
func priced(was, is deal.Leg) (float64, bool) {
	money := float64(is.Figure.Best)
	switch {
	case is.Stake != 0 && is.Stake != was.Stake:
		return added(fraction(is.Stake)), true
	case !is.Figure.Known():
		return 0, false
	case money == 0:
		return 0, true
	case is.Valuation.Best != 0:
		valuation := float64(is.Valuation.Best)
		if preMoney(was, is) {
			return money / valuation, true
		}
		if money > valuation {
			return 0, false
		}
		return added(money / valuation), true
	case was.Stake != 0 && was.Stake < deal.Whole && was.Figure.Known() && was.Figure.Best != 0:
		return money / float64(was.Figure.Best) * added(fraction(was.Stake)), true
	}
	return 0, false
}

// added returns the shares that have to be added to one old share for the part of all.
func added(part float64) float64 {
	if part >= 1 {
		return math.Inf(1)
	}
	return part / (1 - part)
}

// partOf returns the part of all that so many shares are when they are added to one old share.
func partOf(shares float64) float64 {
	if math.IsInf(shares, 1) {
		return 1
	}
	return shares / (1 + shares)
}

// counts reports whether the leg is among the stakes that dilute one another.
func (d *dilution) counts(id deal.LegID) bool {
	return slices.ContainsFunc(d.stakes, func(stake newStake) bool { return stake.leg.ID == id })
}

// cannotPrice reports whether the leg is a stake that nobody can price.
func (d *dilution) cannotPrice(id deal.LegID) bool {
	return slices.ContainsFunc(d.unpriced, func(leg deal.Leg) bool { return leg.ID == id })
}

// issued returns how many shares a paid stake has for each share of the base, now and in the base.
func (n newStake) issued() (now, before float64) {
	each := 1 / (1 + n.before) // shares before the stake for each share of the base
	return n.shares * each, n.before * each
}

// there returns the shares before those that are not paid yet, for each share of the base.
func (d *dilution) there() float64 {
	total := max(0, d.room())
	for _, stake := range d.stakes {
		if stake.paid {
			now, _ := stake.issued()
			total += now
		}
	}
	return total
}

// room returns the part of the base's shares that no paid stake among those that dilute one another has.
func (d *dilution) room() float64 {
	room := 1.0
	for _, stake := range d.stakes {
		if stake.paid {
			_, before := stake.issued()
			room -= before
		}
	}
	return room
}

// all returns the shares once everything is issued, for each share of the base.
func (d *dilution) all() float64 {
	total := 1.0
	for _, stake := range d.stakes {
		if !stake.paid {
			total += stake.shares
		}
	}
	return d.there() * total
}

// of returns the stake's part of the company.
func (d *dilution) of(stake newStake) float64 {
	if stake.set != 0 {
		return stake.set
	}
	shares := stake.shares * d.there()
	if stake.paid {
		shares, _ = stake.issued()
	}
	return d.part(shares)
}

// part returns what so many shares, counted as those of the base, are of all.
func (d *dilution) part(shares float64) float64 {
	total := d.all()
	switch {
	case math.IsInf(shares, 1):
		return max(0, 1-d.set)
	case math.IsInf(total, 1):
		return 0
	}
	return shares / total * max(0, 1-d.set)
}

// others says which stakes beside the one in question are counted, and which are not.
func (d *dilution) others(book *deal.Book) string {
	var words, counted []string
	for _, stake := range d.stakes[1:] {
		counted = append(counted, fmt.Sprintf("%s (%s)", book.CompanyName(stake.leg.Payer), stake.leg.Figure.Short(stake.leg.Currency)))
	}
	if len(counted) > 0 {
		words = append(words, "together with the stake of "+deal.AllOf(counted)+", each at its own price")
	}
	if left := d.unpricedOf(book); len(left) > 0 {
		words = append(words, "the stake of "+deal.AllOf(left)+" has no known price and is left out, although it dilutes the others too")
	}
	return strings.Join(words, "; ")
}

// unpricedOf returns who buys the stakes that nobody can price.
func (d *dilution) unpricedOf(book *deal.Book) []string {
	var names []string
	for _, leg := range d.unpriced {
		if name := book.CompanyName(leg.Payer); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// legs returns the stakes that the numbers come from.
func (d *dilution) legs() []deal.LegID {
	var legs []deal.LegID
	for _, stake := range d.stakes {
		legs = append(legs, stake.leg.ID)
	}
	return legs
}

// stakesIn returns the other equity legs by which somebody buys of the stake's payee in deals that count.
func stakesIn(book *deal.Book, stake deal.Leg) []deal.Leg {
	var found []deal.Leg
	for i := range book.Deals {
		d := &book.Deals[i]
		if !d.Counts() {
			continue
		}
		for _, leg := range d.Legs {
			if leg.Kind == deal.KindEquity && leg.Payee == stake.Payee && leg.ID != stake.ID {
				found = append(found, leg)
			}
		}
	}
	return found
}

// paid reports whether the leg's money has been paid, so that stated shares count it.
func paid(book *deal.Book, id deal.LegID) bool {
	_, owner, ok := book.Leg(id)
	return ok && (owner.Status == deal.StatusActive || owner.Status == deal.StatusCompleted)
}
