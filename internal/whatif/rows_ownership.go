package whatif

import (
	"fmt"
	"slices"
	"strconv"

	"roundtrip/internal/deal"
)

// ownedBy begins the key of the row of each company that owns a part, and its ID ends it.
const ownedBy = "owned_by_"

// ownedKey is the key of the row of what the company is left with.
func ownedKey(company deal.CompanyID) string { return ownedBy + strconv.FormatInt(int64(company), 10) }

// ownershipRows are what the stake buys and what it leaves the others with.
func ownershipRows(base, scenario *side) []rowDefinition {
	if base.leg.Kind != deal.KindEquity {
		return nil
	}
	payer, payee := base.names()
	whole := ofTheWhole(base.view)
	rows := []rowDefinition{{
		key: "ownership", name: fmt.Sprintf("%s buys of %s", payer, payee) + whole, group: GroupOwnership, unit: UnitShare,
		of: func(s *side) value { return s.ownership(base) },
	}}
	for _, holder := range holders(base, scenario) {
		rows = append(rows, rowDefinition{
			key:   ownedKey(holder.company),
			name:  fmt.Sprintf("%s is left with", base.book.CompanyName(holder.company)) + whole,
			group: GroupOwnership, unit: UnitShare,
			of: func(s *side) value { return s.left(base, holder) },
		})
	}
	rows = append(rows, rowDefinition{
		key: "look_through", name: fmt.Sprintf("%s holds of %s, looked through", payer, payee) + whole, group: GroupOwnership,
		unit: UnitShare, of: func(s *side) value { return s.lookThrough(base) },
	})
	return append(rows, rowDefinition{
		key: "post_money", name: fmt.Sprintf("%s after the money", payee) + whole, group: GroupOwnership, unit: UnitMoney,
		of: func(s *side) value { return s.postMoney(base) },
	})
}

// ownership returns the part of the payee that the stake is once every stake with a known price is in.
func (s *side) ownership(base *side) value {
	if s.fails(s.leg.Payee) {
		return unknown(s.failed())
	}
	d := s.dilution(base)
	if d.problem != "" {
		return unknown(d.problem)
	}
	result := d.own
	own := func(stake newStake) bool { return stake.leg.ID == s.leg.ID }
	if len(d.stakes) > 1 {
		result.number = d.of(d.stakes[0])
	}
	if d.stakes[0].set == 0 {
		result.between(d.span(own, 0))
		result.loosen(d.about())
	}
	result.note = join(result.note, d.others(s.book))
	result.legs = d.legs()
	return result
}

// setsStake reports whether the scenario sets the percentage that the stake buys.
func (s *side) setsStake(base *side) bool {
	return s.leg.Stake != 0 && s.leg.Stake != base.leg.Stake
}

// alone returns the part of the payee that the stake buys by itself: what the leg states, or else stake / valuation
// when the valuation counts the new money, stake / (valuation + stake) when it does not. A stated percentage gives
// the price of an amount that the scenario moves, unless it moves the valuation too: the company is then worth before
// the money what the base's deal implies.
func (s *side) alone(base *side) value {
	legs := []deal.LegID{s.leg.ID}
	stake := float64(s.stake.Cents)
	repriced := s.stake.Valuation != base.stake.Valuation || s.stake.Timing != base.stake.Timing
	switch {
	case s.setsStake(base):
		result := known(fraction(s.leg.Stake), legs...)
		result.note = "set to " + s.leg.Stake.Percent() + ", after the money of every stake"
		if paid(base.book, base.leg.ID) {
			result.note = "set to " + s.leg.Stake.Percent() + " of the shares there are, before the money of stakes not paid yet"
		}
		if s.stake.Valuation != 0 {
			result.note += "; the valuation is not used"
		}
		return result
	case base.leg.Stake != 0 && s.leg.Stake == base.leg.Stake && s.stake.Cents == base.stake.Cents && !repriced:
		return known(fraction(s.leg.Stake), legs...)
	case s.pricedByStake(base):
		before := float64(base.stake.Cents)/fraction(base.leg.Stake) - float64(base.stake.Cents)
		if before <= 0 {
			return unknown("the stake that is stated is the whole company, which gives no price: set a valuation")
		}
		result := known(stake/(before+stake), legs...)
		result.note = fmt.Sprintf("at the price of the %s for %s that are stated",
			base.leg.Stake.Percent(), s.money(base.stake.Cents))
		return result
	case s.stake.Valuation == 0 && s.leg.Stake != base.leg.Stake:
		return known(0, legs...) // the scenario takes the percentage away
	case s.stake.Valuation == 0:
		return unknown("no source states a valuation")
	}
	valuation := float64(s.stake.Valuation)
	result := known(0, legs...)
	if s.preMoney(base) {
		valuation += stake
	}
	result.note = s.timingNote(base)
	if stake > valuation {
		return unknown("the stake is above the post-money valuation: raise it, or make it pre-money")
	}
	if valuation > 0 {
		result.number = stake / valuation
	}
	if s.valuationIsFloor() {
		result.note = join(result.note, "the valuation is a floor: this is the most that the money buys")
	}
	return result
}

