package whatif

import (
	"roundtrip/internal/deal"
)

// Where the parts of a company turn between the ends of a paid stake that the scenario moves.
//
// It was f of the base's shares, and the shares that sources state are no more than the rest, 1 - f: beyond that they are
// scaled down to it. As f grows, a stated part grows until there, because the stake takes more of the shares away than it
// had before; from there on it falls. So its most lies where 1 - f is just what is stated, at whatever amount and valuation that
// is. An amount without a high end cannot have bought more than the whole company.

// asGoodAsAll is how many shares for each share before it a stake has that was bought with as good as the whole company.
const asGoodAsAll = 1e9

// bisections halve an interval until nothing is left of it.
const bisections = 100

// mostAmount returns where the amount of the stake is highest: at its end, or, of a paid one without one that was
// bought at a valuation with the money in it and that is moved, where it was the whole company.
func (n newStake) mostAmount(was, is deal.Leg, first bool) float64 {
	_, known := priced(was, was)
	open := was.Figure.HighOpen() && is.Figure.HighOpen() && !was.PreMoney()
	if !n.paid || !known || !open || was.Figure == is.Figure && was.Valuation == is.Valuation && was.ValuationMoney == is.ValuationMoney {
		return 1
	}
	at, ok := turning(0, 1, func(at float64) bool { return sharesAt(was, was, point{at, 0}, first) < asGoodAsAll })
	if !ok {
		return 1
	}
	return at
}

// kinksOf returns what finds the shares of a paid stake that is moved where it was the part f of the base's shares, along
// each edge of what its amount and its valuation may be.
func (n newStake) kinksOf(was, is deal.Leg, first bool) func(f float64) []corner {
	if !n.isMoved() {
		return nil
	}
	most := n.mostAmount(was, is, first)
	edges := [][2]point{{{0, 0}, {most, 0}}, {{0, 1}, {most, 1}}, {{0, 0}, {0, 1}}, {{most, 0}, {most, 1}}}
	return func(f float64) (found []corner) {
		for _, edge := range edges {
			on := func(at float64) corner {
				return n.cornerAt(was, is, point{
					edge[0].amount + at*(edge[1].amount-edge[0].amount), edge[0].valuation + at*(edge[1].valuation-edge[0].valuation),
				}, first)
			}
			if at, ok := turning(0, 1, func(at float64) bool { return partOf(on(at).before) < f }); ok {
				found = append(found, on(at))
			}
		}
		return found
	}
}

// turning returns where what is said becomes true, or stops being it, between the two: just before that. It is false where
// it is the same at both.
func turning(low, high float64, said func(float64) bool) (at float64, ok bool) {
	was := said(low)
	if said(high) == was {
		return 0, false
	}
	for range bisections {
		if middle := (low + high) / 2; said(middle) == was {
			low = middle
		} else {
			high = middle
		}
	}
	return low, true
}

// roomOf returns the part of the base's shares that the paid stakes before and after the one at the position have.
func (d *dilution) roomOf(except int) float64 {
	taken := 0.0
	for i, stake := range d.stakes {
		if i != except && stake.paid {
			_, before := stake.issued()
			taken += before
		}
	}
	return taken
}

// turns reports whether the shares that sources state are more than what paid stakes leave of the base's, at one of their
// corners and not at another.
func (d *dilution) turns() bool {
	least, most := 0.0, 0.0
	for _, stake := range d.stakes {
		if !stake.paid {
			continue
		}
		low, high := 1.0, 0.0
		for _, at := range stake.corners {
			part := partOf(at.before)
			low, high = min(low, part), max(high, part)
		}
		least, most = least+min(low, high), most+high
	}
	return d.stated > 0 && least < 1-d.stated && most > 1-d.stated
}
