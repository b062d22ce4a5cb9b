package network

import (
	"fmt"

	"roundtrip/internal/deal"
)

// sum says how much the legs come to and how sure that is, with what has no number behind it: "up to $10bn", "at least $3bn
// and an undisclosed amount", "€10bn, without a rate to USD".
func (f flagger) sum(legs []FlowLeg) string {
	sum := sumOf(legs)
	return f.amount(sum.Known > 0, sum.Standing(), float64(sum.Money), legs)
}

func sumOf(legs []FlowLeg) Sum {
	var sum Sum
	for i := range legs {
		sum.addLeg(&legs[i])
	}
	return sum
}

// amount writes an amount that is known with how it stands, and what of the legs has no number.
func (f flagger) amount(known bool, standing Standing, cents float64, legs []FlowLeg) string {
	without := f.without(legs)
	if !known {
		return without.alone()
	}
	text := standing.Words() + deal.Money{Cents: int64(cents), Currency: f.Base}.Short()
	return enumerated(append([]string{text}, without.beside()...))
}

// numberless is what legs without a number are.
type numberless struct {
	undisclosed, unplaced int
	foreign               []string // amounts that only lack a rate
	base                  deal.Currency
}

func (f flagger) without(legs []FlowLeg) numberless {
	without := numberless{base: f.Base}
	for _, leg := range legs {
		if leg.Known {
			continue
		}
		left, out := f.leftOut(leg.ID)
		switch amount := left.Amount(); {
		case !out:
			without.undisclosed++
		case amount != "":
			without.foreign = append(without.foreign, amount)
		default:
			without.unplaced++
		}
	}
	return without
}

// alone says what they are where nothing beside them has a number.
func (n numberless) alone() string {
	switch {
	case len(n.foreign)+n.unplaced == 0:
		return "undisclosed"
	case n.undisclosed+n.unplaced == 0:
		return fmt.Sprintf("%s, without a rate to %s", enumerated(n.foreign), n.base)
	}
	return enumerated(n.beside())
}

// beside says what comes on top of a number.
func (n numberless) beside() []string {
	var words []string
	if len(n.foreign) > 0 {
		words = append(words, fmt.Sprintf("%s without a rate to %s", enumerated(n.foreign), n.base))
	}
	words = append(words, several(n.undisclosed, "an undisclosed amount", "undisclosed amounts")...)
	return append(words, several(n.unplaced, "an amount without a number in this view", "amounts without a number in this view")...)
}

// several counts what there is more than one of.
func several(count int, one, more string) []string {
	switch count {
	case 0:
		return nil
	case 1:
		return []string{one}
	}
	return []string{fmt.Sprintf("%d %s", count, more)}
}
