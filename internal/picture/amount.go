package picture

import (
	"roundtrip/internal/deal"
	"roundtrip/internal/network"
)

// unknownAmount is what stands beside a leg of which nobody knows what the view counts.
const unknownAmount = "?"

// amount returns what stands beside a leg: its money under the view, with a sign for what the source leaves
// open, or without a rate its own. The sign is left out where the view asks for the low or the high end: that is one number.
func (b *builder) amount(part *network.FlowLeg, leg deal.Leg) string {
	said, known := b.counted(part)
	if !known {
		return unknownAmount
	}
	suffix := ""
	if b.View.Basis == network.BasisYear && b.View.Year == 0 && leg.TermMonths > 0 {
		suffix = "/yr"
	}
	short := func(cents int64) string { return deal.Money{Cents: cents, Currency: said.currency}.Short() }
	text := short(said.money) + suffix
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
		text = short(said.low) + "–" + short(said.high) + suffix
	}
	if leg.Figure.Assumed {
		text += "?"
	}
	return text
}
