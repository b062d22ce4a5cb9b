package picture

import (
	"slices"

	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// Legs without a number are dotted, since no width would be true of them. What they lack is told as it is: most amounts are
// undisclosed, but one in a currency without a rate is stated and stands beside its leg, and of others nobody knows what
// falls into the year.

// counted is what the view counts of a leg, in cents of a currency.
type counted struct {
	low, money, high int64
	currency         deal.Currency
}

// counted returns what the view counts of a leg: in the currency of the network or, without a rate, in the leg's own. It is
// false where nobody knows.
func (b *builder) counted(part *network.FlowLeg) (counted, bool) {
	if part.Known {
		return counted{part.Low, part.Money, part.High, b.Network.Base}, true
	}
	left, out := b.leftOut[part.ID]
	if !out || left.Amount() == "" {
		return counted{}, false
	}
	own := counted{left.Figure.Low, left.Figure.Best, left.Figure.High, left.Currency}
	switch b.View.Figure {
	case network.PickLow:
		own.money = own.low
	case network.PickHigh:
		own.money = own.high
	}
	return own, true
}

// legsLeftOut finds why a leg has no number that has an amount.
func legsLeftOut(n *network.Network) map[deal.LegID]network.LeftOut {
	found := make(map[deal.LegID]network.LeftOut, len(n.LeftOut))
	for _, left := range n.LeftOut {
		found[left.Leg] = left
	}
	return found
}

// missing counts the legs without a number that are drawn.
func (b *builder) missing() network.Missing {
	var missing network.Missing
	for i := range b.scene.Arrows {
		if b.scene.Arrows[i].Known {
			continue
		}
		left, out := b.leftOut[b.scene.Arrows[i].Leg]
		missing.Count(left, out)
	}
	return missing
}

// dottedWords says what it is that dotted legs lack. The short form leaves out "amount ".
func (b *builder) dottedWords() string {
	missing := b.missing()
	switch {
	case missing.Unplaced > 0:
		return "amount not known in this view"
	case missing.Unrated == 0:
		return "amount undisclosed"
	case missing.Undisclosed == 0:
		return "amount without a rate to " + string(b.Network.Base)
	}
	return "undisclosed, or no rate"
}

// asked reports whether "?" stands for the amount of a leg.
func (s *Scene) asked() bool {
	return slices.ContainsFunc(s.Arrows, func(arrow Arrow) bool { return arrow.Amount == unknownAmount })
}

// anotherLacks says of a loop what a leg without a number lacks.
func anotherLacks(missing network.Missing) string {
	switch {
	case missing.Undisclosed > 0:
		return "another is undisclosed"
	case missing.Unrated > 0:
		return "another has no rate"
	}
	return "another has no number"
}
