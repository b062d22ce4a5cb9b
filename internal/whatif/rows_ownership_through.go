package whatif

import (
	"fmt"
	"math"
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// How a stake is looked through.
//
// What everybody holds of the stake's payee directly is what the rows above it show: the stakes that dilute one
// another and what they leave of the shares there were. All other companies are held as the network says. So the
// look-through part is never below the direct one, as long as nobody in the view holds a part of the payer itself.

// oldShare is a part of the stake's payee that somebody holds in the base and that is not counted as a stake.
type oldShare struct {
	holder deal.CompanyID
	part   float64    // of the base's shares, as the sources have it
	bought deal.LegID // the stake that was paid at a stated valuation, by which the part is estimated; 0: it is stated
}

// oldPart returns the part of the base's shares that the company holds beside its stakes, and whether it is estimated by
// what the company paid for it.
func (s *side) oldPart(base *side, d *dilution, company deal.CompanyID) (part float64, estimated bool) {
	for _, old := range s.oldShares(base, d) {
		if old.holder == company {
			part, estimated = part+old.part, estimated || old.bought != 0
		}
	}
	return part, estimated
}

// oldShares returns the shares that sources state, or that money paid at a stated valuation has bought.
func (s *side) oldShares(base *side, d *dilution) []oldShare {
	var old []oldShare
	for _, holder := range statedHolders(base.book, base.leg) {
		if stated := s.statedShare(base, d, holder); stated != 0 {
			old = append(old, oldShare{holder: holder.company, part: fraction(stated)})
		}
	}
	for _, leg := range stakesIn(base.book, base.leg) {
		if leg.Stake != 0 || !paid(base.book, leg.ID) || d.counts(leg.ID) || d.cannotPrice(leg.ID) {
			continue
		}
		if shares, ok := priced(leg, leg); ok && shares != 0 {
			old = append(old, oldShare{leg.Payer, partOf(shares), leg.ID})
		}
	}
	return old
}

// buysEstimated reports whether one of the old shares is estimated by what was paid for it.
func (s *side) buysEstimated(base *side, d *dilution) bool {
	return slices.ContainsFunc(s.oldShares(base, d), func(old oldShare) bool { return old.bought != 0 })
}

// holdings returns what everybody holds of the stake's payee once every stake is in, between positions in the network.
func (s *side) holdings(base *side, d *dilution) []network.Stake {
	var held []network.Stake
	for _, stake := range d.stakes {
		held = append(held, network.Stake{Holder: positionOf(s.network, stake.leg.Payer), Held: s.payee, Share: d.of(stake)})
	}
	for _, old := range s.oldShares(base, d) {
		held = append(held, network.Stake{Holder: positionOf(s.network, old.holder), Held: s.payee, Share: d.part(old.part * d.scale)})
	}
	return held
}

// everyHolding returns those holdings and what the companies of the view hold of all others.
func (s *side) everyHolding(base *side) []network.Stake {
	stakes := s.holdings(base, s.dilution(base))
	for _, held := range s.measures.Ownership.Holdings {
		if held.Held != s.payee && held.Direct != 0 {
			stakes = append(stakes, network.Stake{Holder: held.Holder, Held: held.Held, Share: held.Direct})
		}
	}
	return stakes
}

// lookThrough returns what the payer's own owners hold of the payee in the end, directly and through others.
func (s *side) lookThrough(base *side) value {
	if s.fails(s.leg.Payee) {
		return unknown(s.failed())
	}
	d := s.dilution(base)
	if !d.own.known {
		return s.lookThroughOthers(d)
	}
	if d.problem != "" {
		return unknown(d.problem)
	}
	if s.payer < 0 || s.payee < 0 || s.payer == s.payee {
		return unknown("no stake with a share or a valuation leads there")
	}
	through := network.LookThrough(len(s.network.Companies), s.everyHolding(base))
	if through.Closed {
		return unknown("some companies are owned wholly by each other, so that nobody owns them in the end")
	}
	result := known(0, d.legs()...)
	result.note = "by what everybody holds after these stakes, and by every other stake in the view; stakes that are not stated own something, unknown how much"
	for _, held := range through.Holdings {
		if held.Holder == s.payer && held.Held == s.payee {
			result.number = held.LookThrough
		}
	}
	direct := s.directly(base, d)
	uncertain, doubted := s.network.HoldersUncertain(s.book, s.payee, s.measures.Ownership)
	switch {
	case !uncertain && !doubted && math.Abs(direct.number-result.number) < 1e-12:
		result.bound, result.ends, result.hasEnds = direct.bound, direct.ends, direct.hasEnds
	case uncertain, doubted, d.uncertain(), s.buysEstimated(base, d):
		result.bound = About
	}
	if own := through.Outside[s.payer]; own < 1 {
		payer, _ := s.names()
		result.note = fmt.Sprintf("only what is left to %s's owners outside the view: others in it hold %s of %s itself; %s",
			payer, FormatValue(UnitShare, 1-own, s.book.Base), payer, result.note)
	}
	return result
}

// directly returns what the payer holds of the payee by itself, by all its stakes and by what it had before them.
func (s *side) directly(base *side, d *dilution) value {
	his := func(stake newStake) bool { return stake.leg.Payer == s.leg.Payer }
	old, estimated := s.oldPart(base, d, s.leg.Payer)
	others := slices.ContainsFunc(d.stakes[1:], his) || slices.ContainsFunc(d.unpriced, func(leg deal.Leg) bool { return leg.Payer == s.leg.Payer })
	if old == 0 && !others {
		return s.ownership(base)
	}
	result := known(d.part(old * d.scale))
	for _, stake := range d.stakes {
		if his(stake) {
			result.number += d.of(stake)
		}
	}
	result.between(d.span(his, old))
	result.loosen(d.about())
	if estimated {
		result.bound, result.hasEnds = About, false
	}
	return result
}

// lookThroughOthers returns what the payer holds of the payee by other stakes when that in question has no price.
func (s *side) lookThroughOthers(d *dilution) value {
	for _, held := range s.measures.Ownership.Holdings {
		if held.Holder == s.payer && held.Held == s.payee && !slices.Contains(held.Legs, s.leg.ID) {
			result := known(held.LookThrough, held.Legs...)
			result.note = "without the stake itself: " + d.own.note
			return result
		}
	}
	return unknown(d.own.note)
}
