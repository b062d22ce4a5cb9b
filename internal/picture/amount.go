package picture

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// unknownAmount is what stands beside a leg without an amount.
const unknownAmount = "?"

// amount returns what stands beside a leg: its money under the view, with a sign for what the source leaves
// open. The sign is left out where the view asks for the low or the high end: that is one number.
func (b *builder) amount(part *network.FlowLeg, leg deal.Leg) string {
	if !part.Known {
		return unknownAmount
	}
	suffix := ""
	if b.View.Basis == network.BasisYear && b.View.Year == 0 && leg.TermMonths > 0 {
		suffix = "/yr"
	}
	short := func(cents int64) string { return deal.Money{Cents: cents, Currency: b.Network.Base}.Short() }
	text := short(part.Money) + suffix
	if b.View.Figure != "" && b.View.Figure != network.PickBest || b.View.Basis == network.BasisDrawn && leg.Drawn.Stated {
		return text
	}
	switch leg.Figure.Said {
	case deal.SaidUpTo:
		text = "≤" + text
	case deal.SaidAtLeast:
		text = "≥" + text
	case deal.SaidAbout:
		text = "~" + text
	case deal.SaidRange:
		text = short(part.Low) + "–" + short(part.High) + suffix
	}
	if leg.Figure.Assumed {
		text += "?"
	}
	return text
}