// valuationIsFloor reports whether the payee may be worth more than the side says: a source says "at least", and
// the analyst has not put another number in its place.
func (s *side) valuationIsFloor() bool {
	return s.leg.Valuation.Set() && s.leg.Valuation.HighOpen() && s.stake.Valuation == s.leg.Valuation.Best
}

// holding is what a company owns of the stake's payee, or buys of it.
type holding struct {
	company deal.CompanyID
	share   deal.Share // stated in the base
	legs    []deal.LegID
}

// holders returns every other company that owns a part of the leg's payee, by a stated share, by a stake whose price is
// known on either side or by money paid at a stated valuation, the biggest stated share first.
func holders(base, scenario *side) []holding {
	found := statedHolders(base.book, base.leg)
	for _, s := range []*side{base, scenario} {
		for i, stake := range s.dilution(base).stakes {
			other := func(h holding) bool { return h.company == stake.leg.Payer }
			if i > 0 && stake.leg.Payer != base.leg.Payer && !slices.ContainsFunc(found, other) {
				found = append(found, holding{company: stake.leg.Payer, legs: []deal.LegID{stake.leg.ID}})
			}
		}
		for _, old := range s.oldShares(base, s.dilution(base)) {
			other := func(h holding) bool { return h.company == old.holder }
			if old.bought != 0 && old.holder != base.leg.Payer && !slices.ContainsFunc(found, other) {
				found = append(found, holding{company: old.holder, legs: []deal.LegID{old.bought}})
			}
		}
	}
	return found
}

// statedHolders returns every other company with a stated stake in the leg's payee, the biggest first.
func statedHolders(book *deal.Book, stake deal.Leg) []holding {
	var found []holding
	for i := range book.Deals {
		d := &book.Deals[i]
		if d.Counting == deal.Projection || !d.Status.Live() {
			continue
		}
		for _, leg := range d.Legs {
			if leg.Kind != deal.KindEquity || leg.Payee != stake.Payee || leg.Stake == 0 || leg.ID == stake.ID {
				continue
			}
			at := slices.IndexFunc(found, func(h holding) bool { return h.company == leg.Payer })
			if at < 0 {
				at = len(found)
				found = append(found, holding{company: leg.Payer})
			}
			found[at].share += leg.Stake
			found[at].legs = append(found[at].legs, leg.ID)
		}
	}
	slices.SortStableFunc(found, func(a, b holding) int {
		if a.share != b.share {
			return int(b.share - a.share)
		}
		return int(a.company - b.company)
	})
	return found
}

// left returns what the holder owns once every stake with a known price is in: its own new shares, and what is
// left of the share that a source, or the scenario, states.
func (s *side) left(base *side, holder holding) value {
	if s.fails(s.leg.Payee) {
		return unknown(s.failed())
	}
	d := s.dilution(base)
	if d.problem != "" {
		return unknown(d.problem)
	}
	stated, bought, set := s.statedShare(base, d, holder), 0.0, false
	old, estimated := s.oldPart(base, d, holder.company)
	for _, stake := range d.stakes[1:] {
		if stake.leg.Payer == holder.company {
			bought += d.of(stake)
			set = set || stake.set != 0
		}
	}
	result := known(bought+d.part(old*d.scale), append(slices.Clone(holder.legs), d.legs()...)...)
	if old != 0 || !set {
		his := func(stake newStake) bool { return stake.leg.Payer == holder.company && stake.leg.ID != s.leg.ID }
		result.between(d.span(his, old))
		result.loosen(d.about())
	}
	switch {
	case estimated:
		result.bound, result.hasEnds = About, false
		result.note = "estimated by what it once paid: money since may have left it less, so it has no range"
	case stated == 0 && set:
		result.note = "by its stake as it is set, after the money of every stake"
	case stated == 0:
		result.note = "by its new stake"
	case paid(base.book, base.leg.ID):
		result.note = fmt.Sprintf("stated as %s with the stake as it is", stated.Percent())
	default:
		result.note = fmt.Sprintf("stated as %s before the stake", stated.Percent())
	}
	if d.scale < 1 && old != 0 {
		result.note = join(result.note, "more than the whole company is stated: scaled down to it")
	}
	result.note = join(result.note, d.others(s.book))
	return result
}

// statedShare returns the share that the holder is stated to own on this side, but for what is counted as a stake. A
// stake that the scenario takes out keeps what the base says: nobody's shares vanish with a contract.
func (s *side) statedShare(base *side, d *dilution, holder holding) deal.Share {
	total := deal.Share(0)
	for _, id := range holder.legs {
		if d.counts(id) {
			continue
		}
		leg, owner, ok := s.book.Leg(id)
		if !ok || !owner.Status.Live() {
			leg, _, _ = base.book.Leg(id)
		}
		total += leg.Stake
	}
	return total
}

// fraction returns the share as a fraction of one.
func fraction(share deal.Share) float64 { return float64(share) / float64(deal.Whole) }

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// money writes cents of the leg's currency.
func (s *side) money(cents int64) string {
	return deal.Money{Cents: cents, Currency: s.leg.Currency}.Short()
}

func (s *side) noRate() string { return noRate(s.leg.Currency, s.book.Base) }
